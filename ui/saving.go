package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/fault"
	"kwi/internal/hand"
)

// saved is the store's word on one save.
type saved struct {
	client  string
	n       int
	version hand.Version
	err     error
}

// newer is a client as somebody else has kept it meanwhile.
type newer struct {
	client string
	hand   hand.Hand
	err    error
}

// beatsToRetry is how many seconds pass before a failed save is tried again.
const beatsToRetry = 3

// flush sends what is to be kept, one save at a time for each client.
func (r *Root) flush(cmds *batch) {
	if r.tries == 0 {
		if h, s, ok := r.hand.Send(); ok {
			r.hand = h
			cmds.add(r.save(s))
		}
		for id, parked := range r.parked {
			if h, s, ok := parked.Send(); ok {
				r.parked[id] = h
				cmds.add(r.save(s))
			}
		}
	}
	if r.drafts.prompt && (!r.dirty() || r.leaving.now) {
		r.keepDrafts(cmds)
	}
	r.finish(cmds)
}

func (r *Root) save(s hand.Save) tea.Cmd {
	keeper := r.Keeper
	return func() tea.Msg {
		n, v, err := keeper.Keep(context.Background(), s)
		return saved{s.Client, n, v, err}
	}
}

// owned is the hand on a client, in hand or parked.
func (r *Root) owned(id string) (hand.Hand, bool) {
	if id == r.hand.ID() {
		return r.hand, true
	}
	h, ok := r.parked[id]
	return h, ok
}

func (r *Root) put(id string, h hand.Hand) {
	switch {
	case id == r.hand.ID():
		r.take(h)
	case h.Dirty():
		r.parked[id] = h
	default:
		delete(r.parked, id)
	}
}

func (r *Root) saved(m saved, cmds *batch) {
	h, ok := r.owned(m.client)
	if !ok {
		return
	}
	if m.err == nil {
		r.kept, r.tries = r.now, 0
		r.put(m.client, h.Kept(m.n, m.version))
		r.refresh(cmds)
		return
	}
	if f, ok := fault.Of(m.err); ok && f.Kind == fault.Conflict {
		keeper := r.Keeper
		cmds.add(func() tea.Msg {
			h, err := keeper.Open(context.Background(), m.client)
			return newer{m.client, h, err}
		})
		return
	}
	r.put(m.client, h.Failed(m.err))
	r.tries = 1
}

// rebase does what is unsent again on the newer client, or takes over what
// others changed while nothing was unsent here.
func (r *Root) rebase(m newer, _ *batch) {
	h, ok := r.owned(m.client)
	if !ok {
		return
	}
	if m.err != nil {
		r.put(m.client, h.Failed(m.err))
		r.tries = 1
		return
	}
	h, lost, err := rebased(h, m.hand)
	if err != nil {
		h, _ := r.owned(m.client)
		r.put(m.client, h.Failed(err))
		r.tries = 1
		return
	}
	r.put(m.client, h)
	for _, l := range lost {
		if l.Why == nil {
			r.notice = notice{r.Words.T("root.overlap", r.Words.T(l.Label.Key, values(l.Label.Args)...)), true}
			continue
		}
		r.notice = notice{r.Words.T("root.lost", r.Words.T(l.Label.Key, values(l.Label.Args)...), r.Words.Fault(l.Why)), true}
	}
}

// rebased is a hand with what is unsent done again on a newer client.
func rebased(h, newer hand.Hand) (next hand.Hand, lost []hand.Lost, err error) {
	defer caught(&err)
	next, lost = h.Rebase(newer)
	return next, lost, nil
}

// retry counts the clock's beats after a failure, and lets flush try again.
func (r *Root) retry() {
	if r.tries == 0 {
		return
	}
	if r.tries++; r.tries > beatsToRetry {
		r.tries = 0
	}
}

// failure is why something is not kept, nil where all is well.
func (r *Root) failure() error {
	if err := r.hand.Failure(); err != nil {
		return err
	}
	for _, h := range r.parked {
		if err := h.Failure(); err != nil {
			return err
		}
	}
	return r.drafts.err
}

// dirty tells whether anything is still to be kept.
func (r *Root) dirty() bool { return r.hand.Dirty() || len(r.parked) > 0 }

// refresh fetches again what a list of all clients shows.
func (r *Root) refresh(cmds *batch) {
	if it := r.top(); !it.dialog && it.place.Client == "" {
		cmds.add(r.begin(it))
	}
}
