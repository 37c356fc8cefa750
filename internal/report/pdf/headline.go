package pdf

import (
	"unicode/utf8"

	"kwi/internal/report"
)

// headline is the one figure of a document, large, with its name above it and
// beside it how it changed.
func (l documentLook) headline(h report.Headline, x, width float64) []layoutPiece {
	name, figure, change := l.font(boldFace, 11), l.font(boldFace, 40), l.font(boldFace, 18)
	label := name.wrap(h.Label, width)
	wide := figure.width(cleanForSetting(h.Figure.Text))
	left := x + wide + l.mm(8)
	var moved string
	if !h.Change.Missing {
		moved = h.Change.Text
	}
	about := l.body().wrap(h.About, max(x+width-left, l.mm(20)))
	beside := float64(len(about)) * l.body().line()
	if moved != "" {
		beside += change.line()
	}
	top := float64(len(label)) * name.line()
	high := max(figure.line(), beside)
	says := utf8.RuneCountInString(h.Sentence())
	return []layoutPiece{{above: l.mm(4), height: top + high + l.mm(2), says: says, keep: true, draw: func(p *paperDocument, y float64) {
		p.lines(x, y, label, name, accent)
		y += top
		p.text(x, y+(high-figure.line())/2, h.Figure.Text, figure, inkColour)
		y += (high - beside) / 2
		if moved != "" {
			p.text(left, y, moved, change, inkColour)
			y += change.line()
		}
		p.lines(left, y, about, l.body(), quietColour)
	}}}
}
