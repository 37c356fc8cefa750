// Package guide is what the method says at each moment: what a stage is for,
// what to ask, which ideas help, and the texts that go to a client. All of it
// is embedded text in every language of the program, in words of our own.
//
// It knows no client, no screen, no file and no clock. Of the domain it knows what
// it answers: an approach, an advice, a need, what the supplier added to the library;
// stages, topics and the like go by their names in files. Who shows a text decides
// where; the labels around it are lang's.
package guide

import (
	"slices"
	"strconv"
	"strings"

	"kwi/internal/language"
)

// Guide speaks one language. It is immutable and safe to share.
type Guide struct {
	tag   string
	texts map[string][]string // by key, in the order of the file
}

// Item is a title with the line that explains it.
type Item struct{ Title, Line string }

// For returns the guide in a language; in one that it does not speak, that of
// the default, as in lang.
func For(tag string) *Guide { return readLibrary().guides[language.Index(tag)] }

// Tag is that of the language, such as nl.
func (g *Guide) Tag() string { return g.tag }

// list is all texts under a key, a copy.
func (g *Guide) list(key string) []string { return slices.Clone(g.texts[key]) }

// one is the single text under a key.
func (g *Guide) one(key string) string {
	if t := g.texts[key]; len(t) > 0 {
		return t[0]
	}
	return ""
}

// items is a list of titles with their lines.
func (g *Guide) items(key string) []Item {
	var out []Item
	for _, t := range g.list(key) {
		f := fields(t)
		out = append(out, Item{f[0], f[1]})
	}
	return out
}

// fields are the parts between bars, and empty ones where there are none.
func fields(t string) [4]string {
	var f [4]string
	for i, p := range strings.SplitN(t, " | ", len(f)) {
		f[i] = p
	}
	return f
}

// fillArguments puts args for {1}, {2} … A name that ends with a point, as B.V. does,
// ends a sentence with that one.
func fillArguments(t string, args []string) string {
	if len(args) == 0 || !strings.Contains(t, "{") {
		return t
	}
	swap := make([]string, 0, 4*len(args))
	for i, a := range args {
		name := "{" + strconv.Itoa(i+1) + "}"
		if strings.HasSuffix(a, ".") {
			swap = append(swap, name+".", a)
		}
		swap = append(swap, name, a)
	}
	return strings.NewReplacer(swap...).Replace(t)
}
