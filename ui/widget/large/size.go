package large

import (
	"kwi/internal/cells"
	"kwi/ui/theme"
)

// Size is a size of letters of dots in which several short texts stand, so that
// they look alike. The zero value has none.
type Size struct{ size }

// OneSize is the largest usual size in which each of these texts takes one line
// of at most w by h cells, with what hangs below it; false where there is none.
func OneSize(w, h int, texts ...string) (Size, bool) {
	shapes := make([]shape, len(texts))
	for i, text := range texts {
		if shapes[i] = shapeOf(cells.OneLine(text)); !shapes[i].drawable || shapes[i].width() == 0 {
			return Size{}, false
		}
	}
	z, ok := largestOf(h, letterRows, func(z size) bool {
		for i := range shapes {
			if z.across(shapes[i].width()) > w {
				return false
			}
		}
		return true
	})
	return Size{z}, ok && len(texts) > 0
}

// Rows is how many lines a text takes.
func (z Size) Rows() int { return z.down(letterRows) }

// Width is how wide a text is.
func (z Size) Width(text string) int {
	s := shapeOf(cells.OneLine(text))
	return z.across(s.width())
}

// Draw is a text in this size and a look of its own, all lines equally wide. A
// text with a letter that the font lacks has none.
func (z Size) Draw(look theme.Style, text string) []string {
	s := shapeOf(cells.OneLine(text))
	if !s.drawable || z.x == 0 {
		return make([]string, z.Rows())
	}
	c := s.row(z.size)
	out := make([]string, c.h)
	for y := range out {
		out[y] = look.Render(c.line(y, 0, c.w))
	}
	return out
}

// Alike draws texts of any length in one size, the largest in which each of
// them fits in w by h cells; false where there is none. One of them is drawn in
// the look that is wanted for it.
func Alike(w, h int, texts ...string) (draw func(i int, look theme.Style) []string, ok bool) {
	shapes, at := make([]shape, len(texts)), usual
	for i, text := range texts {
		shapes[i] = shapeOf(text)
		at = min(at, shapes[i].largest(w, h))
	}
	if at == 0 || len(texts) == 0 {
		return nil, false
	}
	return func(i int, look theme.Style) []string {
		return shapes[i].setIn(sizes[at-1], w, h).draw(look)
	}, true
}
