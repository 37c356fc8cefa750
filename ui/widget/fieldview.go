package widget

import (
	"kwi/internal/cells"
	"kwi/ui/kit"
)

// field draws one field below those before it.
func (d *formDrawing) field(fields []Field, i int) {
	field, t := fields[i], d.fr.Theme
	switch field.Kind {
	case HeadingField:
		if len(d.lines) > 0 && d.lines[len(d.lines)-1] != "" {
			d.lines = append(d.lines, "")
		}
		d.starts = append(d.starts, len(d.lines))
		d.lines = append(d.lines, cells.Spaces(signMargin)+t.Strong.Render(cells.Line(field.Label, d.w-signMargin)))
		return
	case NoteField:
		d.starts = append(d.starts, len(d.lines))
		text := field.Value
		if text == "" {
			text = field.Label
		}
		for _, l := range cells.Wrap(text, d.w-signMargin) {
			d.lines = append(d.lines, cells.Spaces(signMargin)+t.Faint.Render(l))
		}
		return
	}
	start := len(d.lines)
	d.starts = append(d.starts, start)
	label := cells.Fit(field.Label, d.s.label)
	sign := cells.Spaces(signMargin)
	switch {
	case i == d.hand:
		sign = t.Accent.Render(t.Glyphs.Cursor) + " "
		label = t.Accent.Render(label)
	case field.Why != "":
		label = t.Faint.Render(label)
	}
	for n, l := range d.value(field, i == d.hand, start) {
		if n == 0 {
			if field.Beside != "" {
				l = cells.Pad(l, d.s.value) + cells.Spaces(columnGap) + t.Faint.Render(cells.Line(field.Beside, d.s.aside))
			}
			d.lines = append(d.lines, sign+label+cells.Spaces(columnGap)+l)
		} else {
			d.lines = append(d.lines, cells.Spaces(signMargin+d.s.label+columnGap)+l)
		}
	}
	if text := d.form.draftNote(d.fr, field, i == d.hand); text != "" {
		for _, l := range cells.Wrap(text, d.s.value) {
			d.lines = append(d.lines, cells.Spaces(signMargin+d.s.label+columnGap)+t.Accent.Render(l))
		}
	}
	if i == d.hand {
		d.from, d.to = start, len(d.lines)
	}
}

// Said is what stands in a field as one reads it, "" where nothing does.
func (f Field) Said(fr kit.Frame) string {
	if f.Value == "" || f.Kind == HeadingField {
		return ""
	}
	return f.shown(fr)
}

// value draws what stands in a field, at least one line.
func (d *formDrawing) value(field Field, inHand bool, start int) []string {
	t, w := d.fr.Theme, d.s.value
	most := 1
	if field.wraps() {
		if most = field.Lines; most == 0 {
			most = 4
		}
	}
	if inHand && d.form.open {
		e := d.form.visit.editor
		lines, c := e.View(t, w, min(max(e.Height(w), 1), most))
		if e.Text() == "" && field.Hint != "" {
			lines[0] = t.Faint.Render(cells.Line(field.Hint, w))
		}
		if c != nil {
			c.X += signMargin + d.s.label + columnGap
			c.Y += start
			d.cursor = c
		}
		return lines
	}
	shown, look := field.shown(d.fr), t.Text
	switch {
	case field.Why != "":
		look = t.Faint
	case shown == "":
		look = t.Faint
		if shown = field.Hint; shown == "" {
			shown = t.Glyphs.None
		}
	}
	if field.Kind == ChoiceField && inHand && field.free() {
		return []string{t.Accent.Render("‹ ") + look.Render(cells.Line(shown, w-4)) + t.Accent.Render(" ›")}
	}
	if !field.wraps() {
		return []string{look.Render(cells.Line(shown, w))}
	}
	lines := clipLines(cells.Wrap(shown, w), most, w)
	for i, l := range lines {
		lines[i] = look.Render(l)
	}
	return lines
}
