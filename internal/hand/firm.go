package hand

import (
	"reflect"
	"slices"
	"strconv"

	"kwi/internal/account"
)

// Firm keeps what the supplier has of its own in hand, as Hand does a client:
// what the store last confirmed, what was done since, and the way back, which
// goes on in a journal. What also stands there are things of all clients that no
// client's journal tells.
type Firm struct {
	nonce   string
	count   int
	base    account.Firm
	rev     uint64
	last    uint64 // the number of the newest step of the journal
	landed  map[string]bool
	journal []FirmPast // as of base, the newest last
	unsent  []firmStep
	flying  int
	failed  error
	stacks  stacks[FirmPast]
	at      account.Moment
	window  Window
}

// FirmPast is a step with its way back.
type FirmPast struct {
	Step  Step
	Image func() (before, after account.Firm, err error)
}

// FirmChange is one thing that the user does to what the supplier keeps. As in
// Change, Apply may be called again on newer data and finds things by identity.
type FirmChange struct {
	Label Label
	Group string
	Apply func(*account.Firm) error
}

type firmStep struct {
	step          Step
	change        FirmChange
	before, after account.Firm
}

func (s firmStep) past() FirmPast {
	return FirmPast{s.step, func() (account.Firm, account.Firm, error) { return s.before, s.after, nil }}
}

// NewFirm takes in hand what the store has, at its revision.
func NewFirm(f account.Firm, rev uint64) Firm { return Firm{base: f, rev: rev} }

// After is the hand with the journal, oldest first, of which the newest step has
// a number. nonce must be unlike that of any other hand, ever.
func (h Firm) After(nonce string, last uint64, journal []FirmPast) Firm {
	h.nonce, h.last, h.journal, h.landed = nonce, last, journal, make(map[string]bool, len(journal))
	for _, p := range journal {
		h.landed[p.Step.ID] = true
		h.stacks = h.stacks.with(p)
	}
	return h
}

// In is the hand in a window, and Dated at a moment, as of a Hand.
func (h Firm) In(w Window) Firm {
	h.window = w
	return h
}

// Dated is the hand at a moment, which steps that are done from here on keep.
func (h Firm) Dated(at account.Moment) Firm {
	h.at = at
	return h
}

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
	step := Step{Label: c.Label}
	if c.Group != "" {
		step.Group = h.nonce + ":" + c.Group
	}
	return h.done(step, c, false)
}

// done is the hand with one more step to be kept. One that changes nothing is
// none, but for steps back and forth.
func (h Firm) done(s Step, c FirmChange, always bool) (Firm, error) {
	now := h.Now()
	next := now.Clone()
	if err := c.Apply(&next); err != nil {
		return h, err
	}
	if reflect.DeepEqual(next, now) && !always {
		return h, nil
	}
	if err := account.Overlong(&now, &next); err != nil {
		return h, err
	}
	if s.ID == "" {
		h.count++
		s.ID, s.At, s.Where = h.nonce+"."+strconv.Itoa(h.count), h.at, h.window
	}
	step := firmStep{s, c, now, next}
	h.unsent = append(h.unsent[:len(h.unsent):len(h.unsent)], step)
	h.stacks = h.stacks.with(step.past())
	return h, nil
}

// FirmSave is what must be kept next, in the place of a revision, with the steps
// that led to it.
type FirmSave struct {
	After account.Firm
	Rev   uint64
	Last  uint64 // the number of the newest step that the hand has seen
	Steps []FirmMade
}

// FirmMade is a step with what it changed.
type FirmMade struct {
	Step          Step
	Before, After account.Firm
}

// Send is what must be kept next, and the hand in which it is on its way.
func (h Firm) Send() (Firm, FirmSave, bool) {
	if h.flying > 0 || len(h.unsent) == 0 {
		return h, FirmSave{}, false
	}
	h.flying = len(h.unsent)
	s := FirmSave{After: h.Now(), Rev: h.rev, Last: h.last}
	for _, m := range h.unsent {
		s.Steps = append(s.Steps, FirmMade{m.step, m.before, m.after})
	}
	return h, s, true
}

// Kept notes that the store has what was sent.
func (h Firm) Kept(rev uint64) Firm {
	if h.flying == 0 {
		return h
	}
	h.journal = slices.Clip(h.journal)
	for _, m := range h.unsent[:h.flying] {
		h.journal = append(h.journal, m.past())
	}
	h.journal = h.journal[max(0, len(h.journal)-Remembered):]
	h.base = h.unsent[h.flying-1].after
	h.last += uint64(h.flying)
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
	stood, ended := h.stacks, erased(newer.journal) != erased(h.journal)
	if ended { // no way leads back to before that
		h.stacks = newer.stacks
		again = slices.DeleteFunc(slices.Clone(again), func(s firmStep) bool { return s.step.Kind != Do })
	}
	if h.nonce == "" {
		h.nonce = newer.nonce // from here on steps are told apart
	}
	h.base, h.rev, h.last, h.journal, h.unsent, h.flying = newer.base, newer.rev, newer.last, newer.journal, nil, 0
	var lost []Lost
	for _, step := range again {
		if h.nonce != "" && newer.landed[step.step.ID] {
			continue
		}
		on := h.Now()
		next, err := h.done(step.step, step.change, step.step.Kind != Do)
		if err != nil {
			lost = append(lost, Lost{step.change.Label, err, account.NewTexts(step.before, step.after)})
			continue
		}
		h = next
		if over && account.Overlap(on, step.before, step.after) {
			lost = append(lost, Lost{Label: step.change.Label, Texts: account.NewTexts(h.Now(), on)})
		}
	}
	if !ended {
		h.stacks = stood // they are the same steps
	}
	if len(h.unsent) == 0 {
		h.failed = nil
	}
	return h, lost
}

// Journal is what was done, the newest last, and what of it the store has.
func (h Firm) Journal() (all []FirmPast, kept int) {
	all = slices.Clone(h.journal)
	for _, m := range h.unsent {
		all = append(all, m.past())
	}
	return all, len(h.journal)
}

// At is the revision that the hand has seen.
func (h Firm) At() uint64 { return h.rev }
