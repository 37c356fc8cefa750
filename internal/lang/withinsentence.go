package lang

import (
	"strings"
	"unicode"

	"kwi/internal/account"
	"kwi/internal/text"
)

// mostDateWords is how many words a day with its hour takes at most: friday 27
// november 2026 at 5 pm.
const mostDateWords = 7

// CutMoment takes the day, with or without an hour, off the end of a sentence,
// and what leads to it: by friday. What could be meant otherwise (a bare
// number, a word such as do or zo, a version 2.1) is no day.
func (w *Words) CutMoment(s string, today account.Date) (rest string, on account.Moment) {
	words := strings.Fields(s)
	for n := min(len(words)-1, mostDateWords); n > 0; n-- {
		tail := words[len(words)-n:]
		if m, ok := w.momentOf(tail, today, 4); ok {
			return strings.Join(withoutLead(words[:len(words)-n]), " "), m
		}
	}
	return s, ""
}

// CutMomentFirst takes the day, with or without an hour, off the beginning of
// some words that stand where a day is expected.
func (w *Words) CutMomentFirst(words []string, today account.Date) (rest []string, on account.Moment) {
	if len(words) > 1 && isLead(words[0]) {
		if rest, on = w.CutMomentFirst(words[1:], today); on != "" {
			return rest, on
		}
	}
	for n := min(len(words), mostDateWords); n > 0; n-- {
		if m, ok := w.momentOf(words[:n], today, 2); ok {
			return words[n:], m
		}
	}
	return words, ""
}

// momentOf reads words as a day where they can hardly mean anything else. A
// single name has at least so many letters.
func (w *Words) momentOf(words []string, today account.Date, letters int) (account.Moment, bool) {
	first := text.Narrow(words[0])
	named, parted := false, strings.ContainsAny(first, ":/+") || strings.Count(first, "-") > 0 || strings.Count(first, ".") > 1
	for _, word := range words {
		named = named || strings.IndexFunc(word, unicode.IsLetter) >= 0
	}
	switch {
	case !named && !parted:
		return "", false
	case len(words) == 1 && named && len([]rune(first)) < letters:
		return "", false
	}
	m, err := w.ParseMoment(strings.Join(words, " "), today)
	if err != nil {
		return "", false
	}
	if _, day, ok := cutHour(strings.Join(words, " ")); ok && day != "" && len(words) < 3 && !hasDay(words) && !strings.Contains(first, ":") {
		return "", false // 5 uur is how long it takes
	}
	return m, true
}

// hasDay reports whether words name a day besides an hour.
func hasDay(words []string) bool {
	days, _, ok := cutHour(strings.Join(words, " "))
	return ok && len(days) > 0
}

// leads are the words that stand before the day by which something is done.
var leads = map[string]bool{"uiterlijk": true, "op": true, "on": true, "by": true, "due": true, "per": true}

func isLead(word string) bool { return leads[strings.ToLower(word)] }

func withoutLead(words []string) []string {
	if n := len(words); n > 1 && isLead(words[n-1]) {
		return words[:n-1]
	}
	return words
}
