// Package lang holds every sentence of the program in each of its languages,
// and how numbers, dates and faults are said in them. The catalogue is read
// once from the text files beside this one and never changes after that.
//
// The package knows the domain's dates and the kinds of fault. It must not
// know a screen, a file, the clock or the environment: the day is handed in,
// and whoever shows foreign text cleans it.
package lang

import (
	"maps"
	"slices"

	"kwi/internal/language"
)

// Words speaks one language. It is immutable and safe to share.
type Words struct {
	language language.Language
	index    int            // of the language among texts
	texts    language.Texts // of all languages
	looks    bool           // it speaks to who can only look
	other    *Words         // the same language to who can only look; nil of those
}

// lookingKey ends the key of what is said in the place of another text where one can
// only look: without what is offered there and would be refused.
const lookingKey = ".looking"

// For returns the words of a language tag or locale; of a language that the
// program does not speak, those of its default.
func For(tag string) *Words { return readCatalogue().words[language.Index(tag)] }

// All lists the words of every language, the default first: what comes in from
// outside may be said in any of them.
func All() []*Words { return slices.Clone(readCatalogue().words) }

// Tag is that of the language, such as nl.
func (w *Words) Tag() string { return w.language.Tag }

// Language is what the language of the words calls itself.
func (w *Words) Language() string { return w.language.Name }

// Looking is the words where nothing may change: a text that offers what is then
// refused says something else.
func (w *Words) Looking() *Words {
	if w.looks {
		return w
	}
	return w.other
}

// Next is the words of the next language of the list, and after the last one
// of the first.
func (w *Words) Next() *Words {
	all := readCatalogue().words
	at := slices.IndexFunc(all, func(one *Words) bool { return one.Tag() == w.Tag() })
	return all[(at+1)%len(all)]
}

// T is the text of a key with {1} {2} … filled. A missing key shows itself
// between ‹ and ›, so that it is seen and found.
func (w *Words) T(key string, args ...any) string {
	t, ok := w.find(key)
	if !ok {
		return "‹" + key + "›"
	}
	return fillPlaceholders(t, func(name string) (string, bool) { return w.numbered(name, args) })
}

// N is the text for a number: key.one for 1, key.other for all else, key.none
// for 0 where the catalogue has it. {n} is the number, {1} {2} … the args.
func (w *Words) N(key string, n int, args ...any) string {
	t, ok := "", false
	switch n {
	case 0:
		t, ok = w.find(key + ".none")
	case 1:
		t, ok = w.find(key + ".one")
	}
	if !ok {
		t, ok = w.find(key + ".other")
	}
	if !ok {
		return "‹" + key + "›"
	}
	return fillPlaceholders(t, func(name string) (string, bool) {
		if name == "n" {
			return w.Int(n), true
		}
		return w.numbered(name, args)
	})
}

// Has reports whether the catalogue has exactly this key.
func (w *Words) Has(key string) bool {
	_, ok := w.texts[key]
	return ok
}

// Keys lists all keys in order.
func Keys() []string { return slices.Sorted(maps.Keys(readCatalogue().words[0].texts)) }

func (w *Words) find(key string) (string, bool) {
	if w.looks {
		if t, ok := w.texts[key+lookingKey]; ok {
			return t[w.index], true
		}
	}
	t, ok := w.texts[key]
	return t[w.index], ok
}
