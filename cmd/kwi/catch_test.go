package main

import (
	"context"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/portfolio"
	"kwi/store"
	"kwi/ui"
	"kwi/ui/drive"
)

// knowing is sit with the list of all clients, as the palette has it.
func knowing(t *testing.T, s store.Store, language string) *drive.Driver {
	d := desk.New(s, nonce)
	return sitWith(t, s, language, 80, 24, func(c *ui.Config) {
		c.Clients = func() ([]portfolio.Line, error) { return d.Portfolio(context.Background()) }
		c.Papers = printing(d, noServer, c.Now)
	})
}

// TestAKWIHeardOnTheGolfCourse: three keys from the portfolio, the words not
// counted, and it is kept; sorted when there is time.
func TestAKWIHeardOnTheGolfCourse(t *testing.T) {
	s := stocked(t)
	d := knowing(t, s, "nl")
	d.Press("ctrl+t")
	d.Type("Hij wil één aanspreekpunt @Kees")
	d.Press("enter")
	d.See("Bij wie hoorde je dit?", "NewMedia")
	d.Press("enter")
	d.See("Genoteerd", "1 klant")
	c := kept(t, s, "newmedia")
	want := account.Caught{Date: "2026-11-21", Text: "Hij wil één aanspreekpunt", With: "KK"}
	if len(c.Caught) != 1 || c.Caught[0] != want {
		t.Fatalf("caught %+v", c.Caught)
	}
	d.Press("ctrl+z")
	if c = kept(t, s, "newmedia"); len(c.Caught) != 0 {
		t.Error("it cannot be taken back")
	}
	d.Press("ctrl+y")

	// It waits where one drafts, and on the list of what is to be done.
	d.Press("p")
	d.See("1 opgevangen zin sorteren")
	d.Press("end", "enter")
	d.See("Opgevangen en nog te sorteren", "Hij wil één aanspreekpunt", "Kees Klant")
	d.Press("enter")
	d.See("Wat wordt het?")
	d.Type("kwi")
	d.Press("enter")
	d.See("Een KWI van wat je hoorde", "Hij wil één aanspreekpunt")
	d.Press("enter")
	c = kept(t, s, "newmedia")
	y := c.Newest()
	if k := y.KWIs[len(y.KWIs)-1]; len(c.Caught) != 0 || k.Expectation != "Hij wil één aanspreekpunt" {
		t.Errorf("still caught %+v, KWI %+v\n%s", c.Caught, k, d.Screen())
	}
}

// TestASentenceIsCaughtAnywhere: over every place, over a dialog and while a
// field is open, which then goes on as it was.
func TestASentenceIsCaughtAnywhere(t *testing.T) {
	for _, way := range []string{"enter", "enter 1", "enter 2", "enter 2 enter", "enter 2 enter x", "enter 3", "enter 4", "enter 5", "enter 5 n", "enter 5 enter", "enter end enter", "enter end enter tab x", "enter 7", "enter 7 tab", "enter 8", "/ new", "p"} {
		s := stocked(t)
		d := knowing(t, s, "en")
		d.Press(strings.Fields(strings.ReplaceAll(way, "new", "n e w"))...)
		before := d.Screen()
		d.Press("ctrl+t")
		d.Type("Keep this in mind")
		d.Press("enter")
		if strings.Contains(d.Screen(), "Which client") {
			d.Press("enter")
		} else {
			d.See("Noted: Keep this in mind")
			d.Press("enter") // an empty line ends them
		}
		c := kept(t, s, "newmedia")
		if len(c.Caught) != 1 || c.Caught[0].Text != "Keep this in mind" || c.Caught[0].Shared {
			t.Errorf("%s: caught %+v\n%s", way, c.Caught, d.Screen())
		}
		same := func(s string) string { lines := strings.Split(s, "\n"); return strings.Join(lines[:12], "\n") }
		if way != "p" && same(d.Screen()) != same(before) { // the list of what is to be done has it too
			t.Errorf("%s: before\n%s\nafter\n%s", way, before, d.Screen())
		}
	}
}

// TestACaughtLineIsNotLost: left half typed it is there again anywhere, and
// leaving the question at whom loses nothing.
func TestACaughtLineIsNotLost(t *testing.T) {
	s := stocked(t)
	d := knowing(t, s, "nl")
	d.Press("ctrl+t")
	d.Type("Halve zin")
	d.Press("enter", "esc")
	d.See("Halve zin")
	d.Press("esc")
	d.Beat(2)
	again := knowing(t, s, "nl")
	again.Press("ctrl+t")
	again.See("Halve zin")
	again.Press("enter", "enter")
	c := kept(t, s, "newmedia")
	if len(c.Caught) != 1 || c.Caught[0].Text != "Halve zin" {
		t.Errorf("caught %+v", c.Caught)
	}
	again.Beat(2)
	if n := left(t, s); n != 0 {
		t.Errorf("%d records of drafts stay", n)
	}
	again.Press("enter", "ctrl+t")
	again.Type("Over de facturen")
	again.Press("esc", "8", "ctrl+t")
	again.See("Over de facturen")
}

// TestNothingCaughtIsSeenInAMeeting.
func TestNothingCaughtIsSeenInAMeeting(t *testing.T) {
	s := stocked(t)
	elsewhere(t, s, func(c *account.Client) error { return c.Catch(account.Caught{Text: "INTERN woord", With: "KK"}) })
	d := knowing(t, s, "nl")
	d.Press("enter", "M", "enter")
	for _, key := range []string{"ctrl+t", "?", "esc", ":", "esc", "1", "2"} {
		d.Press(key)
		d.Miss("INTERN", "opgevangen", "Opvangen")
	}
}
