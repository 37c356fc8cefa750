package hand_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hand"
)

func did(t *testing.T, h hand.Hand, key, value, group string) hand.Hand {
	t.Helper()
	h, err := h.Do(change(key, value, group))
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func undone(t *testing.T, h hand.Hand) hand.Hand {
	t.Helper()
	h, _, err := h.Undo()
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func redone(t *testing.T, h hand.Hand) hand.Hand {
	t.Helper()
	h, _, err := h.Redo()
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// kept sends all there is to the world.
func kept(t *testing.T, w *world, h hand.Hand) hand.Hand {
	t.Helper()
	for h.Dirty() {
		next, s, ok := h.Send()
		if !ok {
			t.Fatal("nothing is sent")
		}
		n, v, err := w.keep(s, len(s.Steps))
		if err != nil {
			t.Fatal(err)
		}
		h = next.Kept(n, v)
	}
	return h
}

func is(t *testing.T, h hand.Hand, key, want string) {
	t.Helper()
	if got := get(h.Now(), key); got != want {
		t.Errorf("%s is %q, want %q", key, got, want)
	}
}

func TestAGroupIsUndoneAndRedoneAsOne(t *testing.T) {
	w := &world{client: client()}
	h := did(t, w.open(), "name", "a", "")
	for _, v := range []string{"ab", "abc", "abcd"} {
		h = did(t, h, "name", v, "field")
	}
	h = did(t, h, "AA", "other", "another field")
	h = undone(t, undone(t, h))
	is(t, h, "name", "a")
	is(t, h, "AA", "")
	h = redone(t, h)
	is(t, h, "name", "abcd")
	h = undone(t, h)
	is(t, h, "name", "a")
	h = undone(t, h)
	is(t, h, "name", "X")
	if h.CanUndo() {
		t.Error("there is still something to undo")
	}
}

func TestGroupsOfTwoHandsAreNotOne(t *testing.T) {
	w := &world{client: client()}
	kept(t, w, did(t, w.open(), "name", "a", "field"))
	h := undone(t, did(t, w.open(), "name", "ab", "field"))
	is(t, h, "name", "a")
}

func TestAGroupThatChangedNothingInTheEndDoesNotLieInTheWay(t *testing.T) {
	w := &world{client: client()}
	h := did(t, w.open(), "AA", "before", "")
	h = did(t, did(t, h, "name", "Y", "field"), "name", "X", "field")
	h = undone(t, undone(t, h))
	is(t, h, "AA", "")
	h = redone(t, redone(t, h))
	is(t, h, "AA", "before")
	is(t, kept(t, w, h), "name", "X")
}

func TestAChangeThatChangesNothingIsNoStep(t *testing.T) {
	w := &world{client: client()}
	h := w.open()
	for _, c := range []hand.Change{change("name", "X", ""), change("AA", "", ""), {Apply: func(*account.Client) error { return nil }}} {
		next, err := h.Do(c)
		if err != nil || next.Dirty() || next.CanUndo() {
			t.Errorf("%v: %v, dirty %v, can undo %v", c.Label, err, next.Dirty(), next.CanUndo())
		}
	}
}

func TestARefusedChangeChangesNothing(t *testing.T) {
	w := &world{client: client()}
	h := did(t, w.open(), "name", "Y", "")
	was := seen(h)
	next, err := h.Do(hand.Change{Apply: func(c *account.Client) error {
		c.Name, c.Respondents[0].Name, c.Cycles[0].Place = "half", "half", "half"
		return fault.New(fault.Frozen)
	}})
	if !fault.Has(err, fault.Frozen) || seen(next) != was || seen(h) != was {
		t.Errorf("got %v, %s, want %s", err, seen(next), was)
	}
}

func TestDeepestStepsCanBeTakenBackAndNoMore(t *testing.T) {
	for _, reopen := range []bool{false, true} {
		w := &world{client: client()}
		h := w.open()
		for i := range hand.Deepest + 20 {
			h = did(t, h, "name", fmt.Sprint(i), "")
			if i == 50 {
				h = kept(t, w, h)
			}
		}
		if h = kept(t, w, h); reopen {
			h = w.open()
		}
		n := 0
		for ; h.CanUndo(); n++ {
			h = undone(t, h)
		}
		is(t, h, "name", "19")
		if n != hand.Deepest {
			t.Errorf("%d steps went back", n)
		}
		for range n {
			h = redone(t, h)
		}
		is(t, h, "name", fmt.Sprint(hand.Deepest+19))
	}
}

func TestASaveCarriesStepsInOrderOneAtATime(t *testing.T) {
	w := &world{client: client()}
	h := w.open()
	for i := range 50 {
		h = did(t, h, "name", fmt.Sprint(i), "")
	}
	var names []string
	ids := map[string]bool{}
	for h.Dirty() {
		next, s, ok := h.Send()
		if !ok || s.Client != "x" || len(s.Steps) > 20 || !reflect.DeepEqual(s.Base, w.client) {
			t.Fatalf("%v: %d steps on %s", ok, len(s.Steps), texts(s.Base))
		}
		if _, _, again := next.Send(); again || !next.Flying() {
			t.Fatal("a second save goes out while one is on its way")
		}
		for _, m := range s.Steps {
			names = append(names, get(m.After, "name"))
			ids[m.Step.ID] = true
		}
		n, v, err := w.keep(s, len(s.Steps))
		if err != nil {
			t.Fatal(err)
		}
		h = next.Kept(n, v)
	}
	for i, name := range names {
		if name != fmt.Sprint(i) {
			t.Fatalf("step %d is %s", i, name)
		}
	}
	if len(names) != 50 || len(ids) != 50 {
		t.Errorf("%d steps with %d IDs", len(names), len(ids))
	}
}

func TestWhatIsDoneWhileASaveIsOnItsWayIsKeptNext(t *testing.T) {
	w := &world{client: client()}
	h, s, _ := did(t, w.open(), "name", "Y", "").Send()
	h = did(t, h, "AA", "meanwhile", "")
	n, v, err := w.keep(s, 9)
	if h = h.Kept(n, v); err != nil || !h.Dirty() || h.Flying() {
		t.Fatalf("%v, dirty %v, flying %v", err, h.Dirty(), h.Flying())
	}
	is(t, kept(t, w, h), "AA", "meanwhile")
	if get(w.client, "AA") != "meanwhile" || get(w.client, "name") != "Y" {
		t.Errorf("the store has %s", texts(w.client))
	}
}

func TestAFailureStaysUntilItIsKept(t *testing.T) {
	w := &world{client: client()}
	h, _, _ := did(t, w.open(), "name", "Y", "").Send()
	full := errors.New("full")
	if h = h.Failed(full); h.Failure() != full || !h.Dirty() || h.Flying() {
		t.Fatalf("failure %v", h.Failure())
	}
	h = did(t, h, "AA", "and more", "")
	h, s, ok := h.Send()
	if !ok || len(s.Steps) != 2 || h.Failure() != full {
		t.Fatalf("the next try carries %d steps, failure %v", len(s.Steps), h.Failure())
	}
	n, v, _ := w.keep(s, 9)
	if h = h.Kept(n, v); h.Failure() != nil || h.Dirty() {
		t.Errorf("failure %v, dirty %v", h.Failure(), h.Dirty())
	}
}

func TestALateWordOnASaveThatWasGivenUpChangesNothing(t *testing.T) {
	w := &world{client: client()}
	h, s, _ := did(t, w.open(), "name", "Y", "").Send()
	n, v, _ := w.keep(s, 9)
	h, _ = h.Rebase(w.open()) // which finds that it landed
	h = did(t, h, "AA", "not kept yet", "")
	if h = h.Kept(n, v); !h.Dirty() {
		t.Error("what nobody has kept counts as kept")
	}
}

func TestARebaseKeepsWhatOthersDidAndDoesMineAgain(t *testing.T) {
	w := &world{client: client()}
	h := did(t, w.open(), "AA", "mine", "")
	h = undone(t, did(t, did(t, h, "BB", "mine", ""), "name", "half", ""))
	w.others(set("CC", "theirs"))
	w.others(set("BB", "theirs"))
	h, lost := h.Rebase(w.open())
	if len(lost) != 1 || lost[0].Why != nil || !strings.Contains(fmt.Sprint(lost[0].Label), "BB mine") {
		t.Fatalf("what others changed in the same place is not told: %v", lost)
	}
	for key, want := range map[string]string{"AA": "mine", "BB": "mine", "CC": "theirs", "name": "X"} {
		is(t, h, key, want)
	}
	h = kept(t, w, undone(t, h))
	is(t, h, "BB", "theirs")
	if get(w.client, "BB") != "theirs" || get(w.client, "AA") != "mine" {
		t.Errorf("the store has %s", texts(w.client))
	}
}

func TestARebaseTellsWhatCanNoLongerBeDone(t *testing.T) {
	w := &world{client: client()}
	h := did(t, w.open(), "name", "kept", "")
	h = kept(t, w, h)
	h = undone(t, did(t, did(t, h, "AA", "lost", ""), "BB", "lost and taken back", ""))
	w.others(lock("locked"))
	h, lost := h.Rebase(w.open())
	if len(lost) != 2 || !fault.Has(lost[0].Why, fault.Frozen) || lost[0].Label.Args[1] != "lost" || h.Dirty() {
		t.Fatalf("lost %v, dirty %v", lost, h.Dirty())
	}
	h = undone(t, h) // the undo of what was lost took nothing else along
	is(t, h, "name", "X")
}

func TestWhatOthersDidToTheSameDoesNotGoBack(t *testing.T) {
	w := &world{client: client()}
	h := kept(t, w, did(t, w.open(), "AA", "mine", ""))
	w.others(set("AA", "theirs"))
	h, _ = h.Rebase(w.open())
	was := seen(h)
	next, _, err := h.Undo()
	if !fault.Has(err, fault.UndoRefused) || seen(next) != was {
		t.Errorf("got %v, %s", err, texts(next.Now()))
	}
	is(t, next, "AA", "theirs")
}

func TestAStepThatLandedThoughItWasReportedFailedIsNotDoneTwice(t *testing.T) {
	kwi := hand.Change{Label: hand.Label{Key: "test.kwi"}, Apply: func(c *account.Client) error {
		_, err := c.AddKWI("2026H1", account.KWI{Title: "One"}, account.Standard{})
		return err
	}}
	for _, othersWentOn := range []bool{false, true} {
		w := &world{client: client()}
		h, err := w.open().Do(kwi)
		if err != nil {
			t.Fatal(err)
		}
		h = did(t, h, "name", "Y", "")
		h, s, _ := h.Send()
		if _, _, err := w.keep(s, 1); err != nil { // the first step lands
			t.Fatal(err)
		}
		h = h.Failed(errors.New("the line fell away"))
		if othersWentOn {
			w.others(set("AA", "theirs"))
		}
		h, lost := h.Rebase(w.open())
		if len(lost) > 0 {
			t.Fatal(lost)
		}
		if h = kept(t, w, h); len(w.client.Cycles[0].KWIs) != 1 || get(w.client, "name") != "Y" {
			t.Errorf("the store has %d KWIs, %s", len(w.client.Cycles[0].KWIs), texts(w.client))
		}
		if h = undone(t, undone(t, h)); h.CanUndo() || len(h.Now().Cycles[0].KWIs) != 0 || othersWentOn && get(h.Now(), "AA") != "theirs" {
			t.Errorf("after undo: %+v", h.Now())
		}
	}
}

func TestAnUndoOnItsWayTakesBackMineNotWhatOthersDidAlike(t *testing.T) {
	add := func(c *account.Client) error {
		_, err := c.AddKWI("2026H1", account.KWI{}, account.Standard{})
		return err
	}
	w := &world{client: client()}
	h, err := w.open().Do(hand.Change{Apply: add})
	if err != nil {
		t.Fatal(err)
	}
	h, err = h.Do(hand.Change{Apply: func(c *account.Client) error { return c.NotExpect("2026H1", "AA", "mine") }})
	if err != nil {
		t.Fatal(err)
	}
	h = undone(t, undone(t, h))
	w.others(add) // the same empty KWI, and the same code
	h, lost := h.Rebase(w.open())
	if n := len(h.Now().Cycles[0].KWIs); len(lost) > 0 || n != 1 {
		t.Fatalf("lost %v, %d KWIs", lost, n)
	}
	h = redone(t, h)
	if k := h.Now().Cycles[0].KWIs; len(k) != 2 || k[1].Code != 2 {
		t.Errorf("done again: %+v", k)
	}
}

func TestAJournalTellsWhatCanBeUndoneAndRedone(t *testing.T) {
	w := &world{client: client()}
	h := did(t, w.open(), "name", "a", "")
	h = did(t, did(t, h, "AA", "1", "g"), "AA", "2", "g")
	kept(t, w, undone(t, h))
	h = w.open()
	is(t, h, "AA", "")
	h = kept(t, w, redone(t, h))
	is(t, h, "AA", "2")
	h = w.open()
	h = undone(t, undone(t, h))
	is(t, h, "AA", "")
	is(t, h, "name", "X")
	if h.CanUndo() {
		t.Error("there is more to undo than was done")
	}
	if h = did(t, h, "BB", "new", ""); h.CanRedo() {
		t.Error("after something new there is still something to redo")
	}
}

func TestAJournalThatCannotBeReadIsToldAndChangesNothing(t *testing.T) {
	damaged := fault.New(fault.Damaged, "step/x/1")
	h := hand.New("n", client(), hand.Version{Last: 1}, []hand.Past{{Step: hand.Step{ID: "m.1"}, Image: func() (account.Client, account.Client, error) {
		return account.Client{}, account.Client{}, damaged
	}}})
	next, _, err := h.Undo()
	if !errors.Is(err, damaged) || next.Dirty() || !next.CanUndo() {
		t.Errorf("got %v, dirty %v", err, next.Dirty())
	}
}

func TestAtIsTheNewestRevisionSeen(t *testing.T) {
	h := hand.New("n", client(), hand.Version{Last: 1, Revs: map[string]uint64{"a": 3, "b": 9, "c": 4}}, nil)
	if h.At() != 9 || h.ID() != "x" || (hand.Hand{}).ID() != "" || (hand.Hand{}).At() != 0 {
		t.Errorf("at %d of %s", h.At(), h.ID())
	}
}
