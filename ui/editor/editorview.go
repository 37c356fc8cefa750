package editor

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/theme"
)

// View draws the text in at most h lines of at most w cells, the caret among
// them. One line scrolls sideways, many scroll down; both by half a width or
// height, so that the text stands still while the caret moves within it.
func (e Editor) View(t theme.Theme, w, h int) (lines []string, cursor *tea.Cursor) {
	if w < 1 || h < 1 {
		return nil, nil
	}
	if !e.ManyLines {
		return e.viewLine(t, w)
	}
	spans := e.spans(w)
	row, col := e.place(spans, w)
	top := cells.Scroll(row, row+1, h)
	for _, p := range spans[top:min(top+h, len(spans))] {
		lines = append(lines, t.Text.Render(cells.Cut(e.text[p.From:p.To], w)))
	}
	return lines, caretAt(col, row-top)
}

// Height is how many lines the text takes at a width, at least one.
func (e Editor) Height(w int) int {
	if !e.ManyLines || w < 1 {
		return 1
	}
	return len(e.spans(w))
}

func (e Editor) viewLine(t theme.Theme, w int) ([]string, *tea.Cursor) {
	col := cells.Width(e.text[:e.at])
	from, left := 0, cells.Scroll(col, col+1, w)
	for x := 0; x < left; {
		size, cells := cells.Cluster(e.text[from:])
		from += size
		if x += cells; x > left {
			left = x // a wide character stands across the edge
		}
	}
	to, x := from, 0
	for to < len(e.text) {
		size, cells := cells.Cluster(e.text[to:])
		if x+cells > w {
			break
		}
		to, x = to+size, x+cells
	}
	look := t.Text
	if e.proposal {
		look = t.Selected
	}
	return []string{look.Render(e.text[from:to])}, caretAt(max(col-left, 0), 0)
}

// spans are the lines as shown. One cell stays free for the caret behind the
// last letter.
func (e Editor) spans(w int) []cells.LineSpan { return cells.Spans(e.text, max(w-1, 1)) }

// place is the line and the cell of the caret. In the spaces at which a line
// was broken it stands behind that line.
func (e Editor) place(spans []cells.LineSpan, w int) (row, col int) {
	for row+1 < len(spans) && spans[row+1].From <= e.at {
		row++
	}
	p := spans[row]
	return row, min(cells.Width(e.text[p.From:max(min(e.at, p.To), p.From)]), w-1)
}

// OnFirstLine reports whether the caret is on the first line as shown.
func (e Editor) OnFirstLine(w int) bool {
	row, _ := e.place(e.spans(w), w)
	return !e.ManyLines || row == 0
}

// OnLastLine reports whether the caret is on the last line as shown.
func (e Editor) OnLastLine(w int) bool {
	spans := e.spans(w)
	row, _ := e.place(spans, w)
	return !e.ManyLines || row == len(spans)-1
}

// rows moves the caret by lines as shown, and keeps to its column.
func (e Editor) rows(by, w int) Editor {
	spans := e.spans(w)
	row, col := e.place(spans, w)
	if e.want > 0 {
		col = e.want - 1
	}
	row = max(min(row+by, len(spans)-1), 0)
	i, x := spans[row].From, 0
	for i < spans[row].To {
		size, cells := cells.Cluster(e.text[i:])
		if x+cells > col {
			break
		}
		i, x = i+size, x+cells
	}
	if i == spans[row].To && row+1 < len(spans) && spans[row+1].From == i && i > spans[row].From {
		i = e.before(i) // behind the last letter of a broken word is the next line
	}
	e.at, e.want = i, col+1
	return e
}

func caretAt(x, y int) *tea.Cursor {
	c := tea.NewCursor(x, y)
	c.Shape, c.Blink = tea.CursorBar, false
	return c
}
