package main

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
)

// TestWhatIsTypedUnseenIsKept: a terminal that becomes too small in the middle
// of a sentence loses no letter of it, does nothing else, and says so.
func TestWhatIsTypedUnseenIsKept(t *testing.T) {
	s := stocked(t)
	d := knowing(t, s, "nl")
	d.Press("enter", "2", "enter")
	d.Type("Anna vertelt over de ")
	before := d.Place()
	d.Resize(40, 10)
	if !strings.Contains(d.Screen(), "bewaard") {
		t.Fatalf("it says:\n%s", d.Screen())
	}
	d.Type("winkel sx")
	d.Press("backspace", "esc", "f1", "ctrl+p", "ctrl+z", "tab", "8")
	d.Type("en")
	if d.Resize(80, 24); d.Place() != before {
		t.Errorf("it went to %s", d.Place())
	}
	d.Press("enter", "esc")
	if c := kept(t, s, "newmedia"); !slices.ContainsFunc(c.Newest().Notes, func(n account.Note) bool { return n.Text == "Anna vertelt over de winkel s8en" }) {
		t.Errorf("it kept %v", c.Newest().Notes)
	}
	d.Resize(40, 10)
	was := d.Place()
	if !strings.Contains(d.Screen(), "niets") {
		t.Errorf("it says:\n%s", d.Screen())
	}
	if d.Press("8", "enter", "q", "x"); d.Place() != was {
		t.Errorf("keys went to %s", d.Place())
	}
}
