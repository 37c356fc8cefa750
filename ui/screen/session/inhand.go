package session

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/due"
	"kwi/internal/score"
	"kwi/internal/text"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/agree"
	"kwi/ui/widget"
	"kwi/ui/widget/large"
)

// Where there is room, what is in hand stands in full beside the list or below
// it: the KWI with its words and its figure, the agreement, what belongs to a
// point of the agenda, and the figures beside the record.

// The narrowest lists beside which what is in hand stands in full.
const (
	leastResults = 88
	leastRecord  = 60
	leastAgenda  = 50
	leastOne     = 88
)

// widestOne is how wide a KWI in front is where nothing stands beside it.
const widestOne = 84

// How many lines of the body there are at least before a KWI stands below the
// table, and how high its figure is.
const (
	roomyFrom  = 30
	figureHigh = 5
)

// tabsAbove is how many lines of the body the names of the sides take.
const tabsAbove = 2

// pair divides the body of the side in front. In the simple approach the
// questions of the one contact stand below the outcome, and the course of the
// talk has no more to it than its lines.
func (s Screen) pair(f *kit.Frame) part.Pair {
	t := f.Table()
	switch {
	case s.part == agreementsSide:
		return s.actions.PairOf(f)
	case s.part == results && t.HasAnswers() && len(f.Y().KWIs) > 0 && !isDialogue(f):
		return part.PairOf(f, leastResults)
	case s.part == meeting && t.HasAnswers():
		return part.PairOf(f, leastRecord)
	case s.part == agenda && !isDialogue(f):
		return part.PairOf(f, leastAgenda)
	}
	return part.Pair{Left: f.W}
}

// listed is the list of the side in front, in at most h lines.
func (s Screen) listed(f *kit.Frame, h int) []string {
	switch s.part {
	case results:
		lines, _ := s.resultRows(f, h)
		return lines
	case meeting:
		return cells.Lines(s.meeting(f, h))
	case agreementsSide:
		return s.actions.Rows(f, f.W, h)
	}
	return s.agendaLines(f, h)
}

// inFull is what is in hand on the side in front.
func (s Screen) inFull(f *kit.Frame) *part.Reading {
	switch s.part {
	case results:
		return s.kwiInFull(f)
	case meeting:
		return s.recordInFull(f)
	case agreementsSide:
		return s.actions.InFull(f)
	}
	return s.pointInFull(f)
}

// kwiInFull is the KWI in hand: the client's words first, then the figure, then
// what was agreed.
func (s Screen) kwiInFull(f *kit.Frame) *part.Reading {
	y, t := f.Y(), f.Table()
	k := &y.KWIs[s.kwis.In(len(y.KWIs))]
	d := part.ReadIn(f)
	d.Text(f.Theme.Strong, k.Code.String()+" "+k.Title)
	d.Blank()
	d.Quote(k.Expectation)
	d.Blank()
	line := t.Line(k.Code)
	figure := line.Sums.Score()
	big := large.Figure(f.Theme, f.Words.ScoreBy(t.AnswersBy, int(figure), figure.OK()), f.W/2, figureHigh)
	wide := cells.Width(big[0]) + 4
	side := part.KWIFigures(f, k, f.W-wide)
	for i := range max(len(big), len(side)) {
		b, x := "", ""
		if i < len(big) {
			b = big[i]
		}
		if i < len(side) {
			x = side[i]
		}
		d.Drawn(cells.Pad(b, wide) + x)
	}
	promised(f, d, func(a account.Action) bool { return a.KWI == k.Code })
	return d
}

// promised are the agreements for which a condition holds, in full.
func promised(f *kit.Frame, d *part.Reading, holds func(account.Action) bool) {
	for i, a := range slices.DeleteFunc(f.Client.Agreements(f.Y()), func(a account.Action) bool { return !holds(a) || a.Status == account.Dropped }) {
		if i == 0 {
			d.Head(f.T("session.part.actions"))
		}
		standing, look := agree.Standing(f, a)
		who := a.For
		if who == "" {
			who = f.T("session.full.nobody")
		}
		d.Behind(a.Number+" ", f.Theme.Text, agree.Marked(f, a))
		d.Behind(cells.Spaces(cells.Width(a.Number)+1), look, who+" "+f.Theme.Glyphs.Dot+" "+standing)
	}
}

// figureW is how wide a figure is with the space before it, and rungWidth a word
// for how it stands to its target.
const (
	figureW   = 8
	rungWidth = 24
)

// outcomeInFull is the score of every KWI and of the whole beside their targets.
func outcomeInFull(f *kit.Frame, d *part.Reading) {
	y, t := f.Y(), f.Table()
	if !t.HasAnswers() {
		return
	}
	rung := 0
	if f.W >= 3*figureW+rungWidth+24 {
		rung = rungWidth
	}
	row := func(name, score, target, change string) string {
		return cells.Fit(name, f.W-3*figureW-rung) + cells.FitRight(score, figureW) + cells.FitRight(target, figureW) + cells.FitRight(change, figureW)
	}
	one := func(name string, code account.KWICode, l score.Line) string {
		figure, change := l.Sums.Score(), f.Scores.Change(code, t.Cycle)
		out := row(name, f.Words.ScoreBy(t.AnswersBy, int(figure), figure.OK()), f.Words.Target(l.Target), f.Words.ChangeIn(change.Tenths, change.By, change.OK))
		if r := t.Rung(code, l.Target); rung > 0 {
			out += "   " + widget.RungStyle(f.Theme, r).Render(cells.Line(widget.RungWord(*f, r), rung-3))
		}
		return out
	}
	d.Blank()
	d.Drawn(f.Theme.Faint.Render(row("KWI", f.T("session.col.score"), f.T("session.col.target"), f.T("session.col.change"))))
	for _, k := range y.KWIs {
		l := t.Line(k.Code)
		l.Target = k.Target
		d.Drawn(one(k.Code.Short()+" "+k.Title, k.Code, l))
	}
	d.Drawn(f.Theme.Strong.Render(cells.Line(one(f.T("session.total"), 0, t.Total), f.W)))
	for _, l := range outcome(f, y, &t) {
		d.Drawn(strings.TrimPrefix(l, "  "))
	}
}

// recordInFull is the line of the record in hand, whole, and the figures that are
// talked about.
func (s Screen) recordInFull(f *kit.Frame) *part.Reading {
	d := part.ReadIn(f)
	if e := s.inHand(entries(f)); e.kind == "note" || e.kind == "decision" {
		d.Head(f.T(map[bool]string{false: "session.notes", true: "session.decisions"}[decides(e)]))
		d.Text(f.Theme.Text, e.text)
	}
	outcomeInFull(f, d)
	promised(f, d, func(account.Action) bool { return true })
	return d
}

// pointInFull is what belongs to the point of the agenda in hand: who is there, what
// was agreed, the outcome, what may be read out, and what is to be done by whom.
func (s Screen) pointInFull(f *kit.Frame) *part.Reading {
	y, d := f.Y(), part.ReadIn(f)
	items := agendaItems(f)
	at := s.agenda.In(len(items))
	d.Text(f.Theme.Strong, items[at].Title)
	d.Blank()
	switch account.AgendaItems()[min(at, len(account.AgendaItems())-1)] {
	case account.Welcome:
		d.Text(f.Theme.Text, sessionWhen(f))
		d.Head(f.T("session.present"))
		for _, e := range entries(f) {
			if e.kind == "person" {
				d.Behind(e.sign, f.Theme.Text, e.text)
			}
		}
	case account.LookBack:
		if kept := part.Kept(f, due.KeptIn(&f.Client, y, f.Today)); kept != "" {
			d.Text(f.Theme.Text, f.T("session.kept", kept))
		}
		promised(f, d, func(account.Action) bool { return true })
	case account.Result:
		outcomeInFull(f, d)
	case account.Onwards:
		outcomeBelow(f, d)
		aloud(f, d)
	case account.Closing:
		promised(f, d, func(a account.Action) bool { return a.Status == account.Open })
	}
	return d
}

// outcomeBelow are the KWIs that came out below what was aimed for, in the
// client's words.
func outcomeBelow(f *kit.Frame, d *part.Reading) {
	t := f.Table()
	for _, k := range f.Y().KWIs {
		if t.Rung(k.Code, k.Target) != score.LessThanExpected {
			continue
		}
		l := t.Line(k.Code)
		d.Head(k.Code.Short() + " " + k.Title + "  " + f.Words.ScoreBy(t.AnswersBy, int(l.Sums.Score()), l.Sums.Score().OK()) + " / " + f.Words.Target(k.Target))
		d.Quote(k.Expectation)
	}
}

// aloud are the remarks that may be read out.
func aloud(f *kit.Frame, d *part.Reading) {
	first := true
	for _, r := range f.Client.Respondents {
		v := f.Y().Voice(r.Initials)
		if v.Remark == "" || !v.Aloud {
			continue
		}
		if first {
			d.Head(f.T("session.full.aloud"))
			first = false
		}
		d.Quiet(part.NameOf(f, r.Initials))
		d.Quote(text.Line(v.Remark))
	}
}
