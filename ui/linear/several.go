package linear

import (
	"slices"
	"strings"

	"kwi/internal/text"
)

// several asks for any number of some choices, by their numbers or the beginnings of
// their words, with commas between them.
func (t *teller) several(asks string, all []choice) ([]int, error) {
	t.list(all, 0)
	q := question{text: asks + " " + t.T("linear.several"), help: t.T("linear.several")}
	for {
		got, err := t.ask(q)
		if err != nil {
			return nil, err
		}
		var at []int
		wrong := ""
		for _, one := range strings.FieldsFunc(got, func(r rune) bool { return r == ',' || r == ';' }) {
			i, said := t.meant(text.Trim(one), all)
			if said != "" {
				wrong = said
				break
			}
			if !slices.Contains(at, i) {
				at = append(at, i)
			}
		}
		if wrong == "" {
			return at, nil
		}
		t.say(wrong)
	}
}

// listening are the choices of a place where nothing changes: without those that would be
// refused. What is told of the data by such a choice is told all the same.
func (t *teller) listening(of func() []choice) (acts func() []choice, told func()) {
	acts = func() []choice {
		return slices.DeleteFunc(of(), func(c choice) bool { return c.changes || c.fact })
	}
	told = func() {
		for _, c := range of() {
			if c.fact {
				t.say(sentence(c.name))
			}
		}
	}
	return acts, told
}
