package account

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"kwi/internal/text"
)

// infixes are words of a family name for which no letter is given.
var infixes = strings.Fields("van von de der den des het 't ’t ter ten te tot in op aan uit la le les du di da del della dos el al bin ibn y")

// ProposeInitials proposes initials for a name as somebody wrote it: Kees Klant
// is KK, Anna van Dijk AD, and so is Dijk, Anna van. Where those are taken it
// goes on with a letter or a figure more. They are "" where the name has no letter.
func ProposeInitials(name string, taken func(Initials) bool) Initials {
	words := nameWords(name)
	if len(words) == 0 {
		return ""
	}
	base := ""
	for _, w := range words[:min(len(words), 3)] {
		base += string(w[0])
	}
	tries := []string{base}
	first, last := words[0], words[len(words)-1]
	if len(last) > 1 {
		tries = append(tries, base+string(last[1]))
	}
	if len(first) > 1 && len(words) > 1 {
		tries = append(tries, string(first[:2])+string(last[0]))
	}
	for n := 2; n < 1000; n++ {
		number := strconv.Itoa(n)
		letters := []rune(base)
		tries = append(tries, string(letters[:min(len(letters), 4-len(number))])+number)
	}
	for _, s := range tries {
		if i := Initials(s); ValidInitials(s) && !taken(i) {
			return i
		}
	}
	return ""
}

// HasInitials reports whether initials are somebody's, on either side and in
// capitals or not.
func (c *Client) HasInitials(who Initials) bool {
	same := func(i Initials) bool { return text.Equal(string(i), string(who)) }
	return slices.ContainsFunc(c.Respondents, func(r Respondent) bool { return same(r.Initials) }) ||
		slices.ContainsFunc(c.Colleagues, func(m Colleague) bool { return same(m.Initials) })
}

// nameWords are the words of a name that have a letter in the initials, in
// capitals, first name first: those with a capital, or all where none has one.
func nameWords(name string) (words [][]rune) {
	var small [][]rune
	between := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(".-_/()+", r) }
	for _, part := range strings.FieldsFunc(text.Compose(text.Line(firstNameFirst(name))), between) {
		var w []rune
		capital := false
		for _, r := range part {
			if letterOrDigit(r) {
				capital = capital || len(w) == 0 && !unicode.IsLower(r)
				w = append(w, unicode.ToUpper(r))
			}
		}
		switch {
		case len(w) == 0, slices.Contains(infixes, strings.ToLower(part)):
		case capital:
			words = append(words, w)
		default:
			small = append(small, w)
		}
	}
	if len(words) == 0 {
		return small
	}
	return words
}

// Namesake is a respondent with the e-mail or the name of another one,
// however they are written, who may be the same person under other initials;
// nil where there is none.
func (c *Client) Namesake(r Respondent) *Respondent {
	for _, alike := range []func(a, b Respondent) bool{SameEmail, SameName} {
		for i := range c.Respondents {
			if there := &c.Respondents[i]; there.Initials != r.Initials && alike(*there, r) {
				return there
			}
		}
	}
	return nil
}

// SameEmail reports whether two people have one address.
func SameEmail(a, b Respondent) bool {
	said := text.Fold(a.Email)
	return said != "" && said == text.Fold(b.Email)
}

// SameName reports whether two people have one name, whichever part of it
// stands first.
func SameName(a, b Respondent) bool {
	said := text.Search(firstNameFirst(a.Name))
	return said != "" && said == text.Search(firstNameFirst(b.Name))
}

// firstNameFirst is a name without the comma behind a family name in front.
func firstNameFirst(name string) string {
	if family, given, cut := strings.Cut(name, ","); cut && strings.TrimSpace(given) != "" {
		return given + " " + family
	}
	return name
}
