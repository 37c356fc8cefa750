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

// results is the outcome of every KWI and of the whole, and below it the one in
// hand in full where there is room.
func (s Screen) results(f *kit.Frame, h int) string {
	t := f.Table()
	if !t.HasAnswers() {
		return part.Empty(f, f.T("session.empty"), f.T("session.empty.how", part.Digit(f, account.Measure)))
	}
	lines, table := s.resultRows(f, h)
	if f.H >= roomyFrom && len(f.Y().KWIs) > 0 && !isDialogue(f) {
		if full := s.kwiInFull(part.Pair{Left: min(f.W, part.WidestText)}.LeftOf(f)); full.Room(h-len(lines)-1) >= 0 {
			return strings.Join(append(append(lines, ""), full.Within(h)...), "\n")
		}
	}
	if whole := table.CutOff(*f, s.kwis, f.W); len(whole) > 0 {
		lines = append(append(lines, ""), whole...)
	}
	return strings.Join(below(f, lines, h), "\n")
}

// fullRungFrom is from how many cells the outcome says whole how a score stands to
// its target; in fewer the title of the KWI is what must be read.
const fullRungFrom = 90

// resultRows is the outcome in a table, and what stands below it.
func (s Screen) resultRows(f *kit.Frame, h int) ([]string, widget.Table) {
	y, t := f.Y(), f.Table()
	judged, rungWord, rungColumn := "session.col.rung", widget.RungWord, 20
	if f.W < fullRungFrom {
		judged, rungWord, rungColumn = "session.col.rung.short", widget.RungShort, 11
	}
	row := func(name string, code account.KWICode, line score.Line) widget.Row {
		figure, change := line.Sums.Score(), f.Scores.Change(code, t.Cycle)
		rung := t.Rung(code, line.Target)
		r := widget.Row{Cells: widget.Texts(name, f.Words.ScoreBy(t.AnswersBy, int(figure), figure.OK()), averageOf(f, line.Sums),
			f.Words.Target(line.Target), f.Words.ChangeIn(change.Tenths, change.By, change.OK), rungWord(*f, rung))}
		r.Cells[5].Style = widget.RungStyle(f.Theme, rung)
		if !y.Named() {
			r.Cells = slices.Delete(r.Cells, averageColumn, averageColumn+1)
		}
		return r
	}
	table := widget.Table{
		Columns: []widget.Column{{Title: "KWI", Share: 1}, {Title: f.T("session.col.score"), Width: 6, Right: true}, {Title: f.T("session.col.average"), Width: 6, Right: true, From: 60},
			{Title: f.T("session.col.target"), Width: 6, Right: true}, {Title: f.T("session.col.change"), Width: 6, Right: true}, {Title: f.T(judged), Width: rungColumn, From: 70}},
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
	return append(lines, foot...), table
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

// one is one KWI in front, and where there is room the agreement in hand in full
// beside it.
func (s Screen) one(f *kit.Frame) string {
	list := s.agreed(f)
	pair := part.PairOf(f, leastOne)
	if len(list.All(f)) == 0 || !pair.Wide() {
		body := func(w, h int) []string { return cells.Lines(list.View(f, w, h)) }
		return strings.Join(s.oneKWI(f, min(f.W-4, widestOne), body), "\n")
	}
	left := pair.LeftOf(f)
	lines := s.oneKWI(left, left.W-4, func(w, h int) []string { return list.Rows(left, w, h) })
	return strings.Join(pair.Beside(lines, list.InFull(pair.RightOf(f)).Within(f.H)), "\n")
}

// oneKWI is a KWI in w cells: the client's words first, then the figure, then
// what was agreed.
func (s Screen) oneKWI(f *kit.Frame, w int, agreed func(w, h int) []string) []string {
	y, t := f.Y(), f.Table()
	k := &y.KWIs[s.kwis.In(len(y.KWIs))]
	lines := []string{"  " + f.Theme.Strong.Render(cells.Line(k.Code.String()+" "+k.Title, w)), ""}
	words := cells.Wrap("“"+strings.TrimSpace(k.Expectation)+"”", w)
	for _, l := range words[:min(len(words), max(2, f.H/5))] {
		lines = append(lines, "  "+f.Theme.Quote.Render(l))
	}
	line := t.Line(k.Code)
	figure := line.Sums.Score()
	big := large.Figure(f.Theme, f.Words.ScoreBy(t.AnswersBy, int(figure), figure.OK()), f.W/2, max(4, f.H/5))
	wide := max(24, cells.Width(big[0])+2)
	side := part.KWIFigures(f, k, f.W-6-wide)
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
	return append(lines, cells.Indent(agreed(w, max(4, f.H-len(lines))), 2)...)
}
