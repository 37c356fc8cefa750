package main

import (
	"testing"

	"kwi/store/memory"
)

// TestTheFirstClientIsNotLostWhileTheSupplierIsAsked ends the program where
// the name of the client was given and that of the supplier was not.
func TestTheFirstClientIsNotLostWhileTheSupplierIsAsked(t *testing.T) {
	s := memory.New()
	d := sit(t, s, "nl", 80, 24)
	d.Press("n")
	d.Type("Waterschap Laagveld")
	d.Press("enter")
	d.See("Wie ben jij als leverancier?")
	d.Type("BEST")
	d.Beat(2) // and the program is killed

	again := sit(t, s, "nl", 80, 24)
	again.Press("n")
	again.See("Waterschap Laagveld")
	again.Press("enter")
	again.See("Wie ben jij als leverancier?", "BEST")
	again.Type("SELLER")
	again.Press("enter")
	again.See("Initiëren")
	if n := left(t, s); n != 0 {
		t.Errorf("%d records of drafts stay", n)
	}
	third := sit(t, s, "nl", 80, 24)
	third.See("Waterschap Laagveld")
	third.Press("n")
	third.Miss("Hier was je aan het typen")
}

// Taking back that a client was begun leaves the client without a cycle: no stage of
// it is drawn as done, and what is left is said.
func TestTakingBackANewClientSaysWhatIsLeft(t *testing.T) {
	t.Parallel()
	d := knowing(t, stocked(t), "nl")
	d.Press("n")
	d.Type("Proef BV")
	d.Press("enter", "ctrl+z")
	d.See("De klant zelf", "staat nog in je", "○○○○○○○  1 Initiëren")
	d.Press("n")
	d.See("◐───○", "1 Initiëren")
}
