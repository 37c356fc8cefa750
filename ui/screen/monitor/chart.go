package monitor

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit"
)

// How high a chart is drawn, its axis included.
const (
	chartLeast = 7
	chartMost  = 19
)

// chartScale is which grades a chart shows and how many lines each takes. It seldom
// begins at zero, so its grades stand beside it.
type chartScale struct{ low, high, lines int }

// mostGradeLines is how many lines a grade may take.
const mostGradeLines = 6

func scaleOf(figures []score.Figure, target account.Target, rows int) chartScale {
	low, high := 1000, 0
	take := func(hundredths int) { low, high = min(low, hundredths), max(high, hundredths) }
	for _, v := range figures {
		if v.OK() {
			take(int(v))
		}
	}
	if target != 0 {
		take(int(target))
	}
	if high == 0 { // nothing at all
		low, high = 600, 800
	}
	s := chartScale{low: max((low-1)/100-1, 0), high: min((high+99)/100, 10)}
	for s.high-s.low < 3 && s.high < 10 {
		s.high++
	}
	for s.high-s.low < 3 {
		s.low--
	}
	for s.high-s.low > rows && s.low < (low-1)/100 { // too flat to read: less air below
		s.low++
	}
	most := min(max(rows/(s.high-s.low), 1), mostGradeLines)
	s.lines = most
	for n := most; 2*n >= most && n > 0; n-- { // so that the target lies between two lines
		if int(target)*n%100 == 0 {
			s.lines = n
			break
		}
	}
	return s
}

// eighths is how high a figure stands, in eighths of a line.
func (s chartScale) eighths(hundredths int) int { return (hundredths - 100*s.low) * s.lines * 8 / 100 }

// line is the line on whose bottom the target is drawn. Between two lines it
// takes the one on the side that the newest figure leaves it.
func (s chartScale) line(target int, figures []score.Figure) int {
	at := s.eighths(target)
	for i := len(figures) - 1; i >= 0; i-- {
		if figures[i].OK() && int(figures[i]) < target {
			return (at + 7) / 8
		} else if figures[i].OK() {
			break
		}
	}
	return at / 8
}

// chart draws the figures as columns under those of the table. A grade at the
// left and the line of the target stand on the bottom of their line.
func (c course) chart(f *kit.Frame, figures []score.Figure, target account.Target, h int) []string {
	s := scaleOf(figures, target, h-1)
	labels, aim := map[int]string{}, -1
	for g := s.low; g <= s.high; g++ {
		labels[(g-s.low)*s.lines] = f.Words.Int(g)
	}
	if target != 0 {
		aim = s.line(int(target), figures)
		labels[aim] = f.T("monitor.chart.target", f.Words.Target(target))
	}
	out := make([]string, 0, h)
	for r := (s.high - s.low) * s.lines; r >= 0 && len(out) < h; r-- {
		var b strings.Builder
		b.WriteString("  " + f.Theme.Faint.Render(cells.PadLeft(cells.Line(labels[r], c.label-2), c.label-1)+f.Theme.Glyphs.Column))
		for _, v := range figures {
			b.WriteString(c.column(f, s, v, r, r == aim))
		}
		out = append(out, cells.Cut(strings.TrimRight(b.String(), " "), f.W))
	}
	return out
}

// barWidth is how wide a column is drawn.
const barWidth = 4

// column is one cell of the chart on line r.
func (c course) column(f *kit.Frame, s chartScale, v score.Figure, r int, aim bool) string {
	blank := " "
	if aim {
		blank = f.Theme.Glyphs.Spark[0]
	}
	before := f.Theme.Faint.Render(strings.Repeat(blank, c.cell-barWidth))
	fill := -1
	if v.OK() {
		fill = max(s.eighths(int(v)), 1) - 8*r
	}
	switch {
	case fill >= 8:
		return before + f.Theme.Bar.Render(strings.Repeat(f.Theme.Glyphs.Spark[7], barWidth))
	case fill > 0:
		return before + f.Theme.Bar.Render(strings.Repeat(f.Theme.Glyphs.Spark[fill-1], barWidth))
	}
	return before + f.Theme.Faint.Render(strings.Repeat(blank, barWidth))
}
