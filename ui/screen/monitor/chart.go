package monitor

import (
	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// chartMost is how high the chart of the KWI in hand is at most.
const chartMost = 22

// chart is a KWI, or with code 0 the total, over the cycles in view.
func (c course) chart(f *kit.Frame, code account.KWICode) widget.Chart {
	out := widget.Chart{Scale: c.scale, Axis: c.label + figureMargin, Cell: c.cell}
	figures := c.figures(f, code)
	for i, name := range c.cycles {
		p := widget.ChartPoint{Label: string(name), Figure: figures[i], Target: score.None, Broken: code != 0 && f.Scores.Breaks(&f.Client, code, name)}
		if p.Figure.OK() {
			p.Text = f.Words.ScoreBy(f.Scores.Table(name).AnswersBy, int(p.Figure), true)
		}
		if y := f.Client.Cycle(name); y != nil && y.KWI(code) != nil {
			target := y.KWI(code).Target
			p.Target = score.Aim(target)
			out.Target = f.T("monitor.chart.target", f.Words.Target(target))
		}
		out.Points = append(out.Points, p)
	}
	return out
}

// How wide a screen must be for a chart of every KWI, how high these are, and
// how narrow a cycle in them may be.
const (
	multiplesFrom = 150
	multipleLeast = 10
	multipleMost  = 20
	multipleCell  = 7
	multipleGap   = 4
)

// multiples are small charts of every KWI and of the total, all on one scale,
// beside and below each other and as high as they can be; none where there is
// no room for all of them.
func (c course) multiples(f *kit.Frame, names []string, codes []account.KWICode, at, h int) (lines []string) {
	if f.W < multiplesFrom {
		return nil
	}
	c.label = targetLabel(f)
	beside, high, wide := 0, multipleLeast-1, 0
	for n := 2; n <= len(codes); n++ {
		w := (f.W+multipleGap)/n - multipleGap
		room := (w - c.label - figureMargin) / len(c.cycles)
		if tall := min(h/((len(codes)+n-1)/n), multipleMost); room >= multipleCell && tall > high {
			beside, high, wide, c.cell = n, tall, w, min(room, courseMost)
		}
	}
	if beside == 0 {
		return nil
	}
	for from := 0; from < len(codes); from += beside {
		row := make([]string, high)
		for i := from; i < min(from+beside, len(codes)); i++ {
			for k, l := range c.multiple(f, names[i], codes[i], i == at, wide, high) {
				row[k] = cells.Pad(row[k], (i-from)*(wide+multipleGap)) + l
			}
		}
		lines = append(lines, row...)
	}
	return lines
}

// targetLabel is how wide the name of a target is beside a chart.
func targetLabel(f *kit.Frame) int {
	return cells.Width(f.T("monitor.chart.target", f.Words.Target(1000))) + 1
}

// multiple is one small chart below its name, with a blank line after it.
func (c course) multiple(f *kit.Frame, name string, code account.KWICode, inHand bool, wide, high int) []string {
	out := make([]string, high)
	sign, look := "  ", f.Theme.Strong
	if inHand {
		sign, look = f.Theme.Accent.Render(f.Theme.Glyphs.Cursor)+" ", f.Theme.Accent
	}
	out[0] = sign + look.Render(cells.Line(name, wide-figureMargin))
	copy(out[1:], c.chart(f, code).View(*f, high-2))
	return out
}
