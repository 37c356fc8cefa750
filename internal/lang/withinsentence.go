package lang

import (
	"slices"
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
// number, a word such as do or zo, a version 2.1) is no day. Where what leads to
// it may belong to the verb (we pakken het op vrijdag, we carry on friday) the day
// is read and the sentence stays whole.
func (w *Words) CutMoment(s string, today account.Date) (rest string, on account.Moment) {
	words := strings.Fields(s)
	for n := min(len(words)-1, mostDateWords); n > 0; n-- {
		said := words[:len(words)-n]
		m, ok := w.momentOf(words[len(words)-n:], today, 4)
		switch {
		case !ok:
		case endsVerb(said):
			return s, m
		default:
			return strings.Join(withoutLead(said), " "), m
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

// separable are verbs that op or on can end, in the forms in which these stand
// apart: whether a day or a verb is meant by it, only the reader knows. Those to
// which it adds nothing (opbellen, opsturen) are none.
var separable = map[string][]string{
	"op": {
		"bouw", "bouwt", "bouwen", "breng", "brengt", "brengen", "geef", "geeft", "geven",
		"haal", "haalt", "halen", "hef", "heft", "heffen", "knap", "knapt", "knappen", "lever", "levert", "leveren",
		"los", "lost", "lossen", "maak", "maakt", "maken", "merk", "merkt", "merken", "neem", "neemt", "nemen",
		"pak", "pakt", "pakken", "pik", "pikt", "pikken", "richt", "richten", "roep", "roept", "roepen",
		"ruim", "ruimt", "ruimen", "schaal", "schaalt", "schalen", "schort", "schorten", "schrijf", "schrijft", "schrijven",
		"schuif", "schuift", "schuiven", "sla", "slaat", "slaan", "splits", "splitst", "splitsen",
		"stel", "stelt", "stellen", "tel", "telt", "tellen", "treed", "treedt", "treden",
		"vang", "vangt", "vangen", "volg", "volgt", "volgen", "vraag", "vraagt", "vragen", "zeg", "zegt", "zeggen",
		"zet", "zetten", "zoek", "zoekt", "zoeken",
	},
	"on": {
		"bring", "brings", "build", "builds", "carry", "carries", "go", "goes", "hold", "holds", "keep", "keeps",
		"log", "logs", "move", "moves", "pass", "passes", "press", "presses", "put", "puts", "sign", "signs",
		"switch", "switches", "take", "takes", "turn", "turns", "work", "works",
	},
}

// endsVerb reports whether the last of some words may end a verb among them.
func endsVerb(words []string) bool {
	if len(words) < 2 {
		return false
	}
	verbs := separable[strings.ToLower(words[len(words)-1])]
	return slices.ContainsFunc(words[:len(words)-1], func(word string) bool { return slices.Contains(verbs, strings.ToLower(word)) })
}
