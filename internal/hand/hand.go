// Package hand keeps the one client that the user has in hand: what the store
// last confirmed, what has been done since, what is on its way to the store,
// and the way back and forth through the steps. Firm does the same for what the
// supplier keeps that is about no client.
//
// A Hand is a pure value with a single owner. It saves functions, not states:
// every change can be done again on a newer client, so that a change from
// elsewhere never wipes one from here, and one made on a redacted view never
// wipes what that view did not show. It knows no store, no screen and no
// clock.
package hand

import (
	"reflect"
	"slices"
	"strconv"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// Deepest is how many steps can be taken back, and how many done again.
const Deepest = 200

// Remembered is how many steps the journal holds. Steps back and forth are
// among them, so that it holds more than can be taken back.
const Remembered = 2 * Deepest

// atOnce is how many steps one save carries at most, so that it stays within
// what one Apply of a store may write.
const atOnce = 20

// Hand is the client in hand. The zero value holds nobody.
type Hand struct {
	nonce   string
	count   int
	base    account.Client
	version Version
	stacks  stacks[Past]    // as of base
	journal []Past          // as of base, those of others too; the newest last
	landed  map[string]bool // IDs of the journal's steps when the client was taken in hand
	unsent  []unsentStep
	flying  int // how many of unsent are on their way
	failed  error
	at      account.Moment // of what is done next
	window  Window
}

// unsentStep is a step that the store has not confirmed, with its client after it.
type unsentStep struct {
	step  Step
	do    func(*account.Client) error // of a step forward
	after account.Client
}

// New takes a client in hand as the store has it, with the journal's steps,
// oldest first. nonce must be unlike that of any other hand, ever.
func New(nonce string, client account.Client, version Version, journal []Past) Hand {
	h := Hand{nonce: nonce, base: client, version: version, landed: make(map[string]bool, len(journal))}
	h.stacks, h.journal = told(journal)
	for _, p := range journal {
		h.landed[p.Step.ID] = true
	}
	return h
}

// In is the hand in a window: steps that are done from here on tell so.
func (h Hand) In(w Window) Hand {
	h.window = w
	return h
}

// Dated is the hand at a moment, which steps that are done from here on keep.
func (h Hand) Dated(at account.Moment) Hand {
	h.at = at
	return h
}

// Window is the window of the hand.
func (h Hand) Window() Window { return h.window }

// ID is the client's ID, "" where nobody is in hand.
func (h Hand) ID() string { return h.base.ID }

// Now is the client as it is after everything that was done.
func (h Hand) Now() account.Client {
	if n := len(h.unsent); n > 0 {
		return h.unsent[n-1].after
	}
	return h.base
}

// Do does a change. On a fault nothing has changed; a change that changes
// nothing leaves no step.
func (h Hand) Do(c Change) (Hand, error) {
	return h.do(Step{Kind: Do, Label: c.Label, Group: h.group(c.Group)}, func(now *account.Client) error { return c.Told.Do(now, c.Apply) })
}

// Came takes over what was done elsewhere, as a step that no way back leads from.
func (h Hand) Came(label Label, became account.Client) (Hand, error) {
	return h.do(Step{Kind: Noted, Label: label}, func(now *account.Client) error { *now = became; return nil })
}

// group keeps the groups of different hands apart.
func (h Hand) group(g string) string {
	if g == "" {
		return ""
	}
	return h.nonce + ":" + g
}

func (h Hand) do(step Step, do func(*account.Client) error) (Hand, error) {
	now := h.Now()
	next := now.Clone()
	if err := do(&next); err != nil {
		return h, err
	}
	if reflect.DeepEqual(next, now) {
		return h, nil
	}
	if err := account.Overlong(&now, &next); err != nil {
		return h, err
	}
	return h.with(unsentStep{step: step, do: do, after: next}), nil
}

// with is the hand with one more step, which gets its ID here unless it has
// one already.
func (h Hand) with(m unsentStep) Hand {
	if m.step.ID == "" {
		h.count++
		m.step.ID = h.nonce + "." + strconv.Itoa(h.count)
		m.step.At, m.step.Where = h.at, h.window
	}
	h.unsent = append(h.unsent[:len(h.unsent):len(h.unsent)], m)
	return h
}

// Undo takes the last step back, with all of its group; what it took back is
// told by the label. It is refused where others have built on that step.
func (h Hand) Undo() (Hand, Label, error) {
	empty := fault.NothingToUndo
	if erased(h.journal) != "" {
		empty = fault.HistoryErased
	}
	return h.back(Undo, h.tracked().undo, empty)
}

// Redo does again what Undo took back last.
func (h Hand) Redo() (Hand, Label, error) { return h.back(Redo, h.tracked().redo, fault.NothingToRedo) }

func (h Hand) back(kind Kind, stack []Past, empty fault.Kind) (Hand, Label, error) {
	if len(stack) == 0 {
		return h, Label{}, fault.New(empty)
	}
	label := stack[len(stack)-1].Step.Label
	h, _, err := h.take(Step{Kind: kind, Label: label}, goesTogether(kind, stack))
	return h, label, err
}

// take takes back what the steps did, or where they went back themselves does
// it again. It is a step even where all of them together changed nothing, for
// else they would lie on top of the others for ever. On a fault it names the
// step that stands in the way.
func (h Hand) take(step Step, taken []Past) (Hand, Label, error) {
	next := h.Now().Clone()
	m := unsentStep{step: step}
	m.step.Takes, m.step.Taken = len(taken), nil
	for _, p := range slices.Backward(taken) {
		before, after, err := p.Image()
		if err == nil {
			err = account.TakeBack(&next, before, after)
		}
		if err != nil {
			return h, p.Step.Label, err
		}
		m.step.Taken = append(m.step.Taken, p.Step.ID)
	}
	m.after = next
	return h.with(m), Label{}, nil
}

// CanUndo and CanRedo tell whether there is a step to take back or do again.
func (h Hand) CanUndo() bool { return len(h.tracked().undo) > 0 }

// CanRedo reports whether there is a step to do again.
func (h Hand) CanRedo() bool { return len(h.tracked().redo) > 0 }

// Newest is the ID of the newest step that was done here and is not kept yet, ""
// where all is kept.
func (h Hand) Newest() string {
	if n := len(h.unsent); n > 0 {
		return h.unsent[n-1].step.ID
	}
	return ""
}

// Next is the ID of the step that Undo takes back next, or Redo does again; ""
// where there is none.
func (h Hand) Next(kind Kind) string { return h.tracked().next(kind) }

// tracked is the stacks as they are now: those of base, and every unsent step.
func (h Hand) tracked() stacks[Past] {
	s, before := h.stacks, h.base
	for _, m := range h.unsent {
		s = s.with(pastOf(m.step, before, m.after))
		before = m.after
	}
	return s
}

func pastOf(s Step, before, after account.Client) Past {
	return Past{s, func() (account.Client, account.Client, error) { return before, after, nil }}
}
