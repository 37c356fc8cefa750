package large

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"kwi/internal/text"
)

// fontText is the font as it was drawn: bands of signs, each with a line that
// names them and their dots below. A letter has eight rows: six above the line
// on which it stands, of which the lower four are the height of an x, and two
// below. A mark, named by its code point, has only its own rows; where it is
// drawn twice, one is for letters of odd width and one for those of even width.
//
//go:embed font.txt
var fontText string

// Rows of dots of a letter.
const (
	capitalRows = 6 // the height of a capital, and of a digit
	letterRows  = 8 // with what hangs below the line
)

// glyph is a sign in dots: its rows from top, a bit a dot, the lowest bit left.
type glyph struct {
	w    int
	top  int // row of the first of rows; above a capital it is negative
	rows []uint16
}

// fontOf is the signs, and the marks by the width, odd or even, that they suit.
type fontOf struct {
	glyphs map[rune]glyph
	marks  map[rune][2]glyph
}

var font = sync.OnceValue(func() fontOf { return readFont(fontText) })

// readFont reads a font as font.txt tells it. It believes the file; a test
// looks at every sign.
func readFont(drawn string) fontOf {
	f := fontOf{glyphs: map[rune]glyph{}, marks: map[rune][2]glyph{}}
	for band := range strings.SplitSeq(strings.TrimSpace(drawn), "\n\n") {
		lines := strings.Split(band, "\n")
		for i, name := range strings.Fields(lines[0]) {
			var g glyph
			for _, l := range lines[1:] {
				dots := strings.Fields(l)[i]
				g.w = len(dots)
				g.rows = append(g.rows, bitsOf(dots))
			}
			code, mark := strings.CutPrefix(name, "U+")
			if !mark || code == "" {
				f.glyphs[[]rune(name)[0]] = g
				continue
			}
			n, _ := strconv.ParseUint(code, 16, 32)
			g = g.trimmed()
			both, twice := f.marks[rune(n)]
			if !twice {
				both = [2]glyph{g, g}
			}
			both[g.w%2] = g
			f.marks[rune(n)] = both
		}
	}
	return f
}

func bitsOf(dots string) (bits uint16) {
	for i := range len(dots) {
		if dots[i] == '#' {
			bits |= 1 << i
		}
	}
	return bits
}

// trimmed is a glyph without the empty rows above and below its dots.
func (g glyph) trimmed() glyph {
	for len(g.rows) > 0 && g.rows[0] == 0 {
		g.rows, g.top = g.rows[1:], g.top+1
	}
	for len(g.rows) > 0 && g.rows[len(g.rows)-1] == 0 {
		g.rows = g.rows[:len(g.rows)-1]
	}
	return g
}

// spelled are signs that stand for several letters, or look like another one.
var spelled = strings.NewReplacer("ĳ", "ij", "Ĳ", "IJ", "ﬁ", "fi", "ﬂ", "fl", "ﬀ", "ff", "\u2010", "-", "\u2011", "-", "µ", "μ", "Ð", "Đ", "‚", ",")

// glyphsOf is a word in dots, and false where the font lacks a sign of it.
// Letters with marks are put together; what cannot be seen is passed over.
func (f fontOf) glyphsOf(word string) (out []glyph, ok bool) {
	for _, r := range word {
		if g, drawn := f.glyphs[r]; drawn {
			out = append(out, g)
			continue
		}
		for _, part := range text.Decompose(string(r)) {
			if out, ok = f.with(out, part); !ok {
				return nil, false
			}
		}
	}
	return out, true
}

// with is letters with one more, or with a mark on the last of them.
func (f fontOf) with(out []glyph, r rune) ([]glyph, bool) {
	if unicode.Is(unicode.Cf, r) {
		return out, true
	}
	if unicode.Is(unicode.Mn, r) {
		m, drawn := f.marks[r]
		if !drawn || len(out) == 0 {
			return nil, false
		}
		out[len(out)-1] = f.marked(out[len(out)-1], m, r)
		return out, true
	}
	g, drawn := f.glyphs[r]
	return append(out, g), drawn
}

// Marks from this code point up to below aboveAgain stand below the letter,
// and from touching on they touch it.
const (
	below      = 0x323
	touching   = 0x327
	aboveAgain = 0x330
)

// marked is a letter with a mark. An i loses its dot to a mark above it.
func (f fontOf) marked(g glyph, marks [2]glyph, code rune) glyph {
	under := code >= below && code < aboveAgain
	if !under && g.same(f.glyphs['i']) {
		g = f.glyphs['ı']
	}
	g = g.trimmed()
	m := marks[g.w%2]
	switch {
	case code >= touching && under:
		m.top = g.top + len(g.rows)
	case under:
		m.top = g.top + len(g.rows) + 1
	default:
		m.top = g.top - 1 - len(m.rows)
	}
	return g.with(m)
}

func (g glyph) same(o glyph) bool {
	return len(g.rows) > 0 && len(o.rows) > 0 && &g.rows[0] == &o.rows[0]
}

// with is two glyphs in one, the second in the middle of the first.
func (g glyph) with(m glyph) glyph {
	w := max(g.w, m.w)
	top := min(g.top, m.top)
	rows := make([]uint16, max(g.top+len(g.rows), m.top+len(m.rows))-top)
	for i, r := range g.rows {
		rows[g.top-top+i] |= r << ((w - g.w) / 2)
	}
	for i, r := range m.rows {
		rows[m.top-top+i] |= r << ((w - m.w) / 2)
	}
	return glyph{w: w, top: top, rows: rows}
}
