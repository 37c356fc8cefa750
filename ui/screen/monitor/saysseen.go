package monitor

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/widget"
)

// seen is what was done on the KWIs beside how far it was noticed, and the
// two-by-two of that.
func (p *saying) seen() {
	f := p.f
	all := score.SeenAndDone(&f.Client, p.y, f.Moment())
	p.head("insight.seen")
	if len(all) == 0 {
		p.quiet(f.T("insight.seen.none"))
		return
	}
	p.quiet(f.T("insight.seen.about"))
	widths := []int{9, 9, 12}
	p.titles(f.T("report.col.kwi"), widths, f.T("insight.col.noticed"), f.T("insight.col.done"), f.T("insight.col.visits"))
	cell := map[[2]bool][]string{}
	for _, s := range all {
		k := p.y.KWI(s.Code)
		p.row(kwiName(k), widths, p.shown(s.Noticed), f.T("insight.seen.of", s.Done, s.Agreed), f.Words.Int(s.Visits))
		at := [2]bool{s.Much, s.Marked}
		cell[at] = append(cell[at], kwiName(k))
	}
	p.blank()
	wide := (min(p.w, 90) - figureMargin - 3) / 2
	for _, much := range []bool{true, false} {
		left, right := cell[[2]bool{much, true}], cell[[2]bool{much, false}]
		if !much {
			p.lines = append(p.lines, "  "+f.Theme.Faint.Render(strings.Repeat(f.Theme.Glyphs.Rule, 2*wide+3)))
		}
		column := " " + f.Theme.Faint.Render(f.Theme.Glyphs.Column) + " "
		p.lines = append(p.lines, "  "+f.Theme.Accent.Render(cells.Fit(f.Words.SeenAs(much, true), wide))+column+f.Theme.Accent.Render(cells.Line(f.Words.SeenAs(much, false), wide)))
		for i := range max(len(left), len(right), 1) {
			p.lines = append(p.lines, strings.TrimRight("  "+cells.Fit(entry(left, i, f.Theme.Glyphs.None), wide)+column+cells.Line(entry(right, i, f.Theme.Glyphs.None), wide), " "))
		}
	}
}

// entry is the ith of a cell; an empty cell says that it is.
func entry(of []string, i int, none string) string {
	switch {
	case i < len(of):
		return of[i]
	case i == 0:
		return none
	}
	return ""
}

// fewMatters is how many questions stand where the terminal is small.
const (
	fewMatters  = 5
	mostMatters = 10
)

// matters is the questions, what matters and scores low first.
func (p *saying) matters() {
	f := p.f
	all := score.Matters(p.y)
	p.head("insight.matters")
	if len(all) == 0 {
		p.quiet(f.T("insight.matters.none"))
		return
	}
	p.quiet(f.T("insight.matters.about"))
	most := fewMatters
	if f.H >= 30 {
		most = mostMatters
	}
	p.lines = append(p.lines, f.Theme.Faint.Render("  "+cells.Pad("", codeColumn+1)+cells.PadLeft(f.T("insight.col.grade"), 7)+cells.PadLeft(f.T("insight.col.weighs"), 8)+cells.PadLeft(f.T("insight.col.lost"), 8)+"  "+f.T("monitor.col.question")))
	for _, m := range all[:min(len(all), most)] {
		average := m.Sums.Average()
		line := "  " + cells.Pad(m.Question.String(), codeColumn+1) + cells.PadLeft(f.Words.Score(int(average), true), 7) +
			cells.PadLeft(f.Words.Score1(int(m.Weight()), true), 8) + cells.PadLeft(f.Words.Score1(int(m.Lost()), true), 8)
		p.lines = append(p.lines, line+"  "+cells.Line(questionText(p.y, m.Question), p.w-cells.Width(line)-2))
	}
	if more := widget.More(*f, 0, len(all)-most); len(all) > most && more != "" {
		p.quiet(more)
	}
}

func questionText(y *account.Cycle, code account.QuestionCode) string {
	if q := y.Question(code); q != nil {
		return q.Text
	}
	return ""
}

// wrapParts puts parts behind each other on as many lines as it takes, and
// breaks none.
func wrapParts(parts []string, between string, w int) (lines []string) {
	for _, part := range parts {
		if n := len(lines) - 1; n >= 0 && cells.Width(lines[n])+cells.Width(between)+cells.Width(part) <= w {
			lines[n] += between + part
		} else {
			lines = append(lines, cells.Line(part, w))
		}
	}
	return lines
}
