package guide

import (
	"slices"
	"strings"
)

// hintPrefix begins the key of what is said of something that was just typed.
const hintPrefix = "hint."

// Hint is what is said of something that was just typed, under the name of a rule;
// when that is, the package hint decides.
func (g *Guide) Hint(rule string, args ...string) Say {
	f := fields(g.one(hintPrefix + rule))
	return Say{fillArguments(f[0], args), fillArguments(f[1], args)}
}

// HintWords are the words that a rule looks for, of all languages.
func HintWords(list string) []string { return everyForm(hintPrefix + list) }

// Hints are the names of what can be said of something that was typed.
func Hints() (names []string) {
	for key := range readLibrary().guides[0].texts {
		if name, ok := strings.CutPrefix(key, hintPrefix); ok && strings.Contains(readLibrary().guides[0].one(key), " | ") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
