package hand_test

import (
	"errors"
	"reflect"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hand"
)

var anna = account.ScanKey{Who: "Anna", Date: "2026-11-20"}

func scanned(question int, letter byte) hand.FirmChange {
	return hand.FirmChange{Label: hand.Label{Key: "x"}, Apply: func(f *account.Firm) error { return f.AnswerScan(anna, question, letter) }}
}

// firmWith is a hand on a firm with one scan and these answers.
func firmWith(answers string, rev uint64) hand.Firm {
	return hand.NewFirm(account.Firm{Scans: []account.Scan{{ScanKey: anna, Answers: answers}}}, rev)
}

func doneFirm(t *testing.T, h hand.Firm, all ...hand.FirmChange) hand.Firm {
	t.Helper()
	for _, c := range all {
		var err error
		if h, err = h.Do(c); err != nil {
			t.Fatal(err)
		}
	}
	return h
}

func TestFirmGoesBackAndForth(t *testing.T) {
	h := doneFirm(t, firmWith("", 3), scanned(1, 'a'), scanned(2, 'b'))
	h, _, _ = h.Undo()
	h, s, ok := h.Send()
	if !ok || s.Rev != 3 || s.After.Scans[0].Answers != "a" {
		t.Fatal(s, ok)
	}
	if _, _, twice := h.Send(); twice {
		t.Error("two saves at once")
	}
	h = doneFirm(t, h, scanned(3, 'c')) // while it is on its way
	if h = h.Kept(4); !h.Dirty() || h.Now().Scans[0].Answers != "a.c" {
		t.Error(h.Now())
	}
	if _, _, err := h.Redo(); !fault.Has(err, fault.NothingToRedo) {
		t.Error(err)
	}
	for _, want := range []string{"a", ""} {
		var err error
		if h, _, err = h.Undo(); err != nil || h.Now().Scans[0].Answers != want {
			t.Error(err, h.Now())
		}
	}
	if _, _, err := h.Undo(); !fault.Has(err, fault.NothingToUndo) {
		t.Error(err)
	}
}

// TestFirmAfterAConflict: what is unsent is done again on what others kept,
// also where it had landed all the same.
func TestFirmAfterAConflict(t *testing.T) {
	h := doneFirm(t, firmWith("", 3), scanned(1, 'a'))
	h, _, _ = h.Send()
	h, lost := h.Rebase(firmWith(".b", 5))
	if len(lost) > 0 || !h.Dirty() || h.Now().Scans[0].Answers != "ab" {
		t.Error(lost, h.Now())
	}
	if _, s, ok := h.Send(); !ok || s.Rev != 5 {
		t.Error(s, ok)
	}
	h = doneFirm(t, firmWith("", 3), scanned(1, 'a')).Failed(errors.New("no word"))
	if h, lost = h.Rebase(firmWith("a", 4)); h.Dirty() || h.Failure() != nil || len(lost) > 0 {
		t.Error("what landed is sent again")
	}
	h = doneFirm(t, firmWith("", 3), scanned(1, 'a'))
	if h, lost = h.Rebase(hand.NewFirm(account.Firm{}, 4)); len(lost) != 1 || !fault.Has(lost[0].Why, fault.Removed) || h.Dirty() {
		t.Error(lost)
	}
}

func TestFirmChangesThatChangeNothing(t *testing.T) {
	h := doneFirm(t, firmWith("a", 3), scanned(1, 'a'))
	if h.Dirty() {
		t.Error("there is something to keep")
	}
	bad := hand.FirmChange{Apply: func(*account.Firm) error { return fault.New(fault.Removed) }}
	if after, err := h.Do(bad); err == nil || !reflect.DeepEqual(after.Now(), h.Now()) {
		t.Error(err)
	}
	group := func(letter byte) hand.FirmChange { c := scanned(1, letter); c.Group = "g"; return c }
	h = doneFirm(t, h, group('b'), group('c'))
	if h, _, _ = h.Undo(); h.Now().Scans[0].Answers != "a" {
		t.Error("a group is one step", h.Now())
	}
}
