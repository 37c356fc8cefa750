package lang

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// A text in whatever language may name a day and a number. What is told here is
// a guess, for a user who decides.

var (
	dayPattern = regexp.MustCompile(`\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[-/]\d{1,2}([-/]\d{2,4})?\b|\b(19|20)\d\d\b|\b[QK][1-4]\b`)
	codes      = regexp.MustCompile(`\b[A-Z]{2,}-\d+\b`)
)

// countWords are the words for numbers in all languages. The word for one is an
// article too, and tells nothing.
var countWords = sync.OnceValue(func() (all []string) {
	for _, w := range All() {
		all = append(all, strings.Fields(w.T("smart.numbers"))...)
	}
	return all
})

// FindsDay reports whether a text says when: a day, a month, a quarter or a year.
func FindsDay(text string) bool {
	_, found := withoutDays(text)
	return found
}

// FindsNumber reports whether a text says how many or how much. A day and a
// code say neither.
func FindsNumber(text string) bool {
	rest, _ := withoutDays(codes.ReplaceAllString(text, " "))
	if strings.ContainsFunc(rest, unicode.IsDigit) {
		return true
	}
	return slices.ContainsFunc(wordsIn(rest), func(word string) bool { return slices.Contains(countWords(), strings.ToLower(word)) })
}

// withoutDays is a text without the days that it names, and whether it named
// any. The short names of months, and those that are other words too, count
// beside a number only.
func withoutDays(text string) (rest string, found bool) {
	rest = dayPattern.ReplaceAllStringFunc(text, func(string) string { found = true; return " " })
	words := wordsIn(rest)
	for i, word := range words {
		if !isMonth(word) {
			continue
		}
		numbered := false
		for _, j := range []int{i - 1, i + 1} {
			if j >= 0 && j < len(words) && dayOfMonth(words[j]) {
				numbered, words[j] = true, ""
			}
		}
		if doubtful := len(word) <= 3 || strings.EqualFold(word, "march"); numbered || !doubtful {
			found, words[i] = true, ""
		}
	}
	return strings.Join(words, " "), found
}

// wordsIn are the words and numbers of a text, 1e and 1st whole.
func wordsIn(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func isMonth(word string) bool {
	months := typedNames().months
	return slices.ContainsFunc(months[:], func(names []string) bool { return slices.Contains(names, strings.ToLower(word)) })
}

// dayOfMonth reports whether a word is 1, 27, 1st or 27e.
func dayOfMonth(word string) bool {
	number := strings.TrimRightFunc(word, unicode.IsLetter)
	return number != "" && len(number) <= 2 && digits(number)
}
