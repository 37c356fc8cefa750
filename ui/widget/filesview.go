package widget

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/kit"
)

// filesAround is what is drawn round the rows: the head of a dialog, and the
// folder.
const filesAround = 6

// height is how many rows there is room for.
func (p Files) height(fr kit.Frame) int { return max(fr.H-filesAround, 1) }

// View draws the rows as the picker drew them last, those round the cursor
// where there is less room now.
func (p Files) View(fr kit.Frame) kit.Page {
	lines, w := drawDialog(fr, p.Title, "", dialogText{})
	if p.folder == "" {
		return sheetPage(fr, append(lines, fr.Theme.Faint.Render(fr.T("kit.files.looking"))), nil)
	}
	lines = append(lines, fr.Theme.Strong.Render(tailOf(p.folder, w)), "")
	if len(p.rows) == 0 {
		return sheetPage(fr, append(lines, fr.Theme.Faint.Render(cells.Line(fr.T("kit.files.empty"), w))), nil)
	}
	held := 0
	for i, r := range p.rows {
		if r.held {
			held = i
		}
	}
	from, to := List{At: held}.Window(len(p.rows), p.height(fr))
	var caret *tea.Cursor
	for i := from; i < to; i++ {
		if p.rows[i].held {
			caret = tea.NewCursor(0, len(lines))
		}
		lines = append(lines, p.rows[i].draw(fr, w))
	}
	return sheetPage(fr, lines, caret)
}

// draw draws a row. Folders end as they do in a path; what is not looked for
// stands back.
func (r fileRow) draw(fr kit.Frame, w int) string {
	g := fr.Theme.Glyphs
	cursor, mark, name := " ", " ", r.text
	if r.held {
		cursor = g.Cursor
	}
	if r.marked {
		mark = g.On
	}
	if r.kind == aFolder {
		name += "/"
	}
	line := cells.Line(cursor+" "+mark+" "+name, w)
	switch {
	case r.held:
		return fr.Theme.Accent.Render(line)
	case r.kind == otherFile:
		return fr.Theme.Faint.Render(line)
	}
	return line
}

// tailOf is a path on one line, cut at its beginning where it is long.
func tailOf(path string, w int) string {
	path = cells.OneLine(path)
	if cells.Width(path) <= w {
		return path
	}
	runes := []rune(path)
	for len(runes) > 0 && cells.Width(string(runes)) > w-1 {
		runes = runes[1:]
	}
	return "…" + string(runes)
}
