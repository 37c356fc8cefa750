package score

import "kwi/internal/account"

// OfQuestion is the sums of the answers to one question over all respondents.
// By group nothing is said of a single question: with few answers to one, its
// figure could be told from those of the others.
func OfQuestion(y *account.Cycle, q account.QuestionCode) (s Sums) {
	if !y.Named() {
		return s
	}
	return answersTo(y, q)
}

// answersTo is those sums whatever was agreed on anonymity; whoever asks
// withholds.
func answersTo(y *account.Cycle, q account.QuestionCode) (s Sums) {
	for _, sheet := range y.Answers {
		if a := sheet.Of(q); a.Grade != 0 {
			s = s.Plus(OfAnswer(a))
		}
	}
	return s
}
