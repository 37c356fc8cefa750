package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"kwi/store"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/keys"
)

// stop is one of all places that the program shows without the client, with the
// keys that lead there from the row of a client in the portfolio, and which of
// its sides.
type stop struct {
	name string
	to   []string
	side int
}

// mostSides is more sides than a place has.
const mostSides = 6

// stops are all places with all their sides, as one who presses keys finds
// them. A place that is new is among them by itself.
func stops() []stop {
	all, digit := []stop{}, 0
	for _, e := range places(sources{}) {
		var to []string
		switch {
		case e.Together:
			continue
		case e.Numbered():
			digit++
			to = []string{"enter", fmt.Sprint(digit)}
		case e.Person:
			to = []string{"enter", "5", keys.Visit.Keys()[0]}
		case e.Aside:
			to = []string{"enter", "5", e.Key.Keys()[0]}
		case e.Traces:
			to = []string{"enter", "8", keys.Trace.Keys()[0]}
		case e.Name == "promises":
			to = keys.Promises.Keys()[:1]
		case e.Name == "scan":
			to = keys.QuickScan.Keys()[:1]
		case e.Settings:
			to = keys.Settings.Keys()[:1]
		case e.Name == "library":
			to = keys.Library.Keys()[:1]
		case e.Name == "history":
			to = keys.History.Keys()[:1]
		case e.Name != "portfolio":
			panic("the tour has no way to " + e.Name)
		}
		for side := range mostSides {
			all = append(all, stop{e.Name, to, side})
		}
	}
	return all
}

// tour is somebody who goes along all stops.
type tour struct {
	t        *testing.T
	store    func() store.Store
	language string
	row      int // of the client in the portfolio
	w, h     int
	looks    bool // the data may only be looked at
}

// at goes to a stop; false where the place has no such side.
func (r tour) at(s stop) (*drive.Driver, bool) {
	d := sitWith(r.t, r.store(), r.language, r.w, r.h, func(c *ui.Config) { c.ReadOnly = r.looks })
	for range r.row {
		d.Press("down")
	}
	d.Press(s.to...)
	first := whatStands(d)
	for range s.side {
		d.Press("tab")
		if whatStands(d) == first {
			return d, false
		}
	}
	return d, true
}

// exampleTour is the tour of NewMedia in the example portfolio.
func exampleTour(t *testing.T, language string, w, h int) tour {
	return tour{t: t, store: func() store.Store { return exampleStore(t) }, language: language, row: 4, w: w, h: h}
}

// whatStands is the screen without the lines that speak of keys.
func whatStands(d *drive.Driver) string {
	lines := strings.Split(strings.TrimRight(frameText(d.Screen()), "\n"), "\n")
	return strings.Join(lines[:len(lines)-1], "\n")
}

// typing reports whether letters are text now, as the key line says it.
func typing(d *drive.Driver) bool {
	lines := strings.Split(strings.TrimRight(d.Screen(), "\n"), "\n")
	last := lines[len(lines)-1]
	return strings.Contains(last, "f1 hulp") || strings.Contains(last, "f1 help")
}

// command presses a key that is a letter or a digit, with alt where that would
// be text.
func command(d *drive.Driver, key string) {
	if typing(d) {
		key = "alt+" + key
	}
	d.Press(key)
}

// Whatever one goes to and comes back from, a list has the same row in hand, on
// the same side, and stands as it stood.
func TestEveryListRemembersItsPlace(t *testing.T) {
	goesRoundUnraced(t)
	t.Parallel()
	r := exampleTour(t, "nl", 80, 24)
	looked := 0
	for _, s := range stops() {
		for _, downs := range []int{4, 15} {
			d, is := r.at(s)
			if !is {
				break
			}
			d.Press(slices.Repeat([]string{"down"}, downs)...)
			before := whatStands(d)
			ways := waysAway(s)
			for _, name := range slices.Sorted(maps.Keys(ways)) {
				if !ways[name](d) {
					continue
				}
				looked++
				if after := whatStands(d); after != before {
					t.Errorf("%s, side %d, %d down, by %s:\n%s\nwas\n%s", s.name, s.side, downs, name, after, before)
					break
				}
			}
		}
	}
	if looked < 500 {
		t.Errorf("only %d ways were gone", looked)
	}
}

// waysAway are the ways to somewhere else and back again. Each reports whether
// there was such a way.
func waysAway(s stop) map[string]func(*drive.Driver) bool {
	aside := func(to string, back ...string) func(*drive.Driver) bool {
		return func(d *drive.Driver) bool {
			before := whatStands(d)
			if len(to) == 1 {
				command(d, to)
			} else {
				d.Press(to)
			}
			if whatStands(d) == before {
				return false // it is not possible now
			}
			d.Press(back...)
			return true
		}
	}
	ways := map[string]func(*drive.Driver) bool{
		"the way in": func(d *drive.Driver) bool {
			before, place := whatStands(d), d.Place()
			d.Press("enter")
			switch {
			case strings.Contains(d.Screen(), "bewaard"): // it changed what is in hand
				d.Press("ctrl+z")
			case whatStands(d) != before && (d.Dialog() || d.Place() == place):
				d.Press("esc")
			}
			return d.Place() == place
		},
		"help":        aside("f1", "esc"),
		"the palette": aside("ctrl+p", "esc"),
		"advice":      aside("f4", "esc"),
		"a trace":     aside(keys.Trace.Keys()[0], "esc"),
		"a meeting": func(d *drive.Driver) bool {
			d.Press("f2")
			if !strings.Contains(d.Screen(), "beginnen") {
				return false
			}
			d.Press("enter")
			if strings.Contains(d.Screen(), "Wie zit hier?") {
				d.Press("enter")
			}
			d.Press("f2")
			leaveMeeting(d)
			goAlone(d)
			return true
		},
	}
	var again []string
	if len(s.to) == 1 {
		again = s.to // from a place about no client esc leads to the clients
	}
	for _, place := range []struct{ name, key string }{{"history", keys.History.Keys()[0]}, {"library", keys.Library.Keys()[0]}, {"due", keys.DueHere.Keys()[0]}} {
		if s.name != place.name {
			ways[place.name] = aside(place.key, append([]string{"esc"}, again...)...)
		}
	}
	if len(s.to) == 0 {
		return ways
	}
	if s.to[0] != "enter" {
		ways["the clients"] = func(d *drive.Driver) bool {
			d.Press("esc")
			d.Press(s.to...)
			return true
		}
		return ways
	}
	back := s.to[len(s.to)-1]
	if len(s.to) == 2 {
		ways["the clients"] = func(d *drive.Driver) bool {
			d.Press("esc", "enter")
			command(d, back)
			return true
		}
		ways["the promises"] = func(d *drive.Driver) bool {
			d.Press("esc", keys.Promises.Keys()[0], "esc", "enter")
			command(d, back)
			return true
		}
		for _, other := range []string{"2", "6", "8"} {
			ways["place "+other] = func(d *drive.Driver) bool {
				command(d, other)
				command(d, back)
				return other != back
			}
		}
	}
	return ways
}
