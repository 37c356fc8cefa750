package report

import "kwi/internal/account"

// noFigure is a figure that is not known.
const noFigure = "–"

// numbers is the table of quantities.
func (m planner) numbers() PlanNumbers {
	last, this := m.plan.Numbers[m.plan.Year-1], m.plan.Numbers[m.plan.Year]
	before, wanted, now := typedFigures(last.Actual), typedFigures(this.Target), typedFigures(this.Actual)
	out := PlanNumbers{
		Title: m.w.T("plan.numbers"), LastYear: m.w.T("plan.lastyear", m.plan.Year-1),
		Target: m.w.T("plan.target", m.plan.Year), SoFar: m.w.T("plan.sofar", m.plan.Year),
	}
	row := func(key string, of func(*account.Figures) string) {
		out.Rows = append(out.Rows, PlanFigure{m.w.T("plan.figure." + key), of(before), of(wanted), of(now)})
	}
	count := func(n *int) string {
		if n == nil {
			return noFigure
		}
		return m.w.Int(*n)
	}
	row("contacts", func(f *account.Figures) string { return count(f.Contacts) })
	row("meetings", func(f *account.Figures) string { return count(f.Meetings) })
	row("leads", func(f *account.Figures) string { return count(f.Leads) })
	row("orders", func(f *account.Figures) string { return count(f.Orders) })
	row("revenue", func(f *account.Figures) string { return m.amount(f.Revenue, "") })
	row("margin", func(f *account.Figures) string { return m.amount(f.Margin, " %") })
	row("sessions", func(f *account.Figures) string {
		if n := m.held(); f == now && n > 0 {
			return m.w.Int(n)
		}
		return count(f.Sessions)
	})
	row("nps", func(f *account.Figures) string {
		if f == now && m.table.NPS.Answers > 0 {
			return m.nps(&out)
		}
		if f.NPS == nil {
			return noFigure
		}
		return m.w.Signed(*f.NPS)
	})
	return out
}

// typedFigures is the figures of a year, or none.
func typedFigures(f *account.Figures) *account.Figures {
	if f == nil {
		return &account.Figures{}
	}
	return f
}

// amount is a sum of money, or with a unit a percentage.
func (m planner) amount(s, unit string) string {
	if s == "" {
		return noFigure
	}
	return m.w.Money(s) + unit
}

// held is how many sessions of this year's cycles took place: somebody was
// noted as present, something was written down, or the cycle closed after its
// day.
func (m planner) held() (n int) {
	for i := range m.c.Cycles {
		y := &m.c.Cycles[i]
		met := len(y.Meeting.Present)+len(y.Meeting.Notes)+len(y.Meeting.Decisions) > 0
		if y.Name.Year() == m.plan.Year && (met || y.Stage == account.Closed && y.Session != "") {
			n++
		}
	}
	return n
}

// nps is the NPS of the cycle. Where it is withheld the table says why, and
// no figure that was typed takes its place.
func (m planner) nps(out *PlanNumbers) string {
	n := m.table.NPS
	if !n.OK() {
		out.Notes = append(out.Notes, m.w.N("plan.withheld", n.Answers, string(m.y.Name)))
		return noFigure
	}
	return m.w.Signed(n.Score())
}
