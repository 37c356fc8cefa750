package trace

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/score"
	"kwi/internal/text"
)

// person is a respondent: what they said in talks, what they expect, what they
// judge and how, and what was agreed for them.
func (m *maker) person() bool {
	w, who := m.Words, m.t.Who
	r := m.Client.Respondent(who)
	if r == nil {
		return false
	}
	m.Title = w.T("trace.person.title", m.named(who), string(m.y.Name))
	m.fact(r.Function)
	if r.Left != "" {
		m.fact(w.T("report.left", w.Date(r.Left)))
	}
	if r.Follows != "" {
		m.section("trace.follows", m.personRow(r.Follows))
	}
	m.wishes(who)
	var rows []Row
	for i := len(m.Client.Cycles) - 1; i >= 0; i-- {
		if y := &m.Client.Cycles[i]; y.Name <= m.y.Name {
			rows = append(rows, m.talks(y, who)...)
		}
	}
	rows = append(rows, m.madeOf(who)...)
	if words := strings.TrimSpace(m.y.NotExpected[who]); words != "" {
		rows = append(rows, Row{Text: w.T("trace.unwanted") + ": " + m.quoted(words), To: Thing{Kind: Unwanted, Who: who, Cycle: m.y.Name}})
	}
	if len(rows) == 0 {
		rows = append(rows, m.quiet("brief.talks.none"))
	}
	m.section("trace.talks", rows...)
	m.judged(who)
	m.section("trace.ideas", m.ideas(func(i account.Idea) bool { return m.Client.IsCalled(who, i.By) })...)
	m.section("trace.agreements", m.waitedFor(who)...)
	return true
}

// wishes are the KWIs that a respondent wished, or finds important too.
func (m *maker) wishes(who account.Initials) {
	var rows []Row
	for i := range m.y.KWIs {
		k := &m.y.KWIs[i]
		if k.WishedBy == who {
			rows = append(rows, m.kwiRow(k.Code, m.y.Name))
		}
		for _, other := range k.SharedBy {
			if other == who {
				row := m.kwiRow(k.Code, m.y.Name)
				row.Text = m.Words.T("trace.sharedkwi", row.Text)
				rows = append(rows, row)
			}
		}
	}
	m.section("trace.expects", rows...)
}

// judged are the questions that a respondent judges, with what they gave where
// that may stand beside a name, and the figures of theirs alone.
func (m *maker) judged(who account.Initials) {
	v := m.y.Voice(who)
	var rows []Row
	for _, q := range m.y.AskedOf(who) {
		if asked := m.y.Question(q); asked != nil {
			row := m.questionRow(m.y, *asked)
			if a := v.Sheet.Of(q); a.Grade > 0 {
				row = m.answerRow(m.y, who, a, row.Text)
			}
			rows = append(rows, row)
		}
	}
	if !m.y.Named() {
		rows = append([]Row{m.quiet("trace.bygroup")}, rows...)
	}
	m.section("trace.questions", rows...)
	rows = nil
	if own := m.cell(who, 0); own.Answers > 0 && m.y.Named() {
		rows = append(rows, Row{Text: m.Words.T("trace.theirs", m.called(0)), Right: m.figure(own), To: Thing{Kind: Own, Who: who, Cycle: m.y.Name}})
	}
	if n := v.Recommendation; n != nil {
		rows = append(rows, m.recommendationRow(who, *n))
	}
	if v.Remark != "" {
		rows = append(rows, Row{Text: m.quoted(v.Remark), To: Thing{Kind: Remark, Who: who, Cycle: m.y.Name}})
	}
	m.section("trace.gave", rows...)
}

// waitedFor are the agreements that a respondent carries, or waits for because
// they are about a KWI of theirs.
func (m *maker) waitedFor(who account.Initials) (rows []Row) {
	for i := range m.Client.Cycles {
		y := &m.Client.Cycles[i]
		for _, a := range y.Actions {
			k := y.KWI(a.KWI)
			if k == nil {
				k = m.y.KWI(a.KWI)
			}
			if m.Client.IsCalled(who, a.For) || k != nil && k.WishedBy == who {
				rows = append(rows, m.actionRow(a, y.Name))
			}
		}
	}
	return rows
}

// npsFigure is the NPS of the cycle, "–" where it is withheld.
func (m *maker) npsFigure() string {
	if n := m.table.NPS; n.OK() {
		return m.Words.Signed(n.Score())
	}
	return "–"
}

// nps is the NPS with the recommendations that it is counted from.
func (m *maker) nps() bool {
	w, n := m.Words, m.table.NPS
	m.Title, m.Figure = w.T("trace.nps.title", string(m.y.Name)), m.npsFigure()
	switch {
	case n.Answers == 0:
		m.section("trace.madeof", m.quiet("insight.how.none"))
	case !n.OK():
		m.grouped()
		m.section("trace.madeof", m.quiet("trace.nps.withheld"))
	default:
		m.fact(w.T("insight.how.nps", w.Int(n.Promoters), w.Int(n.Detractors), w.Int(n.Answers), w.Signed(n.Score())))
		m.recommendations()
	}
	m.section("trace.beside", m.scoreRow())
	var rows []Row
	for i := range m.Client.Cycles {
		y := &m.Client.Cycles[i]
		if t := m.Scores.Table(y.Name); y.Name != m.y.Name && t.NPS.OK() {
			rows = append(rows, Row{Text: string(y.Name), Right: w.Signed(t.NPS.Score()), To: Thing{Kind: NPS, Cycle: y.Name}})
		}
	}
	m.section("trace.cycles", rows...)
	return true
}

// recommendations are those that may stand beside names, all of them or none.
func (m *maker) recommendations() {
	if m.grouped() {
		return
	}
	if !m.y.NPSNamed() {
		m.section("trace.madeof", m.quiet("insight.how.nameless"))
		return
	}
	var rows []Row
	for i := range m.Client.Respondents {
		who := m.Client.Respondents[i].Initials
		if n := m.y.Voice(who).Recommendation; n != nil {
			row := m.recommendationRow(who, *n)
			row.Text = m.named(who)
			rows = append(rows, row)
		}
	}
	if len(rows) != m.table.NPS.Answers {
		rows = []Row{m.quiet("trace.hidden")}
	}
	m.section("trace.madeof", rows...)
}

func (m *maker) recommendationRow(who account.Initials, n account.NPS) Row {
	return Row{Text: m.Words.T("trace.recommendation"), Right: m.Words.T("trace.npsof", n.Score, m.group(n.Score)), To: Thing{Kind: Recommendation, Who: who, Cycle: m.y.Name}}
}

func (m *maker) group(n int) string {
	return m.Words.T("nps." + [...]string{"detractor", "passive", "promoter"}[score.Group(n)+1])
}

// recommendation is one respondent's, with the words that came with it.
func (m *maker) recommendation() bool {
	w, who := m.Words, m.t.Who
	if m.Client.Respondent(who) == nil {
		return false
	}
	m.Title = w.T("trace.recommendation.title", m.named(who), string(m.y.Name))
	n := m.y.Voice(who).Recommendation
	if n == nil {
		why := "insight.how.nameless"
		switch {
		case !m.y.Named():
			why = "trace.bygroup"
		case m.y.NPSNamed():
			return false
		}
		m.section("trace.madeof", m.quiet(why))
		return true
	}
	m.Figure = w.T("trace.npsof", n.Score, m.group(n.Score))
	for _, said := range []struct{ key, text string }{{"monitor.nps.because", n.Why}, {"monitor.nps.pleased", n.Pleased}, {"monitor.nps.missed", n.Missed}} {
		if words := text.Line(said.text); words != "" {
			m.fact(w.T(said.key) + ": " + m.quoted(words))
		}
	}
	m.fact(m.cameIn(who))
	m.section("trace.who", m.personRow(who))
	m.section("trace.beside", Row{Text: w.T("nps.name"), Right: m.npsFigure(), To: Thing{Kind: NPS, Cycle: m.y.Name}})
	return true
}

// remark is what a respondent wrote below their list.
func (m *maker) remark() bool {
	v := m.y.Voice(m.t.Who)
	if v.Remark == "" {
		return false
	}
	m.Title, m.Said = m.Words.T("trace.remark.title", m.named(m.t.Who), string(m.y.Name)), v.Remark
	if v.Aloud {
		m.fact(m.Words.T("monitor.released"))
	} else {
		m.fact(m.Words.T("monitor.unreleased"))
	}
	m.fact(m.cameIn(m.t.Who))
	m.section("trace.who", m.personRow(m.t.Who))
	m.section("trace.beside", m.scoreRow())
	return true
}
