package trace

import (
	"kwi/internal/account"
	"kwi/internal/text"
)

// ideasOn are the ideas about a KWI.
func (m *maker) ideasOn(code account.KWICode) []Row {
	return m.ideas(func(i account.Idea) bool { return i.KWI == code })
}

// ideas are those of all cycles that are wanted.
func (m *maker) ideas(wanted func(account.Idea) bool) (rows []Row) {
	for c := range m.Client.Cycles {
		y := &m.Client.Cycles[c]
		for _, i := range y.Ideas {
			if wanted(i) {
				rows = append(rows, m.ideaRow(y, i, false))
			}
		}
		for _, i := range y.Meeting.Ideas {
			if wanted(i) {
				rows = append(rows, m.ideaRow(y, i, true))
			}
		}
	}
	return rows
}

// idea is an idea: who brought it, its KWI, and what became of it.
func (m *maker) idea() bool {
	w := m.Words
	at := m.Client.IdeaAt(account.IdeaPlace{Cycle: m.y.Name, Session: m.t.Of == inSession, Text: m.t.Text})
	if at == nil {
		return false
	}
	i := *at
	m.Title, m.Said = w.T("trace.idea.title", string(m.y.Name)), i.Text
	if i.Date != "" {
		m.fact(w.T("trace.brought", m.day(i.Date)))
	}
	if i.Votes > 0 {
		m.fact(w.N("trace.votes", i.Votes))
	}
	var from []Row
	if m.t.Of == inSession {
		from = append(from, m.sessionRow(m.y))
	}
	if i.By != "" {
		row := Row{Text: i.By}
		for _, r := range m.Client.Respondents {
			if m.Client.IsCalled(r.Initials, i.By) {
				row = m.personRow(r.Initials)
			}
		}
		from = append(from, row)
	}
	m.origin(from, "trace.idea.unknown")
	var became []Row
	switch {
	case i.Action != "":
		if y, a := m.Client.Action(i.Action); a != nil {
			became = append(became, m.actionRow(*a, y.Name))
		}
	case i.WhyNot != "":
		became = append(became, Row{Text: w.T("brief.idea.not", i.WhyNot)})
	default:
		became = append(became, m.quiet("brief.idea.waits"))
	}
	m.section("trace.became", became...)
	if i.KWI != 0 {
		m.section("trace.aboutkwi", m.kwiRow(i.KWI, m.lastWith(i.KWI)))
	}
	return true
}

// finding is what a colleague answered in the analysis, and the agreement that
// it became.
func (m *maker) finding() bool {
	d := m.y.Finding(account.Finding{Part: account.AnalysisPart(m.t.Of), By: m.t.Number, Text: m.t.Text})
	if d == nil {
		return false
	}
	m.Title, m.Said = m.Words.T("trace.finding.title", string(m.y.Name)), d.Text
	if d.By != "" {
		m.fact(m.Words.T("trace.finding.said", d.By))
	}
	m.section("trace.from", m.scoreRow())
	became := []Row{m.quiet("trace.finding.nothing")}
	if y, a := m.Client.Action(d.Action); d.Action != "" && a != nil {
		became = []Row{m.actionRow(*a, y.Name)}
	}
	m.section("trace.became", became...)
	return true
}

// scoreRow is the figures of the cycle, which an analysis is of.
func (m *maker) scoreRow() Row {
	return Row{Text: m.Words.T("trace.all", string(m.y.Name)), Right: m.figure(m.table.Total.Sums), To: m.scoreOf(0, m.y.Name)}
}

// session is a session: what was said and decided, what was agreed of KWIs, the
// agreements and ideas of it.
func (m *maker) session() bool {
	y := m.y
	m.Title = m.Words.T("trace.session", string(y.Name))
	if y.Session != "" {
		m.fact(m.Words.Date(y.Session))
	}
	var rows []Row
	for i := range y.Actions {
		if m.inSession(y, &y.Actions[i]) {
			rows = append(rows, m.actionRow(y.Actions[i], y.Name))
		}
	}
	m.section("trace.agreements", rows...)
	rows = nil
	for _, n := range y.Meeting.Next {
		row := Row{Text: m.Words.T("trace.next", n.Title)}
		if next := m.Client.After(y.Name); next != nil {
			for _, k := range next.KWIs {
				if k.Code == n.KWI || n.KWI == 0 && sameWords(k.Title, n.Title) {
					row = m.kwiRow(k.Code, next.Name)
				}
			}
		} else if n.KWI != 0 {
			row = m.kwiRow(n.KWI, y.Name)
		}
		rows = append(rows, row)
	}
	m.section("trace.ofkwis", rows...)
	for _, list := range []struct {
		key   string
		lines []string
	}{{"trace.decided", y.Meeting.Decisions}, {"trace.said", y.Meeting.Notes}} {
		var rows []Row
		for _, l := range list.lines {
			rows = append(rows, Row{Text: text.Line(l)})
		}
		m.section(list.key, rows...)
	}
	rows = nil
	for _, i := range y.Meeting.Ideas {
		rows = append(rows, m.ideaRow(y, i, true))
	}
	m.section("trace.ideas", rows...)
	m.section("trace.beside", m.scoreRow())
	return true
}

// inSession reports whether an agreement was made in the session of its cycle,
// as far as that had a day.
func (m *maker) inSession(y *account.Cycle, a *account.Action) bool {
	return y.Session != "" && y.FromSession(*a, m.Today)
}
