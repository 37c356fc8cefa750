package main

import (
	"strings"
	"testing"
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
