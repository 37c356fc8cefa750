// Package lang holds every sentence of the program in Dutch and in English,
// and how numbers, dates and faults are said in each. The catalogue is read
// once from the text files beside this one and never changes after that.
//
// The package knows the domain's dates and the kinds of fault. It must not
// know a screen, a file, the clock or the environment: the day is handed in,
// and whoever shows foreign text cleans it.
package lang

import (
	"maps"
	"slices"
	"strings"
)

// Words speaks one language. It is immutable and safe to share.
type Words struct {
	tag  string
	side int // which half of a sentence pair is ours
	book map[string]pair
}

const (
	dutch = iota
	english
)

// For gives the words of a language tag or locale: en, en-GB and en_US.UTF-8
// are English, everything else is Dutch.
func For(tag string) *Words {
	tag = strings.ToLower(tag)
	if tag == "en" || strings.HasPrefix(tag, "en-") || strings.HasPrefix(tag, "en_") || strings.HasPrefix(tag, "en.") {
		return catalogue().english
	}
	return catalogue().dutch
}

// Tag is nl or en.
func (w *Words) Tag() string { return w.tag }

// Other is the words of the other language.
func (w *Words) Other() *Words {
	if w.side == english {
		return catalogue().dutch
	}
	return catalogue().english
}

// T is the text of a key with {1} {2} … filled. A missing key shows itself
// between ‹ and ›, so that it is seen and found.
func (w *Words) T(key string, args ...any) string {
	t, ok := w.find(key)
	if !ok {
		return "‹" + key + "›"
	}
	return fill(t, func(name string) (string, bool) { return w.numbered(name, args) })
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
	return fill(t, func(name string) (string, bool) {
		if name == "n" {
			return w.Int(n), true
		}
		return w.numbered(name, args)
	})
}

// Has tells whether the catalogue has exactly this key.
func (w *Words) Has(key string) bool {
	_, ok := w.book[key]
	return ok
}

// Keys lists all keys in order.
func Keys() []string { return slices.Sorted(maps.Keys(catalogue().dutch.book)) }

func (w *Words) find(key string) (string, bool) {
	p, ok := w.book[key]
	return p[w.side], ok
}
