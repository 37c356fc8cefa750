package text

import (
	"iter"
	"slices"
	"strings"
	"unicode"
)

// Word is a word as it stands in a text, from one byte to before another.
type Word struct {
	From, To int
	Search   string // in the form in which it is found
}

// Words are the words of a text; a hyphen within a word belongs to it.
func Words(s string) (words []Word) {
	start := -1
	for i, r := range s + " " {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '-' && start >= 0
		switch {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			word := strings.TrimRight(s[start:i], "-")
			words = append(words, Word{start, start + len(word), Search(word)})
			start = -1
		}
	}
	return words
}

// Phrases are words and rows of words that are looked for in a text, each under
// the number of a group. Zero is none of either.
type Phrases struct {
	group map[string]int
	words map[string][]int // by the first word, how many words there are, most first
}

// NewPhrases are the phrases of some groups, numbered from 0 on.
func NewPhrases(groups ...[]string) Phrases {
	p := Phrases{group: map[string]int{}, words: map[string][]int{}}
	for i, group := range groups {
		for _, phrase := range group {
			if words := Words(phrase); len(words) > 0 {
				p.group[joined(words)] = i
				if first := words[0].Search; !slices.Contains(p.words[first], len(words)) {
					p.words[first] = append(p.words[first], len(words))
				}
			}
		}
	}
	for _, numbers := range p.words {
		slices.SortFunc(numbers, func(a, b int) int { return b - a })
	}
	return p
}

// In goes through the phrases in a text, whole words in any case, with or without
// marks on their letters, and tells of each its group and how it stands there. Of
// phrases that begin with one word the longest counts. Only phrases that begin
// with the word at hand are compared, so that one phrase as long as a page costs
// nothing where it does not begin.
func (p Phrases) In(s string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		words := Words(s)
		for i := 0; i < len(words); i++ {
			for _, n := range p.words[words[i].Search] {
				if n > len(words)-i {
					continue
				}
				group, found := p.group[joined(words[i:i+n])]
				if !found {
					continue
				}
				if !yield(group, standing(s, words[i].From, words[i+n-1].To)) {
					return
				}
				i += n - 1
				break
			}
		}
	}
}

// standing is a phrase as it stands in a text, an abbreviation with its last point.
func standing(s string, from, to int) string {
	if strings.Contains(s[from:to], ".") && strings.HasPrefix(s[to:], ".") {
		to++
	}
	return s[from:to]
}

// joined is a row of words as a phrase is known by.
func joined(words []Word) string {
	if len(words) == 1 {
		return words[0].Search
	}
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.Search)
	}
	return b.String()
}
