package hand_test

import (
	"testing"

	"kwi/internal/fault"
)

// TestBackAndForthReachNoFurtherThanTheMark: what was done or taken back before
// stays as it is, here and in the journal, kept or not.
func TestBackAndForthReachNoFurtherThanTheMark(t *testing.T) {
	for _, saves := range []bool{false, true} {
		w := &world{client: client()}
		kept(t, w, did(t, w.open(), "name", "in the journal", ""))
		h := did(t, did(t, w.open(), "AA", "before", ""), "BB", "taken back before", "")
		h = undone(t, h)
		m := h.Mark()
		if saves {
			h = kept(t, w, h)
		}
		if _, _, err := h.UndoSince(m); !fault.Has(err, fault.NothingToUndo) {
			t.Fatalf("a step from before is taken back: %v", err)
		}
		if _, _, err := h.RedoSince(m); !fault.Has(err, fault.NothingToRedo) {
			t.Fatalf("a step from before is done again: %v", err)
		}
		h = did(t, h, "CC", "since", "")
		if saves {
			h = kept(t, w, h)
		}
		h, label, err := h.UndoSince(m)
		if err != nil || label.Args[1] != "since" {
			t.Fatalf("%v: took back %v", err, label)
		}
		is(t, h, "CC", "")
		if _, _, err := h.UndoSince(m); !fault.Has(err, fault.NothingToUndo) {
			t.Fatalf("once more: %v", err)
		}
		if h, _, err = h.RedoSince(m); err != nil {
			t.Fatal(err)
		}
		is(t, h, "CC", "since")
		is(t, h, "AA", "before")
		if _, _, err := h.RedoSince(m); !fault.Has(err, fault.NothingToRedo) {
			t.Fatalf("done again from before: %v", err)
		}
	}
}
