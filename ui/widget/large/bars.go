package large

import (
	"slices"

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

// Cells of a bar at least, and at most in a narrow room, and between the bars
// and the name of the line.
const (
	leastBar = 3
	mostBar  = 18
	nameGap  = 2
)

// Bars draws a trend in w by h cells, the newest at the right: each bar from
// zero, so that its length tells the truth, its figure above it and its label
// below, in letters of dots where they fit. The line goes through all of them.
// Of more bars than there is room for, the newest are drawn.
func Bars(t theme.Theme, bars []Bar, line Line, w, h int) []string {
	if w <= 0 || h <= 0 || len(bars) == 0 {
		return nil
	}
	name := nameOf(line, w, h/5)
	room := w
	if len(name) > 0 {
		room -= widest(name) + nameGap
	}
	gap := max(room/(8*len(bars)), 1)
	bars = bars[max(len(bars)-max((room+gap)/(leastBar+gap), 1), 0):]
	wide := min(max((room+gap)/len(bars)-gap, 1), max(mostBar, room/4))
	above := func(b Bar) string { return b.Text }
	below := func(b Bar) string { return b.Label }
	figures, high := inOneSize(bars, above, wide, h/3)
	labels, low := inOneSize(bars, below, wide+gap-1, h/6)
	if h <= high+low+1 {
		labels, low = make([][]string, len(bars)), 0
	}
	c := chart{w: min(len(bars)*(wide+gap)-gap, room), h: h, ground: h - low}
	if c.rows = c.ground - high; c.rows <= 0 {
		c.rows, figures = c.ground, make([][]string, len(bars))
	}
	c.cells = make([]chartCell, c.w*h)
	c.line(t, line.At)
	for i, b := range bars {
		x := i * (wide + gap)
		top := c.bar(t, x, wide, b.Figure, line.At)
		c.write(t.Strong, figures[i], x, wide, top-len(figures[i]))
		c.write(t.Text, labels[i], x, wide, c.ground)
	}
	out := c.drawn()
	y, _ := c.rowOf(line.At)
	y = min(max(y-len(name)/2, 0), h-len(name))
	for i, l := range name {
		out[y+i] = cells.Pad(out[y+i], c.w+nameGap) + t.Strong.Render(l)
	}
	return out
}

// nameOf is the name of a line, in at most a third of the width; none where
// there is no line or no room.
func nameOf(line Line, w, high int) []string {
	s := shapeOf(cells.OneLine(line.Name))
	if line.At <= 0 || cells.Width(s.clean) == 0 || w < 3*nameGap {
		return nil
	}
	if z, ok := largestOf(high, letterRows, func(z size) bool { return s.drawable && z.across(s.width()) <= w/4 }); ok {
		return s.row(z).lines()
	}
	if cells.Width(s.clean) > w/3 {
		return nil
	}
	return []string{s.clean}
}

// inOneSize is a word of each bar, all in one size, and how high they are: in
// letters of dots where all fit in so many cells, else in plain ones.
func inOneSize(bars []Bar, word func(Bar) string, wide, high int) (out [][]string, rows int) {
	shapes := make([]shape, len(bars))
	for i, b := range bars {
		shapes[i] = shapeOf(cells.OneLine(word(b)))
	}
	z, ok := largestOf(high, letterRows, func(z size) bool {
		return !slices.ContainsFunc(shapes, func(s shape) bool { return !s.drawable || z.across(s.width()) > wide })
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
