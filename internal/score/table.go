package score

import (
	"slices"

	"kwi/internal/account"
)

// Line is the figures of one KWI, or of the total.
type Line struct {
	Code        account.KWICode // 0 for the total
	Target      account.Target
	Sums        Sums   // of all respondents; by group nothing but a score of one decimal
	Respondents int    // how many answered; 0 where the figures are withheld
	Cells       []Sums // by respondent, in the order of Table.Respondents; empty by group
}

// Table is the figures of one cycle as they may be shown.
type Table struct {
	Cycle       account.CycleName
	AnswersBy   account.AnswersBy
	Respondents []account.Initials // who answered, in the client's order; empty by group
	KWIs        []Line             // all KWIs in order of number; empty where withheld
	Total       Line
	NPS         NPS
	Withheld    bool                          // by group, and not all of it may be shown
	Awaited     int                           // by group, how many lists are waited for before anything is shown
	some        bool                          // whether anybody answered
	told        map[account.KWICode]Corrected // what corrections changed since it was told
}

// Of makes the table of a cycle.
func Of(c *account.Client, y *account.Cycle) Table {
	t, order := count(c, y)
	if !y.Named() {
		t = t.grouped(c, y, order)
	} else {
		t.Respondents = order
	}
	t.told = correctedIn(c, y, &t)
	return t
}

// count is all figures of a cycle, and who answered in the order of the cells.
func count(c *account.Client, y *account.Cycle) (Table, []account.Initials) {
	t := Table{Cycle: y.Name, AnswersBy: y.AnswersBy, KWIs: make([]Line, len(y.KWIs)), NPS: countNPS(y)}
	n := len(y.Answers)
	order := make([]account.Initials, 0, n)
	cells := make([]Sums, n*(len(y.KWIs)+1))
	t.Total.Cells, cells = cells[:n:n], cells[n:]
	for k := range t.KWIs {
		line, kwi := &t.KWIs[k], &y.KWIs[k]
		line.Code, line.Target = kwi.Code, kwi.Target
		line.Cells, cells = cells[:n:n], cells[n:]
	}
	for i := range c.Respondents {
		who := c.Respondents[i].Initials
		if sheet := y.Answers[who]; len(sheet) > 0 {
			t.tally(sheet, len(order))
			order = append(order, who)
		}
	}
	if len(order) < n {
		order = t.others(y, order)
	}
	t.some = t.Total.Respondents > 0
	return t, order
}

// others adds the respondents whom the client's list does not name, and cuts
// the cells off that nobody fills.
func (t *Table) others(y *account.Cycle, order []account.Initials) []account.Initials {
	known := len(order)
	for who, sheet := range y.Answers {
		if len(sheet) > 0 && !slices.Contains(order[:known], who) {
			order = append(order, who)
		}
	}
	slices.Sort(order[known:])
	for r := known; r < len(order); r++ {
		t.tally(y.Answers[order[r]], r)
	}
	t.Total.Cells = t.Total.Cells[:len(order)]
	for k := range t.KWIs {
		t.KWIs[k].Cells = t.KWIs[k].Cells[:len(order)]
	}
	return order
}

// tally adds one respondent's sheet to the table. Sheet and KWIs are both in
// order of number, so each KWI finds its answers at the head of the sheet.
func (t *Table) tally(sheet account.Sheet, r int) {
	var all Sums
	for k := range t.KWIs {
		line := &t.KWIs[k]
		for len(sheet) > 0 && sheet[0].Question.KWI < line.Code {
			sheet = sheet[1:] // an answer without its KWI counts nowhere; portable refuses it
		}
		s := sumHead(sheet, line.Code)
		if s.Answers == 0 {
			continue
		}
		sheet = sheet[s.Answers:]
		line.Cells[r] = s
		line.add(s)
		all = all.Plus(s)
	}
	if all.Answers > 0 {
		t.Total.Cells[r] = all
		t.Total.add(all)
	}
}

// add counts one more respondent in.
func (l *Line) add(s Sums) {
	l.Sums = l.Sums.Plus(s)
	l.Respondents++
}

// sumHead is the sums of the answers to one KWI at the head of a sheet. Every
// answer passes here: it stands apart so that the sums stay in registers.
//
//go:noinline
func sumHead(sheet account.Sheet, code account.KWICode) (s Sums) {
	for i := range sheet {
		a := &sheet[i]
		if a.Question.KWI != code {
			break
		}
		g, w := int(a.Grade), int(weights[a.Relevance%4])
		s.Points += g * w
		s.Weight += w
		s.Grades += g
		s.Answers++
	}
	return s
}

// weights by relevance.
var weights = [4]uint8{account.Neutral: 2, account.Less: 1, account.More: 3}

// Line is the line of a KWI; its figures are none where it is withheld or not
// there.
func (t *Table) Line(code account.KWICode) Line {
	for i := range t.KWIs {
		if t.KWIs[i].Code == code {
			return t.KWIs[i]
		}
	}
	return Line{Code: code}
}
