package widget

import (
	"maps"

	"kwi/internal/cells"
	"kwi/ui/kit"
)

// about is the text above the fields.
func (d FormDialog) about(fr kit.Frame) string { return resumedText(fr, d.Text, d.from) }

// View draws all fields.
func (d FormDialog) View(fr kit.Frame) kit.Page {
	d = d.start(fr)
	fr = withoutDrafts(fr)
	lines, w := drawDialog(fr, d.Title, d.about(fr), d.text)
	lines = lines[:min(len(lines), max(fr.H-1, 0))]
	page := d.form.View(fr, d.fields(fr, maps.Clone(d.values)), w, max(fr.H-len(lines), 1))
	c := page.Cursor
	if c != nil {
		c.Y += len(lines)
	}
	return sheetPage(fr, append(lines, cells.Lines(page.Body)...), c)
}
