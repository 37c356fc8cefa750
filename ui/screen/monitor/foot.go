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

// foot is the total, the recommendation, and in words what is withheld or
// still to come.
func (s Screen) foot(f *kit.Frame, y *account.Cycle, t *score.Table, sh scoreSheet) []string {
	var lines, notes []string
	if t.HasAnswers() {
		total := t.Total
		name := "  " + markedName(f, 0, y.Name, f.Theme.Strong, f.T("term.total"), cells.Width(f.T("term.total"))+2)
		if sh.label < cells.Width(f.T("term.total")) {
			lines = append(lines, name)
			name = ""
		}
		lines = append(lines, sh.line(f, name, &total, f.Scores.Change(0, y.Name), true), "")
		lines = append(lines, recommended(f, t)...)
		if since := before(f, y.Name); since != "" && f.Scores.Change(0, y.Name).OK {
			notes = append(notes, f.T("monitor.since", string(since)))
		}
	} else {
		lines = append(lines, "")
		notes = append(notes, f.T("monitor.noanswers", string(y.Name)))
	}
	for _, text := range []string{scaleNote(f, y, sh), part.Grouped(f, t), correctedNotes(f, y, t), waitingLine(f, y, t), part.Partial(f, y), part.NamesUnasked(f, y), strings.Join(part.Besides(f), " ")} {
		if text != "" {
			notes = append(notes, text)
		}
	}
	if len(notes) == 0 {
		return lines
	}
	for _, l := range cells.Wrap(strings.Join(notes, " "), f.W-figureMargin) {
		lines = append(lines, "  "+f.Theme.Faint.Render(l))
	}
	return lines
}

// scaleNote says between which grades the trends are drawn, where there is one.
func scaleNote(f *kit.Frame, y *account.Cycle, sh scoreSheet) string {
	for i := range y.KWIs {
		if _, span := trendOf(f, y.KWIs[i].Code, y.Name); span != "" {
			return f.T("monitor.scale", widget.ScaleEnds(*f, sh.scale))
		}
	}
	return ""
}

// before is the last cycle before this one that has a total.
func before(f *kit.Frame, name account.CycleName) (last account.CycleName) {
	for _, p := range f.Scores.Trend(0, name) {
		if p.Cycle != name && p.Score.OK() {
			last = p.Cycle
		}
	}
	return last
}

// recommended is the NPS with its counts, or why it is not shown.
func recommended(f *kit.Frame, t *score.Table) []string {
	n := t.NPS
	label := f.Theme.Strong.Render(f.T("nps.name"))
	switch {
	case t.Awaited > 0:
		return besideLabel(f, label, f.T("monitor.nps.waiting"))
	case n.Withheld:
		return besideLabel(f, label, f.N("monitor.nps.withheld", n.Answers, n.Fewest))
	case !n.OK():
		return besideLabel(f, label, f.T("monitor.nps.none"))
	}
	dot := " " + f.Theme.Glyphs.Dot + " "
	counts := f.N("monitor.promoters", n.Promoters) + dot + f.N("monitor.passives", n.Passives) + dot + f.N("monitor.detractors", n.Detractors)
	return besideLabel(f, label+"  "+f.Theme.Strong.Render(f.Words.Signed(n.Score()))+" ", counts)
}

// besideLabel puts a text behind a label that was drawn, on as many lines as it
// takes.
func besideLabel(f *kit.Frame, label, text string) []string {
	w := cells.Width(label) + 2
	lines := cells.Wrap(text, f.W-figureMargin-w)
	for i, l := range lines {
		if i > 0 {
			label = ""
		}
		lines[i] = "  " + cells.Pad(label, w) + l
	}
	return lines
}

// waitingLine names whose answers are still to come; by group it is told only
// how many. Of a copy that does not hold the answers nothing is said.
func waitingLine(f *kit.Frame, y *account.Cycle, t *score.Table) string {
	if t.HasAnswers() && (len(y.Answers) == 0 || !y.Named()) {
		return ""
	}
	if y.Stage < account.Measure && len(y.Answers) == 0 {
		return f.T("monitor.early")
	}
	awaited := f.Client.ToCome(y)
	if !y.Named() && len(awaited) > 0 && y.Stage != account.Closed {
		return f.N("bygroup.waiting", len(awaited))
	}
	var names []string
	for _, r := range awaited {
		name := r.Name
		if name == "" {
			name = string(r.Initials)
		}
		names = append(names, cells.Line(name, 30))
	}
	switch {
	case len(names) == 0:
		return ""
	case y.Stage == account.Closed:
		return f.T("monitor.without", strings.Join(names, ", "))
	}
	return f.T("monitor.waiting", strings.Join(names, ", "))
}
