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

// ledger is a KWI's questions with the answers to them, as far as they may be
// shown.
type ledger struct {
	scoreSheet
	y         *account.Cycle
	k         *account.KWI
	questions []score.Question // nil where nothing may be said of them
}

// pointsW is the width of points and weights: 142/19.
const pointsW = 7

func ledgerOf(f *kit.Frame, y *account.Cycle, t *score.Table, k *account.KWI) ledger {
	l := ledger{y: y, k: k}
	if line := t.Line(k.Code); line.Sums.Answers > 0 { // by group there is none
		l.questions = t.Questions(y, k.Code)
	}
	if l.questions != nil {
		for _, who := range t.Respondents {
			if judges(y, who, k.Code) {
				l.who = append(l.who, who)
			}
		}
	}
	l.full = f.W >= 70
	l.cell = 4
	for _, who := range l.who {
		l.cell = max(l.cell, cells.Width(string(who))+1)
	}
	rest := f.W - figureMargin - len(l.who)*l.cell - l.figures()
	if rest >= 24+len(l.who) {
		l.cell++
		rest -= len(l.who)
	}
	if l.label = min(max(rest, codeColumn), 60); l.questions == nil {
		l.label = f.W - figureMargin
	}
	return l
}

// judges reports whether a respondent has a question under a KWI.
func judges(y *account.Cycle, who account.Initials, code account.KWICode) bool {
	for _, q := range y.AskedOf(who) {
		if q.KWI == code {
			return true
		}
	}
	for _, a := range y.Voice(who).Sheet {
		if a.Question.KWI == code {
			return true
		}
	}
	return false
}

func (l ledger) figures() int {
	w := 3 + figureW - 1
	if l.full {
		w += figureGap + figureW - 1 + figureGap + pointsW
	}
	return w
}

// answers is the ledger in at most h lines: the questions, what they add up
// to, and of the one in hand all words and how its figure is made. Where room
// is short the questions have it first.
func (s Screen) answers(f *kit.Frame, y *account.Cycle, t *score.Table, k *account.KWI, h int) []string {
	n := len(k.Questions)
	if n == 0 {
		return []string{"  " + f.Theme.Faint.Render(f.T("monitor.noquestions"))}
	}
	l := ledgerOf(f, y, t, k)
	at := s.question.In(n)
	l.tall = f.H >= 24 && l.wraps() && h-1-len(l.sums(f, true))-2 >= 2*n
	foot := l.sums(f, true)
	tail := l.inFull(f, at)
	switch rows := h - 1 - min(n, 4); {
	case len(foot)+len(tail) <= rows:
		foot = append(foot, tail...)
	case len(foot)+len(tail)-1 <= rows: // without the blank line
		foot = append(foot, tail[1:]...)
	case len(foot) > rows:
		foot = l.sums(f, false)
	}
	per := 1
	if l.tall {
		per = 2
	}
	visible := max((h-1-len(foot))/per, 1)
	if visible < n {
		visible = max((h-2-len(foot))/per, 1)
	}
	from, to := s.question.Window(n, visible)
	lines := []string{l.head(f)}
	for i := from; i < to; i++ {
		lines = append(lines, l.row(f, i, i == at)...)
	}
	if more := widget.More(*f, from, n-to); more != "" {
		lines = append(lines, "  "+f.Theme.Faint.Render(more))
	}
	return append(lines, foot...)
}

// wraps reports whether some question is wider than its column.
func (l ledger) wraps() bool {
	for i := range l.k.Questions {
		if cells.Width(l.k.Questions[i].Text)+codeColumn > l.label {
			return true
		}
	}
	return false
}

// codeColumn is a question's code with the space behind it.
const codeColumn = 5

func (l ledger) head(f *kit.Frame) string {
	var b strings.Builder
	b.WriteString("  " + cells.Fit(f.T("monitor.col.question"), l.label))
	for _, who := range l.who {
		b.WriteString(cells.PadLeft(string(who)+" ", l.cell))
	}
	if l.questions != nil {
		b.WriteString(l.end(f, " ", f.T("monitor.col.score"), f.T("monitor.col.average"), f.T("monitor.col.points")))
	}
	return f.Theme.Faint.Render(cells.Cut(strings.TrimRight(b.String(), " "), f.W))
}

// end is the figures behind the respondents.
func (l ledger) end(f *kit.Frame, column, figure, average, points string) string {
	text := " " + column + cells.PadLeft(figure, figureW)
	if l.full {
		text += cells.PadLeft(average, figureGap+figureW-1) + cells.PadLeft(points, figureGap+pointsW)
	}
	return text
}

// row is one question with its answers as they were given: the sign of its
// relevance stands behind a grade, so grades stay under each other.
func (l ledger) row(f *kit.Frame, i int, inHand bool) []string {
	t := f.Theme
	q := &l.k.Questions[i]
	sign, look := "  ", t.Text
	if inHand {
		sign, look = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Accent
	}
	words := []string{cells.Line(q.Text, max(l.label-codeColumn, 0))}
	if l.tall {
		words = cells.Wrap(q.Text, l.label-codeColumn)
	}
	var b strings.Builder
	b.WriteString(sign + cells.Pad(look.Render(cells.Pad(q.Code.String(), codeColumn)+words[0]), l.label))
	for _, who := range l.who {
		switch a := l.y.Voice(who).Sheet.Of(q.Code); {
		case a.Grade > 0:
			b.WriteString(cells.PadLeft(a.Grade.String()+cells.Pad(a.Relevance.Sign(), 1), l.cell))
		case l.y.IsAssigned(who, q.Code):
			b.WriteString(cells.PadLeft(t.Faint.Render(t.Glyphs.None)+" ", l.cell))
		default:
			b.WriteString(strings.Repeat(" ", l.cell))
		}
	}
	if l.questions != nil {
		b.WriteString(l.sum(f, l.questions[i].Sums))
	}
	lines := []string{cells.Cut(strings.TrimRight(b.String(), " "), f.W)}
	if l.tall {
		rest := ""
		if len(words) > 1 {
			rest = strings.Repeat(" ", figureMargin+codeColumn) + look.Render(cells.Line(strings.Join(words[1:], " "), l.label-codeColumn))
		}
		lines = append(lines, rest)
	}
	return lines
}

func (l ledger) sum(f *kit.Frame, s score.Sums) string {
	figure, average, points := s.Score(), s.Average(), ""
	if s.Answers > 0 {
		points = f.T("monitor.points", s.Points, s.Weight)
	}
	return l.end(f, f.Theme.Faint.Render(f.Theme.Glyphs.Column), f.Words.Score(int(figure), figure.OK()), f.Words.Score(int(average), average.OK()), points)
}

// sums are what every respondent's answers add up to, and all together.
func (l ledger) sums(f *kit.Frame, whole bool) []string {
	if l.questions == nil {
		return nil
	}
	all := score.Sums{}
	for _, q := range l.questions {
		all = all.Plus(q.Sums)
	}
	rows := [3]strings.Builder{}
	for i, key := range []string{"monitor.row.score", "monitor.row.points", "monitor.row.weight"} {
		rows[i].WriteString("  " + cells.Fit(f.T(key), l.label))
	}
	t := f.Table()
	line := t.Line(l.k.Code)
	for i, who := range t.Respondents {
		if !judges(l.y, who, l.k.Code) {
			continue
		}
		s := line.Cells[i]
		figure := s.Score()
		cell := func(n int, text string) { rows[n].WriteString(cells.PadLeft(text+" ", l.cell)) }
		cell(0, f.Words.Score1(int(figure), figure.OK()))
		cell(1, f.Words.Int(s.Points))
		cell(2, f.Words.Int(s.Weight))
	}
	rows[0].WriteString(l.sum(f, all))
	out := []string{cells.Cut(strings.TrimRight(rows[0].String(), " "), f.W)}
	if len(l.who) > 0 && whole {
		for i := 1; i < len(rows); i++ {
			out = append(out, f.Theme.Faint.Render(cells.Cut(strings.TrimRight(rows[i].String(), " "), f.W)))
		}
	}
	return out
}

// inFull is the question in hand in all its words, and how its figure is made.
func (l ledger) inFull(f *kit.Frame, at int) []string {
	q := &l.k.Questions[at]
	out := []string{""}
	if words := cells.Wrap(q.Code.String()+" "+q.Text, f.W-figureMargin); !l.tall && cells.Width(q.Text)+codeColumn > l.label {
		for _, w := range words[:min(len(words), 2)] {
			out = append(out, "  "+w)
		}
	}
	if l.questions != nil && l.questions[at].Sums.Answers > 0 {
		s := l.questions[at].Sums
		out = append(out, "  "+f.Theme.Faint.Render(cells.Line(f.T("monitor.trace", f.Words.Int(s.Points), f.Words.Int(s.Weight), f.Words.Score(int(s.Score()), true)), f.W-figureMargin)))
	}
	if with := part.WithUs(f, l.y); with != "" && l.questions != nil {
		for _, line := range cells.Wrap(with, f.W-figureMargin) {
			out = append(out, "  "+f.Theme.Faint.Render(line))
		}
	}
	return out
}
