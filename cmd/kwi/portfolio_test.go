package main

import (
	"strings"
	"testing"
)

// TestThePortfolioIsAboutNoClient: one may be in hand there all the same, from
// before. A dialog over it does not bear that client's name.
func TestThePortfolioIsAboutNoClient(t *testing.T) {
	d := sit(t, stocked(t), "nl", 80, 24)
	d.Press("enter", "q", ":")
	if head, _, _ := strings.Cut(d.Screen(), "\n"); !strings.Contains(head, "BESTSELLER") || strings.Contains(head, "NewMedia") {
		t.Errorf("over the portfolio stands %q", head)
	}
}

// TestHelpSaysWhyInFull: a reason goes on in the next line, and none of it is
// lost at the edge.
func TestHelpSaysWhyInFull(t *testing.T) {
	d := sit(t, exampleStore(t), "nl", 60, 20)
	for range 5 {
		d.Press("down") // a client who has sent no list
	}
	d.Press("enter", "4", "?")
	d.See("laatste keer niet verstuurd (Aan VV is nog", "niets verstuurd.)")
	for range 20 {
		d.Miss("…")
		d.Press("down", "down")
	}
}
