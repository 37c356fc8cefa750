package guide

import (
	"slices"
	"strings"

	"kwi/internal/account"
)

// Inspiring is a value that clients have named, for who is still looking for
// what matters to them.
type Inspiring struct {
	Title    string
	Meaning  string   // what it may mean; "" where the supplier wrote nothing
	Ask      []string // to find out what they mean by it, for the client's ears
	Examples []string // sentences that a respondent could grade in half a year, to react to
	Own      bool     // the supplier wrote it
}

// valueNames are the values of the guide's own, in their order.
var valueNames = []string{
	"advice", "agreements", "empathy", "core", "result", "innovation", "continuity", "creativity", "contact", "certified",
	"price", "productivity", "information", "informal", "inspiring", "integrity", "ontime", "knowledge", "costs", "kpis",
	"quality", "risk", "solutions", "worries", "partnership", "surprise", "proactivity", "reciprocity", "peace", "sponsoring",
	"market", "transparency", "craftsmanship", "trust",
}

// Inspiration is the values that clients have named, with the supplier's name in
// the examples: first those that the supplier added itself and still offers.
func (g *Guide) Inspiration(supplier string, own account.Shelf) (all []Inspiring) {
	for _, e := range own {
		if e.Kind == account.OwnValue && e.Withdrawn == "" {
			all = append(all, ownInspiring(e))
		}
	}
	for _, name := range valueNames {
		key := "inspiration." + name
		f := fields(g.one(key))
		v := Inspiring{Title: f[0], Meaning: f[1], Ask: g.list(key + ".ask"), Examples: g.list(key + ".example")}
		for i := range v.Examples {
			v.Examples[i] = fillArguments(v.Examples[i], []string{supplier})
		}
		all = append(all, v)
	}
	return all
}

// ownInspiring is a value that the supplier added. What it wrote with it that
// ends as a question is asked; the rest are sentences to grade.
func ownInspiring(e account.OwnEntry) Inspiring {
	v := Inspiring{Title: e.Title, Meaning: e.Text, Own: true}
	for _, i := range e.Items {
		if strings.HasSuffix(i.Text, "?") {
			v.Ask = append(v.Ask, i.Text)
		} else {
			v.Examples = append(v.Examples, i.Text)
		}
	}
	return v
}

// Words is all that stands in a value, to be found by.
func (v Inspiring) Words() string {
	return strings.Join(slices.Concat([]string{v.Title, v.Meaning}, v.Ask, v.Examples), "\n")
}

// values are the guide's own as lines of the library: what each is, and what it
// may mean.
func (g *Guide) values() (out []Line) {
	for _, name := range valueNames {
		f := fields(g.one("inspiration." + name))
		out = append(out, Line{Title: f[0], Text: f[1]})
	}
	return out
}
