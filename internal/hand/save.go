package hand

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// Send is what must be kept next, and the hand in which it is on its way.
// There is nothing to send while a save is on its way or all is kept.
func (h Hand) Send() (Hand, Save, bool) {
	if h.flying > 0 || len(h.unsent) == 0 {
		return h, Save{}, false
	}
	h.flying = min(len(h.unsent), atOnce)
	s := Save{Client: h.Now().ID, Version: h.version, Base: h.base}
	for _, m := range h.unsent[:h.flying] {
		s.Steps = append(s.Steps, Made{m.step, m.after})
	}
	return h, s, true
}

// Kept notes that the store has the first n steps of what was sent. A word on
// a save that was given up since, by Failed or Rebase, changes nothing.
func (h Hand) Kept(n int, version Version) Hand {
	if h.flying == 0 {
		return h
	}
	n = min(n, h.flying)
	for _, m := range h.unsent[:n] {
		p := pastOf(m.step, h.base, m.after)
		h.stacks, h.journal = h.stacks.with(p), remembered(h.journal, p)
		h.base = m.after
	}
	h.unsent = append([]unsentStep(nil), h.unsent[n:]...)
	h.version, h.flying, h.failed = version, 0, nil
	return h
}

// Failed notes that what was sent was not kept, or that nobody knows. It
// stays unsent; the next Send takes along what has been done since.
func (h Hand) Failed(err error) Hand {
	h.flying, h.failed = 0, err
	return h
}

// Failure is why the last save failed, nil where it did not.
func (h Hand) Failure() error { return h.failed }

// Dirty reports whether the store lacks anything.
func (h Hand) Dirty() bool { return len(h.unsent) > 0 }

// Flying reports whether a save is on its way.
func (h Hand) Flying() bool { return h.flying > 0 }

// Lost is a change that could not be done again on a newer client, or, where
// Why is nil, one that was done again over what somebody else had changed in
// the very same place.
type Lost struct {
	Label Label
	Why   error
	Texts []string // what it had put in, or where Why is nil what it took the place of
}

// Rebase takes the client as somebody else has kept it meanwhile and does
// every unsent change again on that, but for those that turn out to have
// landed. What can no longer be done is told. The steps of others are not
// ours to undo, so the stacks stay as they are; but where somebody was erased
// meanwhile no way leads back to before that.
func (h Hand) Rebase(newer Hand) (Hand, []Lost) {
	var lost []Lost
	taken := map[string]bool{} // numbers that we gave something, and others too
	again, before := h.unsent, h.base
	ended := erased(newer.journal) != erased(h.journal)
	if ended {
		h.stacks = newer.stacks
	}
	renamed := account.RenamesOf(&h.base, &newer.base)
	h.base, h.version, h.journal, h.unsent, h.flying = newer.base, newer.version, newer.journal, nil, 0
	for _, m := range again {
		if do := m.do; !renamed.None() && do != nil { // it knows people and cycles by what they were called when it was done
			m.do = func(now *account.Client) error { return now.AsCalledThen(renamed, do) }
		}
		var err error
		on := h.Now()
		if newer.landed[m.step.ID] && ended {
			// the newer journal has it, and the way back from it
		} else if newer.landed[m.step.ID] {
			h.stacks = h.stacks.with(pastOf(m.step, before, m.after))
		} else if number := firstAmong(account.Altered(before, m.after), taken); m.step.Kind == Do && number != "" {
			// that number is now of something else, which this was never about
			lost = append(lost, Lost{m.step.Label, fault.New(fault.Altered, number), account.NewTexts(before, m.after)})
		} else if h, err = h.again(m); err != nil {
			lost = append(lost, Lost{m.step.Label, err, account.NewTexts(before, m.after)})
		} else if words := account.Reworded(on, before, m.after); m.step.Kind == Do && len(words) > 0 {
			lost = append(lost, Lost{Label: m.step.Label, Why: fault.New(fault.Altered, words[0])})
		} else if m.step.Kind == Do && account.Overlap(on.CalledThen(renamed), before, m.after) {
			lost = append(lost, Lost{Label: m.step.Label, Texts: account.NewTexts(h.Now(), on)})
		}
		for _, number := range account.Added(before, m.after) {
			if _, there := on.Numbered()[number]; there && !newer.landed[m.step.ID] {
				taken[number] = true
			}
		}
		before = m.after
	}
	if len(h.unsent) == 0 {
		h.failed = nil
	}
	return h, lost
}

// Else is where the last step was done that a newer hand on the client has, and that was
// neither done here nor known here; the zero value where there is none.
func (h Hand) Else(newer Hand) Window {
	known := map[string]bool{}
	for _, p := range h.journal {
		known[p.Step.ID] = true
	}
	for _, m := range h.unsent {
		known[m.step.ID] = true
	}
	for _, p := range slices.Backward(newer.journal) {
		if !known[p.Step.ID] {
			return p.Step.Where
		}
	}
	return Window{}
}

// firstAmong is the first of the numbers that is in the set, "" where none is.
func firstAmong(numbers []string, set map[string]bool) string {
	slices.Sort(numbers)
	for _, n := range numbers {
		if set[n] {
			return n
		}
	}
	return ""
}

// again does an unsent step once more on the client as it is now. A step back
// takes back what it took, as that was done again; what was lost needs none.
func (h Hand) again(m unsentStep) (Hand, error) {
	stack := h.tracked().undo
	switch m.step.Kind {
	case Do:
		return h.do(m.step, m.do)
	case Redo:
		stack = h.tracked().redo
	default:
		stack = append(h.ofOthers(m.step.Taken), stack...)
	}
	taken := slices.DeleteFunc(slices.Clone(stack), func(p Past) bool { return !slices.Contains(m.step.Taken, p.Step.ID) })
	if len(taken) == 0 {
		return h, nil
	}
	h, _, err := h.take(m.step, taken)
	return h, err
}

// ofOthers are the steps with these IDs that others did since the client was
// taken in hand. They are not among what is taken back one by one, but may be
// taken back by name.
func (h Hand) ofOthers(ids []string) (all []Past) {
	for _, p := range h.journal {
		if slices.Contains(ids, p.Step.ID) && !h.landed[p.Step.ID] && !strings.HasPrefix(p.Step.ID, h.nonce+".") {
			all = append(all, p)
		}
	}
	return all
}

// Behind reports whether others changed something of the client that the hand
// has not got, though what was done here is kept.
func (h Hand) Behind() bool { return h.version.Behind }

// At is the newest revision that the hand's client has seen.
func (h Hand) At() (at uint64) {
	for _, r := range h.version.Revs {
		at = max(at, r)
	}
	return at
}
