package large

import (
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/theme"
)

// Bar is one figure of a trend.
type Bar struct {
	Label  string // below it: the cycle
	Figure score.Figure
	Text   string // above it: the figure in words
}

// Line is what the bars are held against, and how it is called.
type Line struct {
	At   score.Figure // none below 1
	Name string
}

// Cells of a bar at least and at most, and between the bars and the name of
// the line.
const (
	leastBar = 3
	mostBar  = 18
	nameGap  = 2
)

// Bars draws a trend in w by h cells, the newest at the right: each bar from
// zero, so that its length tells the truth, its figure above it, in letters of
// dots where they fit, and its label below. The line goes through all of them.
// Of more bars than there is room for, the newest are drawn.
func Bars(t theme.Theme, bars []Bar, line Line, w, h int) []string {
	if w <= 0 || h <= 0 || len(bars) == 0 {
		return nil
	}
	name := cells.OneLine(line.Name)
	room := w - cells.Width(name) - nameGap
	if line.At <= 0 || name == "" || room < w/2 {
		name, room = "", w
	}
	gap := 1 + min(room/(10*len(bars)), 4)
	bars = bars[max(len(bars)-max((room+gap)/(leastBar+gap), 1), 0):]
	wide := min(max((room+gap)/len(bars)-gap, 1), mostBar)
	figures, high := figuresOf(bars, wide, h/3)
	c := chart{w: min(len(bars)*(wide+gap)-gap, room), h: h, ground: h}
	if h > high+2 {
		c.ground-- // a row for the labels
	}
	if c.rows = c.ground - high; c.rows <= 0 {
		c.rows, figures = c.ground, nil
	}
	c.cells = make([]chartCell, c.w*h)
	c.line(t, line.At)
	for i, b := range bars {
		x := i * (wide + gap)
		top := c.bar(t, x, wide, b.Figure, line.At)
		if figures != nil {
			c.write(t.Strong, figures[i], x, wide, top-len(figures[i]))
		}
		if c.ground < h {
			c.write(t.Text, []string{cells.Line(b.Label, wide+gap-1)}, x, wide, c.ground)
		}
	}
	out := c.drawn()
	if y, _ := c.rowOf(line.At); name != "" && y >= 0 && y < len(out) {
		out[y] = cells.Pad(out[y], c.w+nameGap) + t.Strong.Render(name)
	}
	return out
}

// figuresOf is what stands above the bars, all in one size, and how high it
// is: in letters of dots where all fit in so many cells, else in plain ones.
func figuresOf(bars []Bar, wide, high int) (out [][]string, rows int) {
	shapes := make([]shape, len(bars))
	for i, b := range bars {
		shapes[i] = shapeOf(cells.OneLine(b.Text))
	}
	z, ok := largestOf(high, func(z size) bool {
		for i := range shapes {
			if !shapes[i].drawable || z.across(shapes[i].width()) > wide {
				return false
			}
		}
		return true
	})
	out, rows = make([][]string, len(bars)), 1
	for i := range bars {
		out[i] = []string{cells.Line(shapes[i].clean, wide)}
		if ok {
			out[i], rows = shapes[i].row(z).lines(), z.down(letterRows)
		}
	}
	return out, rows
}
