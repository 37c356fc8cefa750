package lang

import (
	"strings"
	"sync"
	"unicode"
)

// knownWords are the words for numbers and the names of months in all languages.
// The word for one is an article too, and tells nothing.
var knownWords = sync.OnceValue(func() (all struct{ counts, months map[string]bool }) {
	all.counts, all.months = map[string]bool{}, map[string]bool{}
	for _, w := range All() {
		for _, word := range strings.Fields(w.T("smart.numbers")) {
			all.counts[word] = true
		}
	}
	for _, names := range typedNames().months {
		for _, name := range names {
			all.months[name] = true
		}
	}
	return all
})

// Measures reports whether a text, in whatever language, says how many or how
// much, and whether it says when: a day, a month, a quarter or a year. It is a
// guess, for a user who decides. A code says neither.
func Measures(text string) (number, day bool) {
	words := strings.FieldsFunc(text, parts)
	for i, word := range words {
		words[i] = strings.Trim(word, ".-/")
	}
	taken := -1 // the word that belongs to a day before it
	for i, word := range words {
		if !known(word) || i == taken {
			continue
		}
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		lower := strings.ToLower(word)
		switch {
		case isCode(word):
		case isDay(word), dayOfMonth(word) && isMonth(next):
			if day = true; isMonth(next) {
				taken = i + 1
			}
		case isMonth(word):
			// The short names, and those that are other words too, count beside a
			// number only.
			if dayOfMonth(next) || isDay(next) {
				day, taken = true, i+1
			} else if len(word) > 3 && lower != "march" {
				day = true
			}
		default:
			number = true
		}
	}
	return number, day
}

// parts reports whether a rune parts words. What stands in days does not.
func parts(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '/' && r != '.'
}

// known reports whether a word may say something: it has a digit, or is the
// name of a number or a month.
func known(word string) bool {
	if strings.ContainsFunc(word, unicode.IsDigit) {
		return true
	}
	lower := strings.ToLower(word)
	return knownWords().counts[lower] || knownWords().months[lower]
}

// isCode reports whether a word is KWI-01 or KPI-2.
func isCode(word string) bool {
	letters, number, cut := strings.Cut(word, "-")
	return cut && digits(number) && len(letters) > 1 && strings.ToUpper(letters) == letters && strings.ToLower(letters) != letters
}

// isDay reports whether a word is 2026-12-01, 2026-12, 1-12, 1/12/2026, 2026 or Q3.
func isDay(word string) bool {
	if len(word) == 2 && (word[0] == 'Q' || word[0] == 'K') {
		return word[1] >= '1' && word[1] <= '4'
	}
	if len(word) == 4 && digits(word) {
		return word[:2] == "19" || word[:2] == "20"
	}
	groups := strings.FieldsFunc(word, func(r rune) bool { return r == '-' || r == '/' })
	if len(groups) != 2 && len(groups) != 3 {
		return false
	}
	for _, group := range groups {
		if !digits(group) || len(group) > 4 || len(group) == 3 {
			return false
		}
	}
	return len(groups[1]) <= 2 && (len(groups[0]) <= 2 || len(groups) == 3 || isDay(groups[0]))
}

func isMonth(word string) bool { return word != "" && knownWords().months[strings.ToLower(word)] }

// dayOfMonth reports whether a word is 1, 27, 1st or 27e.
func dayOfMonth(word string) bool {
	number := strings.TrimRightFunc(word, unicode.IsLetter)
	return number != "" && len(number) <= 2 && digits(number)
}
