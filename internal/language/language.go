// Package language is the list of languages that the program speaks, with
// what differs between them besides their texts, and the reader of the text
// files that lang and guide are written in. A further language is a line in
// the list and its texts.
//
// It is pure and knows nothing of kwi: no sentence, no screen, no client.
package language

import (
	"slices"
	"strings"
)

// Language is one of the languages of the program.
type Language struct {
	Tag       string // as in --lang and in a portable file
	Name      string // what it calls itself
	Decimal   string // the mark before the decimals of a number
	Thousands string // the mark between its thousands
	Locale    string // the hexadecimal number by which a workbook knows it
}

// languages are all of them; the first is spoken to whoever asks for none.
var languages = [...]Language{
	{Tag: "nl", Name: "Nederlands", Decimal: ",", Thousands: ".", Locale: "413"},
	{Tag: "en", Name: "English", Decimal: ".", Thousands: ",", Locale: "809"},
}

// All lists the languages, the default first.
func All() []Language { return slices.Clone(languages[:]) }

// Tags lists their tags in the same order.
func Tags() []string {
	var tags []string
	for _, l := range languages {
		tags = append(tags, l.Tag)
	}
	return tags
}

// Index returns where the language of a tag or locale (en, en-GB,
// en_US.UTF-8) stands in the list, and 0, the default, for any other.
func Index(locale string) int {
	for i, l := range languages {
		rest, ok := strings.CutPrefix(strings.ToLower(locale), l.Tag)
		if ok && (rest == "" || strings.ContainsRune("-_.@", rune(rest[0]))) {
			return i
		}
	}
	return 0
}

// Known reports whether a tag, in any case, is that of one of the languages.
func Known(tag string) bool { return slices.Contains(Tags(), strings.ToLower(tag)) }
