package report

import (
	"math/big"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/score"
)

// noFigure is a figure that is not known.
const noFigure = "–"

// figures is the table of quantities.
func (m planner) figures() *PlanFigures {
	year := m.plan.Year
	out := &PlanFigures{
		LastYear: m.w.T("plan.lastyear", year-1), Wanted: m.w.T("plan.wanted", year),
		SoFar: m.w.T("plan.sofar"), Difference: m.w.T("plan.difference"),
	}
	was, is := m.plan.Numbers[year-1].Actual, m.plan.Numbers[year]
	before := NewestOf(m.c, year-1)
	for _, q := range account.Quantities() {
		last, now, wish := known{typed: was.Figure(q)}, known{typed: is.Actual.Figure(q)}, is.Target.Figure(q)
		if last.typed == "" && before != nil { // what the plan says of a year that is over stands
			last = m.live(q, before, year-1, m.scored(before))
		}
		if live := m.live(q, m.y, year, m.table); live.isLive {
			now = live
		}
		for _, k := range []known{last, now} {
			if k.note != "" && !slices.Contains(out.Notes, k.note) {
				out.Notes = append(out.Notes, k.note)
			}
		}
		row := PlanFigure{
			Quantity: q, Name: m.w.T("plan.figure." + string(q)), Reached: reached(q, now.typed, wish),
			LastYear: m.number(q, last), Wanted: m.number(q, known{typed: wish}), SoFar: m.number(q, now),
		}
		if gap, ok := difference(now.typed, wish); ok {
			row.Difference = m.w.Difference(gap)
		}
		out.Rows = append(out.Rows, row)
	}
	if m.y != nil && m.y.SessionAt().Hour() != "" && !m.y.Common() { // it was agreed on to the hour
		key := "plan.session"
		if m.c.Approach == account.Simple {
			key = "plan.session.simple"
		}
		out.Notes = append(out.Notes, m.w.T(key, m.w.SessionDay(m.y)))
	}
	return out
}

// anything reports whether a figure is known at all.
func (f *PlanFigures) anything() bool {
	return slices.ContainsFunc(f.Rows, func(r PlanFigure) bool {
		return r.LastYear.Text != noFigure || r.Wanted.Text != noFigure || r.SoFar.Text != noFigure
	})
}

// live names the quantities of which something is live.
func (f *PlanFigures) live() string {
	var names []string
	for _, r := range f.Rows {
		if r.LastYear.Live || r.SoFar.Live {
			names = append(names, r.Name)
		}
	}
	return strings.Join(names, ", ")
}

// known is what is known of a quantity, as the plan keeps it.
type known struct {
	typed  string // digits, "" where it is not known
	isLive bool   // it comes from the cycles, and so does that it may not be told
	note   string // why it may not be told
}

// live is what the cycles of a year know of a quantity: the sessions held, and
// the NPS of the newest. Where that is withheld, no figure that was typed takes
// its place.
func (m planner) live(q account.Quantity, newest *account.Cycle, year int, t score.Table) known {
	switch {
	case newest == nil:
	case q == account.Sessions:
		if n := m.held(year); n > 0 {
			return known{typed: big.NewInt(int64(n)).String(), isLive: true}
		}
	case q == account.NetScore && t.Awaited > 0:
		return known{isLive: true, note: m.w.T("plan.waiting", string(newest.Name))}
	case q == account.NetScore && t.NPS.Answers > 0 && !t.NPS.OK():
		return known{isLive: true, note: m.w.N("plan.withheld", t.NPS.Answers, string(newest.Name))}
	case q == account.NetScore && t.NPS.Answers > 0:
		return known{typed: big.NewInt(int64(t.NPS.Score())).String(), isLive: true}
	}
	return known{}
}

// held is how many sessions of a year's cycles took place: somebody was noted
// as present, something was written down, or the cycle closed after its day.
func (m planner) held(year int) (n int) {
	for i := range m.c.Cycles {
		y := &m.c.Cycles[i]
		met := len(y.Meeting.Present)+len(y.Meeting.Notes)+len(y.Meeting.Decisions) > 0
		if y.Name.Year() == year && (met || y.Stage == account.Closed && y.Session != "") {
			n++
		}
	}
	return n
}

// number is a figure as it is read.
func (m planner) number(q account.Quantity, k known) PlanNumber {
	text := m.w.Money(k.typed)
	switch {
	case k.typed == "":
		text = noFigure
	case q == account.Margin:
		text = m.w.T("plan.percent", text)
	case q == account.NetScore:
		text = m.w.Difference(k.typed)
	}
	return PlanNumber{Text: text, Live: k.isLive}
}

// difference is how far a figure is from the one that is wanted, as the plan
// keeps figures, with as many decimals as the longer of the two has.
func difference(now, wish string) (string, bool) {
	a, okA := new(big.Rat).SetString(now)
	b, okB := new(big.Rat).SetString(wish)
	if !okA || !okB {
		return "", false
	}
	return a.Sub(a, b).FloatString(max(decimals(now), decimals(wish))), true
}

// decimals is how many stand behind the point.
func decimals(s string) int {
	for i := range s {
		if s[i] == '.' {
			return len(s) - i - 1
		}
	}
	return 0
}

// reached is how much of what is wanted was reached, in thousandths up to all of
// it. An NPS begins at −100. Of what is wanted at nothing, or below, it says
// nothing.
func reached(q account.Quantity, now, wish string) int {
	a, okA := new(big.Rat).SetString(now)
	b, okB := new(big.Rat).SetString(wish)
	if !okA || !okB {
		return -1
	}
	if q == account.NetScore {
		a, b = a.Add(a, big.NewRat(100, 1)), b.Add(b, big.NewRat(100, 1))
	}
	switch {
	case b.Sign() <= 0:
		return -1
	case a.Sign() <= 0:
		return 0
	case a.Cmp(b) >= 0:
		return 1000
	}
	part := a.Mul(a.Quo(a, b), big.NewRat(1000, 1))
	return int(new(big.Int).Quo(part.Num(), part.Denom()).Int64())
}
