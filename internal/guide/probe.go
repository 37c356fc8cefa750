package guide

import (
	"iter"
	"slices"
	"strings"
	"sync"

	"kwi/internal/text"
)

// Container is a word that everybody uses and everybody means differently.
type Container struct {
	Word      string   // as it is named
	Forms     []string // as it is met in a text, Word included
	Questions []string // to find out what they mean by it, for the client's ears
}

// Containers are the container words of the guide's own language.
func (g *Guide) Containers() []Container {
	var out []Container
	for _, key := range containerKeys() {
		forms := strings.Split(g.one(key), ", ")
		out = append(out, Container{forms[0], forms, g.asked(key, forms[0])})
	}
	return out
}

// Probe finds the first container word in a text: whole words, in any case,
// of any language. The word comes back as it stands there, and the
// questions ask about that word in the language of the guide.
func (g *Guide) Probe(said string) (word string, questions []string, found bool) {
	for at := range containerWords(said) {
		return at.word, g.asked(at.key, at.word), true
	}
	return "", nil, false
}

// containersIn are the names of the container words in a text, each once.
func containersIn(said string) (names []string) {
	for at := range containerWords(said) {
		if name := strings.TrimPrefix(at.key, "container."); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// containerWord is a container word as it stands in a text, and its key.
type containerWord struct{ key, word string }

// containerWords goes through the container words of a text.
func containerWords(in string) iter.Seq[containerWord] {
	return func(yield func(containerWord) bool) {
		for at, word := range containerForms().In(in) {
			if !yield(containerWord{containerKeys()[at], word}) {
				return
			}
		}
	}
}

// asked is what to ask about any such word, then what about this one.
func (g *Guide) asked(key, word string) []string {
	out := g.list("container.ask")
	for i := range out {
		out[i] = fillArguments(out[i], []string{word})
	}
	return append(out, g.list(key+".ask")...)
}

var containerKeys = sync.OnceValue(func() []string {
	var keys []string
	for key := range readLibrary().guides[0].texts {
		if strings.HasPrefix(key, "container.") && !strings.HasSuffix(key, ".ask") {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
})

// containerForms are the forms of the container words, of all languages, in the
// order of their keys.
var containerForms = sync.OnceValue(func() text.Phrases {
	var groups [][]string
	for _, key := range containerKeys() {
		groups = append(groups, everyForm(key))
	}
	return text.NewPhrases(groups...)
})

// everyForm is what stands under a key with commas between, in all languages.
func everyForm(key string) (forms []string) {
	for _, g := range readLibrary().guides {
		for _, line := range g.list(key) {
			forms = append(forms, strings.Split(line, ", ")...)
		}
	}
	return forms
}
