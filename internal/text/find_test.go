package text_test

import (
	"fmt"
	"reflect"
	"testing"

	"kwi/internal/text"
)

func TestFindsWordsBeforeLetters(t *testing.T) {
	lines := [][2]string{
		{"Kees Klant (KK)", "persoon"}, {"KWI-02 Inspiratie", "KWI"}, {"Taal wisselen", "L"}, {"Klaas Café", "klant"}, {"Monitor schrijven", "document"},
	}
	f := text.NewFinder(len(lines), func(i int) (string, string) { return lines[i][0], lines[i][1] })
	for _, d := range []struct {
		typed string
		want  []int
	}{
		{"", []int{0, 1, 2, 3, 4}},
		{"  ", []int{0, 1, 2, 3, 4}},
		{"klant", []int{0, 3}},
		{"kl", []int{3, 0}},             // what begins so stands first
		{"cafe klaas", []int{3}},        // in any order, without accents
		{"KWI02", []int{1}},             // by its letters
		{"mntr", []int{4}},              // by its letters
		{"msch", []int{4}},              // first letters of words
		{"x", []int{}},                  // one letter must be there
		{"niemand zegt dit", []int{}},   // nothing
		{"document mon", []int{4}},      // what is told of it counts
		{"taal", []int{2}},              //
		{"inspiratie kwi-02", []int{1}}, //
	} {
		if got := f.Find(d.typed); !reflect.DeepEqual(got, d.want) {
			t.Errorf("%q finds %v, not %v", d.typed, got, d.want)
		}
	}
}

// TestWhatIsCalledSoStandsFirst: the name that was typed, then names that begin so, then those
// that hold it, then what is only told of a line, whichever stood first.
func TestWhatIsCalledSoStandsFirst(t *testing.T) {
	lines := [][2]string{
		{"op slot", "er is geen wachtzin: kies die bij de instellingen"}, {"een test", ""}, {"testen met iedereen", ""}, {"Test", "plaats"},
		{"iets", "test"}, {"tested with everyone", ""}, {"de wachtzin weghalen", ""}, {"wachtzin zetten", ""},
	}
	f := text.NewFinder(len(lines), func(i int) (string, string) { return lines[i][0], lines[i][1] })
	for typed, want := range map[string][]int{
		"test":     {3, 2, 5, 1, 4},
		"TEST":     {3, 2, 5, 1, 4},
		"wachtzin": {7, 6, 0},
	} {
		if got := f.Find(typed); !reflect.DeepEqual(got, want) {
			t.Errorf("%q finds %v, not %v", typed, got, want)
		}
	}
}

func BenchmarkFindAmongTenThousand(b *testing.B) {
	f := text.NewFinder(10_000, func(i int) (string, string) { return fmt.Sprintf("Gemeente Dorpstad %d", i), "klant" })
	for b.Loop() {
		f.Find("dorp 77")
	}
}
