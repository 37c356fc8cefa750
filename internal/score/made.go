package score

import (
	"slices"

	"kwi/internal/account"
)

// Given is one answer that a figure is made of, with who gave it.
type Given struct {
	Who    account.Initials
	Answer account.Answer
	Before account.Answer // like for like, what they gave the last time
}

// MadeOf are the answers that the score of a KWI, or with code 0 the total, is
// made of, a respondent after the other in the order of the table. Their sums
// are the sums of the line. By group, and where scores do not stand beside
// names, nothing is told.
func (t *Table) MadeOf(y *account.Cycle, code account.KWICode) (out []Given) {
	if !y.Named() {
		return nil
	}
	for _, who := range t.Respondents {
		for _, a := range y.Answers[who] {
			if y.KWI(a.Question.KWI) != nil && (code == 0 || a.Question.KWI == code) {
				out = append(out, Given{Who: who, Answer: a})
			}
		}
	}
	return out
}

// MadeOfBoth are the answers that a comparison like for like is made of.
func (h History) MadeOfBoth(c *account.Client, code account.KWICode, cycle account.CycleName) (out []Given) {
	m := h.Match(c, code, cycle)
	now, then := c.Cycle(cycle), c.Cycle(m.Since)
	if !m.OK() || now == nil || then == nil {
		return nil
	}
	t := h.Table(now.Name)
	for _, g := range t.MadeOf(now, code) {
		if g.Before = then.Answers[g.Who].Of(g.Answer.Question); g.Before.Grade != 0 && !slices.Contains(m.Reworded, g.Answer.Question) {
			out = append(out, g)
		}
	}
	return out
}
