package ui

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// beginning is what there is to begin with: the example, or a first client.
type beginning struct {
	opens bool // there is an example
	list  widget.List
}

// beginningRow is one of them: its texts in the catalogue, the letter by which the
// list of clients does the same, and what it does.
type beginningRow struct {
	text   string
	letter kit.Act // only its keys
	does   kit.Outcome
}

func (b beginning) rows() (rows []beginningRow) {
	if b.opens {
		rows = append(rows, beginningRow{"beginning.example", kit.Act{Keys: keys.Example}, kit.Outcome{Back: true, Opens: kit.ExamplePortfolio}})
	}
	return append(rows, beginningRow{"beginning.client", kit.Act{Keys: keys.New}, kit.Outcome{Back: true, Tell: kit.Do("new")}})
}

func (b beginning) Init() tea.Cmd { return nil }
func (b beginning) Typing() bool  { return false }

func (b beginning) Head(f kit.Frame) kit.Head {
	if f.Supplier != "" {
		return kit.Head{Title: f.Supplier}
	}
	return kit.Head{Title: "kwi"}
}

func (b beginning) Acts(f kit.Frame) []kit.Act {
	acts := []kit.Act{{ID: "open", Keys: keys.Open, Name: f.T("kit.pick")}, {ID: "back", Keys: keys.Back, Name: f.T("beginning.later")}}
	for i, row := range b.rows() {
		acts = append(acts, kit.Act{ID: row.text, Keys: keys.Place(i + 1), Name: f.T(row.text), Hidden: true})
	}
	for _, row := range b.rows() { // by the letters that do the same in the list of clients
		acts = append(acts, kit.Act{ID: row.text, Keys: row.letter.Keys, Name: f.T(row.text), Hidden: true})
	}
	return acts
}

func (b beginning) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	rows := b.rows()
	switch msg {
	case kit.Do("back"):
		return b, kit.Outcome{Back: true}
	case kit.Do("open"):
		return b, rows[b.list.In(len(rows))].does
	}
	for _, row := range rows {
		if msg == tea.Msg(kit.Do(row.text)) {
			return b, row.does
		}
	}
	b.list = b.list.Move(keys.Move(msg, false), len(rows), len(rows))
	return b, kit.Outcome{}
}

func (b beginning) View(f kit.Frame) kit.Page {
	t, w := f.Theme, min(f.W, 84)
	title := f.T("beginning.title")
	if f.Me.Name != "" {
		title = f.T("beginning.title.name", f.Me.Name)
	}
	lines := []string{"", t.Strong.Render(cells.Line(title, w)), t.Rule(w), ""}
	rows := b.rows()
	for i, row := range rows {
		sign, look := "  ", t.Strong
		if i == b.list.In(len(rows)) {
			sign, look = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Accent
		}
		lines = append(lines, sign+t.Accent.Render(f.Words.Int(i+1))+"  "+look.Render(cells.Line(f.T(row.text), w-5)))
		for _, l := range cells.Wrap(f.T(row.text+".line"), w-5) {
			lines = append(lines, "     "+t.Faint.Render(l))
		}
		lines = append(lines, "")
	}
	for _, l := range cells.Wrap(f.T("beginning.also"), w) {
		lines = append(lines, t.Faint.Render(l))
	}
	return kit.Page{Body: cells.Block(lines, f.W, f.H)}
}
