package main

import (
	"context"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/store"
)

// agreedNow are the agreements of the newest cycle as they are kept.
func agreedNow(t *testing.T, s store.Store) []account.Action {
	t.Helper()
	h, err := desk.New(s, nonce).Open(context.Background(), "newmedia")
	if err != nil {
		t.Fatal(err)
	}
	c := h.Now()
	return c.Newest().Actions
}

// TestJourneyOfAHint: who promises something without a day is told so, quietly and
// once; a key tells why, help has that key, and enter keeps what was typed. With the
// client watching nothing is said.
func TestJourneyOfAHint(t *testing.T) {
	for _, c := range []struct{ language, said, hint, why, help string }{
		{"nl", "Cijfers zo snel mogelijk sturen", "f3 “zo snel mogelijk” is geen dag.", "Wie wacht, rekent op de vroegste dag.", "waarom deze tip"},
		{"en", "Send the figures as soon as possible", "f3 “as soon as possible” is not a day.", "Whoever waits counts on the earliest day.", "why this hint"},
	} {
		s := stocked(t)
		d := knowing(t, s, c.language)
		before := len(agreedNow(t, s))
		d.Press("enter", "5", "n")
		d.Type(c.said)
		d.Press("enter")
		d.See(c.hint)
		if n := len(agreedNow(t, s)); n != before || !d.Dialog() {
			t.Fatalf("it is kept at once: %d\n%s", n, d.Screen())
		}
		d.Press("f3")
		d.See(c.why, c.said)
		d.Press("f1")
		d.See(c.help)
		d.Press("esc", "f3")
		d.See(c.why)
		d.Press("enter")
		d.Miss(c.hint)
		if all := agreedNow(t, s); len(all) != before+1 || all[before].Text != c.said {
			t.Errorf("agreed %+v", all)
		}
		d.Press("esc", "M", "enter", "enter")
		d.Miss("f3", c.why)
	}
}

// TestJourneyOfHintsOnKWIsAndLetters: a KWI too many, what a respondent does not
// expect, words for a respondent and an action of the plan are read too.
func TestJourneyOfHintsOnKWIsAndLetters(t *testing.T) {
	s := stocked(t)
	elsewhere(t, s, onCycle(func(y *account.Cycle) { y.NotExpected = map[account.Initials]string{"KK": "Geen nieuwsbrieven."} }))
	d := knowing(t, s, "nl")
	d.Press("enter", "5", "n")
	d.Type("Nieuwsbrief sturen vrijdag")
	d.Press("enter")
	d.See("f3 Dit lijkt op wat Kees Klant juist niet verwacht: “Geen", "Druk nog eens")
	d.Press("esc", "6", "p")
	d.Type("U hoort binnenkort meer.")
	d.Press("ctrl+s")
	d.See("f3 “binnenkort” is geen dag.")
	d.Press("ctrl+s")
	if d.Dialog() {
		t.Errorf("it is not kept:\n%s", d.Screen())
	}
}
