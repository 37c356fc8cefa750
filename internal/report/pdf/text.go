package pdf

import (
	"strings"
	"unicode/utf8"

	"kwi/internal/lang"
	"kwi/internal/report"
)

// look is how a document is set: its words and how large.
type look struct {
	words *lang.Words
	scale float64 // 1 is the common size
}

func (l look) font(f face, size float64) font { return font{f, size * l.scale} }

func (l look) body() font  { return l.font(regular, 9.5) }
func (l look) small() font { return l.font(regular, 8) }

// mm is a distance that shrinks with the text.
func (l look) mm(v float64) float64 { return v * l.scale }

// title is the head of a part, with its bookmark.
func (l look) title(s string, x, width float64) []piece {
	f := l.font(bold, 17)
	lines := f.wrap(s, width)
	var out []piece
	for i, text := range lines {
		out = append(out, piece{height: f.line(), keep: true, says: utf8.RuneCountInString(text), draw: func(p *paper, y float64) {
			if i == 0 {
				p.bookmark(strings.Join(strings.Fields(s), " "), 0, y)
			}
			p.text(x, y, text, f, accent)
		}})
	}
	return append(out, piece{height: l.mm(4), keep: true})
}

// heading is a heading within a part.
func (l look) heading(s string, x, width float64) []piece {
	return l.set(s, x, width, setting{font: l.font(bold, 11), colour: accent, above: l.mm(5), keep: true, below: l.mm(1.2)})
}

// paragraph is a text, as somebody's own words or standing back where it is
// so.
func (l look) paragraph(t report.Text, x, width float64) []piece {
	s := setting{font: l.body(), colour: ink, above: l.mm(2)}
	if t.Quiet {
		s.font, s.colour = l.small(), quiet
	}
	if t.Quote {
		s.font.face, s.bar = oblique, true
		x, width = x+l.mm(4), width-l.mm(4)
	}
	return l.set(t.Text, x, width, s)
}

// setting is how a text is set.
type setting struct {
	font         font
	colour       colour
	above, below float64
	keep         bool // with what follows
	bar          bool // a line at its left
}

// set makes a piece of every line. The first two stay together, and the last
// two, so that no line stands alone.
func (l look) set(s string, x, width float64, how setting) []piece {
	lines := how.font.wrap(s, width)
	out := make([]piece, len(lines))
	for i, text := range lines {
		out[i] = piece{
			height: how.font.line(), keep: how.keep || i == 0 && len(lines) > 1 || i == len(lines)-2, says: utf8.RuneCountInString(text),
			draw: func(p *paper, y float64) {
				if how.bar {
					p.box(x-l.mm(3), y, 0.7, how.font.line(), soft)
				}
				p.text(x, y, text, how.font, how.colour)
			},
		}
	}
	out[0].above = how.above
	if how.below > 0 {
		out = append(out, piece{height: how.below, keep: how.keep})
	}
	return out
}
