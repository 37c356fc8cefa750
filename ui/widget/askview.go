package widget

import (
	"strings"

	"kwi/internal/cells"
	"kwi/ui/kit"
)

// about is the text above what is asked.
func (a Ask) about(fr kit.Frame) string {
	about := a.Text
	if a.stood != a.Value {
		about = strings.TrimSpace(about + "\n\n" + fr.T("kit.form.other", Field{}.told(fr, a.stood)))
	}
	if a.from != "" && a.changed(a.editor) {
		about = resumedText(fr, about, a.from)
	}
	return about
}

// View draws the text with its label above it.
func (a Ask) View(fr kit.Frame) kit.Page {
	a, _ = a.start(fr).meanwhile(fr)
	shown := a.shown(fr)
	a.scroll.below = len(shown)
	lines, w := drawDialog(fr, a.Title, a.about(fr), a.scroll)
	if a.Label != "" {
		lines = append(lines, fr.Theme.Faint.Render(cells.Line(a.Label, w)))
	}
	e := a.editor
	most := max(a.Lines, 1)
	if a.Sentence {
		most = min(max(e.Height(a.width(fr)), 1), max(most, 4))
	}
	drawn, c := e.View(fr.Theme, a.width(fr), max(min(most, fr.H-len(lines)-len(shown)), 1))
	if e.Text() == "" {
		drawn[0] = fr.Theme.Faint.Render(cells.Line(a.Hint, a.width(fr)))
	}
	c.X += signMargin
	c.Y += len(lines)
	for i, l := range drawn {
		sign := cells.Spaces(signMargin)
		if i == 0 {
			sign = fr.Theme.Accent.Render(fr.Theme.Glyphs.Cursor) + " "
		}
		lines = append(lines, sign+l)
	}
	lines = append(lines, shown...)
	return sheetPage(fr, lines, c)
}

// shown is what stands below what is typed, no more than there is room for beside it.
func (a Ask) shown(fr kit.Frame) (lines []string) {
	if a.Shows == nil {
		return nil
	}
	lines = []string{""}
	for _, l := range cells.Wrap(a.Shows(a.editor.Text()), a.width(fr)) {
		lines = append(lines, cells.Spaces(signMargin)+fr.Theme.Accent.Render(l))
	}
	return lines[:min(len(lines), max(fr.H-headLines-askedLines, 2))]
}
