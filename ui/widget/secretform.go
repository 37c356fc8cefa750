package widget

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// SecretForm is a dialog with fields that do not show what is typed. What is in them is no
// draft and no step: whoever leaves it leaves nothing. What it began goes on in view, and
// then it says what came of it.
type SecretForm struct {
	Title, Text string
	Labels      []string
	Verb        string
	Advice      func(fr kit.Frame, typed []string) string                       // a quiet sentence below the fields; may be nil
	Check       func(fr kit.Frame, typed []string) (why string)                 // why this cannot be done, "" when it can
	Then        func(fr kit.Frame, typed []string) kit.Outcome                  // with a Run, and a Work
	Came        func(fr kit.Frame, msg tea.Msg) (told []string, refused string) // what it did, or why nothing was done

	fields []Secret
	at     int
	said   string
	stop   func() // ends what was begun; nil: nothing was
	halted bool
	told   []string
}

// Init fetches nothing.
func (d SecretForm) Init() tea.Cmd { return nil }

// Typing is so until something was done: what is typed while it is being done is no key of
// anything else.
func (d SecretForm) Typing() bool { return d.told == nil }

// Head says whose data these are.
func (d SecretForm) Head(fr kit.Frame) kit.Head { return kit.Head{Title: fr.Supplier} }

// Acts are to do it, to go on to the next field, and to leave.
func (d SecretForm) Acts(fr kit.Frame) []kit.Act {
	switch {
	case d.told != nil:
		return []kit.Act{{ID: string(DoNo), Keys: keys.BackOrOpen, Name: fr.T("kit.files.back")}}
	case d.stop != nil:
		return []kit.Act{{ID: string(DoNo), Keys: keys.Back, Name: fr.T("kit.stop")}}
	}
	return []kit.Act{
		{ID: string(DoKeep), Keys: keys.OpenOrKeep, Name: d.Verb},
		{ID: string(DoNext), Keys: keys.Next, Name: fr.T("kit.field.next"), Hidden: len(d.Labels) < 2},
		{ID: string(DoNo), Keys: keys.Back, Name: fr.T("kit.away")},
	}
}

// Update answers a message.
func (d SecretForm) Update(fr kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if fr.Audience != kit.Manager {
		return d, kit.Outcome{Back: true}
	}
	if d.fields = slices.Clone(d.fields); d.fields == nil {
		d.fields = make([]Secret, len(d.Labels))
	}
	if came, is := msg.(cameBack); is {
		return d.came(fr, came.msg), kit.Outcome{}
	}
	switch {
	case msg == kit.Leave{}: // what was begun goes on or is stopped by who leaves
		return d, kit.Outcome{}
	case d.told != nil:
		if msg == DoNo || keys.Pressed(msg, keys.BackOrOpen) {
			return d, kit.Outcome{Back: true}
		}
		return d, kit.Outcome{}
	case d.stop != nil:
		if msg == DoNo || keys.Pressed(msg, keys.Back) {
			d.stop()
			d.halted = true
			return d, kit.Says(fr.T("kit.stops"))
		}
		return d, kit.Outcome{}
	}
	return d.typed(fr, msg)
}

// typed is the dialog while there is something to type.
func (d SecretForm) typed(fr kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	last := len(d.fields) - 1
	switch m := msg.(type) {
	case kit.Do:
		switch m {
		case DoNo:
			return d, kit.Outcome{Back: true}
		case DoNext:
			d.at = (d.at + 1) % len(d.fields)
		case DoKeep:
			if d.at < last {
				d.at++
				return d, kit.Outcome{}
			}
			return d.keep(fr)
		}
	case tea.PasteMsg:
		d.fields[d.at].Paste(fr.Words, m.Content)
		d.said = ""
	case tea.KeyPressMsg:
		switch {
		case keys.Pressed(m, keys.Back):
			return d.typed(fr, DoNo)
		case keys.Pressed(m, keys.OpenOrKeep):
			return d.typed(fr, DoKeep)
		case keys.Pressed(m, keys.Next), keys.Moved(m) > 0:
			d.at = (d.at + 1) % len(d.fields)
		case keys.Pressed(m, keys.Prev), keys.Moved(m) < 0:
			d.at = (d.at + last) % len(d.fields)
		default:
			d.fields[d.at].Press(fr.Words, m)
			d.said = ""
		}
	}
	return d, kit.Outcome{}
}

// values are what was typed.
func (d SecretForm) values() []string {
	all := make([]string, len(d.Labels))
	for i := range d.fields {
		all[i] = d.fields[i].Typed
	}
	return all
}

// keep begins it, where it can be done.
func (d SecretForm) keep(fr kit.Frame) (kit.Screen, kit.Outcome) {
	values := d.values()
	if d.said = d.Check(fr, values); d.said != "" {
		return d, kit.Outcome{}
	}
	out := d.Then(fr, values)
	run := out.Run
	if run == nil {
		return d, out
	}
	out.Run = func() tea.Msg { return cameBack{run()} }
	d.stop, d.halted = out.Work.Stop, false
	return d, out
}

// came takes in what was done. Where nothing was, all is typed anew.
func (d SecretForm) came(fr kit.Frame, msg tea.Msg) SecretForm {
	d.stop = nil
	told, refused := d.Came(fr, msg)
	d.fields, d.at = make([]Secret, len(d.Labels)), 0
	if d.said = refused; refused == "" {
		d.told = told
	}
	return d
}

// View draws it.
func (d SecretForm) View(fr kit.Frame) kit.Page {
	if fr.Audience != kit.Manager {
		return kit.Page{}
	}
	t := fr.Theme
	if d.told != nil {
		lines, w := drawDialog(fr, d.Title, "", dialogText{})
		for _, said := range d.told {
			lines = append(append(lines, cells.Wrap(said, w)...), "")
		}
		return sheetPage(fr, lines, nil)
	}
	lines, w := drawDialog(fr, d.Title, d.Text, dialogText{})
	label := 0
	for _, l := range d.Labels {
		label = max(label, cells.Width(l))
	}
	var caret *tea.Cursor
	for i, l := range d.Labels {
		mark, signs := " ", ""
		if i == d.at && d.stop == nil {
			mark = t.Glyphs.Cursor
		}
		before := t.Accent.Render(mark) + " " + cells.Fit(l, label) + "  "
		if i < len(d.fields) {
			signs = d.fields[i].Signs(w - label - 4)
		}
		if i == d.at && d.stop == nil {
			caret = tea.NewCursor(label+4+len(signs), len(lines))
		}
		lines = append(lines, before+signs)
	}
	lines = append(lines, "")
	said, look := d.said, t.Bad.Render
	if at := d.at; said == "" && at < len(d.fields) {
		said = d.fields[at].Said
	}
	switch {
	case d.stop != nil:
		said, look = fr.T("veil.trying"), t.Faint.Render
	case said == "" && d.Advice != nil:
		said, look = d.Advice(fr, d.values()), t.Faint.Render
	}
	for _, l := range cells.Wrap(said, w) {
		lines = append(lines, look(l))
	}
	return sheetPage(fr, lines, caret)
}
