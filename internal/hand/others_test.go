package hand_test

import "testing"

// TestWhatOneTakesBackLeavesTheStepOfAnother: two have the client in hand; what
// one of them takes back, with a step of the other on top of it in the journal,
// takes nothing else from those who read the journal then.
func TestWhatOneTakesBackLeavesTheStepOfAnother(t *testing.T) {
	for _, late := range []bool{false, true} {
		w := &world{client: client()}
		mine := kept(t, w, did(t, did(t, w.open(), "AA", "old", ""), "name", "mine", ""))
		if !late { // it is taken back before the other's step is known, or after
			mine = undone(t, mine)
		}
		w.others(set("CC", "theirs"))
		mine, _ = mine.Rebase(w.open())
		if late {
			mine = undone(t, mine)
		}
		mine = kept(t, w, mine)
		is(t, mine, "name", "X")
		is(t, mine, "CC", "theirs")

		third := undone(t, w.open())
		is(t, third, "CC", "")
		third = redone(t, third)
		is(t, third, "CC", "theirs")
		third = undone(t, undone(t, third))
		is(t, third, "AA", "")
		if third.CanUndo() {
			t.Error("more can be taken back than is there")
		}
		is(t, redone(t, w.open()), "name", "mine")
		is(t, redone(t, mine), "name", "mine")
	}
}
