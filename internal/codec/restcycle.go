package codec

import (
	"maps"
	"slices"

	"kwi/internal/account"
)

// fromAnswers makes a cycle whose own record is lost of what came back in it: whoever
// answered was asked what they answered, in a KWI and a question by number. Words they
// have where another cycle of the client still has that question. How answers were to be
// told is not known any more, so nobody's may be told beside their name.
func fromAnswers(c *account.Client, y *account.Cycle, newest bool) {
	y.Stage, y.AnswersBy, y.Assigned = account.Closed, account.ByGroup, map[account.Initials][]account.QuestionCode{}
	if newest {
		y.Stage = account.Measure
	}
	kwis := map[account.KWICode]*account.KWI{}
	for _, who := range slices.Sorted(maps.Keys(y.Answers)) {
		for _, a := range y.Answers[who] {
			q := a.Question
			y.Assigned[who] = append(y.Assigned[who], q)
			k := kwis[q.KWI]
			if k == nil {
				k = &account.KWI{Code: q.KWI, Title: q.KWI.String()}
				kwis[q.KWI] = k
			}
			if !slices.ContainsFunc(k.Questions, func(one account.Question) bool { return one.Code == q }) {
				k.Questions = append(k.Questions, account.Question{Code: q, Text: q.String(), Kind: account.Own})
			}
		}
		slices.SortFunc(y.Assigned[who], account.CompareCodes)
	}
	for _, code := range slices.Sorted(maps.Keys(kwis)) {
		k := kwis[code]
		for i := range c.Cycles { // the last one that has them
			if other := &c.Cycles[i]; other != y {
				worded(other, k)
			}
		}
		slices.SortFunc(k.Questions, func(a, b account.Question) int { return account.CompareCodes(a.Code, b.Code) })
		y.KWIs = append(y.KWIs, *k)
	}
}

// worded gives a KWI the words that a cycle has of it.
func worded(y *account.Cycle, k *account.KWI) {
	for _, is := range y.KWIs {
		if is.Code == k.Code && is.Title != "" {
			k.Title, k.Expectation, k.Why = is.Title, is.Expectation, is.Why
		}
	}
	for i := range k.Questions {
		if is := y.Question(k.Questions[i].Code); is != nil && is.Text != "" {
			k.Questions[i].Text, k.Questions[i].Kind = is.Text, is.Kind
		}
	}
}
