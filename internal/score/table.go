package score

import (
	"slices"

	"kwi/internal/account"
)

// FewestShown is how many respondents a figure needs where answers are kept
// by group, and how many answers an NPS needs where one is anonymous.
const FewestShown = 3

// Line is the figures of one KWI, or of the total.
type Line struct {
	Code        account.KWICode // 0 for the total
	Sums        Sums            // of all respondents
	Target      account.Target
	Respondents int    // how many answered; 0 where the figures are withheld
	Cells       []Sums // by respondent, in the order of Table.Respondents; empty by group
}

// Table is the figures of one cycle as they may be shown.
type Table struct {
	Cycle       account.CycleName
	Respondents []account.Initials // who answered, in the client's order; empty by group
	KWIs        []Line             // all KWIs in order of number; empty where withheld
	Total       Line
	NPS         NPS
	Withheld    bool // by group, and too few answered to show all of it
	some        bool // whether anybody answered
}

// Of makes the table of a cycle.
func Of(c *account.Client, y *account.Cycle) Table {
	t := Table{Cycle: y.Name, KWIs: make([]Line, len(y.KWIs)), NPS: npsOf(y)}
	order := answered(c, y)
	cells := make([]Sums, len(order)*(len(y.KWIs)+1))
	row := func(k int) []Sums { return cells[k*len(order) : (k+1)*len(order) : (k+1)*len(order)] }
	for k := range y.KWIs {
		t.KWIs[k] = Line{Code: y.KWIs[k].Code, Target: y.KWIs[k].Target, Cells: row(k)}
	}
	t.Total.Cells = row(len(y.KWIs))
	for r, who := range order {
		t.tally(y.Answers[who], r)
	}
	t.some = t.Total.Respondents > 0
	if y.AnswersBy == account.ByGroup {
		return t.grouped()
	}
	t.Respondents = order
	return t
}

// answered are the respondents with answers: in the client's order, then
// whoever that list does not name.
func answered(c *account.Client, y *account.Cycle) []account.Initials {
	out := make([]account.Initials, 0, len(y.Answers))
	for i := range c.Respondents {
		if who := c.Respondents[i].Initials; len(y.Answers[who]) > 0 {
			out = append(out, who)
		}
	}
	if len(out) == len(y.Answers) {
		return out
	}
	var rest []account.Initials
	for who, sheet := range y.Answers {
		if len(sheet) > 0 && !slices.Contains(out, who) {
			rest = append(rest, who)
		}
	}
	slices.Sort(rest)
	return append(out, rest...)
}

// tally adds one respondent's sheet to the table. Sheet and KWIs are both in
// order of number, so one walk along both finds every answer's KWI.
func (t *Table) tally(sheet account.Sheet, r int) {
	k := 0
	for i := 0; i < len(sheet); {
		code := sheet[i].Question.KWI
		s, n := sum(sheet[i:], code)
		i += n
		for k < len(t.KWIs) && t.KWIs[k].Code < code {
			k++
		}
		if k == len(t.KWIs) || t.KWIs[k].Code != code {
			continue // an answer without its KWI counts nowhere; portable refuses it
		}
		t.KWIs[k].Cells[r] = s
		t.KWIs[k].Sums = t.KWIs[k].Sums.Plus(s)
		t.KWIs[k].Respondents++
		t.Total.Cells[r] = t.Total.Cells[r].Plus(s)
	}
	if s := t.Total.Cells[r]; s.Answers > 0 {
		t.Total.Sums = t.Total.Sums.Plus(s)
		t.Total.Respondents++
	}
}

// weights by relevance, for the one loop that every answer passes.
var weights = [3]int{account.Neutral: 2, account.Less: 1, account.More: 3}

// sum adds the answers to one KWI at the head of a sheet and counts them.
func sum(sheet account.Sheet, code account.KWICode) (s Sums, n int) {
	for n < len(sheet) && sheet[n].Question.KWI == code {
		g, w := int(sheet[n].Grade), weights[sheet[n].Relevance%3]
		s.Points += g * w
		s.Weight += w
		s.Grades += g
		n++
	}
	s.Answers = n
	return s, n
}

// grouped withholds what could point at a single respondent: all of his own
// figures; every KWI where one has fewer than three, because it could be
// computed from the total; and the total itself below three.
func (t Table) grouped() Table {
	few := false
	for k := range t.KWIs {
		t.KWIs[k].Cells = nil
		few = few || t.KWIs[k].Respondents < FewestShown
	}
	t.Total.Cells = nil
	if few {
		t.KWIs, t.Withheld = nil, true
	}
	if t.Total.Respondents < FewestShown {
		t.KWIs, t.Total, t.Withheld = nil, Line{}, true
	}
	return t
}

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
