package questionnaire

import "kwi/internal/account"

// ReadGrade reads what somebody wrote as a grade, with its relevance behind it
// or in a place of its own; the answer has no question yet. An empty place is
// grade 0; where the grade cannot be read, ok is false and the reason says why.
func ReadGrade(grade, relevance Cell) (a account.Answer, why Reason, ok bool) {
	item, a := one(Line{Grade: grade, Relevance: relevance})
	return a, item.Reason, item.Verdict != Refused
}
