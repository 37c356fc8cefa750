package text

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Phrases are found as whole words, however they are written, the longest first;
// an abbreviation with its points is one too.
func TestPhrasesAreFoundAsWords(t *testing.T) {
	p := NewPhrases([]string{"zo snel mogelijk", "z.s.m.", "één dezer dagen"}, []string{"snel", "efficiënt"}, []string{"", "-"})
	for s, want := range map[string]string{
		"Zo  SNEL\nmogelijk graag":      "0:Zo  SNEL\nmogelijk",
		"Bel z.s.m. terug":              "0:z.s.m.",
		"zo snel als het gaat":          "1:snel",
		"een dezer dagen, en efficient": "0:een dezer dagen 1:efficient",
		"snelweg, snel- en":             "1:snel",
		"":                              "",
		"\xffsnel":                      "1:snel",
	} {
		var got []string
		for group, word := range p.In(s) {
			got = append(got, fmt.Sprintf("%d:%s", group, word))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
	if got := slices.Collect(func(yield func(string) bool) {
		for _, word := range (Phrases{}).In("niets") {
			yield(word)
		}
	}); len(got) > 0 {
		t.Errorf("no phrases find %q", got)
	}
}

// TestAPhraseAsLongAsAPageCostsNoMinutes: somebody pasted a page where a phrase
// was asked, and types as much elsewhere.
func TestAPhraseAsLongAsAPageCostsNoMinutes(t *testing.T) {
	page, other := strings.Repeat("one two ", 2_500), strings.Repeat("two three ", 2_500)
	p := NewPhrases([]string{"one " + page, "three two one"})
	for s, want := range map[string]int{other: 0, "one " + page: 1, "one two " + page: 0, other + "two one": 1} {
		n := 0
		for range p.In(s) {
			n++
		}
		if n != want {
			t.Errorf("%.20q: found %d, want %d", s, n, want)
		}
	}
}
