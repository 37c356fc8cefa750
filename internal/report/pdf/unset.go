package pdf

import (
	"unicode"

	"kwi/internal/questionnaire"
	"kwi/internal/report"
	"kwi/internal/text"
)

// Unset is what of a document our fonts cannot set.
func Unset(d report.Document) (u report.Unset) {
	d.Texts(func(place, s string) { addUnset(&u, place, s) })
	return u
}

// PlanUnset is what of a plan our fonts cannot set.
func PlanUnset(p report.PlanPage) (u report.Unset) {
	p.Texts(func(place, s string) { addUnset(&u, place, s) })
	return u
}

// ListUnset is what of a list our fonts cannot set.
func ListUnset(q questionnaire.List) (u report.Unset) {
	for _, s := range []string{q.Heading, q.Name, q.Function, q.Client, q.Supplier, q.Message, q.When, q.Shown, q.Thanks} {
		addUnset(&u, q.Name, s)
	}
	for _, k := range q.KWIs {
		addUnset(&u, q.Name, k.Title)
		addUnset(&u, q.Name, k.Expectation)
		for _, one := range k.Questions {
			addUnset(&u, q.Name, one.Text)
		}
	}
	return u
}

// addUnset finds what cleanForSetting makes a box of, and the letters that
// should join and have no form for it.
func addUnset(u *report.Unset, place, s string) {
	shaped, apart := text.Shape(s, regular.has)
	var characters []rune
	for _, r := range shaped {
		if !regular.has(r) && !unicode.IsSpace(r) && !invisible(r) && !directionMark(r) {
			characters = append(characters, r)
		}
	}
	u.Add(place, characters, apart)
}
