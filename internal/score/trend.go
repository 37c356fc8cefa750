package score

import "kwi/internal/account"

// History is the tables of all cycles of a client, oldest first.
type History []Table

// HistoryOf makes the tables of every cycle.
func HistoryOf(c *account.Client) History {
	h := make(History, len(c.Cycles))
	for i := range c.Cycles {
		h[i] = Of(c, &c.Cycles[i])
	}
	return h
}

// Table is the table of a cycle, the newest where name is "", or an empty one.
func (h History) Table(name account.CycleName) Table {
	if i := h.at(name); i >= 0 {
		return h[i]
	}
	return Table{Cycle: name}
}

// Newest is the newest cycle with answers, false where no cycle has any. A
// cycle of which all is withheld counts as one with answers.
func (h History) Newest() (Table, bool) {
	for i := len(h) - 1; i >= 0; i-- {
		if h[i].HasAnswers() {
			return h[i], true
		}
	}
	return Table{}, false
}

// HasAnswers reports whether the cycle has any answers, shown or withheld.
func (t *Table) HasAnswers() bool { return t.Total.Respondents > 0 || t.Withheld && t.some }

// Point is one cycle of a trend.
type Point struct {
	Cycle account.CycleName
	By    account.AnswersBy // how it is shown: by group with one decimal
	Score Figure
}

// Trend is the score per cycle up to and including one, of a KWI or with
// code 0 of the total; cycles without a figure are in it with None.
func (h History) Trend(code account.KWICode, upTo account.CycleName) []Point {
	last := h.at(upTo)
	out := make([]Point, 0, last+1)
	for i := 0; i <= last; i++ {
		out = append(out, Point{h[i].Cycle, h[i].AnswersBy, h[i].figure(code)})
	}
	return out
}

// Change is the difference of the shown score of a cycle with that of the
// last cycle before it that has one. Where one of the two is by group it is
// that of the scores with one decimal.
func (h History) Change(code account.KWICode, cycle account.CycleName) Change {
	i := h.at(cycle)
	j := h.lastBefore(i, code)
	if j < 0 {
		return Change{}
	}
	now, earlier := h[i].sums(code), h[j].sums(code)
	if h[i].AnswersBy == account.ByGroup || h[j].AnswersBy == account.ByGroup {
		c := now.tenths().Since(earlier.tenths())
		c.Tenths = c.OK
		return c
	}
	return now.Score().Since(earlier.Score())
}

// lastBefore is the last table before one that has a figure, −1 for none.
func (h History) lastBefore(i int, code account.KWICode) int {
	for j := i - 1; j >= 0; j-- {
		if h[j].figure(code).OK() {
			return j
		}
	}
	return -1
}

func (t *Table) figure(code account.KWICode) Figure { s := t.sums(code); return s.Score() }

func (t *Table) sums(code account.KWICode) Sums {
	if code == 0 {
		return t.Total.Sums
	}
	return t.Line(code).Sums
}

func (h History) at(name account.CycleName) int {
	for i := range h {
		if h[i].Cycle == name {
			return i
		}
	}
	if name == "" {
		return len(h) - 1
	}
	return -1
}
