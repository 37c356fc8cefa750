package lang_test

import (
	"testing"

	"kwi/internal/lang"
)

func TestWhatAnIndicatorSaysOfNumbersAndDays(t *testing.T) {
	for _, test := range []struct {
		text        string
		number, day bool
	}{
		{"", false, false}, {"Wij zijn aardig.", false, false}, {"Vanaf 1 juli is 95 % verholpen", true, true}, {"By the end of 2026, 95% is done", true, true},
		{"Voor 1 december is iedereen opgeleid", false, true}, {"klaar op 2026-12-01", false, true}, {"klaar op 1-12", false, true}, {"klaar op 1/12/2026", false, true},
		{"In december is iedereen opgeleid", false, true}, {"In Q3 is iedereen opgeleid", false, true}, {"vóór 27e nov", false, true}, {"by May 1st", false, true},
		{"customers may call 3 of us", true, false}, {"customers may call us", false, false}, {"they march on", false, false}, {"in april", false, true}, {"in mrt", false, false}, {"mei 2026", false, true},
		{"Acht van de tien opdrachten", true, false}, {"Een storing is binnen een uur gemeld", false, false}, {"half of all orders", true, false},
		{"zoals in KWI-01 staat", false, false}, {"NPS +40", true, false}, {"4,5 uur", true, false}, {"v2", true, false}, {"in 12 maanden", true, false}, {"1 september", false, true}, {"klaar op 27-11.", false, true}, {"8 uur op 1 mei 2026", true, true}, {"Anna - 3 keer", true, false}, {"AB-12 en 5", true, false}, {"1.000 stuks", true, false}, {"2026-11", false, true},
	} {
		if n, d := lang.Measures(test.text); n != test.number || d != test.day {
			t.Errorf("%q: number %v, day %v", test.text, n, d)
		}
	}
}
