package session

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
	"kwi/ui/widget/large"
)

func (s Screen) inResults(f *kit.Frame, msg tea.Msg) (Screen, kit.Outcome, bool) {
	n := len(f.Y().KWIs)
	way := keys.Move(msg, false)
	if s.open {
		switch {
		case msg == tea.Msg(kit.Do("shut")):
			s.open = false
		case msg == tea.Msg(kit.Do("nextkwi")):
			s.kwis.At = (s.kwis.In(n) + 1) % n
		case way == keys.Left:
			s.kwis.At = (s.kwis.In(n) + n - 1) % n
		default:
			list, out, handled := s.agreed(f).Update(f, msg, f.H)
			list.KWI = 0
			s.actions = list
			return s, out, handled
		}
		return s, kit.Outcome{}, true
	}
	switch {
	case msg == tea.Msg(kit.Do("open")):
		s.open = true
	case way != keys.None:
		s.kwis = s.kwis.Move(way, n, max(1, f.H-tabLines-3))
	default:
		return s, kit.Outcome{}, false
	}
	return s, kit.Outcome{}, true
}

// averageColumn is where the average stands, which by group is in no table.
const averageColumn = 2

// results is the outcome of every KWI and of the whole.
func (s Screen) results(f *kit.Frame, h int) string {
	y, t := f.Y(), f.Table()
	if !t.HasAnswers() {
		return part.Empty(f, f.T("session.empty"), f.T("session.empty.how", part.Digit(f, account.Measure)))
	}
	row := func(name string, code account.KWICode, line score.Line) widget.Row {
		figure, change := line.Sums.Score(), f.Scores.Change(code, t.Cycle)
		rung := t.Rung(code, line.Target)
		r := widget.Row{Cells: widget.Texts(name, f.Words.ScoreBy(t.AnswersBy, int(figure), figure.OK()), averageOf(f, line.Sums),
			f.Words.Target(line.Target), f.Words.ChangeIn(change.Tenths, change.By, change.OK), widget.RungWord(*f, rung))}
		r.Cells[5].Style = widget.RungStyle(f.Theme, rung)
		if !y.Named() {
			r.Cells = slices.Delete(r.Cells, averageColumn, averageColumn+1)
		}
		return r
	}
	table := widget.Table{
		Columns: []widget.Column{{Title: "KWI", Share: 1}, {Title: f.T("session.col.score"), Width: 6, Right: true}, {Title: f.T("session.col.average"), Width: 6, Right: true, From: 60},
			{Title: f.T("session.col.target"), Width: 6, Right: true}, {Title: f.T("session.col.change"), Width: 6, Right: true}, {Title: f.T("session.col.rung"), Width: 20, From: 70}},
		Count: len(y.KWIs),
		Row: func(i int) widget.Row {
			k := y.KWIs[i]
			line := t.Line(k.Code)
			line.Target = k.Target
			return row(k.Code.Short()+" "+k.Title, k.Code, line)
		},
	}
	if !y.Named() {
		table.Columns = slices.Delete(table.Columns, averageColumn, averageColumn+1)
	}
	foot := outcome(f, y, &t)
	lines := table.View(*f, s.kwis, f.W, max(min(len(y.KWIs)+1, h-2-len(foot)), 2))
	total := table
	total.Count, total.Bare, total.Quiet, total.Row = 1, true, true, func(int) widget.Row { return row(f.T("session.total"), 0, t.Total) }
	lines = append(lines, f.Theme.Faint.Render(strings.Repeat(f.Theme.Glyphs.Rule, f.W)))
	lines = append(lines, total.View(*f, widget.List{}, f.W, 1)...)
	lines = append(lines, foot...)
	if whole := table.CutOff(*f, s.kwis, f.W); len(whole) > 0 {
		lines = append(append(lines, ""), whole...)
	}
	return strings.Join(below(f, lines, h), "\n")
}

// averageOf is the unweighted average, of which by group there is none.
func averageOf(f *kit.Frame, s score.Sums) string {
	average := s.Average()
	return f.Words.Score(int(average), average.OK())
}

// outcome is what stands below the scores: the recommendation, and in words
// what is withheld and why.
func outcome(f *kit.Frame, y *account.Cycle, t *score.Table) (lines []string) {
	quiet := func(text string) {
		for _, l := range cells.Wrap(text, f.W-2) {
			lines = append(lines, "  "+f.Theme.Faint.Render(l))
		}
	}
	if text := part.Grouped(f, t); text != "" {
		lines = append(lines, "")
		quiet(text)
	}
	switch {
	case t.NPS.OK():
		lines = append(lines, "", "  "+f.Theme.Text.Render(f.T("nps.name")+" "+f.Words.Signed(t.NPS.Score())))
	case t.Awaited == 0 && t.NPS.Withheld:
		lines = append(lines, "")
		quiet(f.T("nps.name") + ": " + f.N("monitor.nps.withheld", t.NPS.Answers, t.NPS.Fewest) + ".")
	}
	if unasked := part.NamesUnasked(f, y); unasked != "" {
		quiet(unasked)
	}
	return lines
}

// one is one KWI in front: the client's words first, then the figure, then
// what was agreed.
func (s Screen) one(f *kit.Frame) string {
	y, t := f.Y(), f.Table()
	k := &y.KWIs[s.kwis.In(len(y.KWIs))]
	w := min(f.W-4, 84)
	lines := []string{"  " + f.Theme.Strong.Render(cells.Line(k.Code.String()+" "+k.Title, w)), ""}
	words := cells.Wrap("“"+strings.TrimSpace(k.Expectation)+"”", w)
	for _, l := range words[:min(len(words), max(2, f.H/5))] {
		lines = append(lines, "  "+f.Theme.Quote.Render(l))
	}
	line := t.Line(k.Code)
	figure := line.Sums.Score()
	big := large.Figure(f.Theme, f.Words.ScoreBy(t.AnswersBy, int(figure), figure.OK()), f.W/2, max(4, f.H/5))
	wide := max(24, cells.Width(big[0])+2)
	side := s.beside(f, y, k, figure, f.W-6-wide)
	lines = append(lines, "")
	for i := range max(len(big), len(side)) {
		b, x := "", ""
		if i < len(big) {
			b = big[i]
		}
		if i < len(side) {
			x = side[i]
		}
		lines = append(lines, "      "+cells.Pad(b, wide)+cells.Cut(x, f.W-6-wide))
	}
	lines = append(lines, "")
	body := s.agreed(f).View(f, w, max(4, f.H-len(lines)))
	return strings.Join(append(lines, cells.Indent(cells.Lines(body), 2)...), "\n")
}

// beside is what stands next to the large figure, in room cells.
func (s Screen) beside(f *kit.Frame, y *account.Cycle, k *account.KWI, figure score.Figure, room int) []string {
	before := score.Point{Score: score.None}
	var trend []score.Figure
	for _, p := range f.Scores.Trend(k.Code, y.Name) {
		if p.Cycle != y.Name && p.Score.OK() {
			before = p
		}
		trend = append(trend, p.Score)
	}
	target := f.Words.Target(k.Target)
	if k.Target == 0 {
		target = f.Theme.Glyphs.None
	}
	t := f.Table()
	rung := t.Rung(k.Code, k.Target)
	ladder := ""
	if word := widget.RungWord(*f, rung); word != "" {
		ladder = widget.RungStyle(f.Theme, rung).Render(word) + "  "
	}
	scale := f.Scores.Scale(&f.Client, y.Name)
	line := widget.Sparkline(f.Theme, trend, scale, 12) + "  " + ladder
	if ends := f.T("kit.scale", widget.ScaleEnds(*f, scale)); cells.Width(line+ends) <= room {
		line += f.Theme.Faint.Render(ends) // else the monitor tells it
	}
	out := []string{f.T("session.kwi.line", target, f.Words.ScoreBy(before.By, int(before.Score), before.Score.OK())), line}
	standard := func(kind account.QuestionKind, key string) {
		if q := k.Standard(kind); q != nil {
			sums := score.OfQuestion(y, q.Code)
			if sums.Answers > 0 {
				out = append(out, f.T(key, f.Words.Score(int(sums.Score()), true)))
			}
		}
	}
	standard(account.Noticed, "session.kwi.noticed")
	standard(account.Kept, "session.kwi.kept")
	all, done := 0, 0
	for _, a := range y.Actions {
		if a.KWI == k.Code && a.Status != account.Dropped {
			if all++; a.Status == account.Done {
				done++
			}
		}
	}
	if all > 0 {
		out = append(out, f.T("session.kwi.actions", done, all))
	}
	return out
}
