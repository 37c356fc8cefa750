package ui

import (
	"reflect"

	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/ui/kit"
)

func stepped(c catcher, h hand.Hand, step func(hand.Hand) (hand.Hand, hand.Label, error)) (next hand.Hand, label hand.Label, err error) {
	defer c.caught(&err)
	return step(h)
}

func (r *Root) undo(step func(hand.Hand) (hand.Hand, hand.Label, error), said string) {
	if r.ReadOnly {
		r.say(r.Words.Fault(fault.New(fault.LooksOnly)), true)
		return
	}
	h, label, err := stepped(r.catcher(), r.hand.Dated(r.moment()), step)
	if err != nil {
		r.sayInternal(r.Words.Fault(err), true)
		return
	}
	was, now := r.hand.Now(), h.Now()
	r.take(h)
	r.noteStep()
	if r.watched() {
		r.say(r.Words.T(said+".together"), false)
		return
	}
	if reflect.DeepEqual(was.Tidy(), now.Tidy()) {
		if said = "root.undone.nothing"; r.Words.Has(label.Key + ".stays") {
			said = label.Key + ".stays" // what never goes back says so itself
		}
	}
	if left := label.Key + ".undone"; said == "root.undone" && r.Words.Has(left) {
		r.say(r.Words.T(left, values(label.Args)...), false) // what is still there
		return
	}
	r.say(r.Words.T(said, r.Words.T(label.Key, values(label.Args)...)), false)
}

// takeBack takes steps back that were chosen out of all that was done.
func (r *Root) takeBack(b kit.TakeBack) {
	switch {
	case r.watched():
		r.say(r.Words.T("root.meeting.not"), true)
	case r.ReadOnly:
		r.say(r.Words.Fault(fault.New(fault.LooksOnly)), true)
	case b.Firm:
		r.undoFirm(func(h hand.Firm) (hand.Firm, hand.Label, error) { return h.TakeBack(b.Label, b.Steps...) }, "root.undone")
	default:
		r.undo(func(h hand.Hand) (hand.Hand, hand.Label, error) { return h.TakeBack(b.Label, b.Steps...) }, "root.undone")
	}
}
