package trace

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/text"
)

func sameWords(a, b string) bool { return text.Line(a) == text.Line(b) }

// kwi is the expectation: the talk in which it was heard, its questions, its
// score, and what was agreed on it. One that the cycle does not ask any more is told
// as it was last, with what it became.
func (m *maker) kwi() bool {
	w, code := m.Words, m.t.KWI
	k := m.y.KWI(code)
	asked := k != nil
	if !asked {
		g, known := m.Client.LastGone(m.y.Name, code)
		if !known {
			return false
		}
		k = &g.KWI
		m.fact(w.T("trace.kwi.notasked", string(m.y.Name)))
	}
	m.Title, m.Said = w.T("trace.kwi.title", m.called(code), string(m.y.Name)), strings.TrimSpace(k.Expectation)
	if m.Said == "" {
		m.fact(w.T("monitor.nowords"))
	}
	if k.WishedBy == "" {
		m.fact(w.T("monitor.joint"))
	}
	for _, h := range k.Wishes {
		if h.Words != "" && !sameWords(h.Words, k.Expectation) {
			m.fact(w.T("trace.kwi.said", m.named(h.By), m.quoted(h.Words)))
		}
	}
	if k.Why != "" {
		m.fact(w.T("report.why", k.Why))
	}
	if k.So != "" {
		m.fact(w.T("monitor.so", k.So))
	}
	m.origin(append(m.cameFrom(code), m.heard(k)...), "trace.kwi.unknown")
	m.section("trace.became", m.wentOn(code)...)
	m.section("trace.who", m.wishers(k)...)
	var rows []Row
	for _, q := range k.InOrder() {
		row := m.questionRow(m.y, q)
		if !asked {
			row = m.movedOn(q)
		}
		if s := m.sumsOf(m.y, q.Code); s.Answers > 0 {
			row.Right = m.figure(s)
		}
		rows = append(rows, row)
	}
	m.section("trace.questions", rows...)
	if !asked {
		m.section("trace.cycles", m.wishedIn(code)...)
		return true
	}
	m.section("trace.amounts", Row{Text: w.T("trace.all", string(m.y.Name)), Right: m.figure(sums(&m.table, code)), To: m.scoreOf(code, m.y.Name)})
	m.section("trace.actions", m.actionsOn(code)...)
	m.section("trace.ideas", m.ideasOn(code)...)
	m.section("trace.cycles", m.wishedIn(code)...)
	return true
}

// heard are the places where an expectation comes from: sentences caught in
// talks, a session that put it so, and the earlier cycles that had it. Where
// none is marked, the talks with whoever wished it are told as no more than that.
func (m *maker) heard(k *account.KWI) (rows []Row) {
	rows = m.caught(k.Origin)
	for i := range m.Client.Cycles {
		y := &m.Client.Cycles[i]
		if y.Name > m.y.Name {
			break // what was said later is not where it comes from
		}
		for _, n := range y.Notes {
			if n.KWI == k.Code {
				rows = append(rows, m.noteRow(y, n))
			}
		}
		for _, n := range y.Meeting.Next {
			if y.Name < m.y.Name && (n.KWI == k.Code || n.KWI == 0 && n.Title != "" && sameWords(n.Title, k.Title)) {
				rows = append(rows, m.sessionRow(y))
			}
		}
	}
	if from := m.Client.Carried(m.y.Name, k.Code); from != "" {
		rows = append(rows, Row{Text: m.Words.T("trace.kwi.carried", string(from)), To: Thing{Kind: KWI, KWI: k.Code, Cycle: from}})
	}
	if len(rows) > 0 || len(m.cameFrom(k.Code)) > 0 {
		return rows
	}
	for _, who := range k.Wishers() {
		if talks := m.talks(m.y, who); len(talks) > 0 {
			rows = append(append(rows, m.quiet("trace.kwi.talks", m.named(who))), talks...)
		}
	}
	return rows
}

// wishers are those whose expectation it is, and those who share it.
func (m *maker) wishers(k *account.KWI) (rows []Row) {
	for _, who := range k.Wishers() {
		rows = append(rows, m.personRow(who))
	}
	for _, who := range k.SharedBy {
		row := m.personRow(who)
		row.Text = m.Words.T("trace.shares", row.Text)
		rows = append(rows, row)
	}
	return rows
}

// wishedIn are the other cycles that have a KWI, with its score there.
func (m *maker) wishedIn(code account.KWICode) (rows []Row) {
	for i := range m.Client.Cycles {
		y := &m.Client.Cycles[i]
		if k := y.KWI(code); k != nil && y.Name != m.y.Name {
			t := m.Scores.Table(y.Name)
			row := Row{Text: string(y.Name), Right: m.figureIn(y, sums(&t, code)), To: Thing{Kind: KWI, KWI: code, Cycle: y.Name}}
			if now := m.y.KWI(code); now != nil && !sameWords(now.Expectation, k.Expectation) && k.Expectation != "" {
				row.Text = m.Words.T("trace.reworded", string(y.Name), m.quoted(k.Expectation))
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// talks are the sentences and conversations with a respondent in a cycle.
func (m *maker) talks(y *account.Cycle, who account.Initials) []Row {
	return m.talksThat(y, func(with account.Initials, _ account.Date) bool { return with == who })
}

// talksThat are the sentences and conversations of a cycle that are meant, by whom
// they were with and when.
func (m *maker) talksThat(y *account.Cycle, meant func(with account.Initials, day account.Date) bool) (rows []Row) {
	for _, n := range y.Notes {
		if meant(n.With, n.Date) {
			rows = append(rows, m.noteRow(y, n))
		}
	}
	for _, v := range y.Visits {
		if meant(v.With, v.Date) {
			rows = append(rows, m.visitRow(y, v))
		}
	}
	return rows
}

// note is a sentence of a talk: what it became, and what else was said then.
func (m *maker) note() bool {
	i := slices.IndexFunc(m.y.Notes, func(n account.Note) bool {
		return n.With == m.t.Who && n.Date == m.t.Date && n.Text == m.t.Text && string(n.Topic) == m.t.Of
	})
	if i < 0 {
		return false
	}
	n := m.y.Notes[i]
	m.Title, m.Said = m.Words.T("trace.talk", m.named(n.With), m.day(n.Date)), n.Text
	if n.Topic != "" {
		m.fact(m.Words.T("trace.about", m.Words.T("topic."+string(n.Topic))))
	}
	became := []Row{m.quiet("trace.note.nothing")}
	if n.KWI != 0 && m.y.KWI(n.KWI) != nil {
		became = []Row{m.kwiRow(n.KWI, m.y.Name)}
	}
	m.section("trace.became", became...)
	m.sameTalk(n.With, n.Date, m.noteRow(m.y, n).To)
	m.section("trace.who", m.personRow(n.With))
	return true
}

// visit is a conversation: with whom it was, what they expect, and what was
// agreed that day.
func (m *maker) visit() bool {
	i := slices.IndexFunc(m.y.Visits, func(v account.Visit) bool {
		return v.With == m.t.Who && v.Date == m.t.Date && v.Note == m.t.Text && string(v.By) == m.t.Of
	})
	if i < 0 {
		return false
	}
	v := m.y.Visits[i]
	m.Title, m.Said = m.Words.T("trace.talk", m.named(v.With), m.visitDay(v)), v.Note
	if v.By != "" {
		m.fact(m.Words.T("trace.by", m.named(v.By)))
	}
	if v.Asked != "" {
		m.fact(m.Words.T("trace.asked", v.Asked))
	}
	if v.Goes != "" {
		m.fact(m.Words.T("realise.goes") + ": " + m.Words.T("realise.goes."+string(v.Goes)) + ".")
	}
	m.section("trace.sameday", m.agreedOn(v.Date)...)
	if k := m.y.WishOf(v.With); k != nil {
		m.section("trace.theirkwi", m.kwiRow(k.Code, m.y.Name))
	}
	m.sameTalk(v.With, v.Date, m.visitRow(m.y, v).To)
	m.section("trace.who", m.personRow(v.With))
	return true
}

// sameTalk is what else was said with somebody that day.
func (m *maker) sameTalk(who account.Initials, on account.Date, but Thing) {
	if on == "" {
		return
	}
	var rows []Row
	for _, row := range m.talks(m.y, who) {
		if row.To.Date == on && row.To != but {
			rows = append(rows, row)
		}
	}
	m.section("trace.sametalk", rows...)
}

// unwanted is what a respondent does not expect.
func (m *maker) unwanted() bool {
	m.Said = strings.TrimSpace(m.y.NotExpected[m.t.Who])
	m.Title = m.Words.T("trace.unwanted.title", m.named(m.t.Who), string(m.y.Name))
	rows := m.talks(m.y, m.t.Who)
	if len(rows) > 0 {
		rows = append([]Row{m.quiet("trace.kwi.talks", m.named(m.t.Who))}, rows...)
	}
	m.origin(rows, "trace.kwi.unknown")
	m.section("trace.who", m.personRow(m.t.Who))
	return m.Said != ""
}
