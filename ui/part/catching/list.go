package catching

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// List is the dialog in which what was caught is sorted.
type List struct {
	at    widget.List
	below widget.Scroll // of the text in hand
}

// What its acts carry.
const (
	doSort  kit.Do = "caught.sort"
	doCatch kit.Do = "caught.new"
	doEdit  kit.Do = "caught.edit"
	doDrop  kit.Do = "caught.drop"
	doLeave kit.Do = "caught.leave"
)

// NewList is the dialog, at what was caught first.
func NewList() kit.Screen { return List{} }

// Init fetches nothing.
func (l List) Init() tea.Cmd { return nil }

// Typing is never so: all that is typed here is typed in dialogs.
func (l List) Typing() bool { return false }

// Head says whose client this is about.
func (l List) Head(f kit.Frame) kit.Head { return kit.Head{Title: widget.TitleOf(f)} }

// in is what is in hand, false where all is sorted.
func (l List) in(f *kit.Frame) (account.Caught, bool) {
	all := f.Client.Caught
	if len(all) == 0 || f.Audience != kit.Manager {
		return account.Caught{}, false
	}
	return all[l.held(f).In(len(all))], true
}

// held is the cursor on what it was on.
func (l List) held(f *kit.Frame) widget.List {
	var lines []string
	for _, x := range f.Client.Caught {
		lines = append(lines, string(x.Date)+string(x.With)+x.Text)
	}
	return l.at.Hold(lines)
}

// Acts are to sort what is in hand, to change it or take it away.
func (l List) Acts(f kit.Frame) []kit.Act {
	acts := []kit.Act{
		{ID: string(doSort), Keys: keys.Open, Name: f.T("catch.act.sort")},
		{ID: string(doEdit), Looks: true, Keys: keys.Change, Name: f.T("kit.change")},
		{ID: string(doDrop), Keys: keys.Remove, Name: f.T("catch.act.drop")},
		{ID: string(doCatch), Keys: keys.New, Name: f.T("catch.act.new"), Hidden: true},
		{ID: string(doLeave), Keys: keys.Back, Name: f.T("kit.field.close")},
	}
	if _, ok := l.in(&f); !ok {
		for i := range acts[:3] {
			acts[i].Why = f.T("catch.none")
		}
	} else if y := f.Client.Newest(); y == nil || y.Stage == account.Closed {
		acts[0].Why = f.T("catch.nocycle")
	}
	return acts
}

// Update answers a message.
func (l List) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	x, ok := l.in(&f)
	l.at = l.held(&f)
	switch msg {
	case doLeave:
		return l, kit.Outcome{Back: true}
	case doCatch:
		return l, kit.Outcome{Ask: Ask(&f, "")}
	case doSort:
		if ok {
			return l, kit.Outcome{Ask: whither(&f, x)}
		}
	case doEdit:
		if ok {
			return l, kit.Outcome{Ask: edit(&f, x)}
		}
	case doDrop:
		return l, kit.Changes(kit.Label("catch.label.drop"), func(c *account.Client) error { return c.DropCaught(x) })
	}
	way := keys.Move(msg, false)
	if text, room := below(&f, x), roomBelow(&f); ok && len(text) > room && (way == keys.PageUp || way == keys.PageDown) {
		l.below = l.below.Update(text, f.W, room-1, msg, false)
		return l, kit.Outcome{}
	}
	was := l.at.At
	if l.at = l.at.Move(way, len(f.Client.Caught), max(f.H-8, 1)); l.at.At != was {
		l.below = 0
	}
	return l, kit.Outcome{}
}

// edit changes what was caught.
func edit(f *kit.Frame, was account.Caught) kit.Screen {
	d := dialog(f, "caught/"+string(was.Date)+"/"+was.Text, f.T("catch.edit"), was, func(e widget.Edits) kit.Outcome {
		return kit.Changes(kit.Label("catch.label"), func(c *account.Client) error {
			return c.ChangeCaught(was, func(x *account.Caught) { fill(x, e) })
		})
	})
	d.Stored = func(f kit.Frame) (map[string]string, bool) {
		for _, x := range f.Client.Caught {
			if x == was {
				return values(x), true
			}
		}
		return nil, false
	}
	return d
}

// View draws what was caught, and below it all of what is in hand.
func (l List) View(f kit.Frame) kit.Page {
	x, ok := l.in(&f)
	if !ok {
		return kit.Page{Body: strings.Join(append([]string{"", f.Theme.Strong.Render(f.T("catch.list")), ""}, cells.Wrap(f.T("catch.none"), f.W)...), "\n")}
	}
	all := f.Client.Caught
	table := widget.Table{
		Columns: []widget.Column{{Title: f.T("catch.on"), Width: 12}, {Title: f.T("catch.with"), Width: 5}, {Title: "KWI", Width: 6}, {Title: f.T("catch.text"), Share: 1}},
		Count:   len(all),
		Row: func(i int) widget.Row {
			return widget.Row{Cells: widget.Texts(f.Words.ShortDate(all[i].Date, f.Today), string(all[i].With), all[i].KWI.String(), strings.Join(strings.Fields(all[i].Text), " "))}
		},
	}
	lines := []string{"", f.Theme.Strong.Render(cells.Line(f.T("catch.list"), f.W)), f.Theme.Rule(f.W)}
	text := l.below.ViewPages(f, below(&f, x), roomBelow(&f))
	lines = append(lines, table.View(f, l.held(&f), f.W, max(f.H-len(lines)-len(text)-1, 2))...)
	lines = append(lines, "")
	for _, b := range text {
		lines = append(lines, cells.Spaces(2)+b)
	}
	return kit.Page{Body: cells.Block(lines, f.W, f.H)}
}

// below is all of what is in hand, as it stands below the others.
func below(f *kit.Frame, x account.Caught) []string {
	lines := cells.Wrap(x.Text, f.W-2)
	for _, l := range cells.Wrap(Says(f, x), f.W-2) {
		lines = append(lines, f.Theme.Faint.Render(l))
	}
	return lines
}

// roomBelow is how many lines there are for that: above it stand a title and a table with a
// head and a few rows at least.
func roomBelow(f *kit.Frame) int { return max(f.H-3-1-min(len(f.Client.Caught), 3)-1, 3) }
