package linear

import (
	"reflect"

	"kwi/internal/fault"
	"kwi/internal/hand"
)

// stepBack takes the last step back, stepForth does it again: of the client in hand, or of what
// the supplier keeps where that was changed last.
// With the client listening that is no further than what was done with them.
func (t *teller) stepBack() {
	if t.watched() {
		since := t.meeting.since
		t.step(func(h hand.Hand) (hand.Hand, hand.Label, error) { return h.UndoSince(since) }, "root.undone")
		return
	}
	if t.ofFirm {
		t.stepFirm(hand.Firm.Undo, "root.undone")
		return
	}
	t.step(hand.Hand.Undo, "root.undone")
}

func (t *teller) stepForth() {
	if t.watched() {
		since := t.meeting.since
		t.step(func(h hand.Hand) (hand.Hand, hand.Label, error) { return h.RedoSince(since) }, "root.redone")
		return
	}
	if t.ofFirm {
		t.stepFirm(hand.Firm.Redo, "root.redone")
		return
	}
	t.step(hand.Hand.Redo, "root.redone")
}

func (t *teller) step(step func(hand.Hand) (hand.Hand, hand.Label, error), said string) {
	if t.ReadOnly {
		t.say(t.Words.Fault(fault.New(fault.LooksOnly)))
		return
	}
	if t.hand.ID() == "" {
		t.say(t.T("linear.undo.none"))
		return
	}
	h, label, err := step(t.hand.Dated(t.moment()))
	if err != nil {
		t.sayInternal(t.Words.Fault(err), true)
		return
	}
	was, now := t.hand.Now(), h.Now()
	t.hand = h
	if t.keep() != nil {
		return
	}
	if t.watched() {
		t.say(t.T(said + ".together"))
		return
	}
	if reflect.DeepEqual(was.Tidy(), now.Tidy()) {
		if said = "root.undone.nothing"; t.Words.Has(label.Key + ".stays") {
			said = label.Key + ".stays" // what never goes back says so itself
		}
	}
	t.say(sentence(t.T(said, t.label(label))))
}
