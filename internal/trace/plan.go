package trace

import (
	"strconv"

	"kwi/internal/account"
)

// typed is what stands in the account plan of a year and was typed there, or the
// sessions that its figures count.
func (m *maker) typed() bool {
	w := m.Words
	year, err := strconv.Atoi(m.t.Number)
	plan := m.Client.Plan(year)
	if err != nil || plan == nil {
		return false
	}
	m.Title = w.T("trace.typed.title", m.t.Text, m.t.Number)
	if q := account.Quantity(m.t.Of); q == account.Sessions {
		var rows []Row
		for i := range m.Client.Cycles {
			if y := &m.Client.Cycles[i]; y.Name.Year() == year && y.Session != "" {
				rows = append(rows, m.sessionRow(y))
			}
		}
		if len(rows) > 0 {
			m.section("trace.madeof", rows...)
			return true
		}
	}
	if k := plan.KPI(m.t.Of); k != nil {
		m.Said = k.Text
	}
	m.section("trace.from", m.quiet("trace.typed.unknown", m.t.Number))
	return true
}
