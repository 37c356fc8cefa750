package account

import "strings"

// ScanAnswers is a letter a question, a, b or c, and a point where there is none.
// What follows the last letter is left out.
type ScanAnswers string

// At is the letter that was given to a question, counted from 1, or 0.
func (all ScanAnswers) At(question int) byte {
	if question < 1 || question > len(all) || all[question-1] == '.' {
		return 0
	}
	return all[question-1]
}

// With is the answers with another letter to a question, or with 0 none.
func (all ScanAnswers) With(question int, letter byte) ScanAnswers {
	if letter == 0 {
		letter = '.'
	}
	letters := []byte(string(all) + strings.Repeat(".", max(0, ScanLength-len(all))))
	letters[question-1] = letter
	return ScanAnswers(strings.TrimRight(string(letters), "."))
}

// Given is how many questions have an answer.
func (all ScanAnswers) Given() int { return len(all) - strings.Count(string(all), ".") }

// back is the answers without those that a step gave, question by question;
// false where another has been given since.
func (all ScanAnswers) back(before, after ScanAnswers) (ScanAnswers, bool) {
	for q := range ScanLength {
		was, is, now := before.At(q+1), after.At(q+1), all.At(q+1)
		switch {
		case was == is, now == was:
		case now != is:
			return all, false
		default:
			all = all.With(q+1, was)
		}
	}
	return all, true
}

// overlaps reports whether others gave a question another answer than a step did.
func (all ScanAnswers) overlaps(before, after ScanAnswers) bool {
	for q := range ScanLength {
		was, is, now := before.At(q+1), after.At(q+1), all.At(q+1)
		if was != is && now != was && now != is {
			return true
		}
	}
	return false
}
