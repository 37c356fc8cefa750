package score

import (
	"cmp"
	"slices"

	"kwi/internal/account"
)

// Matter is one question with what it matters and what it scores.
type Matter struct {
	Question account.QuestionCode
	Sums     Sums
}

// Weight is how much it matters to who answered: 100 less, 200 as any other,
// 300 more, in hundredths and rounded half up.
func (m *Matter) Weight() Figure { return roundedRatio(m.Sums.Weight, m.Sums.Answers) }

// Lost is what is lacking to a ten, heavier where it matters more: Σ weight ×
// (10 − grade) for each answer, 0–2700 in hundredths and rounded half up.
func (m *Matter) Lost() Figure { return roundedRatio(m.lost(), m.Sums.Answers) }

func (m *Matter) lost() int { return 10*m.Sums.Weight - m.Sums.Points }

// Matters are the questions of a cycle that were answered, what matters and
// scores low first. The order is by the exact sums; what is alike stays in
// order of number. By group nothing is said of single questions.
func Matters(y *account.Cycle) (out []Matter) {
	for i := range y.KWIs {
		for _, q := range y.KWIs[i].InOrder() {
			if m := (Matter{q.Code, OfQuestion(y, q.Code)}); m.Sums.Answers > 0 {
				out = append(out, m)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Matter) int { return cmp.Compare(b.lost()*a.Sums.Answers, a.lost()*b.Sums.Answers) })
	return out
}
