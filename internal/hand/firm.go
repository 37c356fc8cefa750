package hand

import (
	"reflect"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// Firm keeps what the supplier has of its own in hand, as Hand does a client:
// what the store last confirmed, what was done since, and the way back. That
// way begins where the program began: there is no journal. Nor is it known
// whether a save landed that was reported failed, for a change that is done
// again on what it made itself changes nothing.
type Firm struct {
	base       account.Firm
	rev        uint64
	unsent     []firmStep
	flying     int
	failed     error
	undo, redo []firmStep
}

// FirmChange is one thing that the user does to what the supplier keeps. As in
// Change, Apply may be called again on newer data and finds things by identity.
type FirmChange struct {
	Label Label
	Group string
	Apply func(*account.Firm) error
}

type firmStep struct {
	change        FirmChange
	before, after account.Firm
}

// NewFirm takes in hand what the store has, at its revision.
func NewFirm(f account.Firm, rev uint64) Firm { return Firm{base: f, rev: rev} }

// Now is what is kept after everything that was done.
func (h Firm) Now() account.Firm {
	if n := len(h.unsent); n > 0 {
		return h.unsent[n-1].after
	}
	return h.base
}

// Do does a change. On a fault nothing has changed; a change that changes
// nothing leaves no step.
func (h Firm) Do(c FirmChange) (Firm, error) {
	next, step, err := h.done(c)
	if err != nil || step == nil {
		return h, err
	}
	if n := len(next.undo); c.Group != "" && n > 0 && next.undo[n-1].change.Group == c.Group {
		next.undo = append(next.undo[:n-1:n-1], firmStep{c, next.undo[n-1].before, step.after})
	} else {
		next.undo = append(next.undo[max(0, n-Deepest+1):n:n], *step)
	}
	next.redo = nil
	return next, nil
}

// done is the hand with one more change to be kept, nil where it changes nothing.
func (h Firm) done(c FirmChange) (Firm, *firmStep, error) {
	now := h.Now()
	next := now.Clone()
	if err := c.Apply(&next); err != nil {
		return h, nil, err
	}
	if reflect.DeepEqual(next, now) {
		return h, nil, nil
	}
	step := firmStep{c, now, next}
	h.unsent = append(h.unsent[:len(h.unsent):len(h.unsent)], step)
	return h, &step, nil
}

// Undo takes back what was done last here; the label tells what that was.
func (h Firm) Undo() (Firm, Label, error) {
	n := len(h.undo)
	if n == 0 {
		return h, Label{}, fault.New(fault.NothingToUndo)
	}
	step := h.undo[n-1]
	next, _, err := h.done(taking(step.change, step.after, step.before))
	if err != nil {
		return h, step.change.Label, err
	}
	next.undo, next.redo = h.undo[:n-1:n-1], append(h.redo[:len(h.redo):len(h.redo)], step)
	return next, step.change.Label, nil
}

// Redo does again what Undo took back last.
func (h Firm) Redo() (Firm, Label, error) {
	n := len(h.redo)
	if n == 0 {
		return h, Label{}, fault.New(fault.NothingToRedo)
	}
	step := h.redo[n-1]
	next, _, err := h.done(taking(step.change, step.before, step.after))
	if err != nil {
		return h, step.change.Label, err
	}
	next.redo, next.undo = h.redo[:n-1:n-1], append(h.undo[:len(h.undo):len(h.undo)], step)
	return next, step.change.Label, nil
}

// taking is the change that goes from one state to another, and leaves alone
// what others changed beside it.
func taking(c FirmChange, from, to account.Firm) FirmChange {
	return FirmChange{Label: c.Label, Apply: func(f *account.Firm) error { return account.TakeFirmBack(f, to, from) }}
}

// FirmSave is what must be kept next, in the place of a revision.
type FirmSave struct {
	After account.Firm
	Rev   uint64
}

// Send is what must be kept next, and the hand in which it is on its way.
func (h Firm) Send() (Firm, FirmSave, bool) {
	if h.flying > 0 || len(h.unsent) == 0 {
		return h, FirmSave{}, false
	}
	h.flying = len(h.unsent)
	return h, FirmSave{h.Now(), h.rev}, true
}

// Kept notes that the store has what was sent.
func (h Firm) Kept(rev uint64) Firm {
	if h.flying == 0 {
		return h
	}
	h.base = h.unsent[h.flying-1].after
	h.unsent = append([]firmStep(nil), h.unsent[h.flying:]...)
	h.rev, h.flying, h.failed = rev, 0, nil
	return h
}

// Failed notes that what was sent was not kept, or that nobody knows.
func (h Firm) Failed(err error) Firm {
	h.flying, h.failed = 0, err
	return h
}

// Failure is why the last save failed, nil where it did not.
func (h Firm) Failure() error { return h.failed }

// Dirty reports whether the store lacks anything.
func (h Firm) Dirty() bool { return len(h.unsent) > 0 }

// Rebase does what is unsent again on what somebody else has kept meanwhile. It
// tells what can no longer be done, and what was done over something that others
// put in the very same place.
func (h Firm) Rebase(newer Firm) (Firm, []Lost) {
	again := h.unsent
	over := account.Overlap(newer.base, h.base, h.Now()) // a step of ours that had landed is over nothing of theirs
	h.base, h.rev, h.unsent, h.flying = newer.base, newer.rev, nil, 0
	var lost []Lost
	for _, step := range again {
		on := h.Now()
		next, _, err := h.done(step.change)
		if err != nil {
			lost = append(lost, Lost{step.change.Label, err, account.NewTexts(step.before, step.after)})
			continue
		}
		h = next
		if over && account.Overlap(on, step.before, step.after) {
			lost = append(lost, Lost{Label: step.change.Label, Texts: account.NewTexts(h.Now(), on)})
		}
	}
	if len(h.unsent) == 0 {
		h.failed = nil
	}
	return h, lost
}

// At is the revision that the hand has seen.
func (h Firm) At() uint64 { return h.rev }
