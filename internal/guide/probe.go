package guide

import (
	"iter"
	"slices"
	"strings"
	"sync"
	"unicode"
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
func (g *Guide) Probe(text string) (word string, questions []string, found bool) {
	for at := range containerWords(text) {
		return at.word, g.asked(at.key, at.word), true
	}
	return "", nil, false
}

// containersIn are the names of the container words in a text, each once.
func containersIn(text string) (names []string) {
	for at := range containerWords(text) {
		if name := strings.TrimPrefix(at.key, "container."); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// containerWord is a container word as it stands in a text, and its key.
type containerWord struct{ key, word string }

// containerWords goes through the container words of a text.
func containerWords(text string) iter.Seq[containerWord] {
	return func(yield func(containerWord) bool) {
		places, words := wordsOf(text), formsOf()
		for i := range places {
			for n := min(words.longest, len(places)-i); n >= 1; n-- {
				key, ok := words.key[joinWords(text, places[i:i+n])]
				if ok && !yield(containerWord{key, text[places[i][0]:places[i+n-1][1]]}) {
					return
				}
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

// containerForms tells for every form of a container word, of all languages, under
// which key it stands, and how many words the longest has.
type containerForms struct {
	key     map[string]string
	longest int
}

var formsOf = sync.OnceValue(func() containerForms {
	f := containerForms{key: map[string]string{}}
	for _, key := range containerKeys() {
		for _, g := range readLibrary().guides {
			for _, form := range strings.Split(g.one(key), ", ") {
				f.key[form] = key
				f.longest = max(f.longest, strings.Count(form, " ")+1)
			}
		}
	}
	return f
})

// wordsOf finds where the words of a text begin and end; a hyphen within a
// word belongs to it.
func wordsOf(text string) (places [][2]int) {
	start := -1
	for i, r := range text + " " {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '-' && start >= 0
		switch {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			places = append(places, [2]int{start, start + len(strings.TrimRight(text[start:i], "-"))})
			start = -1
		}
	}
	return places
}

// joinWords is the words at these places in lower case, a space between.
func joinWords(text string, places [][2]int) string {
	words := make([]string, len(places))
	for i, p := range places {
		words[i] = strings.ToLower(text[p[0]:p[1]])
	}
	return strings.Join(words, " ")
}
