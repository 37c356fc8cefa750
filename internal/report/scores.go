package report

import (
	"kwi/internal/account"
	"kwi/internal/score"
)

// scoresTable names the table of scores; trendTable that of the trend,
// targetsTable that of what was aimed for in its cycles, and piecesTable that of
// the lines that break.
const (
	scoresTable  = "scores"
	trendTable   = "trend"
	targetsTable = "targets"
	piecesTable  = "pieces"
)

// sheet of scores: where its columns stand.
type layout struct {
	who                                 []account.Initials
	score, average, target, by, answers int
}

func (m *monitorMaker) layout() layout {
	n := len(m.t.Respondents)
	if !m.named() {
		return layout{score: 1, average: -1, target: 2, by: 3, answers: -1}
	}
	return layout{m.t.Respondents, n + 1, n + 2, n + 3, n + 4, n + 5}
}

// scores is the sheet of scores: a row for every KWI, the bars of them, and
// of every KWI its questions.
func (m *monitorMaker) scores() []Block {
	var out []Block
	for _, note := range m.withheld() {
		out = append(out, Text{Text: note})
	}
	t := m.scoreTable()
	out = append(out, t)
	if since := m.since(0); since != "" {
		out = append(out, Text{Text: m.w.T("report.since", since), Quiet: true})
	}
	if bars, ok := m.bars(); ok {
		out = append(out, bars)
	}
	for i := range m.y.KWIs {
		out = append(out, m.questions(&m.y.KWIs[i])...)
	}
	return out
}

func (m *monitorMaker) scoreTable() Table {
	l := m.layout()
	t := Table{Name: scoresTable, Columns: []Column{wordColumn(m.w.T("report.col.kwi"), 10)}}
	for _, who := range l.who {
		t.Columns = append(t.Columns, figureColumn(string(who), 2))
	}
	columns := []string{"score", "average", "target", "change", "answers"}
	if !m.named() {
		columns = []string{"score", "target", "change"}
	}
	for _, key := range columns {
		t.Columns = append(t.Columns, figureColumn(m.w.T("report.col."+key), 2))
	}
	for i := range m.y.KWIs {
		k := &m.y.KWIs[i]
		t.Rows = append(t.Rows, m.scoreRow(l, len(t.Rows), kwiLabel(k), m.t.Line(k.Code), m.target(k.Target)))
	}
	total := m.t.Total
	row := m.scoreRow(l, len(t.Rows), m.w.T("term.total"), total, Cell{})
	row.Total = true
	t.Rows = append(t.Rows, row)
	return t
}

// scoreRow is the figures of one KWI, or of the total.
func (m *monitorMaker) scoreRow(l layout, row int, name string, line score.Line, target Cell) Row {
	r := Row{Cells: []Cell{textCell(name)}}
	for i, who := range l.who {
		c := score.Sums{}
		if i < len(line.Cells) {
			c = line.Cells[i]
		}
		r.Cells = append(r.Cells, m.figure(c.Score(), m.sheets.formula(Score, onlyOf(who), underKWI(line.Code))))
	}
	change := m.change(m.h.Change(line.Code, m.all.Name), m.changed(line.Code, row, l))
	if !m.named() {
		r.Cells = append(r.Cells, m.shown(m.all.AnswersBy, line.Sums.Score(), nil), target, change)
		return r
	}
	r.Cells = append(r.Cells,
		m.figure(line.Sums.Score(), m.sheets.formula(Score, nil, underKWI(line.Code))),
		m.figure(line.Sums.Average(), m.sheets.formula(Average, nil, underKWI(line.Code))),
		target, change,
		m.count(line.Sums.Answers, m.sheets.formula(Answers, nil, underKWI(line.Code))))
	return r
}

// changed is the formula of a change: the score of now less the one in the
// table of the trend.
func (m *monitorMaker) changed(code account.KWICode, row int, l layout) *Formula {
	before, ok := m.before(code)
	at := m.trendRow(code)
	if !ok || at < 0 || len(m.sheets.who) == 0 {
		return nil
	}
	return differenceOf(Ref{scoresTable, row, l.score}, Ref{trendTable, at, 1 + before})
}

// before is the cycle, counted from the oldest, with which a KWI or the total
// is compared.
func (m *monitorMaker) before(code account.KWICode) (int, bool) {
	points := m.h.Trend(code, m.all.Name)
	for i := len(points) - 2; i >= 0; i-- {
		if points[i].Score.OK() {
			return i, true
		}
	}
	return 0, false
}

// since is the name of the cycle with which is compared, "" where there is no
// change to tell.
func (m *monitorMaker) since(code account.KWICode) string {
	i, ok := m.before(code)
	if !ok || !m.h.Change(code, m.all.Name).OK {
		return ""
	}
	return string(m.h[i].Cycle)
}

// withheld says in words what does not stand here, and why.
func (m *monitorMaker) withheld() []string {
	some := m.t.HasAnswers()
	switch {
	case !some:
		return []string{m.w.T("report.noanswers", string(m.all.Name))}
	case !m.named():
		how, n := m.t.Grouped()
		return []string{m.w.N("bygroup."+how, n)}
	}
	return nil
}

// bars are score, average and target of every KWI and the total.
func (m *monitorMaker) bars() (Bars, bool) {
	l := m.layout()
	b := Bars{Caption: m.w.T("report.bars"), Scale: m.h.Scale(m.seen, m.all.Name), Source: &Source{Table: scoresTable, Columns: []int{l.score, l.average, l.target}}}
	if !m.named() {
		b.Caption = m.w.T("report.bars.bygroup")
	}
	b.About = m.w.T("report.bars.scale", m.w.Int(b.Scale.Low), m.w.Int(b.Scale.High))
	some := false
	for i := range m.y.KWIs {
		k := &m.y.KWIs[i]
		line := m.t.Line(k.Code)
		b.Bars = append(b.Bars, Bar{k.Code, kwiLabel(k), line.Sums.Score(), line.Sums.Average(), score.Aim(k.Target), m.all.AnswersBy})
		some = some || line.Sums.Score().OK()
	}
	total := m.t.Total.Sums
	b.Bars = append(b.Bars, Bar{0, m.w.T("term.total"), total.Score(), total.Average(), score.None, m.all.AnswersBy})
	return b, some || total.Score().OK()
}

// questions is one KWI: its questions with what everybody gave, as it is
// written, and what that comes to.
func (m *monitorMaker) questions(k *account.KWI) []Block {
	rows := m.t.Questions(m.all, k.Code)
	if len(rows) == 0 || m.t.Line(k.Code).Sums.Answers == 0 {
		return nil
	}
	t := Table{Name: "kwi-" + k.Code.Short(), Columns: []Column{wordColumn(m.w.T("report.col.question"), 10)}}
	for _, who := range m.t.Respondents {
		t.Columns = append(t.Columns, figureColumn(string(who), 2))
	}
	for _, key := range []string{"score", "average", "answers"} {
		t.Columns = append(t.Columns, figureColumn(m.w.T("report.col."+key), 2))
	}
	for _, q := range rows {
		exactly := func(c account.QuestionCode) bool { return c == q.Code }
		cells := []Cell{textCell(q.Code.String() + " " + k.Question(q.Code).Text)}
		for _, who := range m.t.Respondents {
			cells = append(cells, textCell(m.y.Voice(who).Sheet.Of(q.Code).String()))
		}
		cells = append(cells,
			m.figure(q.Sums.Score(), m.sheets.formula(Score, nil, exactly)),
			m.figure(q.Sums.Average(), m.sheets.formula(Average, nil, exactly)),
			m.count(q.Sums.Answers, m.sheets.formula(Answers, nil, exactly)))
		t.Rows = append(t.Rows, Row{Cells: cells})
	}
	return []Block{Heading{Text: kwiLabel(k)}, t}
}
