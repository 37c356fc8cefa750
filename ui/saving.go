package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/ui/part"
)

// saveLanded is the store's word on one save.
type saveLanded struct {
	client  string
	n       int
	version hand.Version
	err     error
}

// newerClient is a client as the store has it, fetched because a save met a
// conflict or because others were heard to have changed it.
type newerClient struct {
	client   string
	hand     hand.Hand
	err      error
	conflict bool   // a save met it; nothing was kept since
	since    uint64 // up to where the hand was when it was asked for
}

// beatsToRetry is how many seconds pass before a failed save is tried again.
const beatsToRetry = 3

// flush sends what is to be kept, one save at a time for each client.
func (r *Root) flush(cmds *commandBatch) {
	if r.tries == 0 {
		r.catchUp(cmds)
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
	r.flushFirm(cmds)
	if r.drafts.prompt && (!r.dirty() || r.leaving.now) {
		r.keepDrafts(cmds)
	}
	r.runHeld(cmds)
	r.relocked(r.failure(), cmds)
	r.finish(cmds)
}

func (r *Root) save(s hand.Save) tea.Cmd {
	keeper := r.Keeper
	return func() tea.Msg {
		n, v, err := keeper.Keep(context.Background(), s)
		return saveLanded{s.Client, n, v, err}
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

func (r *Root) saved(m saveLanded, cmds *commandBatch) {
	h, ok := r.owned(m.client)
	if !ok {
		return
	}
	if m.err == nil {
		r.kept, r.tries = r.now, 0
		h = h.Kept(m.n, m.version)
		r.put(m.client, h)
		if h.Behind() {
			r.hear(m.client, h.At()+1)
		}
		r.refresh(cmds)
		return
	}
	if f, ok := fault.Of(m.err); ok && f.Kind == fault.Conflict {
		keeper := r.Keeper
		cmds.add(func() tea.Msg {
			h, err := keeper.Open(context.Background(), m.client)
			return newerClient{client: m.client, hand: h, err: err, conflict: true}
		})
		return
	}
	r.put(m.client, h.Failed(m.err))
	r.tries = 1
}

// catchUp fetches the client in hand anew where others were heard to have
// changed it since it was read or kept. While something of it is on its way
// that must wait: what is kept then meets a conflict, or holds their change.
func (r *Root) catchUp(cmds *commandBatch) {
	id := r.hand.ID()
	at, ok := r.behind[id]
	if !ok || r.hand.Dirty() {
		return
	}
	delete(r.behind, id)
	if at <= r.hand.At() && !r.hand.Behind() {
		return
	}
	keeper, since := r.Keeper, r.hand.At()
	cmds.add(func() tea.Msg {
		h, err := keeper.Open(context.Background(), id)
		return newerClient{client: id, hand: h, err: err, since: since}
	})
}

// hear remembers up to which revision others changed a client.
func (r *Root) hear(id string, at uint64) {
	if r.behind == nil {
		r.behind = map[string]uint64{}
	}
	r.behind[id] = max(r.behind[id], at)
}

// rebase does what is unsent again on the newer client, or takes over what
// others changed while nothing was unsent here. What was asked for before the
// hand got further may be too old to be shown, and is fetched again; so is what
// comes while a save is on its way, once there is word of that.
func (r *Root) rebase(m newerClient, _ *commandBatch) {
	h, ok := r.owned(m.client)
	switch {
	case !ok:
		return
	case m.err != nil && !m.conflict && !h.Dirty():
		if fault.Has(m.err, fault.NotFound) {
			r.sayInternal(r.Words.Fault(m.err), true)
			return
		}
		r.hear(m.client, h.At()+1)
		r.tries = 1
		return
	case !m.conflict && (h.Flying() || h.At() != m.since):
		r.hear(m.client, h.At()+1)
		return
	case m.err != nil:
		r.put(m.client, h.Failed(m.err))
		r.tries = 1
		return
	}
	was, other := h.Now(), h.Else(m.hand)
	h, lost, err := rebased(r.catcher(), h, m.hand)
	if err != nil {
		h, _ := r.owned(m.client)
		r.put(m.client, h.Failed(err))
		r.tries = 1
		return
	}
	r.put(m.client, h)
	r.forget(&was, &m.hand)
	r.tellLost(lost, other)
}

// rebased is a hand with what is unsent done again on a newer client.
func rebased(c catcher, h, newer hand.Hand) (next hand.Hand, lost []hand.Lost, err error) {
	defer c.caught(&err)
	next, lost = h.Rebase(newer)
	return next, lost, nil
}

// tellLost says what became of changes beside those of somebody else, in another window.
func (r *Root) tellLost(lost []hand.Lost, other hand.Window) {
	who := part.WhoElse(r.Words, other, r.Window, r.Team.User)
	for _, l := range lost {
		r.warnInternal(part.Lost(r.Words, l, r.Words.T(l.Label.Key, values(l.Label.Args)...), who, r.today()))
	}
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
	if err := r.Firm.Failure(); err != nil {
		return err
	}
	return r.drafts.err
}

// dirty reports whether anything is still to be kept.
func (r *Root) dirty() bool { return r.hand.Dirty() || len(r.parked) > 0 || r.Firm.Dirty() }

// refresh fetches again what a list of all clients shows.
func (r *Root) refresh(cmds *commandBatch) {
	if it := r.top(); !it.dialog && it.place.Client == "" {
		cmds.add(r.begin(it))
	}
}
