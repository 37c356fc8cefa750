package widget

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/internal/text"
	"kwi/ui/editor"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// Item is one thing to pick.
type Item struct{ ID, Label, Detail string }

// Pick asks to pick one of many; typing filters them.
type Pick struct {
	Title    string
	Items    []Item
	At       string // the ID that is in hand at first
	Then     func(id string) kit.Outcome
	Together bool

	filter editor.Editor
	list   List
	begun  bool
}

// pick is the dialog for the choices of a field. For one of another dialog it
// tells that dialog what was picked.
func (f Field) pick(tell bool) Pick {
	p := Pick{Title: f.Label, At: f.Value, Then: f.Set}
	if id := f.ID; tell {
		p.Then = func(value string) kit.Outcome { return kit.Outcome{Tell: picked{id, value}} }
	}
	for _, c := range f.Choices {
		p.Items = append(p.Items, Item{ID: c.Value, Label: c.Label})
	}
	return p
}

// Init fetches nothing.
func (p Pick) Init() tea.Cmd { return nil }

// Typing is always so: letters filter.
func (p Pick) Typing() bool { return true }

// Head says whose client this is about.
func (p Pick) Head(fr kit.Frame) kit.Head { return kit.Head{Title: TitleOf(fr)} }

// Acts are to pick and to leave.
func (p Pick) Acts(fr kit.Frame) []kit.Act {
	return []kit.Act{
		{ID: string(DoKeep), Keys: keys.Open, Name: fr.T("kit.pick"), Together: p.Together},
		{ID: string(DoNo), Keys: keys.Back, Name: fr.T("kit.away"), Together: true},
	}
}

// start puts the cursor on the item that is in hand at first.
func (p Pick) start(fr kit.Frame) Pick {
	if p.begun {
		return p
	}
	p.begun = true
	for i, item := range p.Items {
		if item.ID == p.At {
			p.list = p.list.To(i, len(p.Items), p.visible(fr))
		}
	}
	return p
}

// found are the items of which label or detail hold what was typed, word by
// word.
func (p Pick) found() []Item {
	typed := p.filter.Text()
	var out []Item
	for _, item := range p.Items {
		if text.Finds(item.Label+" "+item.Detail, typed) {
			out = append(out, item)
		}
	}
	return out
}

// Update answers a key.
func (p Pick) Update(fr kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	p = p.start(fr)
	items := p.found()
	switch {
	case keys.Pressed(msg, keys.Open):
		msg = DoKeep
	case keys.Pressed(msg, keys.Back):
		msg = DoNo
	}
	switch msg {
	case DoKeep:
		if closed(fr, p.Together) {
			return p, kit.Outcome{}
		}
		if p.list.At >= len(items) {
			return p, kit.Refuses(fr.T("kit.pick.none"))
		}
		return p, endDialog(fr, p.Then(items[p.list.At].ID))
	case DoNo:
		if p.filter.Text() == "" {
			return p, kit.Outcome{Back: true}
		}
		p.filter, p.list = editor.NewLine(""), List{}
		return p, kit.Outcome{}
	}
	switch way := keys.Move(msg, true); way {
	case keys.Up, keys.Down, keys.PageUp, keys.PageDown:
		p.list = p.list.Move(way, len(items), p.visible(fr))
		return p, kit.Outcome{}
	}
	before := p.filter.Text()
	if p.filter, _ = p.filter.Update(msg, fr.W); p.filter.Text() != before {
		p.list = List{}
	}
	return p, kit.Outcome{}
}

func (p Pick) visible(fr kit.Frame) int { return p.table(p.found()).Visible(max(fr.H-6, 1)) }

func (p Pick) table(items []Item) Table {
	t := Table{Bare: true, Count: len(items), Columns: []Column{{Share: 1}, {Share: 1}}}
	t.Row = func(i int) Row {
		return Row{Cells: []Cell{{Text: items[i].Label}, {Text: items[i].Detail}}}
	}
	return t
}

// View draws what was typed and the items that hold it.
func (p Pick) View(fr kit.Frame) kit.Page {
	p = p.start(fr)
	lines, w := drawDialog(fr, p.Title, "")
	text, c := p.filter.View(fr.Theme, w, 1)
	if p.filter.Text() == "" {
		text[0] = fr.Theme.Faint.Render(cells.Line(fr.T("kit.pick.filter"), w))
	}
	c.Y = len(lines)
	lines = append(lines, text[0], "")
	table := p.table(p.found())
	table.Empty = fr.T("kit.pick.none")
	lines = append(lines, table.View(fr, p.list, w, fr.H-len(lines))...)
	return sheetPage(fr, lines, c)
}
