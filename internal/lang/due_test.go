package lang_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/internal/lang"
)

func TestWhatIsDueAndWhen(t *testing.T) {
	nl, en := lang.For("nl"), lang.For("en")
	for _, d := range []struct {
		item   due.Item
		nl, en string
	}{
		{due.Item{Kind: due.Action, Text: "Portaal", At: "2026-11-23"}, "Portaal, 2 dagen te laat", "Portaal, 2 days overdue"},
		{due.Item{Kind: due.Action, Text: "Portaal", At: "2026-11-24T17:00"}, "Portaal, 1 dag te laat", "Portaal, 1 day overdue"},
		{due.Item{Kind: due.Action, Text: "Portaal", At: "2026-11-25T17:00"}, "Portaal, vandaag 17:00", "Portaal, today 17:00"},
		{due.Item{Kind: due.Inspiration, Who: "KK", Name: "Kees", At: "2026-11-26"}, "met inspiratie terug naar Kees, morgen", "back to Kees with inspiration, tomorrow"},
		{due.Item{Kind: due.Concept, Who: "KK", Name: "Kees", At: "2026-11-26"}, "concept voor Kees, morgen", "draft for Kees, tomorrow"},
		{due.Item{Kind: due.Visit, Who: "KK", At: "2026-11-27"}, "gesprek met KK, vr 27 nov", "talk with KK, Fri 27 Nov"},
		{due.Item{Kind: due.Planning, At: "2027-01-01"}, "dag voor de sessie afspreken, vr 1 jan 2027", "agree a day for the session, Fri 1 Jan 2027"},
		{due.Item{Kind: due.Lists, Count: 1}, "1 lijst versturen, zonder datum", "send 1 list, no date"},
		{due.Item{Kind: due.Answers, Count: 2, At: "2026-11-25"}, "2 lijsten nog niet terug, vandaag", "2 lists not back yet, today"},
		{due.Item{Kind: due.Action, Text: "Bellen", At: "2026-11-25T10:00"}, "Bellen, 10:00 te laat", "Bellen, 10:00 overdue"},
		{due.Item{Kind: due.Action, Text: "Bellen", At: "2026-11-25T16:00"}, "Bellen, vandaag 16:00", "Bellen, today 16:00"},
		{due.Item{Kind: due.Session, At: "2026-11-20"}, "klantwaardesessie, vr 20 nov", "customer value session, Fri 20 Nov"},
	} {
		for w, want := range map[*lang.Words]string{nl: d.nl, en: d.en} {
			if got := w.Due(&d.item, account.Extended) + ", " + w.DueWhen(&d.item, account.Moment("2026-11-25T12:00")); got != want {
				t.Errorf("%q, not %q", got, want)
			}
		}
	}
	// Two people have no session.
	for kind, want := range map[due.Kind]string{due.Session: "gesprek over de antwoorden", due.Planning: "dag voor het gesprek afspreken"} {
		if got := nl.Due(&due.Item{Kind: kind}, account.Simple); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
