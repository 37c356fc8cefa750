package watchword_test

import (
	"strings"
	"testing"

	"kwi/internal/fault"
	"kwi/internal/watchword"
)

// TestWhatCannotBeChosenIsToldApart: too short in characters, too long in bytes, what no keyboard types, and a space that
// nobody sees.
func TestWhatCannotBeChosenIsToldApart(t *testing.T) {
	t.Parallel()
	for _, fits := range []string{"acht wél", "acht we\u0301l", "paarse fiets", strings.Repeat("é", watchword.Longest/2)} {
		if err := watchword.Fits(fits); err != nil {
			t.Errorf("%.20q: %v", fits, err)
		}
	}
	for given, kind := range map[string]fault.Kind{
		"héééé": fault.ShortPhrase, "e\u0301e\u0301e\u0301e\u0301": fault.ShortPhrase, "": fault.ShortPhrase, strings.Repeat("é", watchword.Longest/2+1): fault.LongPhrase,
		"paarse\tfiets": fault.OddPhrase, "paarse\x00fiets": fault.OddPhrase, "paarse \u202efiets": fault.OddPhrase, "paarse\xfffiets": fault.OddPhrase,
		"paarse fiets ": fault.SpacedPhrase, " paarse fiets": fault.SpacedPhrase, "        ": fault.SpacedPhrase,
	} {
		if err := watchword.Fits(given); !fault.Has(err, kind) {
			t.Errorf("%.20q: %v", given, err)
		}
	}
}

func TestTheEndOfALineIsNoPartOfAPassphraseAndASpaceIs(t *testing.T) {
	t.Parallel()
	for given, want := range map[string]string{"een zin": "een zin", "een zin\n": "een zin", "een zin\r\nmeer": "een zin", " een zin \n": " een zin ", "\n": ""} {
		if got := watchword.FirstLine(given); got != want {
			t.Errorf("%q gives %q", given, got)
		}
	}
	if !watchword.Same("wél", "we\u0301l") || watchword.Same("wél", "wel") {
		t.Error("the same is not the same")
	}
}
