package inspiring

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/kit"
)

// Where it is wide the value in hand stands beside the list; else one opens it.
const (
	besideFrom = 100
	listWidth  = 46
	gap        = 3
	widestText = 80
	airyFrom   = 18 // lines from which on there is space above
)

// With the client watching both are drawn large, and so never beside each other.
func beside(f *kit.Frame) bool { return f.W >= besideFrom && f.Audience == kit.Manager }

// above are the lines over the list: the title and a rule.
func above(f *kit.Frame) []string {
	lines := []string{f.Theme.Strong.Render(cells.Line(f.T("inspiring.title"), f.W)), f.Theme.Rule(f.W)}
	if f.H >= airyFrom {
		lines = append([]string{""}, append(lines, "")...)
	}
	return lines
}

// searchLines is how many lines the search takes.
const searchLines = 2

// listSize is the room of the list.
func (d Dialog) listSize(f *kit.Frame) (w, h int) {
	h = max(f.H-len(above(f))-searchLines, 1)
	if beside(f) {
		return listWidth, h
	}
	return f.W, h
}

// valueSize is the room of a value.
func (d Dialog) valueSize(f *kit.Frame) (w, h int) {
	h = max(f.H-len(above(f)), 1)
	if beside(f) {
		return min(f.W-listWidth-gap, widestText), h
	}
	if f.Audience != kit.Manager {
		return f.W, h
	}
	return min(f.W, widestText), h
}

// View draws the search and the list, and the value in hand beside it or in
// its place.
func (d Dialog) View(f kit.Frame) kit.Page {
	lines := above(&f)
	v, ok := d.inHand(&f)
	w, h := d.valueSize(&f)
	var value []string
	if ok {
		value = d.value.view(&f, valueRows(&f, v, w), w, h, d.open)
	}
	if d.open && !beside(&f) {
		return kit.Page{Body: cells.Block(append(lines, value...), f.W, f.H)}
	}
	list, caret := d.searched(&f)
	if caret != nil {
		caret.Y = len(lines)
	}
	if d.open {
		caret = nil
	}
	if beside(&f) {
		both := cells.Columns(strings.Join(list, "\n"), listWidth, strings.Join(value, "\n"), w, gap)
		list = cells.Lines(both)
	}
	return kit.Page{Body: cells.Block(append(lines, list...), f.W, f.H), Cursor: caret}
}

// searched is the search, and below it what it found.
func (d Dialog) searched(f *kit.Frame) ([]string, *tea.Cursor) {
	w, h := d.listSize(f)
	typed, caret := d.filter.View(f.Theme, w, 1)
	if d.filter.Text() == "" {
		typed[0] = f.Theme.Faint.Render(cells.Line(f.T("kit.pick.filter"), w))
	}
	lines := []string{typed[0], ""}
	rows := listRows(f, d.found(f), w)
	if len(rows) == 0 {
		for _, l := range cells.Wrap(f.T("kit.pick.none"), w) {
			lines = append(lines, f.Theme.Faint.Render(l))
		}
		return lines, caret
	}
	d.list.at = d.list.in(rows)
	return append(lines, d.list.view(f, rows, w, h, !d.open || beside(f))...), caret
}
