package hand_test

import (
	"testing"

	"kwi/internal/account"
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

// The same of what the supplier keeps: a scan of whoever was erased does not come
// back.
func TestNoScanComesBackOfWhoWasErased(t *testing.T) {
	t.Parallel()
	scans := func(names ...string) (f account.Firm) {
		for _, name := range names {
			f.Scans = append(f.Scans, account.Scan{ScanKey: account.ScanKey{Who: name}})
		}
		return f
	}
	h := hand.NewFirm(scans("Zeno"), 1).After("mine", 0, nil)
	h, err := h.Do(hand.FirmChange{Apply: func(f *account.Firm) error { *f = scans(); return nil }})
	if err != nil {
		t.Fatal(err)
	}
	h, _, _ = h.Send()
	h = h.Kept(2)
	begun := hand.FirmPast{Step: hand.Step{ID: "e.1", Kind: hand.Noted, Label: hand.Label{Key: hand.ErasedKey}}}
	h, _ = h.Rebase(hand.NewFirm(scans(), 3).After("other", 1, []hand.FirmPast{begun}))
	if h, _, err = h.Undo(); !fault.Has(err, fault.HistoryErased) || len(h.Now().Scans) > 0 {
		t.Errorf("%+v %v", h.Now().Scans, err)
	}
}
