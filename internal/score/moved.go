package score

import (
	"slices"

	"kwi/internal/account"
)

// A question that goes along when a KWI is merged or split has another code from
// then on, and stays the same question: who knows what was asked knows that too.
// So answers are set beside those of another cycle by what they were first asked
// as, and KWIs by where their questions came from.

// origins are the questions that were others before, by what they were first.
func origins(c *account.Client) map[account.QuestionCode]account.QuestionCode {
	before := map[account.QuestionCode]account.QuestionCode{}
	for i := range c.Cycles {
		for _, k := range c.Cycles[i].KWIs {
			for _, q := range k.Questions {
				if q.From != (account.QuestionCode{}) {
					before[q.Code] = q.From
				}
			}
		}
	}
	first := map[account.QuestionCode]account.QuestionCode{}
	for q := range before {
		at := q
		for steps := 0; steps <= len(before); steps++ { // a file may go round in circles
			from, more := before[at]
			if !more {
				break
			}
			at = from
		}
		first[q] = at
	}
	return first
}

// asked is what a question was first asked as.
func (w *crowd) asked(q account.QuestionCode) account.QuestionCode {
	if first, ok := w.first[q]; ok {
		return first
	}
	return q
}

// moved are the KWIs of this cycle and another between which questions went to
// and fro, those together of which one took from the other.
func (w *crowd) moved(elsewhere *crowd) (families [][]account.KWICode) {
	if len(w.first) == 0 {
		return nil
	}
	here, there := w.under(), elsewhere.under()
	for q, code := range here {
		if other, ok := there[q]; ok && other != code {
			families = joined(families, code, other)
		}
	}
	return families
}

// under is under which KWI each question that was answered stands.
func (w *crowd) under() map[account.QuestionCode]account.KWICode {
	out := map[account.QuestionCode]account.KWICode{}
	for _, sheet := range w.cycle.Answers {
		for _, a := range sheet {
			out[w.asked(a.Question)] = a.Question.KWI
		}
	}
	return out
}

// joined puts two in one family, with all who are in a family with either.
func joined(families [][]account.KWICode, a, b account.KWICode) (out [][]account.KWICode) {
	both := []account.KWICode{a, b}
	for _, family := range families {
		if slices.Contains(family, a) || slices.Contains(family, b) {
			both = append(both, family...)
		} else {
			out = append(out, family)
		}
	}
	return append(out, both)
}

// movedAlike reports whether everybody but one answered some questions that went
// from one KWI to another the same elsewhere. What figures of KWIs were made of is
// then known on both sides, in other sums.
func (w *crowd) movedAlike(elsewhere *crowd, but int) bool {
	return slices.ContainsFunc(w.moved(elsewhere), func(family []account.KWICode) bool {
		return w.sameAnswers(elsewhere, but, func(code account.KWICode) bool { return slices.Contains(family, code) })
	})
}

// sameAnswers reports whether everybody but one answered the questions of some
// KWIs the same elsewhere, under whatever codes.
func (w *crowd) sameAnswers(elsewhere *crowd, but int, of func(account.KWICode) bool) bool {
	for who, name := range w.order {
		if who != but && !slices.Equal(w.answers(name, of), elsewhere.answers(name, of)) {
			return false
		}
	}
	return true
}

// answers are those of one person to the questions of some KWIs, by what those
// were first asked as.
func (w *crowd) answers(who account.Initials, of func(account.KWICode) bool) account.Sheet {
	var out account.Sheet
	for _, a := range w.cycle.Answers[who] {
		if of(a.Question.KWI) {
			a.Question = w.asked(a.Question)
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(a, b account.Answer) int { return account.CompareCodes(a.Question, b.Question) })
	return out
}

func anyKWI(account.KWICode) bool { return true }
