package main

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
)

// What somebody takes away and another window has put other words in meanwhile
// stays, and that is said; what another took away is gone, as it was to be.
func TestWhatWasToGoAndWasRewordedElsewhereIsSaid(t *testing.T) {
	for _, d := range []struct {
		theirs []string
		told   bool
	}{{[]string{"Wij gaan echt door."}, true}, {nil, false}} {
		s := stocked(t)
		elsewhere(t, s, onCycle(func(y *account.Cycle) { y.Meeting.Notes = []string{"Wij gaan door."} }))
		w := openWindow(t, s)
		for _, k := range []string{"enter", "7", "tab", "home", "down", "down", "down", "down", "down"} {
			w.press(k)
			w.settle()
		}
		elsewhere(t, s, onCycle(func(y *account.Cycle) { y.Meeting.Notes = d.theirs }))
		w.press("ctrl+x")
		settleAll(t, s, w)
		screen := strings.Join(strings.Fields(w.screen()), " ")
		if c := kept(t, s, "newmedia"); !slices.Equal(c.Newest().Meeting.Notes, d.theirs) {
			t.Errorf("kept is %q", c.Newest().Meeting.Notes)
		}
		if told := strings.Contains(screen, "intussen elders gewijzigd") && strings.Contains(screen, "Wij gaan echt door."); told != d.told {
			t.Errorf("theirs is %q, told: %v\n%s", d.theirs, told, w.screen())
		}
	}
}
