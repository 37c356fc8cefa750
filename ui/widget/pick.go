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

// MoreItems are items that a Pick's Fetch brought, behind those it has.
type MoreItems []Item

// Pick asks to pick one of many; typing finds them, by words or by letters.
type Pick struct {
	Title    string
	Items    []Item
	At       string // the ID that is in hand at first
	Then     func(id string) kit.Outcome
	Fetch    tea.Cmd // brings MoreItems, or nil
	Details  int     // how wide the column of the details is; 0: a third
	Together bool

	filter editor.Editor
	list   List
	begun  bool
	finder *text.Finder // never changed once it is made
	hits   []int        // of Items, what was typed finds; replaced, never changed
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

// Init fetches what is not there yet.
func (p Pick) Init() tea.Cmd { return p.Fetch }

// Typing is always so: letters filter.
func (p Pick) Typing() bool { return true }

// Head says whose client this is about.
func (p Pick) Head(fr kit.Frame) kit.Head { return kit.Head{Title: TitleOf(fr)} }

// Acts are to pick and to leave.
func (p Pick) Acts(fr kit.Frame) []kit.Act {
	return []kit.Act{
		{ID: string(DoKeep), Looks: true, Keys: keys.Open, Name: fr.T("kit.pick"), Together: p.Together},
		{ID: string(DoNo), Keys: keys.Back, Name: fr.T("kit.away"), Together: true},
	}
}

// start puts the cursor on the item that is in hand at first.
func (p Pick) start(fr kit.Frame) Pick {
	if p.begun {
		return p
	}
	p.begun = true
	p = p.indexed()
	for i, item := range p.Items {
		if item.ID == p.At {
			p.list = p.list.To(i, len(p.Items), p.visible(fr))
		}
	}
	return p
}

// indexed is the pick with a finder of all its items.
func (p Pick) indexed() Pick {
	items := p.Items
	p.finder = text.NewFinder(len(items), func(i int) (string, string) { return items[i].Label, items[i].Detail })
	p.hits = p.finder.Find(p.filter.Text())
	return p
}

// more takes items in behind the others; the cursor stays on its item.
func (p Pick) more(fr kit.Frame, items []Item) Pick {
	was := -1
	if at := p.list.At; at < len(p.hits) {
		was = p.hits[at]
	}
	p.Items = append(p.Items[:len(p.Items):len(p.Items)], items...)
	p = p.indexed()
	for at, i := range p.hits {
		if i == was {
			p.list = p.list.To(at, len(p.hits), p.visible(fr))
		}
	}
	return p
}

// Update answers a key.
func (p Pick) Update(fr kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	p = p.start(fr)
	if items, ok := msg.(MoreItems); ok {
		return p.more(fr, items), kit.Outcome{}
	}
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
		if p.list.At >= len(p.hits) {
			return p, kit.Refuses(fr.T("kit.pick.none"))
		}
		return p, EndDialog(fr, p.Then(p.Items[p.hits[p.list.At]].ID))
	case DoNo:
		if p.filter.Text() == "" {
			return p, kit.Outcome{Back: true}
		}
		p.filter, p.list = editor.NewLine(""), List{}
		p.hits = p.finder.Find("")
		return p, kit.Outcome{}
	}
	switch way := keys.Move(msg, true); way {
	case keys.Up, keys.Down, keys.PageUp, keys.PageDown:
		p.list = p.list.Move(way, len(p.hits), p.visible(fr))
		return p, kit.Outcome{}
	}
	before := p.filter.Text()
	if p.filter, _ = p.filter.Update(msg, fr.W); p.filter.Text() != before {
		p.list, p.hits = List{}, p.finder.Find(p.filter.Text())
	}
	return p, kit.Outcome{}
}

func (p Pick) visible(fr kit.Frame) int {
	return p.table().Visible(max(fr.H-6-len(p.cutOff(fr)), 1))
}

// cutOff is what of the item in hand its row has no room for, whole, for below the
// others; none where the dialog has no room for it.
func (p Pick) cutOff(fr kit.Frame) []string {
	lines := p.table().CutOff(fr, p.list, breadth(fr))
	if len(lines) == 0 || fr.H < leastCutOff {
		return nil
	}
	return append([]string{""}, lines[:min(len(lines), mostCutOff)]...)
}

// mostCutOff is how many lines that takes at most, in a dialog of so many lines at least.
const (
	mostCutOff  = 3
	leastCutOff = 12
)

func (p Pick) table() Table {
	t := Table{Bare: true, Count: len(p.hits), Columns: []Column{{Share: 2}, {Share: 1, Width: p.Details}}}
	t.Row = func(i int) Row {
		item := p.Items[p.hits[i]]
		return Row{Cells: []Cell{{Text: item.Label}, {Text: item.Detail}}}
	}
	return t
}

// View draws what was typed and the items that hold it.
func (p Pick) View(fr kit.Frame) kit.Page {
	p = p.start(fr)
	lines, w := drawDialog(fr, p.Title, "", dialogText{})
	text, c := p.filter.View(fr.Theme, w, 1)
	if p.filter.Text() == "" {
		text[0] = fr.Theme.Faint.Render(cells.Line(fr.T("kit.pick.filter"), w))
	}
	c.Y = len(lines)
	lines = append(lines, text[0], "")
	table := p.table()
	table.Empty = fr.T("kit.pick.none")
	cut := p.cutOff(fr)
	lines = append(append(lines, table.View(fr, p.list, w, fr.H-len(lines)-len(cut))...), cut...)
	return sheetPage(fr, lines, c)
}
