package main

import (
	"context"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/store"
	"kwi/ui"
)

// inspirationJourneys are those of a talk that led to nothing yet.
var inspirationJourneys = map[string]journey{
	"ui/screen/draft/promise.go askPromise": {
		prepare: func(c *account.Client) error { return c.PromiseConcept("2011H1", "AA", "2026-12-01") },
		open:    []string{"2", "home", "enter", "alt+p"}, typed: []string{"ctrl+u", "1", "2", "-", "1", "2"}, text: "12-12",
		mine:   func(y *account.Cycle) bool { return y.Promised["AA"].Due == "2026-12-12" },
		beside: func(c *account.Client) error { return c.PromiseInspiration("2011H1", "AA", "2026-12-01") },
		stays:  func(y *account.Cycle) bool { return y.Promised["AA"].Inspiration },
		same:   func(c *account.Client) error { return c.PromiseConcept("2011H1", "AA", "2026-12-08") },
	},
}

// valued adds a value to the supplier's own library.
func valued(t testing.TB, s store.Store, e account.OwnEntry) {
	t.Helper()
	d := desk.New(s, nonce)
	h, err := d.Firm(context.Background())
	if err == nil {
		h, err = h.Do(hand.FirmChange{Label: hand.Label{Key: "agree.label.new"}, Apply: func(f *account.Firm) error {
			_, err := f.Library.Add(e)
			return err
		}})
	}
	if err != nil {
		t.Fatal(err)
	}
	_, save, _ := h.Send()
	if _, err := d.KeepFirm(context.Background(), save); err != nil {
		t.Fatal(err)
	}
}

// TestJourneyOfATalkThatGotStuck: somebody names nothing, is promised
// inspiration, and nods at an example, which stands on their list.
func TestJourneyOfATalkThatGotStuck(t *testing.T) {
	s := drafting(t)
	valued(t, s, account.OwnEntry{Kind: account.OwnValue, Title: "Rust in de spits", Text: secret + " hoorden wij elders", Items: []account.OwnItem{{Text: "Wanneer is het spits?"}, {Text: "In de spits is er altijd iemand."}}})
	d := sitWith(t, s, "nl", 80, 24, func(c *ui.Config) { c.Firm, _ = desk.New(s, nonce).Firm(context.Background()) })
	d.Press("enter", "2", "home", "enter", "alt+i")
	d.See("Wat klanten waardevol noemen", "Rust in de spits (eigen)", "Afspraken nakomen")
	d.Press("enter")
	d.See(secret+" hoorden wij elders", "“Wanneer is het spits?”")
	d.Press("esc", "esc", "alt+p")
	d.See("Wat Kees Klant van je hoort", "inspiratie: voorbeelden")
	d.Press("ctrl+s")
	c := kept(t, s, "dorpstad")
	if p := c.Newest().Promised["KK"]; !p.Inspiration || p.Due == "" {
		t.Fatalf("promised %+v", p)
	}

	d.Press("f2", "enter", "enter") // with Kees beside one
	with := seen{d}
	with.press("alt+i")
	d.See("Rust in de spits")
	with.press("enter", "end")
	with.press("enter")
	c = kept(t, s, "dorpstad")
	k := c.Newest().WishOf("KK")
	if k == nil || k.Title != "Rust in de spits" || k.Questions[0].Text != "In de spits is er altijd iemand." || !c.Newest().IsAssigned("KK", k.Questions[0].Code) {
		t.Fatalf("made %+v", k)
	}
	d.Press("esc", "esc", "esc")
	leaveMeeting(d)
	goAlone(d)
	d.Press("esc", "4", "home", "enter", "pgdown")
}
