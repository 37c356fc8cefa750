package main

import (
	"slices"
	"testing"

	"kwi/internal/account"
)

// withIdea is a client with an idea that somebody brought.
func withIdea(c *account.Client) error {
	return c.BringIdea("", account.Idea{Text: "Een open dag", By: "Jan", Date: "2026-11-12"})
}

func onIdea(change func(*account.Idea)) func(*account.Client) error {
	return func(c *account.Client) error { return c.ChangeIdea("", "Een open dag", change) }
}

// realiseJourneys are those of the stage in which one works on what was promised.
var realiseJourneys = map[string]journey{
	"ui/screen/realise/visits.go talkDialog": {
		prepare: onCycle(func(y *account.Cycle) {
			y.Visits = []account.Visit{{With: "AA", Date: "2026-11-12", Note: "Hij belde."}}
		}),
		open: []string{"5", "tab", "end", "enter", "enter"}, typed: []string{"tab", "tab", "!"}, text: "Hij belde.!",
		mine:   func(y *account.Cycle) bool { return y.Visits[0].Note == "Hij belde.!" && len(y.Visits) == 1 },
		beside: onCycle(func(y *account.Cycle) { visit(y, func(v *account.Visit) { v.Date = "2026-11-10" }) }),
		stays:  func(y *account.Cycle) bool { return y.Visits[0].Date == "2026-11-10" },
		same:   onCycle(func(y *account.Cycle) { visit(y, func(v *account.Visit) { v.Note = "Elders bedacht." }) }),
		gone:   onCycle(func(y *account.Cycle) { y.Visits = nil }),
	},
	"ui/screen/realise/brought.go ideaDialog": {
		prepare: withIdea, open: []string{"5", "shift+tab", "enter"}, typed: []string{"tab", "!"}, text: "Jan!",
		mine:   func(y *account.Cycle) bool { return y.Ideas[0].By == "Jan!" },
		beside: onIdea(func(i *account.Idea) { i.Date = "2026-11-10" }),
		stays:  func(y *account.Cycle) bool { return y.Ideas[0].Date == "2026-11-10" },
		same:   onIdea(func(i *account.Idea) { i.By = "Elders bedacht" }),
		gone:   onCycle(func(y *account.Cycle) { y.Ideas = nil }),
	},
	"ui/screen/realise/brought.go askWhyNot": {
		prepare: withIdea, open: []string{"5", "shift+tab", "w"}, typed: []string{"Te", "!"}, text: "Te!",
		mine:   func(y *account.Cycle) bool { return y.Ideas[0].WhyNot == "Te!" },
		beside: onIdea(func(i *account.Idea) { i.Date = "2026-11-10" }),
		stays:  func(y *account.Cycle) bool { return y.Ideas[0].Date == "2026-11-10" },
		same:   onIdea(func(i *account.Idea) { i.WhyNot = "Elders bedacht" }),
		gone:   onCycle(func(y *account.Cycle) { y.Ideas = nil }),
	},
}

// TestEvidenceIsShownToTheClientOnAYes: nothing of it goes to them before, and
// other words are kept from them again.
func TestEvidenceIsShownToTheClientOnAYes(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 120, 40)
	told := func() account.Action {
		c := kept(t, s, "newmedia").Told()
		return c.Newest().Actions[0]
	}
	d.Press("enter", "5", "enter")
	toEvidence := slices.Repeat([]string{"tab"}, 12)
	d.Press(toEvidence...)
	d.Press("tab", "space", "ctrl+s")
	if told().EvidenceShared {
		t.Fatal("evidence that is not there is shown")
	}
	d.See("Er is nog geen bewijs")
	d.Press("shift+tab")
	d.Type("De schijf is gevuld")
	d.Press("ctrl+s")
	if got := told(); !got.EvidenceShared || got.Evidence != "De schijf is gevuld" {
		t.Errorf("the client sees %q", got.Evidence)
	}
	d.Press("enter")
	d.Press(toEvidence...)
	d.Type(" vandaag")
	d.Press("ctrl+s")
	if got := told(); got.EvidenceShared || got.Evidence != "" {
		t.Errorf("the client sees other words: %q", got.Evidence)
	}
}
