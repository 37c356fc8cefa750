package guide

import (
	"slices"
	"strings"
)

// Moment is what there is to say, ask, try or mind beside the work when
// something is so of a client. When that is, the package advise decides.
type Moment struct {
	When string // said over it
	Says []Say
}

// Say is one quiet line beside the work, and why it is worth it. What stands
// in it between “ ” is for the client's ears.
type Say struct{ Text, Why string }

// momentPrefix begins the key of a moment.
const momentPrefix = "moment."

// Moment is the moment of a name, such as draft.unwanted; empty where there is
// none.
func (g *Guide) Moment(name string) (m Moment) {
	for i, t := range g.list(momentPrefix + name) {
		if i == 0 {
			m.When = t
			continue
		}
		f := fields(t)
		m.Says = append(m.Says, Say{f[0], f[1]})
	}
	return m
}

// Said is the first line of a moment, for a screen that has a place for it.
func (g *Guide) Said(moment string) string {
	if says := g.Moment(moment).Says; len(says) > 0 {
		return says[0].Text
	}
	return ""
}

// Moments are the names of all moments, in the order of the alphabet.
func Moments() (names []string) {
	for key := range readLibrary().guides[0].texts {
		if name, ok := strings.CutPrefix(key, momentPrefix); ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
