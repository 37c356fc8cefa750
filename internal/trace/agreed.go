package trace

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/text"
)

// actionsOn are the agreements on a KWI in all cycles up to the one looked at,
// and after it.
func (m *maker) actionsOn(code account.KWICode) (rows []Row) {
	for i := range m.Client.Cycles {
		for _, a := range m.Client.Cycles[i].Actions {
			if a.KWI == code {
				rows = append(rows, m.actionRow(a, m.Client.Cycles[i].Name))
			}
		}
	}
	return rows
}

// agreedOn are the agreements of a day.
func (m *maker) agreedOn(day account.Date) (rows []Row) {
	for _, a := range m.y.Actions {
		if a.Date == day && day != "" {
			rows = append(rows, m.actionRow(a, m.y.Name))
		}
	}
	return rows
}

// action is an agreement: what it comes from, its KWI, its evidence, and what
// was noticed of it.
func (m *maker) action() bool {
	w := m.Words
	y, a := m.Client.Action(m.t.Number)
	if a == nil {
		return false
	}
	m.y, m.table = y, m.Scores.Table(y.Name)
	m.t.Cycle = y.Name
	m.Title, m.Said = w.T("trace.action.title", a.Number, string(y.Name)), a.Text
	m.Figure = w.T("status." + string(a.Status))
	m.carried(a)
	m.origin(m.ledTo(y, a), "trace.action.unknown")
	evidence := []Row{m.quiet("trace.evidence.none")}
	if e := strings.TrimSpace(a.Evidence); e != "" {
		evidence = []Row{{Text: text.Line(e)}}
	}
	m.section("trace.evidence", evidence...)
	m.section("trace.toldof", m.told(a)...)
	if a.KWI == 0 {
		return true
	}
	var rows []Row
	for _, kind := range []account.QuestionKind{account.Noticed, account.Kept} {
		if k := y.KWI(a.KWI); k != nil && k.Standard(kind) != nil {
			row := m.questionRow(y, *k.Standard(kind))
			if s := m.sumsOf(y, k.Standard(kind).Code); s.Answers > 0 {
				row.Right = m.figureIn(y, s)
			}
			rows = append(rows, row)
		}
	}
	if y.KWI(a.KWI) != nil {
		rows = append(rows, Row{Text: w.T("trace.all", m.called(a.KWI)), Right: m.figure(sums(&m.table, a.KWI)), To: m.scoreOf(a.KWI, y.Name)})
	}
	m.section("trace.noticed", rows...)
	return true
}

// carried says who does it, by when, and what was told of it.
func (m *maker) carried(a *account.Action) {
	w := m.Words
	who := w.T("side." + string(a.Side))
	if a.For != "" {
		who = a.For + ", " + who
	}
	m.fact(who)
	if a.Internal {
		m.fact(w.T("trace.internal"))
	}
	if a.Due != "" {
		m.fact(w.T("trace.isdue", w.ShortMoment(a.Due, m.Today)))
	}
	for _, said := range []struct{ key, text string }{{"report.why", a.Why}, {"monitor.so", a.So}, {"trace.delay", a.Delay}} {
		if said.text != "" {
			m.fact(w.T(said.key, said.text))
		}
	}
	if a.Announced != "" {
		m.fact(w.T("trace.announced", m.day(a.Announced)))
	}
	if a.Done != "" {
		m.fact(w.T("trace.isdone", m.day(a.Done)))
	}
}

// ledTo is what led to an agreement: an idea or a finding that became it, the
// session in which it was made, its KWI; and beside these the talks of that day.
func (m *maker) ledTo(y *account.Cycle, a *account.Action) (rows []Row) {
	rows = append(m.caught(a.Origin), m.ideas(func(i account.Idea) bool { return i.Action == a.Number })...)
	for i := range m.Client.Cycles {
		for _, d := range m.Client.Cycles[i].Findings {
			if d.Action == a.Number {
				rows = append(rows, m.findingRow(&m.Client.Cycles[i], d))
			}
		}
	}
	if m.inSession(y, a) {
		rows = append(rows, m.sessionRow(y))
	}
	if a.KWI != 0 {
		in := y.Name
		if y.KWI(a.KWI) == nil {
			in = m.lastWith(a.KWI)
		}
		rows = append(rows, m.kwiRow(a.KWI, in))
	}
	if a.Date == "" {
		return rows
	}
	m.fact(m.Words.T("trace.agreed", m.day(a.Date)))
	for _, row := range m.talksThat(y, func(_ account.Initials, day account.Date) bool { return day == a.Date }) {
		row.Text = m.Words.T("trace.thatday", row.Text)
		rows = append(rows, row)
	}
	return rows
}
