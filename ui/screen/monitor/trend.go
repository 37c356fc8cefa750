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
		return cells.Lines(part.Empty(f, f.T("monitor.notrend"), f.T("monitor.notrend.how", part.Digit(f, account.Measure))))
	}
	codes := trended(f, y)
	n := len(codes)
	visible := max(min(n, h-1-widget.ChartLeast-2), 1)
	if visible < n {
		visible = max(visible-1, 1)
	}
	at := s.trends.In(n)
	from, to := s.trends.Window(n, visible)
	names := make([]string, n)
	for i, code := range codes {
		if names[i] = part.KWIName(f, code); code == 0 {
			names[i] = f.T("term.total")
		}
	}
	lines := []string{c.head(f)}
	for i := from; i < to; i++ {
		lines = append(lines, c.row(f, codes[i], names[i], i == at))
	}
	if more := widget.More(*f, from, n-to); more != "" {
		lines = append(lines, "  "+f.Theme.Faint.Render(more))
	}
	lines = append(lines, brokenLines(f, c, codes[at])...)
	lines = append(lines, turnedLines(f, y, codes[at])...)
	lines = append(lines, correctedLines(f, c, codes[at], names[at])...)
	lines = append(lines, "")
	asked := len(y.KWIs) + 1 // of those that are not asked any more the one in hand alone has a chart
	if all := c.multiples(f, names[:asked], codes[:asked], at, h-len(lines)); all != nil && at < asked {
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
	case f.Y().KWI(code) == nil:
		look = f.Theme.Faint
	}
	var b strings.Builder
	b.WriteString(sign + cells.Pad(look.Render(cells.Line(name, c.label)), c.label))
	for i, figure := range c.figures(f, code) {
		text := f.Words.ScoreBy(f.Scores.Table(c.cycles[i]).AnswersBy, int(figure), figure.OK())
		mark := ""
		if code != 0 && f.Scores.Breaks(&f.Client, code, c.cycles[i]) {
			mark = broken
		}
		if _, is := f.Scores.Corrected(code, c.cycles[i]); is {
			mark += corrected
		}
		switch y := f.Client.Cycle(c.cycles[i]); {
		case mark != "":
			text = mark + " " + text
		case figure.OK():
		case code != 0 && (y == nil || y.KWI(code) == nil):
			text = endedIn(f, y, code)
		default:
			text = f.Theme.Faint.Render(text) + "  " // under the mark of the figures
		}
		b.WriteString(cells.PadLeft(text, c.cell))
	}
	return strings.TrimRight(b.String(), " ")
}

// broken marks a figure that speaks of something else than the one before it.
const broken = "≠"

// onto stands before the KWI in which another one went on.
const onto = "→"

// corrected marks a figure that is another than the one that was told.
const corrected = "*"

// correctedLines say which figures of a line were corrected, and what they were.
func correctedLines(f *kit.Frame, c course, code account.KWICode, name string) (lines []string) {
	for _, cycle := range c.cycles {
		is, ok := f.Scores.Corrected(code, cycle)
		if !ok {
			continue
		}
		for _, l := range cells.Wrap(f.Words.Corrected(name, cycle, f.Scores.Table(cycle).AnswersBy, is), f.W-figureMargin) {
			lines = append(lines, "  "+f.Theme.Faint.Render(l))
		}
	}
	return lines
}

// brokenLines say where the line of the KWI in hand breaks, and by what.
func brokenLines(f *kit.Frame, c course, code account.KWICode) (lines []string) {
	for _, name := range c.cycles {
		if code == 0 || !f.Scores.Breaks(&f.Client, code, name) {
			continue
		}
		for _, text := range f.Words.Broken(code.Short(), name, f.Scores.RewordedIn(&f.Client, code, name), f.Scores.TurnedIn(&f.Client, code, name)) {
			for _, l := range cells.Wrap(text, f.W-figureMargin) {
				lines = append(lines, "  "+f.Theme.Faint.Render(l))
			}
		}
	}
	return lines
}

// endedIn is in the place of a figure in which KWI another one went on, in the
// cycle in which that came about.
func endedIn(f *kit.Frame, y *account.Cycle, code account.KWICode) string {
	if y == nil {
		return ""
	}
	t, in, ended := f.Client.Fate(y.Name, code)
	if !ended || in != y.Name || len(t.Into) == 0 {
		return ""
	}
	return onto + " " + t.Into[0].Short()
}

// turnedLines say where the KWI in hand comes from, and how it ended.
func turnedLines(f *kit.Frame, y *account.Cycle, code account.KWICode) (lines []string) {
	add := func(text string) {
		for _, l := range cells.Wrap(text, f.W-figureMargin) {
			lines = append(lines, "  "+f.Theme.Faint.Render(l))
		}
	}
	if text := cameFrom(f, y, code); text != "" {
		add(text)
	}
	if t, in, ended := f.Client.Fate(y.Name, code); ended && code != 0 {
		add(f.T("became.line.ended", part.KWIName(f, code), f.Words.Ended(t), string(in)))
	}
	return lines
}

// cameFrom is where a KWI comes from, "" where it comes from no other.
func cameFrom(f *kit.Frame, y *account.Cycle, code account.KWICode) string {
	if code == 0 {
		return ""
	}
	var out []string
	for _, ch := range f.Client.Origins(y.Name, code) {
		out = append(out, f.T("became.line.from", code.Short(), f.Words.CameFrom([]account.Chapter{ch}), string(ch.Cycle)))
	}
	return strings.Join(out, " ")
}
