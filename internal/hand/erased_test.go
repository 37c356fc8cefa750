package hand_test

import (
	"testing"

	"kwi/internal/fault"
	"kwi/internal/hand"
)

// Where somebody was erased elsewhere no way of this hand leads back to before
// that, what is unsent is done on what is there now, and undo says why it is empty.
func TestNoWayLeadsBackToBeforeSomebodyWasErased(t *testing.T) {
	t.Parallel()
	w := &world{client: client()}
	mine := kept(t, w, did(t, w.open(), "AA", "of them", ""))
	mine = did(t, mine, "name", "mine", "")
	newer := w.open().Now().Clone()
	newer.Name = "Y"
	begun := hand.Past{Step: hand.Step{ID: "e.1", Kind: hand.Noted, Label: hand.Label{Key: hand.ErasedKey}}}
	mine, _ = mine.Rebase(hand.New("other", newer, hand.Version{}, []hand.Past{begun}))
	is(t, mine, "name", "mine")
	mine, _, err := mine.Undo()
	if err != nil || mine.Now().Name != "Y" {
		t.Fatalf("what was done since does not go back: %q %v", mine.Now().Name, err)
	}
	if _, _, err := mine.Undo(); !fault.Has(err, fault.HistoryErased) {
		t.Errorf("it goes back to before, or does not say why not: %v", err)
	}
}
