package report

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/score"
)

// headline is the total with its change. It may be told of every cycle: what
// may not be shown is a dash. Where the table of the essential is computed both
// follow it.
func (m *monitorMaker) headline() Headline {
	var total, change *Formula
	if m.named() && len(m.sheets.who) > 0 {
		total, change = sameAs(Ref{essentialTable, essentialTotal, 1}), sameAs(Ref{essentialTable, essentialChange, 1})
	}
	return Headline{
		Label: m.w.T("report.row.total"), Figure: m.shown(m.all.AnswersBy, m.t.Total.Sums.Score(), total),
		Change: m.change(m.h.Change(0, m.all.Name), change), About: m.compared(),
	}
}

// compared is the cycle with which the total is compared, or why there is none.
func (m *monitorMaker) compared() string {
	if name := m.since(0); name != "" {
		return m.w.T("report.note.change", name)
	}
	if !m.t.Total.Sums.Score().OK() {
		return m.w.T("report.note.noscore")
	}
	return m.w.T("report.note.nochange")
}

// ranked is a KWI with what it is ranked by.
type ranked struct {
	name string
	by   int
}

// rank is the best and the worst KWI by some figure, and how many have it.
func (m *monitorMaker) rank(of func(*account.KWI) (int, bool)) (best, worst ranked, n int) {
	for i := range m.y.KWIs {
		k := &m.y.KWIs[i]
		by, ok := of(k)
		if !ok {
			continue
		}
		if n++; n == 1 || by > best.by {
			best = ranked{kwiLabel(k), by}
		}
		if n == 1 || by < worst.by {
			worst = ranked{kwiLabel(k), by}
		}
	}
	return best, worst, n
}

// extremes names the best and the weakest KWI against their targets, or where
// none has a target by score.
func (m *monitorMaker) extremes() string {
	best, worst, n := m.rank(func(k *account.KWI) (int, bool) {
		gap := m.t.Line(k.Code).Sums.Score().Since(score.Aim(k.Target))
		return gap.By, gap.OK
	})
	gap := func(one ranked) string { return m.w.ChangeIn(m.tenths(one.by), one.by, true) }
	switch {
	case n > 1 && best.by > worst.by:
		return m.w.T("report.extremes.target", best.name, gap(best), worst.name, gap(worst))
	case n > 1:
		return m.w.T("report.extremes.alike", gap(best))
	case n == 1:
		return m.w.T("report.extremes.one", best.name, gap(best))
	}
	best, worst, n = m.rank(func(k *account.KWI) (int, bool) {
		f := m.t.Line(k.Code).Sums.Score()
		return int(f), f.OK()
	})
	if n > 1 && best.by > worst.by {
		return m.w.T("report.extremes.score", best.name, m.w.ScoreBy(m.all.AnswersBy, best.by, true), worst.name, m.w.ScoreBy(m.all.AnswersBy, worst.by, true))
	}
	return ""
}

// noticed is how visibly the supplier worked on the KWIs, and where that was
// noticed most and least; "" where that may not be told.
func (m *monitorMaker) noticed() string {
	all, ok := m.standard(account.Noticed, 0)
	if !ok {
		return ""
	}
	best, worst, n := m.rank(func(k *account.KWI) (int, bool) {
		sums, ok := m.standard(account.Noticed, k.Code)
		return int(sums.Score()), ok
	})
	figure := m.w.Score(int(all.Score()), true)
	if n > 1 && best.by > worst.by {
		return m.w.T("report.noticed.range", m.supplier(), figure, best.name, m.w.Score(best.by, true), worst.name, m.w.Score(worst.by, true))
	}
	return m.w.T("report.noticed.all", m.supplier(), figure)
}

// agreedNext is how many agreements are open and which comes first: of those
// whose day is not past the one with the first day.
func (m *monitorMaker) agreedNext() string {
	open := m.seen.OpenActions(m.y.Name)
	text := m.w.N("report.open", len(open))
	coming := slices.DeleteFunc(slices.Clone(open), func(a account.OpenAction) bool { return a.Action.Overdue(m.o.now()) })
	switch {
	case len(open) == 0:
		return text
	case len(coming) == 0:
		return text + " " + m.w.N("report.passed", len(open))
	}
	first := coming[0].Action
	for _, a := range coming[1:] {
		if a.Action.Due != "" && (first.Due == "" || a.Action.Due < first.Due) {
			first = a.Action
		}
	}
	by := m.promised(first)
	if first.Due != "" {
		by += ", " + m.w.Moment(first.Due)
	}
	return text + " " + m.w.T("report.next", first.Number, strings.TrimRight(shortenText(first.Text, briefly), "."), by)
}

// promised is who does an agreement, else the side that does.
func (m *monitorMaker) promised(a account.Action) string {
	if who := m.carrier(a); who != "" {
		return who
	}
	return m.side(a.Side)
}
