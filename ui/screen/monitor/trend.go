package monitor

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// course is how the figures went: the cycles in view, oldest first, and how
// wide their columns are.
type course struct {
	cycles []account.CycleName
	label  int
	cell   int
	scale  score.Scale
}

// A column of the course: 2026H2 with room before it, and as much more as
// there is.
const (
	courseW    = 9
	courseMost = 14
)

func courseOf(f *kit.Frame, y *account.Cycle) course {
	c := course{label: min(max(f.W/3, 18), 40), cell: courseW, scale: f.Scores.Scale(&f.Client, y.Name)}
	points := f.Scores.Trend(0, y.Name)
	most := max((f.W-figureMargin-c.label)/c.cell, 1)
	for _, p := range points[max(len(points)-most, 0):] {
		c.cycles = append(c.cycles, p.Cycle)
	}
	if n := len(c.cycles); n > 0 {
		c.cell = min(max((f.W-figureMargin-c.label)/n, courseW), courseMost)
	}
	return c
}

// trend is the scores of every KWI and of the total over the cycles, and below
// them a chart of the one in hand, or of each where there is room.
func (s Screen) trend(f *kit.Frame, y *account.Cycle, h int) []string {
	if len(y.KWIs) == 0 {
		return cells.Lines(part.Empty(f, f.T("monitor.nokwis"), f.T("monitor.nokwis.how")))
	}
	c := courseOf(f, y)
	if !c.any(f) {
		return cells.Lines(part.Empty(f, f.T("monitor.notrend"), f.T("monitor.early")))
	}
	n := len(y.KWIs) + 1
	visible := max(min(n, h-1-widget.ChartLeast-2), 1)
	if visible < n {
		visible = max(visible-1, 1)
	}
	at := s.trends.In(n)
	from, to := s.trends.Window(n, visible)
	codes, names := make([]account.KWICode, n), make([]string, n)
	for i := range y.KWIs {
		codes[i], names[i] = y.KWIs[i].Code, y.KWIs[i].Code.Short()+" "+y.KWIs[i].Title
	}
	names[n-1] = f.T("term.total")
	lines := []string{c.head(f)}
	for i := from; i < to; i++ {
		lines = append(lines, c.row(f, codes[i], names[i], i == at))
	}
	if more := widget.More(*f, from, n-to); more != "" {
		lines = append(lines, "  "+f.Theme.Faint.Render(more))
	}
	lines = append(lines, brokenLines(f, c, codes[at])...)
	lines = append(lines, "")
	if all := c.multiples(f, names, codes, at, h-len(lines)); all != nil {
		return append(lines, all...)
	}
	for _, l := range c.chart(f, codes[at]).View(*f, min(h-len(lines), chartMost)) {
		lines = append(lines, cells.Cut(l, f.W))
	}
	return lines
}

func (c course) any(f *kit.Frame) bool {
	for _, name := range c.cycles {
		if t := f.Scores.Table(name); t.HasAnswers() {
			return true
		}
	}
	return false
}

func (c course) figures(f *kit.Frame, code account.KWICode) []score.Figure {
	out := make([]score.Figure, len(c.cycles))
	for i, name := range c.cycles {
		t := f.Scores.Table(name)
		out[i] = t.Total.Sums.Score()
		if code != 0 {
			l := t.Line(code)
			out[i] = l.Sums.Score()
		}
	}
	return out
}

func (c course) head(f *kit.Frame) string {
	var b strings.Builder
	b.WriteString("  " + cells.Fit(f.T("monitor.head"), c.label))
	for _, name := range c.cycles {
		b.WriteString(cells.PadLeft(string(name), c.cell))
	}
	return f.Theme.Faint.Render(b.String())
}

// row is one KWI's figures. A cycle that did not have the KWI stays blank;
// one that has no figure for it says so.
func (c course) row(f *kit.Frame, code account.KWICode, name string, inHand bool) string {
	sign, look := "  ", f.Theme.Text
	switch {
	case inHand:
		sign, look = f.Theme.Accent.Render(f.Theme.Glyphs.Cursor)+" ", f.Theme.Accent
	case code == 0:
		look = f.Theme.Strong
	}
	var b strings.Builder
	b.WriteString(sign + cells.Pad(look.Render(cells.Line(name, c.label)), c.label))
	for i, figure := range c.figures(f, code) {
		text := f.Words.ScoreBy(f.Scores.Table(c.cycles[i]).AnswersBy, int(figure), figure.OK())
		switch y := f.Client.Cycle(c.cycles[i]); {
		case code != 0 && f.Scores.Breaks(&f.Client, code, c.cycles[i]):
			text = broken + " " + text
		case figure.OK():
		case code != 0 && (y == nil || y.KWI(code) == nil):
			text = ""
		default:
			text = f.Theme.Faint.Render(text) + "  " // under the mark of the figures
		}
		b.WriteString(cells.PadLeft(text, c.cell))
	}
	return strings.TrimRight(b.String(), " ")
}

// broken marks a figure that speaks of something else than the one before it.
const broken = "≠"

// brokenLines say where the line of the KWI in hand breaks, and by what.
func brokenLines(f *kit.Frame, c course, code account.KWICode) (lines []string) {
	for _, name := range c.cycles {
		if code == 0 || !f.Scores.Breaks(&f.Client, code, name) {
			continue
		}
		text := f.T("insight.broken", code.Short(), string(name), f.Words.Codes(f.Scores.RewordedIn(&f.Client, code, name)))
		for _, l := range cells.Wrap(text, f.W-figureMargin) {
			lines = append(lines, "  "+f.Theme.Faint.Render(l))
		}
	}
	return lines
}
