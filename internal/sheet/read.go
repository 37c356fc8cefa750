package sheet

import (
	"fmt"
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/questionnaire"
)

// Read reads a workbook that came back. name is what the file is called, for
// whoever is told about it. Whatever cannot be read is one fault that names
// the file.
func Read(data []byte, name string) (r questionnaire.Return, err error) {
	name = questionnaire.Name(name)
	defer func() {
		if p := recover(); p != nil {
			err = fault.New(fault.BrokenBook, name).By(fmt.Errorf("%v", p))
		}
	}()
	p, err := open(data, name)
	if err != nil {
		return r, err
	}
	grids, err := p.grids()
	if err != nil {
		return r, err
	}
	asked := map[account.QuestionCode]string{}
	for _, g := range grids {
		if g.told(&r, asked) {
			break
		}
	}
	for _, g := range grids {
		if r.Client != "" {
			break
		}
		g.refers(&r)
	}
	if r.Client == "" {
		return questionnaire.Return{}, fault.New(fault.NotOurs, name)
	}
	r.File = name
	for _, g := range grids {
		if r.Promise == "" {
			r.Promise = g.promise()
		}
	}
	for _, g := range grids {
		if len(r.Lines) > 0 {
			break
		}
		if !g.tells() {
			g.answers(&r, asked)
		}
	}
	return r, nil
}

// tells tells whether it is the hidden sheet.
func (g grid) tells() bool {
	return len(g.rows) > 0 && strings.TrimSpace(g.rows[0].cells[0].text) == mark
}

// told reads what the hidden sheet tells, wherever it has come to stand.
func (g grid) told(r *questionnaire.Return, asked map[account.QuestionCode]string) bool {
	if !g.tells() {
		return false
	}
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
			text, _ := questionnaire.Clean(l.cells[2].text)
			asked[code] = text
		}
	}
	return account.ValidID(r.Client) && r.Cycle.Valid() && account.ValidInitials(string(r.Who))
}

// refers looks for the reference that stands in sight, for a workbook whose
// hidden sheet got lost.
func (g grid) refers(r *questionnaire.Return) {
	for _, l := range g.rows {
		for _, c := range l.cells {
			if found, ok := questionnaire.FindReference(c.text); ok {
				r.Reference = found
				return
			}
		}
	}
}

// promise is what the list says in sight of the grades in it.
func (g grid) promise() account.AnswersBy {
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

// answers reads every row that begins with a code.
func (g grid) answers(r *questionnaire.Return, asked map[account.QuestionCode]string) {
	grade, relevance := 0, 0 // the columns, where a head names them
	for _, l := range g.rows {
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
			r.Asks = append(r.Asks, questionnaire.Reply{Key: key, Cell: l.reply(r, key, i, at[0])})
			continue
		}
		shown := l.cell(l.cells[i].column+1, nil).Text
		if len(asked[code]) > longQuestion {
			shown = "" // it may go on in the next row
		}
		r.Lines = append(r.Lines, questionnaire.Line{Code: code, Asked: asked[code], Shown: shown, Grade: l.cell(at[0], r), Relevance: l.cell(at[1], r)})
	}
}

// heads are the columns of grade and relevance in a row of heads, in any
// language.
func (l line) heads() (at [2]int, ok bool) {
	for _, c := range l.cells {
		for _, words := range lang.All() {
			switch strings.ToLower(strings.TrimSpace(c.text)) {
			case words.T("list.col.grade"):
				at[0] = c.column
			case words.T("list.col.relevance"):
				at[1] = c.column
			}
		}
	}
	return at, at[0] > 0 && at[1] > 0
}

// code is the first cell of a row that is a code, of a graded question or of
// another one, with its place; -1 where there is none.
func (l line) code() (int, account.QuestionCode, questionnaire.Key) {
	for i, c := range l.cells[:min(len(l.cells), 4)] {
		words := strings.Fields(c.text)
		if len(words) == 0 || c.formula {
			continue
		}
		text := words[0]
		if c.number && strings.IndexByte(text, '.') == len(text)-2 && len(text) > 2 {
			text += "0" // 1.10 that was made a number
		}
		if code, ok := account.ParseQuestionCode(text); ok {
			return i, code, ""
		}
		if key, ok := questionnaire.KeyOf(text); ok && len(words) == 1 {
			return i, account.QuestionCode{}, key
		}
		return -1, account.QuestionCode{}, ""
	}
	return -1, account.QuestionCode{}, ""
}

// cell is the cell in a column of the row, cleaned.
func (l line) cell(column int, r *questionnaire.Return) questionnaire.Cell {
	out := questionnaire.Cell{At: named(column, l.number)}
	for _, c := range l.cells {
		if c.column == column {
			text, dirty := questionnaire.Clean(c.text)
			out.Text, out.Formula = text, c.formula
			if dirty && r != nil {
				r.Cleaned = append(r.Cleaned, out.At)
			}
		}
	}
	return out
}

// reply is what was answered to a question that is not graded: beside the
// question or, in his own words, in whatever stands behind the code.
func (l line) reply(r *questionnaire.Return, key questionnaire.Key, code, column int) questionnaire.Cell {
	switch key {
	case questionnaire.MayRead, questionnaire.Score, questionnaire.Named:
		return l.cell(column, r)
	}
	if code+1 < len(l.cells) {
		return l.cell(l.cells[code+1].column, r)
	}
	return l.cell(l.cells[code].column+1, nil)
}
