// Package inspiring is the dialog with what clients have named as valuable, for
// when somebody is still looking for what matters to them: what each may mean,
// what to ask about it, and examples of questions, to be taken over. The
// supplier's own values stand first. It may be laid before the client.
//
// It knows the kit, widgets and the guide. What is done with what is chosen the
// screen decides that opens it.
package inspiring

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/guide"
	"kwi/internal/text"
	"kwi/ui/editor"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// Dialog is the values, or one of them.
type Dialog struct {
	Value    Taking // of a value itself
	Example  Taking // of one of its examples
	Together bool   // it may be open while the client looks along

	filter editor.Editor
	list   cursor
	value  cursor
	open   bool // the value in hand is
}

// Taking is what becomes of what is taken over.
type Taking struct {
	Act  string // what it is called
	Why  string // why that cannot be done, ""
	Then func(v guide.Inspiring, text string) kit.Outcome
}

// What its acts carry.
const (
	doOpen kit.Do = "inspiring.open"
	doTake kit.Do = "inspiring.take"
	doList kit.Do = "inspiring.list"
)

// New is the dialog, at all values.
func New(d Dialog) kit.Screen {
	d.filter = editor.NewLine("")
	return d
}

// Init fetches nothing.
func (d Dialog) Init() tea.Cmd { return nil }

// Typing is always so: letters search.
func (d Dialog) Typing() bool { return true }

// Head says whose client this is about.
func (d Dialog) Head(f kit.Frame) kit.Head { return kit.Head{Title: widget.TitleOf(f)} }

// found are the values that hold what was typed.
func (d Dialog) found(f *kit.Frame) (out []guide.Inspiring) {
	all := guide.For(f.Words.Tag()).Inspiration(f.Supplier, f.Firm.Library)
	if d.filter.Text() == "" {
		return all
	}
	finder := text.NewFinder(len(all), func(i int) (string, string) { return all[i].Title, all[i].Words() })
	for _, i := range finder.Find(d.filter.Text()) {
		out = append(out, all[i])
	}
	return out
}

// inHand is the value in hand, false where nothing was found.
func (d Dialog) inHand(f *kit.Frame) (guide.Inspiring, bool) {
	found := d.found(f)
	if len(found) == 0 {
		return guide.Inspiring{}, false
	}
	return found[min(d.list.at, len(found)-1)], true
}

// Acts are to open a value, or to take over what is in hand of it.
func (d Dialog) Acts(f kit.Frame) []kit.Act {
	v, ok := d.inHand(&f)
	acts := []kit.Act{
		{ID: string(doOpen), Looks: true, Keys: keys.Open, Name: f.T("inspiring.act.open")},
		{ID: string(widget.DoNo), Keys: keys.Back, Name: f.T("kit.away")},
	}
	switch {
	case !ok:
		acts[0].Why = f.T("kit.pick.none")
	case d.open:
		acts = []kit.Act{d.take(&f, v), {ID: string(doList), Keys: keys.Back, Name: f.T("inspiring.act.list")}}
	}
	for i := range acts {
		acts[i].Together = d.Together || acts[i].ID != string(doTake)
	}
	return acts
}

// take is to take over the line in hand.
func (d Dialog) take(f *kit.Frame, v guide.Inspiring) kit.Act {
	act := kit.Act{ID: string(doTake), Keys: keys.Open, Name: f.T("inspiring.act.take")}
	switch r := d.row(f, v); r.kind {
	case valueRow:
		act.Name, act.Why = d.Value.Act, d.Value.Why
	case exampleRow:
		act.Name, act.Why = d.Example.Act, d.Example.Why
	default:
		act.Why = f.T("inspiring.why.asked")
	}
	return act
}

// row is the line of a value that is in hand.
func (d Dialog) row(f *kit.Frame, v guide.Inspiring) row {
	w, _ := d.valueSize(f)
	rows := valueRows(f, v, w)
	return rows[d.value.in(rows)]
}

// Update answers a message.
func (d Dialog) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	v, ok := d.inHand(&f)
	switch msg {
	case widget.DoNo:
		if d.filter.Text() == "" {
			return d, kit.Outcome{Back: true}
		}
		d.filter, d.list = editor.NewLine(""), cursor{}
		return d, kit.Outcome{}
	case doList:
		d.open = false
		return d, kit.Outcome{}
	case doOpen:
		if ok {
			d.open, d.value = true, cursor{}
		}
		return d, kit.Outcome{}
	case doTake:
		return d, d.taken(&f, v)
	}
	if way := keys.Move(msg, true); way != keys.None && way != keys.Left && way != keys.Right {
		return d.moved(&f, v, way), kit.Outcome{}
	}
	before := d.filter.Text()
	if d.filter, _ = d.filter.Update(msg, f.W); d.filter.Text() != before {
		d.list, d.open = cursor{}, false
	}
	return d, kit.Outcome{}
}

// moved is the dialog with the cursor moved, in the value that is open or else
// in the list.
func (d Dialog) moved(f *kit.Frame, v guide.Inspiring, way keys.Way) Dialog {
	if d.open {
		w, h := d.valueSize(f)
		d.value = d.value.move(way, valueRows(f, v, w), h)
		return d
	}
	w, h := d.listSize(f)
	d.list, d.value = d.list.move(way, listRows(f, d.found(f), w), h), cursor{}
	return d
}

// taken is the outcome of taking over what is in hand.
func (d Dialog) taken(f *kit.Frame, v guide.Inspiring) kit.Outcome {
	r := d.row(f, v)
	taking := d.Example
	if r.kind == valueRow {
		taking = d.Value
	}
	if r.kind != valueRow && r.kind != exampleRow || taking.Why != "" || f.Audience == kit.WithClient && !d.Together {
		return kit.Outcome{}
	}
	return widget.EndDialog(*f, taking.Then(v, r.text))
}
