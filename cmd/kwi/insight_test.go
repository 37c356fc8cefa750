package main

import (
	"strings"
	"testing"
)

// TestJourneyOfWhatTheFiguresSay: from the portfolio to what the figures of a
// client say, and from each figure to the answers that it is made of. With the
// client watching there is nothing of it.
func TestJourneyOfWhatTheFiguresSay(t *testing.T) {
	d := knowing(t, stocked(t), "nl")
	d.Press("enter", "8", "tab", "tab", "tab")
	d.See("▸ Wat het zegt", "Aanbeveling")
	d.Press("H")
	d.See("Hoe komt dit tot stand?")
	d.Press("tab")
	d.See("Per respondent")
	d.Press("tab")
	d.See("Eerst wat telt", "÷")
	d.Press("esc")
	d.See("▸ Wat het zegt")
	d.Press("shift+tab", "shift+tab", "shift+tab", "enter", "H")
	d.See("01 Kennisborging", "punten ÷")
	d.Press("esc", "esc", "M")
	if v := d.Screen(); strings.Contains(v, "÷") || strings.Contains(v, "Wat het zegt") {
		t.Errorf("the client sees\n%s", v)
	}
}
