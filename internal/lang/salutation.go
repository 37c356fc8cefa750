package lang

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kwi/internal/account"
	"kwi/internal/text"
)

// Salutation is how a letter to a respondent begins: as it was typed, and
// otherwise as the first of Salutations.
func (w *Words) Salutation(r *account.Respondent) string {
	if r == nil {
		return w.T("salutation.nobody")
	}
	said := text.Line(r.Salutation)
	if said == "" {
		return w.Salutations(r)[0]
	}
	if last, _ := utf8.DecodeLastRuneInString(said); unicode.IsLetter(last) || unicode.IsDigit(last) {
		said += ","
	}
	return said
}

// Salutations are the ways in which a letter to a respondent may begin, the
// likeliest first. Of a function, or of initials that are no name, nobody knows
// whom they stand for.
func (w *Words) Salutations(r *account.Respondent) (all []string) {
	n := nameOf(r)
	surname := w.surname(n.surname)
	switch {
	case n.first == "" && n.surname == "":
		return []string{w.T("salutation.nobody")}
	case n.first != "":
		all = append(all, w.T("salutation.first", n.first))
	case n.form == "":
		all = append(all, w.T("salutation.neutral", strings.TrimSpace(n.letters+" "+n.surname)))
	}
	if n.surname == "" {
		return all
	}
	for _, form := range []string{"sir", "madam"} {
		if n.form == "" || n.form == form {
			all = append(all, w.T("salutation."+form, surname))
		}
	}
	return all
}

// surname is a surname without a first name before it: in Dutch its first word
// then has a capital.
func (w *Words) surname(s string) string {
	if w.Tag() != "nl" || s == "" {
		return s
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// personName is a name taken apart.
type personName struct {
	form    string // sir or madam, where the name says so
	first   string // a first name in full
	letters string // letters instead of one
	surname string
}

// forms are the words before a name by which somebody is a sir or a madam, and
// titles those that are in no salutation of ours.
var (
	forms = map[string]string{
		"dhr": "sir", "heer": "sir", "meneer": "sir", "mister": "sir",
		"mw": "madam", "mevr": "madam", "mevrouw": "madam", "mrs": "madam", "ms": "madam", "miss": "madam",
	}
	titles = []string{"de", "dr", "drs", "ir", "ing", "mr", "prof", "bc"}
)

// nameOf takes the name of a respondent apart. What ends in a small letter or is
// what they do is no name.
func nameOf(r *account.Respondent) (n personName) {
	words := strings.Fields(r.Name)
	if i := slices.IndexFunc(words, func(w string) bool { return strings.HasPrefix(w, "(") }); i >= 0 {
		words = words[:i]
	}
	for len(words) > 1 {
		before := strings.Trim(strings.ToLower(words[0]), ".")
		if form := forms[before]; form != "" {
			n.form = form
		} else if !slices.Contains(titles, before) {
			break
		}
		words = words[1:]
	}
	switch {
	case len(words) == 0, slices.ContainsFunc(words, isFunction), r.Function != "" && text.Equal(r.Name, r.Function), text.Equal(r.Name, string(r.Initials)):
		return personName{}
	case len(words) > 1 && !capital(words[len(words)-1]):
		return personName{}
	case n.form != "" && len(words) == 1, !capital(words[0]):
		n.surname = strings.Join(words, " ")
		return n
	case isLetters(words[0]) && len(words) > 1:
		n.letters = words[0]
	default:
		n.first = words[0]
	}
	rest := words[1:]
	for len(rest) > 1 && isLetters(rest[0]) {
		rest = rest[1:]
	}
	n.surname = strings.Join(rest, " ")
	return n
}

// functions are words of what people do, as they stand where a name is not known.
var functions = []string{
	"directeur", "hoofd", "manager", "teamleider", "coordinator", "controller", "inkoper", "adviseur", "inkoopadviseur", "beheerder", "secretaris", "secretaris-directeur", "medewerker", "projectleider",
	"director", "head", "lead", "leader", "buyer", "adviser", "advisor", "officer", "secretary", "ceo", "cfo", "cio", "coo", "cto",
}

func isFunction(word string) bool {
	return slices.Contains(functions, strings.Trim(text.Search(word), " .,"))
}

// capital reports whether a word begins with a capital, or in a script that has
// none; an apostrophe before it is no letter.
func capital(word string) bool {
	for _, r := range word {
		if unicode.IsLetter(r) {
			return !unicode.IsLower(r)
		}
	}
	return false
}

// isLetters reports whether a word stands for first names: K. or K.J. or KJ.
func isLetters(word string) bool {
	if strings.Contains(word, ".") {
		return utf8.RuneCountInString(strings.Split(word, ".")[0]) <= 2
	}
	return utf8.RuneCountInString(word) <= 3 && strings.ToUpper(word) == word && strings.ToLower(word) != word
}
