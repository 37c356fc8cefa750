package hint

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"kwi/internal/guide"
	"kwi/internal/text"
)

// unwanted finds what a respondent said that they do not expect in an agreement, by
// the words that say something. It is rather silent than wrong: what turns the
// agreement round, as in "no newsletter", silences it, and one word that many
// sentences could share is not enough.
func (t *typed) unwanted() ([]string, bool) {
	if t.y == nil || !t.open() || slices.ContainsFunc(text.Words(t.a.Text), func(w text.Word) bool { return turning()[w.Search] }) {
		return nil, false
	}
	does := telling(t.a.Text)
	for _, who := range t.refusers() {
		for _, said := range sentences(t.y.NotExpected[who]) {
			if sameMatter(telling(said), does) {
				return []string{t.c.NameOf(who), text.Line(said)}, true
			}
		}
	}
	return nil, false
}

// sentences are the sentences of a text, and its lines.
func sentences(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(".;!?\n", r) })
}

// leastTelling is how long a word must be to tell what is spoken of, and leastAlone
// how long where it is the only one.
const leastTelling, leastAlone = 4, 7

var (
	skipped = wordSet("unwanted.skip")
	turning = wordSet("unwanted.turned")
)

// wordSet are single words of the guide, as they are found.
func wordSet(list string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for _, form := range guide.HintWords(list) {
			for _, w := range text.Words(form) {
				set[w.Search] = true
			}
		}
		return set
	})
}

// telling are the words of a text that say what it is about, each once.
func telling(s string) (out []string) {
	for _, w := range text.Words(s) {
		if n := utf8.RuneCountInString(w.Search); n < leastTelling || skipped()[w.Search] || turning()[w.Search] {
			continue
		}
		if !slices.ContainsFunc(out, func(o string) bool { return sameWord(o, w.Search) }) {
			out = append(out, w.Search)
		}
	}
	return out
}

// sameMatter reports whether what is done is what was said: two of its words at
// least, and half of them, or its only one where that is long.
func sameMatter(said, does []string) bool {
	shared, longest := 0, 0
	for _, w := range said {
		if slices.ContainsFunc(does, func(o string) bool { return sameWord(o, w) }) {
			shared, longest = shared+1, max(longest, utf8.RuneCountInString(w))
		}
	}
	return shared >= 2 && 2*shared >= len(said) || len(said) == 1 && shared == 1 && longest >= leastAlone
}

// sameWord reports whether two words are forms of one, as far as their beginnings
// tell: newsletter and newsletters, brief and brieven.
func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	rest := max(len(a), len(b)) - n
	return n >= 5 && rest <= 2 || n >= 8 && rest <= 3
}
