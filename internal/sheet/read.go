package sheet

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/questionnaire"
	"kwi/internal/text"
)

// tells reports whether it is a hidden sheet.
func (g sheetGrid) tells() bool {
	return len(g.rows) > 0 && strings.TrimSpace(g.rows[0].cells[0].text) == markText
}

// told reads what a hidden sheet tells.
func (g sheetGrid) told() hiddenNote {
	r := hiddenNote{asked: map[account.QuestionCode]string{}}
	for _, l := range g.rows[1:] {
		value := ""
		if len(l.cells) > 1 {
			value = strings.TrimSpace(l.cells[1].text)
		}
		switch key := strings.TrimSpace(l.cells[0].text); key {
		case "client":
			r.Client = value
		case "cycle":
			r.Cycle = account.CycleName(value)
		case "respondent":
			r.Who = account.Initials(value)
		case "print":
			r.Print = value
		case "mark":
			r.Mark = account.Mark(value)
		case "promise":
			if by := account.AnswersBy(value); by == account.ByName || by == account.ByGroup {
				r.Promise = by
			}
		default:
			code, ok := account.ParseQuestionCode(key)
			if !ok || len(l.cells) < 3 {
				continue
			}
			r.asked[code], _ = questionnaire.Clean(l.cells[2].text)
		}
	}
	return r
}

// promise is what the list says in sight of the grades in it.
func (g sheetGrid) promise() account.AnswersBy {
	for _, l := range g.rows {
		for _, c := range l.cells {
			if by := questionnaire.PromiseIn(c.text); by != "" {
				return by
			}
		}
	}
	return ""
}

// longQuestion is how many bytes of a question surely stand in one row.
const longQuestion = 1000

// answers reads every row that begins with a code. t is what was told unseen of
// the list, sheet what stands before the names of its cells.
func (g sheetGrid) answers(r *questionnaire.Return, t *hiddenNote, sheet string) {
	if r.Promise == "" {
		r.Promise = g.promise()
	}
	asked := map[account.QuestionCode]string{}
	if t != nil {
		asked = t.asked
	}
	var runs questionnaire.Runs
	defer func() {
		if r.No == nil && runs.Stray() {
			r.No = questionnaire.StrayBeside(*r).No
		}
	}()
	grade, relevance := 0, 0 // the columns, where a head names them
	for _, l := range g.rows {
		runs.EndIn(l.allText())
		if from, ok := l.heads(); ok {
			grade, relevance = from[0], from[1]
			continue
		}
		i, code, key := l.code()
		if i < 0 {
			continue
		}
		at := [2]int{l.cells[i].column + 2, l.cells[i].column + 3}
		if grade > 0 && relevance > 0 {
			at = [2]int{grade, relevance}
		}
		if key != "" {
			answer := l.reply(r, key, i, at[0], sheet)
			runs.Place(string(key), false, !answer.Empty())
			r.Asks = append(r.Asks, questionnaire.Reply{Key: key, Cell: answer})
			continue
		}
		shown := l.cell(l.cells[i].column+1, nil, "").Text
		if len(asked[code]) > longQuestion {
			shown = "" // it may go on in the next row
		}
		beside := l.beside(l.cells[i].column, at[0], at[1])
		answer := questionnaire.Line{Beside: beside, Code: code, Asked: asked[code], Shown: shown, Grade: l.cell(at[0], r, sheet), Relevance: l.cell(at[1], r, sheet)}
		runs.Place(code.String(), true, !answer.Grade.Empty())
		r.Lines = append(r.Lines, answer)
	}
}

// allText is what stands in a row, one cell a line.
func (l sheetRow) allText() string {
	var b strings.Builder
	for _, c := range l.cells {
		b.WriteString(c.text + "\n")
	}
	return b.String()
}

// beside is what stands in the row of a question and is no part of it: neither
// code nor words, nor grade, nor relevance.
func (l sheetRow) beside(code, grade, relevance int) string {
	var all []string
	for _, c := range l.cells {
		if c.column != code && c.column != code+1 && c.column != grade && c.column != relevance {
			s, _ := questionnaire.Clean(c.text)
			all = append(all, s)
		}
	}
	return text.Line(strings.Join(all, " "))
}

// heads are the columns of grade and relevance in a row of heads, in any
// language.
func (l sheetRow) heads() (at [2]int, ok bool) {
	for _, c := range l.cells {
		for _, words := range lang.All() {
			switch head := text.Fold(c.text); {
			case head == text.Fold(words.T("list.col.grade")):
				at[0] = c.column
			case head == text.Fold(words.T("list.col.relevance")):
				at[1] = c.column
			}
		}
	}
	return at, at[0] > 0 && at[1] > 0
}

// code is the first cell of a row that is a code, of a graded question or of
// another one, with its place; -1 where there is none.
func (l sheetRow) code() (int, account.QuestionCode, questionnaire.Key) {
	for i, c := range l.cells[:min(len(l.cells), 4)] {
		words := strings.Fields(c.text)
		if len(words) == 0 || c.formula {
			continue
		}
		if code, ok := account.ReadQuestionCode(words[0], true); ok {
			return i, code, ""
		}
		if key, ok := questionnaire.KeyOf(words[0]); ok && len(words) == 1 {
			return i, account.QuestionCode{}, key
		}
		return -1, account.QuestionCode{}, ""
	}
	return -1, account.QuestionCode{}, ""
}

// cell is the cell in a column of the row, cleaned.
func (l sheetRow) cell(column int, r *questionnaire.Return, sheet string) questionnaire.Cell {
	out := questionnaire.Cell{At: sheet + cellName(column, l.number)}
	for _, c := range l.cells {
		if c.column == column {
			s, dirty := questionnaire.Clean(c.text)
			out.Text, out.Formula = s, c.formula
			if dirty && r != nil {
				r.Cleaned = append(r.Cleaned, out.At)
			}
		}
	}
	return out
}

// reply is what was answered to a question that is not graded: beside the
// question or, in their own words, in whatever stands behind the code.
func (l sheetRow) reply(r *questionnaire.Return, key questionnaire.Key, code, column int, sheet string) questionnaire.Cell {
	switch key {
	case questionnaire.MayRead, questionnaire.Score, questionnaire.Named:
		return l.cell(column, r, sheet)
	}
	if code+1 < len(l.cells) {
		return l.cell(l.cells[code+1].column, r, sheet)
	}
	return l.cell(l.cells[code].column+1, nil, sheet)
}
