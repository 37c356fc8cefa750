package large

import (
	"strings"

	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/theme"
)

// chart is the cells of a trend. Its bars stand on the ground, the first row
// below them, and a ten is so many rows high.
type chart struct {
	w, h         int
	ground, rows int
	cells        []chartCell
}

type chartCell struct {
	text  string // one character; of one that is two cells wide the second is ""
	taken bool
	style theme.Style
}

func (c *chart) set(x, y int, text string, style theme.Style) {
	if x >= 0 && x < c.w && y >= 0 && y < c.h {
		c.cells[y*c.w+x] = chartCell{text, true, style}
	}
}

// rowOf is the row in which a figure lies, and how far up in it, in eighths.
func (c *chart) rowOf(f score.Figure) (y, eighths int) {
	at := int(f) * c.rows * 8 / 1000
	return c.ground - 1 - at/8, at % 8
}

// line draws the line at a figure, right through.
func (c *chart) line(t theme.Theme, at score.Figure) {
	if at <= 0 {
		return
	}
	y, _ := c.rowOf(at)
	for x := range c.w {
		c.set(x, y, c.lineSign(at), t.Strong)
	}
}

// lineSign is the line as it lies in its row: low, in the middle or high.
func (c *chart) lineSign(at score.Figure) string {
	_, eighths := c.rowOf(at)
	return [...]string{"▁", "▁", "▁", "─", "─", "─", "▔", "▔"}[eighths]
}

// bar draws a bar from x, wide cells wide, and is the highest row that it
// reaches. Where it is higher than the line, the line goes through it.
func (c *chart) bar(t theme.Theme, x, wide int, f, line score.Figure) int {
	if !f.OK() {
		return c.ground
	}
	top, part := c.rowOf(f)
	lineRow, _ := c.rowOf(line)
	for i := range wide {
		for y := top + 1; y < c.ground; y++ {
			c.set(x+i, y, "█", t.Bar)
			if y == lineRow && line > 0 {
				c.set(x+i, y, c.lineSign(line), t.Selected)
			}
		}
		if part > 0 {
			c.set(x+i, top, t.Glyphs.Spark[part-1], t.Bar)
		}
	}
	if part == 0 {
		top++
	}
	return top
}

// write writes lines from row y on, in the middle above a bar. What was there
// is gone.
func (c *chart) write(style theme.Style, lines []string, x, wide, y int) {
	w := widest(lines)
	x = max(min(x+(wide-w)/2, c.w-w), 0)
	for i, l := range lines {
		for k := range w {
			c.set(x+k, y+i, " ", theme.Style{})
		}
		at := x
		for l != "" {
			size, n := cells.Cluster(l)
			c.set(at, y+i, l[:size], style)
			for k := 1; k < n; k++ {
				c.set(at+k, y+i, "", style)
			}
			l, at = l[size:], at+n
		}
	}
}

func widest(lines []string) (w int) {
	for _, l := range lines {
		w = max(w, cells.Width(l))
	}
	return w
}

// drawn is the chart line by line.
func (c *chart) drawn() []string {
	out := make([]string, c.h)
	var line, run strings.Builder
	for y := range out {
		line.Reset()
		var style theme.Style
		for _, cell := range append(c.cells[y*c.w:(y+1)*c.w:(y+1)*c.w], chartCell{}) {
			if cell.style != style {
				line.WriteString(style.Render(run.String()))
				run.Reset()
				style = cell.style
			}
			if !cell.taken {
				cell.text = " "
			}
			run.WriteString(cell.text)
		}
		line.WriteString(style.Render(run.String()))
		run.Reset()
		out[y] = cells.Cut(strings.TrimRight(line.String(), " "), c.w)
	}
	return out
}
