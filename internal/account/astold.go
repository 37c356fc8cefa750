package account

import (
	"maps"
	"slices"
	"strings"
)

// regraded reads a correction of a grade: whose, of which question, and what was
// told, where that stands in it.
func (r Correction) regraded() (who Initials, q QuestionCode, told string, ok bool) {
	about, grades, _ := strings.Cut(r.What, ": ")
	name, code, single := strings.Cut(about, " ")
	if q, ok = ParseQuestionCode(code); !ok || !single || !ValidInitials(name) {
		return "", q, "", false
	}
	told, _, _ = strings.Cut(grades, becomes)
	return Initials(name), q, told, true
}

// AsTold is a cycle with the grades as they were when its outcome was told,
// before they were corrected, and the KWIs of which any was. By group no grade
// is known, and the cycle is as it is.
func (y *Cycle) AsTold() (then Cycle, corrected []KWICode) {
	then = *y
	for _, r := range slices.Backward(y.Corrections) {
		who, q, told, ok := r.regraded()
		if !ok {
			continue
		}
		if !slices.Contains(corrected, q.KWI) {
			corrected = append(corrected, q.KWI)
		}
		grade, relevance, ok := ParseGrade(told)
		if !y.Named() || !ok && told != orDash(Answer{}) {
			continue
		}
		then.Answers = maps.Clone(then.Answers)
		setMapKey(&then.Answers, who, then.Answers[who])
		then.Answers[who] = then.Answers[who].With(Answer{q, grade, relevance})
	}
	slices.Sort(corrected)
	return then, corrected
}
