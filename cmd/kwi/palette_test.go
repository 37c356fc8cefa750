package main

import (
	"strings"
	"testing"

	"kwi/ui/drive"
)

// One palette finds everything and goes there, with what was chosen in hand.
func TestThePaletteFindsEverything(t *testing.T) {
	for _, d := range []struct {
		typed string // in the palette, over the client NewMedia
		list  string // what it shows first
		then  string // what stands on the screen after enter
	}{
		{"dorpstad soc", "klant · Communiceren", "Dorpstad, sociaal domein"},
		{"dit zegt niemand", "", ""},
		{"kees", "persoon · naar", "▸ KK"},
		{"kwi-02", "KWI · naar", "02 Inspiratie"},
		{"iets anders dan", "vraag · naar", "2.03"},
		{"2026-04", "afspraak · naar", "▸ 2026-04"},
		{"cyclus 2026H1", "Cyclus 2026H1", "2026H1"},
		{"kl mtr", "Klantwaardemonitor", "Score per KWI"},
	} {
		j := sit(t, exampleStore(t), "nl", 120, 40)
		j.Press("/")
		j.Type("newmedia\n")
		j.Press(":")
		j.Type(d.typed)
		seen := j.Screen()
		if d.list == "" {
			if !strings.Contains(seen, "Niets gevonden") && strings.Contains(seen, "▸") {
				t.Errorf("%q finds\n%s", d.typed, seen)
			}
			continue
		}
		first := ""
		for _, l := range strings.Split(seen, "\n") {
			if strings.Contains(l, "▸") {
				first = l
			}
		}
		if !strings.Contains(first, d.list) {
			t.Errorf("%q finds %q first\n%s", d.typed, first, seen)
			continue
		}
		j.Press("enter")
		if seen = j.Screen(); !strings.Contains(seen, d.then) {
			t.Errorf("%q leads to\n%s", d.typed, seen)
		}
	}
}

// Each indicator of the account plan is found, and taken in hand in its year.
func TestThePaletteFindsAnIndicator(t *testing.T) {
	d := sit(t, busy(t), "nl", 120, 40)
	d.Press("/", "newmedia", "enter", "9", "{", ":")
	d.Type("storing binnen een uur")
	d.See("KPI-2", "indicator")
	d.Press("enter")
	d.See("NewMedia · 2026", "▸ KPI-2")
}

// What is called as was typed stands before what only tells of it or holds it: the place Test
// before what begins so, and the act on the passphrase before the lock, whose reason names it.
func TestThePaletteFindsFirstWhatIsCalledSo(t *testing.T) {
	for language, name := range map[string]string{"en": "Test", "nl": "Toetsen"} {
		d := sit(t, exampleStore(t), language, 120, 40)
		d.Press("/", "newmedia", "enter", "5", ":")
		d.Type(strings.ToLower(name))
		d.See("▸ " + name)
	}
	newLockable(t).sits("nl", 120, 40, func(d *drive.Driver) {
		d.Press("ctrl+p")
		d.Type("wachtzin")
		d.See("▸ een wachtzin op je gegevens")
	})
}
