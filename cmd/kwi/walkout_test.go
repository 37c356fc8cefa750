package main

import (
	"strings"
	"testing"
)

// leaving reports whether the cover is in front from which one goes on alone.
func (w *walker) leaving() bool {
	s := w.drive.Screen()
	return strings.Contains(s, "verder zonder de klant") || strings.Contains(s, "go on without the client") || strings.Contains(s, "   stoppen") || strings.Contains(s, "   quit")
}

// asked reports whether the word is asked for that ends a meeting.
func (w *walker) asked() bool {
	s := w.drive.Screen()
	return strings.Contains(s, "Het gesprek sluiten") || strings.Contains(s, "Close the meeting")
}

// part leaves a meeting, from wherever one is, as far as the cover.
func (w *walker) part() bool {
	w.falls = 0
	w.drive.Resize(80, 24)
	for range 20 {
		w.look()
		switch {
		case w.leaving():
			return true
		case w.asked():
			w.drive.Press("enter") // what was typed is not the word
			leaveMeeting(w.drive)
		case strings.Contains(w.drive.Screen(), "M of q") || strings.Contains(w.drive.Screen(), "M or q"):
			w.drive.Press("esc", "q") // esc ends a sentence that was typed
		default:
			w.drive.Press("esc")
		}
	}
	return false
}

// TestOnlyEnterOnTheCoverLeadsToWhatIsInternal walks at random, types the word,
// walks on, and leaves: up to the last key nothing internal is seen, and after
// it the manager is where the meeting began.
func TestOnlyEnterOnTheCoverLeadsToWhatIsInternal(t *testing.T) {
	clients := walkClients(t)
	rounds, left := 300, 0
	if shortWalk() {
		rounds = 20
	}
	for i, c := range clients {
		w := newWalker(t, uint64(100+i), c, clients[(i+1)%len(clients)])
		for range rounds / len(clients) {
			w.last, w.store.fails = nil, nil
			for w.begin(); w.rand.IntN(40) > 0 && !w.drive.Quit; {
				w.step()
				w.look()
			}
			if w.drive.Quit {
				continue
			}
			w.store.fails = nil
			if !w.part() {
				t.Fatalf("it does not end after %v:\n%s", w.last, w.drive.Screen())
			}
			for range w.rand.IntN(8) { // whatever is done but to wait
				w.drive.Press(pick(w.rand, "enter", "enter", "q", "x", "1", "ctrl+z", "tab"))
				w.look()
			}
			if !w.leaving() {
				t.Fatalf("the cover is gone after %v:\n%s", w.last, w.drive.Screen())
			}
			goAlone(w.drive)
			if left++; w.meeting() && !w.drive.Quit {
				t.Fatalf("it does not go on after %v:\n%s", w.last, w.drive.Screen())
			}
		}
	}
	if left < rounds/2 {
		t.Errorf("only %d were left", left)
	}
}
