package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kwi/internal/lang"
	"kwi/internal/report"
	"kwi/internal/text"
)

// documentLook is how a document is set: its words and how large.
type documentLook struct {
	words *lang.Words
	scale float64 // 1 is the common size
}

func (l documentLook) font(f fontFace, size float64) fontAtSize { return fontAtSize{f, size * l.scale} }

func (l documentLook) body() fontAtSize  { return l.font(regular, 9.5) }
func (l documentLook) small() fontAtSize { return l.font(regular, 8) }

// mm is a distance that shrinks with the text.
func (l documentLook) mm(v float64) float64 { return v * l.scale }

// title is the head of a part, with its bookmark.
func (l documentLook) title(s string, x, width float64) []layoutPiece {
	f := l.font(boldFace, 17)
	lines := f.wrap(ours(s), width)
	var out []layoutPiece
	for i, text := range lines {
		out = append(out, layoutPiece{height: f.line(), keep: true, heads: true, says: utf8.RuneCountInString(text), draw: func(p *paperDocument, y float64) {
			if i == 0 {
				p.bookmark(strings.Join(strings.Fields(s), " "), 0, y)
			}
			p.text(x, y, text, f, accent)
		}})
	}
	return append(out, layoutPiece{height: l.mm(4), keep: true, heads: true})
}

// heading is a heading within a part.
func (l documentLook) heading(s string, x, width float64) []layoutPiece {
	return l.set(ours(s), x, width, setting{font: l.font(boldFace, 11), colour: accent, above: l.mm(5), keep: true, heads: true, below: l.mm(1.2)})
}

// paragraph is a text, as somebody's own words or standing back where it is
// so.
func (l documentLook) paragraph(t report.Text, x, width float64) []layoutPiece {
	s := setting{font: l.body(), colour: inkColour, above: l.mm(2)}
	switch {
	case t.Quiet:
		s.font, s.colour = l.small(), quietColour
	case t.Lead:
		s.font = l.font(regular, 11.5)
	}
	if t.Quiet || !t.Quote && ourLetters(t.Text) {
		t.Text = ours(t.Text)
	}
	if t.Quote {
		s.font.face, s.bar = oblique, true
		x, width = x+l.mm(4), width-l.mm(4)
	}
	return l.set(t.Text, x, width, s)
}

// ours is a text of our own, which reads as we do, whoever's name it begins with:
// also a name alone, so that it stands above what they said, and a title after
// its number.
func ours(s string) string {
	if text.HasRightToLeft(s) {
		return text.LeftToRightMark + s
	}
	return s
}

// ourLetters reports whether a text has letters that read from the left, as every
// sentence of our own has; what was typed may have none.
func ourLetters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r < 0x0250 && unicode.IsLetter(r) })
}

// setting is how a text is set.
type setting struct {
	font         fontAtSize
	colour       colour
	above, below float64
	keep         bool // with what follows
	heads        bool // what follows
	bar          bool // a line at its left
}

// set makes a piece of every line. The first two stay together, and the last
// two, so that no line stands alone.
func (l documentLook) set(s string, x, width float64, how setting) []layoutPiece {
	lines := how.font.wrap(s, width)
	out := make([]layoutPiece, len(lines))
	for i, text := range lines {
		out[i] = layoutPiece{
			height: how.font.line(), heads: how.heads, keep: how.keep || i == 0 && len(lines) > 1 || i == len(lines)-2, says: utf8.RuneCountInString(text),
			draw: func(p *paperDocument, y float64) {
				if how.bar && leansRight(text) {
					p.box(x+width+l.mm(2), y, 0.7, how.font.line(), softColour)
				} else if how.bar {
					p.box(x-l.mm(3), y, 0.7, how.font.line(), softColour)
				}
				if leansRight(text) {
					p.right(x+width, y, text, how.font, how.colour)
				} else {
					p.text(x, y, text, how.font, how.colour)
				}
			},
		}
	}
	out[0].above = how.above
	if how.below > 0 {
		out = append(out, layoutPiece{height: how.below, keep: how.keep, heads: how.heads})
	}
	return out
}
