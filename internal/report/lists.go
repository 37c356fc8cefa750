package report

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/score"
)

// The columns of an answered list.
const (
	colCode = iota
	colText
	colGrade
	colRelevance
	colWeight
)

// sheets are the answered lists and where each answer stands in them.
type sheets struct {
	who    []account.Initials
	tables map[account.Initials]Table
	codes  map[account.Initials][]account.QuestionCode // by row; none where a row is no question
}

// answerSheets makes the list of everybody who answered, in the order of the
// scores. By group there are none, so that no cell and no formula can tell
// what one person gave.
func (m *monitorMaker) answerSheets() sheets {
	s := sheets{tables: map[account.Initials]Table{}, codes: map[account.Initials][]account.QuestionCode{}}
	if !m.named() {
		return s
	}
	s.who = m.t.Respondents
	for i, who := range s.who {
		s.tables[who], s.codes[who] = m.sheet(who, m.t.Total.Cells[i].Score())
	}
	for _, who := range s.who { // now that all rows are known
		t := s.tables[who]
		t.Rows[len(t.Rows)-1].Cells[colGrade].Formula = s.formula(Score, onlyOf(who), nil)
	}
	return s
}

// sheet is one list: under every KWI that they judge its questions with what
// they gave, and below them what it comes to.
func (m *monitorMaker) sheet(who account.Initials, total score.Figure) (t Table, rows []account.QuestionCode) {
	t = Table{Name: "list-" + string(who), Columns: []Column{
		wordColumn(m.w.T("report.col.code"), 2), wordColumn(m.w.T("report.col.question"), 18),
		figureColumn(m.w.T("report.col.grade"), 2), wordColumn(m.w.T("report.col.relevance"), 3), figureColumn(m.w.T("report.col.weight"), 2),
	}}
	for i := range m.y.KWIs {
		k := &m.y.KWIs[i]
		codes := m.judged(who, k)
		if len(codes) == 0 {
			continue
		}
		t.Rows = append(t.Rows, Row{Head: true, Cells: []Cell{textCell(k.Code.Short()), textCell(k.Title), {}, {}, {}}})
		rows = append(rows, account.QuestionCode{})
		for _, code := range codes {
			rows = append(rows, code)
			t.Rows = append(t.Rows, m.answer(t.Name, len(t.Rows), who, k, code))
		}
	}
	t.Rows = append(t.Rows, Row{Total: true, Cells: []Cell{{}, textCell(m.w.T("report.row.score")), m.figure(total, nil), {}, {}}})
	return t, rows
}

// judged are the questions of a KWI that a respondent was asked or answered.
func (m *monitorMaker) judged(who account.Initials, k *account.KWI) (out []account.QuestionCode) {
	for _, q := range m.y.AskedOf(who) {
		if q.KWI == k.Code && k.Question(q) != nil {
			out = append(out, q)
		}
	}
	for _, a := range m.y.Voice(who).Sheet {
		if a.Question.KWI == k.Code {
			out = append(out, a.Question)
		}
	}
	slices.SortFunc(out, account.CompareCodes)
	return slices.Compact(out)
}

// answer is one question of a list with what they gave.
func (m *monitorMaker) answer(table string, row int, who account.Initials, k *account.KWI, code account.QuestionCode) Row {
	text := ""
	if q := k.Question(code); q != nil {
		text = q.Text
	}
	cells := []Cell{
		textCell(code.String()), textCell(text),
		{Kind: Count, Missing: true}, {}, {Kind: Count, Missing: true},
	}
	if a := m.y.Voice(who).Sheet.Of(code); a.Grade > 0 {
		cells[colGrade] = m.count(int(a.Grade), nil)
		cells[colRelevance] = textCell(a.Relevance.Sign())
		if a.Relevance == account.Neutral {
			cells[colRelevance] = textCell("N")
		}
		cells[colWeight] = m.count(a.Relevance.Weight(), nil)
	}
	cells[colWeight].Formula = &Formula{Op: Weight, Grades: []Ref{{table, row, colGrade}}, Weights: []Ref{{table, row, colRelevance}}}
	return Row{Cells: cells}
}

// lists is the answered lists with what was said beside the grades.
func (m *monitorMaker) lists() (out []Block) {
	if !m.named() {
		out = append(out, Text{Text: m.w.T("report.bygroup")})
	}
	if m.named() && !m.t.HasAnswers() {
		out = append(out, Text{Text: m.w.T("report.noanswers", string(m.all.Name))})
	}
	for _, who := range m.voices() {
		out = append(out, Heading{Text: m.person(who)})
		if on := m.y.Answered[who]; on != "" {
			out = append(out, Text{Text: m.w.T("report.answered", m.w.Date(on)), Quiet: true})
		}
		if t, ok := m.sheets.tables[who]; ok {
			out = append(out, t)
		}
		out = append(out, m.remark(who)...)
		out = append(out, m.recommends(who)...)
	}
	return append(out, m.nameless()...)
}

// voices are who answered, or said something that may stand beside their name.
func (m *monitorMaker) voices() (out []account.Initials) {
	if !m.named() {
		return nil
	}
	out = slices.Clone(m.sheets.who)
	for i := range m.seen.Respondents {
		who := m.seen.Respondents[i].Initials
		v := m.y.Voice(who)
		if !slices.Contains(out, who) && (v.Recommendation != nil || v.Remark != "") {
			out = append(out, who)
		}
	}
	return out
}
