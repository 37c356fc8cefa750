package report

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/score"
)

// How much of a promise the one page tells, and of how many that are late.
const (
	briefly  = 140
	lateTold = 3
)

// summary is the page that says the essential.
func (m *monitorMaker) summary() []Block {
	out := []Block{Text{Text: m.occasion(), Quiet: true}, m.headline()}
	for _, note := range m.withheld() {
		out = append(out, Text{Text: note})
	}
	for _, line := range []string{m.extremes(), m.noticed(), m.agreedNext()} {
		if line != "" {
			out = append(out, Text{Text: line, Lead: true})
		}
	}
	out = append(out, m.essential())
	if len(m.y.KWIs) > 0 {
		out = append(out, m.against())
		if b, ok := m.bars(); ok {
			b.Caption = ""
			out = append(out, b)
		}
		if line := m.visibly(); line != "" {
			out = append(out, Text{Text: line})
		}
	}
	out = append(out, m.promises()...)
	return append(out, m.response()...)
}

// occasion is the session that the monitor is for.
func (m *monitorMaker) occasion() string {
	switch {
	case m.y.Session == "":
		return m.w.T("report.session.unplanned")
	case m.y.Place == "":
		return m.w.T("report.session", m.w.SessionDay(m.y))
	}
	return m.w.T("report.session.at", m.w.SessionDay(m.y), m.y.Place)
}

// essentialTable names the table of the essential; its rows of the total and,
// where there are names, of the change.
const (
	essentialTable  = "essential"
	essentialTotal  = 0
	essentialChange = 2
)

// essential is the figures of the whole cycle.
func (m *monitorMaker) essential() Table {
	t := Table{Name: essentialTable, Columns: []Column{
		wordColumn(m.w.T("report.col.what"), 5), figureColumn(m.w.T("report.col.figure"), 2), wordColumn(m.w.T("report.col.note"), 10),
	}}
	add := func(key string, c Cell, note string) {
		t.Rows = append(t.Rows, Row{Cells: []Cell{textCell(m.w.T("report.row." + key)), c, textCell(note)}})
	}
	total := m.t.Total.Sums
	add("total", m.shown(m.all.AnswersBy, total.Score(), m.sheets.formula(Score, nil, nil)), m.w.T("report.note.total"))
	if m.named() {
		add("average", m.figure(total.Average(), m.sheets.formula(Average, nil, nil)), m.w.T("report.note.average"))
	}
	var by *Formula
	if before, ok := m.before(0); ok && len(m.sheets.who) > 0 {
		by = differenceOf(Ref{essentialTable, essentialTotal, 1}, Ref{trendTable, m.trendRow(0), 1 + before})
	}
	add("change", m.change(m.h.Change(0, m.all.Name), by), m.compared())
	nps := Cell{Text: dashText, Kind: Balance, Missing: true}
	if n := m.t.NPS; n.OK() {
		nps = Cell{Text: m.w.Signed(n.Score()), Kind: Balance, Number: n.Score()}
	}
	add("nps", nps, m.recommendation())
	for _, kind := range []account.QuestionKind{account.Noticed, account.Kept} {
		if sums, ok := m.standard(kind, 0); ok {
			add(string(kind), m.figure(sums.Score(), m.sheets.formula(Score, nil, m.kind(kind))), m.w.T("report.note."+string(kind)))
		}
	}
	return t
}

// standard is the answers to the standard questions of a kind, of one KWI or
// with 0 of all; false where there are none that may be shown.
func (m *monitorMaker) standard(kind account.QuestionKind, code account.KWICode) (all score.Sums, ok bool) {
	for i := range m.y.KWIs {
		k := &m.y.KWIs[i]
		if code != 0 && k.Code != code || m.t.Line(k.Code).Sums.Answers == 0 {
			continue
		}
		rows := m.t.Questions(m.all, k.Code)
		if rows == nil && code == 0 {
			return score.Sums{}, false
		}
		for _, q := range rows {
			if question := k.Question(q.Code); question != nil && question.Kind == kind {
				all = all.Plus(q.Sums)
			}
		}
	}
	return all, all.Answers > 0
}

// kind chooses the questions of a kind.
func (m *monitorMaker) kind(kind account.QuestionKind) func(account.QuestionCode) bool {
	return func(code account.QuestionCode) bool {
		q := m.y.Question(code)
		return q != nil && q.Kind == kind
	}
}

// against is every KWI against its target.
func (m *monitorMaker) against() Table {
	t := Table{Name: "against", Columns: []Column{
		wordColumn(m.w.T("report.col.kwi"), 6), figureColumn(m.w.T("report.col.score"), 2), figureColumn(m.w.T("report.col.target"), 2),
		figureColumn(m.w.T("report.col.difference"), 2), figureColumn(m.w.T("report.col.change"), 2), wordColumn(m.w.T("report.col.ladder"), 5),
	}}
	l := m.layout()
	for i := range m.y.KWIs {
		k := &m.y.KWIs[i]
		sums := m.t.Line(k.Code).Sums
		row := len(t.Rows)
		var by *Formula
		if len(m.sheets.who) > 0 {
			by = differenceOf(Ref{"against", row, 1}, Ref{"against", row, 2})
		}
		gap := sums.Score().Since(score.Aim(k.Target))
		gap.Tenths = gap.OK && m.tenths(gap.By)
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			textCell(kwiLabel(k)), m.shown(m.all.AnswersBy, sums.Score(), m.sheets.formula(Score, nil, underKWI(k.Code))), m.target(k.Target),
			m.change(gap, by), m.change(m.h.Change(k.Code, m.all.Name), m.changed(k.Code, row, l)), textCell(m.rung(m.t.Rung(k.Code, k.Target))),
		}})
	}
	return t
}

// tenths reports whether a difference with a target shows in one decimal: by
// group, unless the target has two.
func (m *monitorMaker) tenths(by int) bool { return !m.named() && by%10 == 0 }

// rung is what a client makes of it: less than expected, as expected, more.
func (m *monitorMaker) rung(r score.Rung) string {
	switch r {
	case score.LessThanExpected:
		return m.w.T("report.ladder.less")
	case score.AsExpected:
		return m.w.T("report.ladder.as")
	case score.MoreThanExpected:
		return m.w.T("report.ladder.more")
	}
	return ""
}

// visibly is on which KWI work was noticed, and how much.
func (m *monitorMaker) visibly() string {
	var out []string
	for i := range m.y.KWIs {
		if sums, ok := m.standard(account.Noticed, m.y.KWIs[i].Code); ok {
			out = append(out, kwiLabel(&m.y.KWIs[i])+" "+m.w.Score(int(sums.Score()), true))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return m.w.T("report.noticed", m.supplier(), strings.Join(out, " · "))
}
