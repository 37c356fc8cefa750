package account

import (
	"kwi/internal/text"
	"slices"
	"strings"
	"unicode"
)

// Standard holds the wording of the two standard questions, in the client's
// language and with the supplier's name, and how else the same is said.
type Standard struct {
	Noticed, Kept string
	Known         []Standard // in other languages, with other names for the supplier
}

// Recognise is the kind of question that a text says, whatever its language,
// its case, its punctuation and the order of its words; Own where it is none
// of the standard ones. What stands in brackets does not count.
func (std Standard) Recognise(text string) QuestionKind {
	said := foldWords(text)
	if said == "" {
		return Own
	}
	for _, known := range append([]Standard{std}, std.Known...) {
		switch said {
		case foldWords(known.Noticed):
			return Noticed
		case foldWords(known.Kept):
			return Kept
		}
	}
	return Own
}

// StandardLanguage is the language in which the client's standard questions
// are put: the sponsor's, else that of the first respondent who has one, else
// the given one.
func (c *Client) StandardLanguage(otherwise string) string {
	if r := c.Respondent(c.Sponsor); r != nil && r.Language != "" {
		return r.Language
	}
	for _, r := range c.Respondents {
		if r.Language != "" {
			return r.Language
		}
	}
	return otherwise
}

// foldWords is the words of a text in small letters without marks, sorted, so
// that texts that say the same in another order are the same.
func foldWords(said string) string {
	var b strings.Builder
	inside := 0
	for _, r := range text.Search(said) {
		switch {
		case r == '(':
			inside++
			b.WriteByte(' ')
		case r == ')':
			inside = max(inside-1, 0)
		case inside > 0, r == '.', r == '\u00ad':
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	slices.Sort(words)
	return strings.Join(words, " ")
}
