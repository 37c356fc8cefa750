package widget

import (
	"strings"

	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// Chart is a trend as points on a scale, with what was aimed for as a dashed
// line: the two differ in shape, not in colour alone. A cycle without a figure
// is a gap, and no line goes over it.
type Chart struct {
	Points []ChartPoint
	Scale  score.Scale
	Target string // how the newest target is called beside the scale
	Axis   int    // how wide is what stands left of the points
	Cell   int    // how wide a point is with what stands around it
}

// ChartPoint is one cycle of a chart.
type ChartPoint struct {
	Label  string // below it: the cycle
	Figure score.Figure
	Text   string       // the figure as it is shown
	Target score.Figure // what was aimed for in this cycle
	Broken bool         // it speaks of something else than the one before, so that no line leads to it
}

// How high a chart is at least and how many rows a grade takes at most.
const (
	ChartLeast    = 7
	mostGradeRows = 8
)

// The signs of a chart, each one cell wide.
const (
	pointSign  = "●"
	coursing   = "·"
	targetSign = "╌"
	gradeTick  = "┤"
)

// chartCanvas is the part right of the scale, cell by cell.
type chartCanvas struct {
	w, rows int
	signs   []string
	looks   []theme.Style
}

func (c *chartCanvas) set(x, row int, sign string, look theme.Style) {
	if x >= 0 && x < c.w && row >= 0 && row <= c.rows {
		c.signs[row*c.w+x], c.looks[row*c.w+x] = sign, look
	}
}

// write writes a text of which every sign is one cell wide.
func (c *chartCanvas) write(x, row int, text string, look theme.Style) {
	for _, r := range text {
		c.set(x, row, string(r), look)
		x++
	}
}

// View draws it in at most h lines, the cycles on the last of them.
func (c Chart) View(fr kit.Frame, h int) []string {
	grades := c.Scale.High - c.Scale.Low
	rows := max(h-2, 2)
	if n := rows / max(grades, 1); n > 0 {
		rows = grades * min(n, mostGradeRows)
	}
	canvas := chartCanvas{w: len(c.Points) * c.Cell, rows: rows}
	canvas.signs = make([]string, canvas.w*(rows+1))
	canvas.looks = make([]theme.Style, len(canvas.signs))
	c.draw(fr.Theme, &canvas)
	scale := c.scale(fr, rows)
	out := make([]string, 0, rows+2)
	for row := rows; row >= 0; row-- {
		stroke := fr.Theme.Glyphs.Column
		if scale[row] != "" {
			stroke = gradeTick
		}
		out = append(out, fr.Theme.Faint.Render(cells.PadLeft(cells.Line(scale[row], c.Axis-2), c.Axis-2)+" "+stroke)+canvas.line(row))
	}
	var names strings.Builder
	for _, p := range c.Points {
		names.WriteString(cells.PadLeft(cells.Line(p.Label, c.Cell-1), c.Cell))
	}
	out = append(out, cells.Spaces(c.Axis)+fr.Theme.Faint.Render(names.String()))
	return out[:min(len(out), max(h, 0))]
}

// scale is what stands beside each row: the target, the ends of the scale, and
// of the grades between those that lie on a row.
func (c Chart) scale(fr kit.Frame, rows int) []string {
	out := make([]string, rows+1)
	if n := len(c.Points); n > 0 && c.Points[n-1].Target.OK() {
		_, aim := c.rowsOf(c.Points[n-1], rows)
		out[aim] = c.Target
	}
	grades := c.Scale.High - c.Scale.Low
	for g := range grades + 1 {
		if at := g * rows / grades; g*rows%grades == 0 && out[at] == "" {
			out[at] = fr.Words.Int(c.Scale.Low + g)
		}
	}
	return out
}

func (c Chart) rowsOf(p ChartPoint, rows int) (at, aim int) {
	return c.Scale.Rows(p.Figure, p.Target, rows)
}

// pointBack is how far before the end of its cell a point lies, so that its
// figure stands below that of a table with the same cells.
const pointBack = 3

// draw draws what was aimed for, the line from point to point, the figures and
// over all of these the points.
func (c Chart) draw(t theme.Theme, canvas *chartCanvas) {
	before := -1
	for i, p := range c.Points {
		if _, aim := c.rowsOf(p, canvas.rows); aim >= 0 {
			canvas.write(i*c.Cell, aim, strings.Repeat(targetSign, c.Cell), t.Text)
		}
	}
	for i, p := range c.Points {
		at, _ := c.rowsOf(p, canvas.rows)
		if p.Broken {
			before = -1
		}
		for k := 1; before >= 0 && at >= 0 && k < c.Cell; k++ {
			rise := 2*(at-before)*k + c.Cell
			row := before + rise/(2*c.Cell)
			if rise < 0 {
				row = before - (-rise+2*c.Cell-1)/(2*c.Cell)
			}
			canvas.set(c.x(i-1)+k, row, coursing, t.Bar)
		}
		before = at
	}
	for i, p := range c.Points {
		at, aim := c.rowsOf(p, canvas.rows)
		if at < 0 {
			continue
		}
		beside := at + 1
		if at > 0 && (beside == aim || beside > canvas.rows) {
			beside = at - 1
		}
		canvas.write(min(c.x(i)-1, (i+1)*c.Cell-cells.Width(p.Text)), beside, p.Text, t.Strong)
		canvas.set(c.x(i), at, pointSign, t.Bar)
	}
}

func (c Chart) x(i int) int { return (i+1)*c.Cell - pointBack }

// line is one row as text.
func (c *chartCanvas) line(row int) string {
	var line, run strings.Builder
	var look theme.Style
	for x := range c.w {
		i := row*c.w + x
		if c.looks[i] != look {
			line.WriteString(look.Render(run.String()))
			run.Reset()
			look = c.looks[i]
		}
		if c.signs[i] == "" {
			run.WriteByte(' ')
		} else {
			run.WriteString(c.signs[i])
		}
	}
	line.WriteString(look.Render(run.String()))
	return strings.TrimRight(line.String(), " ")
}
