package monitor

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/score"
	"kwi/ui/kit"
)

// How high a chart is drawn, its axis included.
const (
	chartLeast = 5
	chartMost  = 19
)

// scale is which grades a chart shows on how many lines. It seldom begins at
// zero, so its grades stand beside it.
type scale struct{ low, high, rows int }

func scaleOf(figures []score.Figure, target account.Target, rows int) scale {
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
	s := scale{low: max((low-1)/100-1, 0), high: min((high+99)/100, 10)}
	for s.high-s.low < 3 && s.high < 10 {
		s.high++
	}
	for s.high-s.low < 3 {
		s.low--
	}
	s.rows = min(rows, (s.high-s.low)*mostLines)
	return s
}

// mostLines is how many lines a grade may take.
const mostLines = 6

// eighths is how high a figure stands, in eighths of a line; never nothing.
func (s scale) eighths(hundredths int) int {
	return max((hundredths-100*s.low)*s.rows*8/(100*(s.high-s.low)), 1)
}

// row is the line on which a figure ends.
func (s scale) row(hundredths int) int { return (s.eighths(hundredths) - 1) / 8 }

// chart draws the figures as columns under those of the table, the whole
// grades at their left and the target as a line.
func (c course) chart(f *kit.Frame, figures []score.Figure, target account.Target, h int) []string {
	s := scaleOf(figures, target, h-1)
	labels, aim := map[int]string{}, -1
	for g := s.low + 1; g <= s.high; g++ {
		labels[s.row(100*g)] = f.Words.Int(g)
	}
	if target != 0 {
		aim = s.row(int(target))
		labels[aim] = f.T("monitor.chart.target", f.Words.Target(target))
	}
	out := make([]string, 0, h)
	left := func(label, line string) string {
		return "  " + f.Theme.Faint.Render(kit.PadLeft(kit.Line(label, c.label-2), c.label-1)+line)
	}
	for r := s.rows - 1; r >= 0; r-- {
		var b strings.Builder
		b.WriteString(left(labels[r], f.Theme.Glyphs.Column))
		for _, v := range figures {
			b.WriteString(c.column(f, s, v, r, r == aim))
		}
		out = append(out, kit.Cut(strings.TrimRight(b.String(), " "), f.W))
	}
	floor := left(f.Words.Int(s.low), "") + f.Theme.Faint.Render(strings.Repeat(f.Theme.Glyphs.Rule, len(figures)*c.cell+1))
	return append(out, kit.Cut(floor, f.W))
}

// barW is how wide a column is drawn.
const barW = 4

// column is one cell of the chart on line r.
func (c course) column(f *kit.Frame, s scale, v score.Figure, r int, aim bool) string {
	blank := " "
	if aim {
		blank = f.Theme.Glyphs.Rule
	}
	before := f.Theme.Faint.Render(strings.Repeat(blank, c.cell-barW))
	fill := -1
	if v.OK() {
		fill = s.eighths(int(v)) - 8*r
	}
	switch {
	case fill >= 8:
		return before + f.Theme.Bar.Render(strings.Repeat(f.Theme.Glyphs.Spark[7], barW))
	case fill > 0:
		return before + f.Theme.Bar.Render(strings.Repeat(f.Theme.Glyphs.Spark[fill-1], barW))
	}
	return before + f.Theme.Faint.Render(strings.Repeat(blank, barW))
}
