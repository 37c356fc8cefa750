package hand_test

import (
	"errors"
	"reflect"
	"slices"
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
	return hand.NewFirm(account.Firm{Scans: []account.Scan{{ScanKey: anna, Answers: account.ScanAnswers(answers)}}}, rev)
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
	for _, want := range []account.ScanAnswers{"a", ""} {
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

// TestFirmTellsWhatItTookThePlaceOf: where two windows answered the same question
// the last one counts, and says what the other was; beside each other both stay,
// also for whoever takes a step back.
func TestFirmTellsWhatItTookThePlaceOf(t *testing.T) {
	h, lost := doneFirm(t, firmWith("ab", 3), scanned(2, 'a'), scanned(3, 'c')).Rebase(firmWith("bc", 4))
	if len(lost) != 1 || lost[0].Why != nil || !slices.Equal(lost[0].Texts, []string{"2c"}) || h.Now().Scans[0].Answers != "bac" {
		t.Error(lost, h.Now())
	}
	h, lost = doneFirm(t, firmWith("", 3), scanned(1, 'a'), scanned(1, 'b')).Rebase(firmWith("b", 4)) // ours had landed
	if len(lost) > 0 || h.Dirty() && h.Now().Scans[0].Answers != "b" {
		t.Error(lost, h.Now())
	}
	h, lost = doneFirm(t, firmWith("a", 3), scanned(2, 'b')).Rebase(firmWith("a.c", 4))
	if h, _, err := h.Undo(); err != nil || len(lost) > 0 || h.Now().Scans[0].Answers != "a.c" {
		t.Error(err, lost, h.Now())
	}
	h, _ = doneFirm(t, firmWith("a", 3), scanned(1, 'b')).Rebase(firmWith("a", 4))
	s := h.Now()
	if err := s.AnswerScan(anna, 1, 'c'); err != nil {
		t.Fatal(err)
	}
	h, _, _ = h.Send()
	h, _ = h.Kept(5).Rebase(hand.NewFirm(s, 6))
	if _, _, err := h.Undo(); !fault.Has(err, fault.UndoRefused) {
		t.Error("what another window answered since is taken back", err)
	}
}
