package trace

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/score"
)

// made are the answers that a score is made of, none where they may not be told
// or do not add up to it: of a copy that does not hold all of them nothing is
// told.
func (m *maker) made(code account.KWICode) []score.Given {
	given := m.table.MadeOf(m.y, code)
	if all := added(given); all != sums(&m.table, code) {
		return nil
	}
	return given
}

func added(given []score.Given) (s score.Sums) {
	for _, g := range given {
		s = s.Plus(score.OfAnswer(g.Answer))
	}
	return s
}

// grouped ends a trace at the grouped figures, and says why; false where answers
// are by name.
func (m *maker) grouped() bool {
	if m.y.Named() {
		return false
	}
	rows := []Row{}
	if how, n := m.table.Grouped(); how != "" {
		rows = append(rows, Row{Text: m.Words.N("bygroup."+how, n), Quiet: true})
	}
	m.section("trace.madeof", append(rows, m.quiet("trace.bygroup"))...)
	return true
}

// score is a score with the answers that it is made of, or the total with the
// scores of the KWIs.
func (m *maker) score() bool {
	code := m.t.KWI
	if code != 0 && m.y.KWI(code) == nil {
		return false
	}
	s := sums(&m.table, code)
	m.Title, m.Figure = m.Words.T("trace.score", m.called(code), string(m.y.Name)), m.figure(s)
	given := m.made(code)
	m.coloured("")
	switch {
	case m.grouped():
		if code == 0 {
			m.section("trace.kwis", m.kwiScores()...)
		}
	case len(given) == 0:
		why := "insight.how.none"
		if s.Answers > 0 {
			why = "trace.hidden"
		}
		m.section("trace.madeof", m.quiet(why))
	default:
		m.adds(s)
		if code == 0 {
			m.section("trace.madeof", m.kwiScores()...)
			m.section("trace.byperson", m.owns(code)...)
		} else {
			m.byPerson(given)
		}
	}
	m.besides(code)
	return true
}

// adds says how sums come to a score.
func (m *maker) adds(s score.Sums) {
	w := m.Words
	average := s.Average()
	m.fact(w.T("insight.how.sum", w.Int(s.Points), w.Int(s.Weight), m.figure(s)))
	m.fact(w.T("insight.how.average", w.Int(s.Grades), w.Int(s.Answers), w.Score(int(average), average.OK())))
}

// kwiScores are the scores of all KWIs.
func (m *maker) kwiScores() (rows []Row) {
	for i := range m.y.KWIs {
		code := m.y.KWIs[i].Code
		rows = append(rows, Row{Text: m.called(code), Right: m.figure(sums(&m.table, code)), To: m.scoreOf(code, m.y.Name)})
	}
	return rows
}

// owns are the scores of the respondents who answered, each their own.
func (m *maker) owns(code account.KWICode) (rows []Row) {
	line := m.line(code)
	for i, who := range m.table.Respondents {
		if i < len(line.Cells) && line.Cells[i].Answers > 0 {
			rows = append(rows, Row{Text: m.named(who), Right: m.figure(line.Cells[i]), To: Thing{Kind: Own, Who: who, KWI: code, Cycle: m.y.Name}})
		}
	}
	return rows
}

func (m *maker) line(code account.KWICode) score.Line {
	if code == 0 {
		return m.table.Total
	}
	return m.table.Line(code)
}

// byPerson is the answers to a KWI under who gave them.
func (m *maker) byPerson(given []score.Given) {
	for len(given) > 0 {
		who, n := given[0].Who, 0
		var rows []Row
		for n < len(given) && given[n].Who == who {
			rows = append(rows, m.answerRow(m.y, who, given[n].Answer, m.asked(given[n].Answer.Question)))
			n++
		}
		own := added(given[:n])
		rows = append(rows, Row{Text: m.Words.T("trace.together", m.Words.Int(own.Points), m.Words.Int(own.Weight)), Right: m.figure(own),
			To: Thing{Kind: Own, Who: who, KWI: m.t.KWI, Cycle: m.y.Name}})
		m.Sections = append(m.Sections, Section{Title: m.named(who), Rows: rows})
		given = given[n:]
	}
}

// asked is a question by its number and words.
func (m *maker) asked(code account.QuestionCode) string {
	if q := m.y.Question(code); q != nil {
		return m.questionRow(m.y, *q).Text
	}
	return code.String()
}

// besides is what stands beside a score: the expectation, the target, the
// change, and the scores of other cycles.
func (m *maker) besides(code account.KWICode) {
	var rows []Row
	if code != 0 {
		rows = append(rows, m.kwiRow(code, m.y.Name))
		if k := m.y.KWI(code); k.Target != 0 {
			rows = append(rows, Row{Text: m.Words.T("trace.target"), Right: m.Words.Target(k.Target), To: Thing{Kind: Target, KWI: code, Cycle: m.y.Name}})
		}
	}
	if c := m.Scores.Change(code, m.y.Name); c.OK {
		rows = append(rows, Row{Text: m.Words.T("trace.change"), Right: m.Words.ChangeIn(c.Tenths, c.By, true), To: Thing{Kind: Change, KWI: code, Cycle: m.y.Name}})
	}
	if code == 0 && m.table.NPS.Answers > 0 {
		rows = append(rows, Row{Text: m.Words.T("nps.name"), Right: m.npsFigure(), To: Thing{Kind: NPS, Cycle: m.y.Name}})
	}
	m.section("trace.beside", rows...)
	if code != 0 {
		m.section("trace.actions", m.actionsOn(code)...)
	}
	m.section("trace.cycles", m.inCycles(code)...)
}

// inCycles are the scores of a KWI, or of all, in the other cycles.
func (m *maker) inCycles(code account.KWICode) (rows []Row) {
	for i := range m.Client.Cycles {
		y := &m.Client.Cycles[i]
		t := m.Scores.Table(y.Name)
		if s := sums(&t, code); y.Name != m.y.Name && s.Score().OK() {
			rows = append(rows, Row{Text: string(y.Name), Right: m.figureIn(y, s), To: m.scoreOf(code, y.Name)})
		}
	}
	return rows
}

// own is one respondent's score, with their answers.
func (m *maker) own() bool {
	code, who := m.t.KWI, m.t.Who
	m.Title = m.Words.T("trace.own", m.named(who), m.called(code), string(m.y.Name))
	if m.Client.Respondent(who) == nil && !slices.Contains(m.table.Respondents, who) {
		return false
	}
	if m.grouped() {
		return true
	}
	var given []score.Given
	for _, g := range m.made(code) {
		if g.Who == who {
			given = append(given, g)
		}
	}
	if len(given) == 0 {
		m.section("trace.madeof", m.quiet("insight.how.none"))
	} else {
		s := added(given)
		m.Figure = m.figure(s)
		m.adds(s)
		var rows []Row
		for _, g := range given {
			rows = append(rows, m.answerRow(m.y, who, g.Answer, m.asked(g.Answer.Question)))
		}
		m.section("trace.madeof", rows...)
	}
	m.section("trace.who", m.personRow(who))
	m.section("trace.beside", Row{Text: m.Words.T("trace.all", m.called(code)), Right: m.figure(sums(&m.table, code)), To: m.scoreOf(code, m.y.Name)})
	return true
}
