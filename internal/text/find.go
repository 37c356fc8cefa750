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

// Find is the numbers of the lines that fit, the best first: those that hold
// all words as they were typed, in their own order, and behind them those with
// the letters in their name, in that order but not next to each other.
func (f *Finder) Find(typed string) []int {
	words := strings.Fields(Search(typed))
	out := make([]int, 0, len(f.all))
	held := make([]bool, len(f.all))
	begins := func(in string) bool { return len(words) > 0 && strings.HasPrefix(in, words[0]) }
	for _, first := range []bool{true, false} {
		for i, in := range f.all {
			if begins(in) == first && holdsAll(in, words) {
				held[i], out = true, append(out, i)
			}
		}
	}
	letters := strings.Join(words, "")
	if len([]rune(letters)) < 2 {
		return out
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
