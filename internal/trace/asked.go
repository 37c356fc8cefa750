package trace

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/score"
)

// question is a question: the expectation that it stands under, the answers to
// it, and who may give them.
func (m *maker) question() bool {
	w, code := m.Words, m.t.Question
	q := m.y.Question(code)
	if q == nil {
		return false
	}
	m.Title, m.Said = w.T("trace.question.title", code.String(), string(m.y.Name)), q.Text
	m.fact(w.T("trace.question." + string(q.Kind)))
	if q.Ended != "" {
		m.fact(w.T("trace.question.ended", m.day(q.Ended)))
	}
	if q.Added != "" {
		m.fact(w.T("trace.question.added", m.day(q.Added)))
	}
	if s := m.sumsOf(m.y, code); s.Answers > 0 {
		m.Figure = m.figure(s)
		m.fact(w.T("insight.how.sum", w.Int(s.Points), w.Int(s.Weight), m.Figure))
	}
	m.section("trace.from", slices.Concat([]Row{m.kwiRow(code.KWI, m.y.Name)}, m.wasAsked(q), m.reworded(code))...)
	m.section("trace.became", m.becameAsked(code)...)
	m.answers(code)
	m.section("trace.changed", m.changed(code)...)
	if q.Kind == account.Kept || q.Kind == account.Noticed {
		m.section("trace.actions", m.actionsOn(code.KWI)...)
	}
	m.section("trace.beside", Row{Text: w.T("trace.all", m.called(code.KWI)), Right: m.figure(sums(&m.table, code.KWI)), To: m.scoreOf(code.KWI, m.y.Name)})
	m.section("trace.cycles", m.askedIn(code, q.Text)...)
	return true
}

// sumsOf are those of one question as far as they may be told.
func (m *maker) sumsOf(y *account.Cycle, code account.QuestionCode) score.Sums {
	t := m.Scores.Table(y.Name)
	for _, q := range t.Questions(y, code.KWI) {
		if q.Code == code {
			return q.Sums
		}
	}
	return score.Sums{}
}

// answers are the answers to a question by name, with those who can judge it and
// did not; by group who can.
func (m *maker) answers(code account.QuestionCode) {
	var rows, silent []Row
	for i := range m.Client.Respondents {
		who := m.Client.Respondents[i].Initials
		a := m.y.Voice(who).Sheet.Of(code)
		switch {
		case a.Grade > 0:
			rows = append(rows, m.answerRow(m.y, who, a, m.named(who)))
		case m.y.IsAssigned(who, code):
			silent = append(silent, m.personRow(who))
		}
	}
	if !m.y.Named() {
		m.grouped()
		m.section("trace.judges", silent...)
		return
	}
	m.section("trace.answers", rows...)
	if len(rows) == 0 {
		m.section("trace.answers", m.quiet("trace.noanswers"))
	}
	m.section("trace.unanswered", silent...)
}

// askedIn are the other cycles in which a question was asked, each with its
// score, and whether it had other words there.
func (m *maker) askedIn(code account.QuestionCode, words string) (rows []Row) {
	for i := range m.Client.Cycles {
		y := &m.Client.Cycles[i]
		q := y.Question(code)
		if q == nil || y.Name == m.y.Name {
			continue
		}
		row := m.questionRow(y, *q)
		if row.Text = string(y.Name); !m.Client.IsSame(code.String(), "", q.Text, words) {
			row.Text = m.Words.T("trace.reworded", string(y.Name), m.quoted(q.Text))
		}
		if s := m.sumsOf(y, code); s.Answers > 0 {
			row.Right = m.figureIn(y, s)
		}
		rows = append(rows, row)
	}
	return rows
}

// answer is what one respondent gave to one question: the question, who, how it
// came in, and what they gave before.
func (m *maker) answer() bool {
	w, code, who := m.Words, m.t.Question, m.t.Who
	q := m.y.Question(code)
	if q == nil || m.Client.Respondent(who) == nil && m.given(m.t).Grade == 0 { // whoever is known no more has answers all the same
		return false
	}
	m.Title = w.T("trace.answer.title", m.named(who), code.String(), string(m.y.Name))
	if !m.y.Named() {
		m.section("trace.to", m.questionRow(m.y, *q))
		m.section("trace.madeof", m.quiet("trace.bygroup"))
		return true
	}
	v := m.y.Voice(who)
	a := v.Sheet.Of(code)
	if a.Grade == 0 {
		m.fact(w.T("trace.answer.none"))
	} else {
		s := score.OfAnswer(a)
		m.Figure = a.String()
		m.fact(w.T("trace.answer.weighs", a.Grade.String(), w.Int(s.Weight), w.Int(s.Points)))
		m.fact(m.cameIn(who))
		m.coloured(who)
	}
	m.section("trace.to", m.questionRow(m.y, *q))
	m.section("trace.who", m.personRow(who))
	if last, in := m.Client.LastGrade(m.y.Name, who, code); last.Grade > 0 {
		m.section("trace.lasttime", m.answerRow(m.Client.Cycle(in), who, last, string(in)))
	}
	var words []Row
	if v.Remark != "" {
		words = append(words, Row{Text: m.quoted(v.Remark), To: Thing{Kind: Remark, Who: who, Cycle: m.y.Name}})
	}
	m.section("trace.remark", words...)
	m.section("trace.beside",
		Row{Text: w.T("trace.theirs", m.called(code.KWI)), Right: m.figure(m.cell(who, code.KWI)), To: Thing{Kind: Own, Who: who, KWI: code.KWI, Cycle: m.y.Name}},
		Row{Text: w.T("trace.all", m.called(code.KWI)), Right: m.figure(sums(&m.table, code.KWI)), To: m.scoreOf(code.KWI, m.y.Name)})
	m.section("trace.actions", m.actionsOn(code.KWI)...)
	return true
}

// cell is one respondent's sums as the table has them.
func (m *maker) cell(who account.Initials, code account.KWICode) score.Sums {
	line := m.line(code)
	for i, other := range m.table.Respondents {
		if other == who && i < len(line.Cells) {
			return line.Cells[i]
		}
	}
	return score.Sums{}
}

// cameIn is how and when somebody's list came in, as far as that was noted.
func (m *maker) cameIn(who account.Initials) string {
	switch day, talked := m.y.Answered[who], m.y.AnsweredInTalk[who]; {
	case m.y.AnsweredByPhone[who] != "":
		return m.Words.T("trace.came.phone", m.day(m.y.AnsweredByPhone[who]))
	case talked != "":
		return m.Words.T("trace.came.talk", m.day(talked))
	case day != "":
		return m.Words.T("trace.came.list", m.day(day))
	}
	return m.Words.T("trace.came.unknown")
}
