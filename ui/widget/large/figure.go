package large

import (
	"kwi/internal/cells"
	"kwi/ui/theme"
)

// Figure is a figure, or a short word, on one line of letters of dots as large
// as w by h cells allow, all lines equally wide. Figures of the same size stand
// on the same line, whether they have a comma or not. Where no letters of dots
// fit, or the font lacks one, it is written in plain ones. For a figure one dot
// of the tail of a comma may be missing below.
func Figure(t theme.Theme, text string, w, h int) []string {
	if w <= 0 || h <= 0 {
		return nil
	}
	s := shapeOf(cells.OneLine(text))
	z, ok := sizeIn(len(sizes), h, letterRows-1, func(z size) bool { return s.drawable && z.across(s.width()) <= w && s.width() > 0 })
	if !ok {
		return []string{t.Strong.Render(cells.Line(s.clean, w))}
	}
	c := s.row(z)
	out := make([]string, min(c.h, h))
	for y := range out {
		out[y] = t.Strong.Render(c.line(y, 0, c.w))
	}
	return out
}

// largestOf is the largest usual size in which so many rows of dots are at most
// h cells high, and that suits.
func largestOf(h, rows int, suits func(size) bool) (z size, ok bool) {
	return sizeIn(usual, h, rows, suits)
}

// sizeIn is that among the first so many sizes.
func sizeIn(most, h, rows int, suits func(size) bool) (z size, ok bool) {
	for at := most; at > 0; at-- {
		if z := sizes[at-1]; z.down(rows) <= h && suits(z) {
			return z, true
		}
	}
	return size{}, false
}

// across and down are how many cells so many dots take.
func (z size) across(dots int) int { return (dots*z.x + 1) / 2 }
func (z size) down(dots int) int   { return (dots*z.y + 1) / 2 }

// width is how many dots a shape of one line is wide.
func (s *shape) width() (w int) {
	if len(s.paragraphs) > 0 {
		each(s.paragraphs[0], func(at int, g glyph) { w = at + g.w })
	}
	return w
}

// row is a shape of one line, from the top of a capital to what hangs below.
func (s *shape) row(z size) canvas {
	c := newCanvas(z.across(s.width()), z.down(letterRows))
	each(s.paragraphs[0], func(at int, g glyph) { c.put(g, at*z.x, 0, z) })
	return c
}
