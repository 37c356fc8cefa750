package text

import (
	"strings"

	"github.com/sahilm/fuzzy"
)

// Finder finds lines by what somebody types of them. It is made once of many
// lines, so that a key costs little also with ten thousand.
type Finder struct {
	names, all []string // folded
}

// NewFinder is a finder among lines, each with its name and what else is told
// of it.
func NewFinder(n int, line func(i int) (name, detail string)) *Finder {
	f := &Finder{make([]string, n), make([]string, n)}
	for i := range n {
		name, detail := line(i)
		f.names[i] = Search(name)
		f.all[i] = f.names[i] + " " + Search(detail)
	}
	return f
}

// Find is the numbers of the lines that fit, the best first and else in their own
// order: those with the name that was typed, those with a name that begins so, those
// that begin with the first word, those with all words in their name, those of which
// it is told, and last those with the letters in their name, in that order but not
// next to each other.
func (f *Finder) Find(typed string) []int {
	words := strings.Fields(Search(typed))
	ranks := make([][]int, told+1)
	held := make([]bool, len(f.all))
	for i := range f.all {
		if at, fits := f.rank(i, words); fits {
			held[i], ranks[at] = true, append(ranks[at], i)
		}
	}
	out := make([]int, 0, len(f.all))
	for _, lines := range append(ranks, f.likely(words, held)) {
		out = append(out, lines...)
	}
	return out
}

// How well a line fits, the best first.
const (
	exact = iota
	begins
	firstWord
	named
	told
)

// rank is how well a line fits in which all words stand as they were typed; false where
// they do not.
func (f *Finder) rank(i int, words []string) (at int, fits bool) {
	name, whole := f.names[i], strings.Join(words, " ")
	switch {
	case !holdsAll(f.all[i], words):
		return 0, false
	case len(words) == 0:
		return told, true
	case name == whole:
		return exact, true
	case strings.HasPrefix(name, whole):
		return begins, true
	case strings.HasPrefix(name, words[0]):
		return firstWord, true
	case holdsAll(name, words):
		return named, true
	}
	return told, true
}

// likely are the lines with the letters in their name that are not held already.
func (f *Finder) likely(words []string, held []bool) (out []int) {
	letters := strings.Join(words, "")
	if len([]rune(letters)) < 2 {
		return nil
	}
	for _, m := range fuzzy.Find(letters, f.names) {
		if !held[m.Index] {
			out = append(out, m.Index)
		}
	}
	return out
}

func holdsAll(in string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(in, word) {
			return false
		}
	}
	return true
}
