package score

import "kwi/internal/account"

// Question is the figures of one question over all who answered it.
type Question struct {
	Code account.QuestionCode
	Sums Sums // one answer a respondent
}

// Questions are the figures of every question of a KWI in a cycle of which
// this is the table; nil where they may not be shown or are not known.
//
// By group nothing is said of a single question. A copy of the cycle from which
// answers were taken out does not add up to the table, and gives nothing either.
func (t *Table) Questions(y *account.Cycle, code account.KWICode) []Question {
	k := y.KWI(code)
	if k == nil || !y.Named() {
		return nil
	}
	out := make([]Question, len(k.Questions))
	all := Sums{}
	for i, asked := range k.InOrder() {
		q := Question{Code: asked.Code, Sums: answersTo(y, asked.Code)}
		out[i] = q
		all = all.Plus(q.Sums)
	}
	if line := t.Line(code); line.Sums != all {
		return nil // withheld, or not all answers are here
	}
	return out
}
