package widget

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/kit"
)

// A screen that has places of its own for its fields, as a page has, draws them
// itself: it knows what stands in them, and asks the form what is being typed.

// Open reports whether the field of that ID is open for typing.
func (f Form) Open(id string) bool { return f.open && f.at == id }

// Typed draws the text that is being typed in at most h lines, as wide as it is
// typed; nothing where no field is open.
func (f Form) Typed(fr kit.Frame, fields []Field, h int) ([]string, *tea.Cursor) {
	if !f.open || h < 1 {
		return nil, nil
	}
	w, e := f.room(fr, fields), f.visit.editor
	lines, c := e.View(fr.Theme, w, min(max(e.Height(w), 1), h))
	if field := f.Field(fields); e.Text() == "" && field.Hint != "" && len(lines) > 0 {
		lines[0] = fr.Theme.Faint.Render(cells.Line(field.Hint, w))
	}
	return lines, c
}

// Told is what must be said with a field: that an earlier visit left a text
// there, or what others put under the one that is being typed; else "".
func (f Form) Told(fr kit.Frame, fields []Field, id string) string {
	hand := f.index(fields)
	for i, field := range f.warned(fr, fields) {
		switch {
		case field.ID != id:
		case i == hand && f.open && field.Help != fields[i].Help:
			return field.Help
		default:
			return f.draftNote(fr, field, i == hand)
		}
	}
	return ""
}
