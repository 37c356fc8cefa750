package large

import (
	"strings"

	"kwi/ui/theme"
)

// set is lines of dots in one size, ready to be drawn.
type set struct {
	size    size
	lines   [][]piece
	pitch   int // dots from line to line
	above   int // dots above the first capital
	dots    int // height of all
	longest int
}

// settle puts lines as far apart as h allows, at most airy, at least so far
// that no dots of two lines touch.
func settle(z size, lines [][]piece, h int) set {
	s := set{size: z, lines: lines}
	tight, last := tightest, capitalRows
	var before []int
	for i, l := range lines {
		tops, bottoms := outline(l)
		if i == 0 {
			s.above = -lowest(tops, 0)
		}
		for x, top := range tops {
			for b := max(x-1, 0); b <= x+1 && b < len(before); b++ {
				tight = max(tight, before[b]-top+1)
			}
		}
		before, last = bottoms, max(highest(bottoms), capitalRows)
		s.longest = max(s.longest, len(tops))
	}
	s.pitch = max(airy, tight)
	for s.pitch > tight && !s.grown(last).fits(h) {
		s.pitch--
	}
	return s.grown(last)
}

func (s set) grown(last int) set {
	s.dots = s.above + max(len(s.lines)-1, 0)*s.pitch + last
	return s
}

func (s set) fits(h int) bool { return s.dots*s.size.y <= 2*h }

// nothing is a column without dots, in tops far below and in bottoms far above.
const nothing = 1 << 8

// outline is, column by column, the first row of a line with a dot, and the
// row after the last.
func outline(line []piece) (tops, bottoms []int) {
	x := 0
	each(line, func(at int, g glyph) {
		for x = len(tops); x < at+g.w; x++ {
			tops, bottoms = append(tops, nothing), append(bottoms, -nothing)
		}
		for i, row := range g.rows {
			for c := range g.w {
				if row&(1<<c) != 0 {
					tops[at+c] = min(tops[at+c], g.top+i)
					bottoms[at+c] = max(bottoms[at+c], g.top+i+1)
				}
			}
		}
	})
	return tops, bottoms
}

// each calls do for every glyph of a line with the column at which it stands.
func each(line []piece, do func(at int, g glyph)) {
	at := 0
	for i, p := range line {
		if i > 0 {
			at += p.gap()
		}
		for k, g := range p.glyphs {
			if k > 0 {
				at += letterGap
			}
			do(at, g)
			at += g.w
		}
	}
}

func lowest(of []int, least int) int {
	for _, v := range of {
		least = min(least, v)
	}
	return least
}

func highest(of []int) (most int) {
	for _, v := range of {
		most = max(most, v)
	}
	return most
}

// draw is the set as lines of cells.
func (s set) draw(style theme.Style) []string {
	c := newCanvas((s.longest*s.size.x+1)/2, (s.dots*s.size.y+1)/2)
	for i, l := range s.lines {
		each(l, func(at int, g glyph) { c.put(g, at*s.size.x, (s.above+i*s.pitch)*s.size.y, s.size) })
	}
	return render(style, c.lines())
}

// canvas is cells of four quarters each.
type canvas struct {
	w, h     int
	quarters []uint8 // a cell: 1 upper left, 2 upper right, 4 lower left, 8 lower right
}

func newCanvas(w, h int) canvas { return canvas{w: w, h: h, quarters: make([]uint8, w*h)} }

// put draws a glyph whose capital height begins at half cell x, y.
func (c canvas) put(g glyph, x, y int, z size) {
	for i, row := range g.rows {
		for col := range g.w {
			if row&(1<<col) != 0 {
				c.fill(x+col*z.x, y+(g.top+i)*z.y, z.x, z.y)
			}
		}
	}
}

// fill turns half cells on; those outside the canvas are passed over.
func (c canvas) fill(x, y, w, h int) {
	for hy := max(y, 0); hy < min(y+h, 2*c.h); hy++ {
		for hx := max(x, 0); hx < min(x+w, 2*c.w); hx++ {
			c.quarters[hy/2*c.w+hx/2] |= 1 << (hy%2*2 + hx%2)
		}
	}
}

// blocks are the signs of the sixteen cells there are.
var blocks = []rune(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")

// line is one line of cells from one column up to another, with all its
// spaces.
func (c canvas) line(y, from, to int) string {
	var b strings.Builder
	b.Grow(3 * (to - from))
	for _, q := range c.quarters[y*c.w+from : y*c.w+to] {
		b.WriteRune(blocks[q])
	}
	return b.String()
}

// lines is all of the canvas, without spaces at the ends of lines.
func (c canvas) lines() []string {
	out := make([]string, c.h)
	for y := range out {
		out[y] = strings.TrimRight(c.line(y, 0, c.w), " ")
	}
	return out
}
