package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/ui/kit"
)

// waitingLoad holds what is typed while a client is on its way from the store, so
// that no key lands on the screen before.
type waitingLoad struct {
	client string
	then   func(*Root, *commandBatch)
	input  []tea.Msg
}

// loaded is a client from the store, or why it did not come.
type loaded struct {
	client string
	hand   hand.Hand
	drafts []hand.Draft
	begun  string // the name of a client that is not there yet
	err    error
}

// changed is what others changed in the store.
type changed struct {
	ids      []string
	at       uint64
	err      error
	restored uint64 // since when an earlier copy is there, 0 where that never was
	listed   bool   // where err is, the list of clients can be read: it does not say so itself
}

// Heard is the word that others changed clients, up to a revision, as the
// watch on the store brings it.
func Heard(at uint64, ids ...string) tea.Msg { return changed{ids: ids, at: at} }

// open takes a client in hand and then goes on.
func (r *Root) open(id string, then func(*Root, *commandBatch), cmds *commandBatch) {
	if id == r.hand.ID() {
		then(r, cmds)
		return
	}
	if h, ok := r.parked[id]; ok {
		r.park()
		delete(r.parked, id)
		r.take(h)
		then(r, cmds)
		return
	}
	r.wait = &waitingLoad{client: id, then: then}
	delete(r.behind, id) // what is read from here on has all that was heard of
	cmds.add(r.load(id))
}

// load fetches a client.
func (r *Root) load(id string) tea.Cmd {
	keeper := r.Keeper
	return func() tea.Msg {
		h, err := keeper.Open(context.Background(), id)
		left, _ := keeper.Drafts(context.Background(), id) // a client without their drafts is better than none
		return loaded{client: id, hand: h, drafts: left, err: err}
	}
}

// park sets the client in hand aside while the store has not got all of it.
func (r *Root) park() {
	if r.hand.Dirty() {
		r.parked[r.hand.ID()] = r.hand
	}
}

func (r *Root) loaded(m loaded, cmds *commandBatch) {
	w := r.wait
	if w == nil || w.client != m.client {
		return
	}
	r.wait = nil
	if m.err != nil {
		r.sayInternal(r.Words.Fault(m.err), true)
		r.relocked(m.err, cmds)
		return // what was typed meant a screen that did not come
	}
	r.park()
	r.take(m.hand)
	w.then(r, cmds)
	r.draftsFound(draftsFound{m.client, m.drafts})
	r.replay(w.input, cmds)
}

// beginClient begins a client that is not in the store yet and goes to its
// first stage. Its first change is what puts it there.
func (r *Root) beginClient(name string, cmds *commandBatch) {
	if r.ReadOnly {
		r.say(r.Words.Fault(fault.New(fault.LooksOnly)), true)
		return
	}
	if r.Supplier == "" {
		r.askSupplier(name, cmds)
		return
	}
	keeper := r.Keeper
	r.wait = &waitingLoad{client: "", then: func(r *Root, cmds *commandBatch) {
		today := r.today()
		r.change(hand.Change{Label: kit.Label("root.begun", name), Apply: func(c *account.Client) error { return c.Begin(name, today) }})
		r.begun()
		r.goTo(kit.Place{Name: account.Initialise.String(), Client: r.hand.ID()}, cmds)
	}}
	cmds.add(func() tea.Msg {
		h, _, err := keeper.Fresh(context.Background(), name)
		return loaded{hand: h, begun: name, err: err}
	})
}

// watch waits until somebody else changes something, once.
func (r *Root) watch() tea.Cmd {
	ctx, after, keeper, clients := r.Session, r.seen, r.Keeper, r.Clients
	if ctx == nil {
		return nil
	}
	return func() tea.Msg {
		before, _ := keeper.Restored(ctx) // without it the clients are read anew all the same
		ids, at, err := keeper.Watch(ctx, after)
		restored, _ := keeper.Restored(ctx)
		if restored == before && after == 0 {
			restored = 0 // that was before this window began
		}
		m := changed{ids: ids, at: at, err: err, restored: restored}
		if err != nil && clients != nil {
			_, unlisted := clients()
			m.listed = unlisted == nil
		}
		return m
	}
}

// othersChanged remembers what others changed, so that the client in hand is
// fetched again as soon as nothing of it is on its way, and fetches the list
// of clients. A client on its way from the store may have been read before.
func (r *Root) othersChanged(m changed, cmds *commandBatch) {
	if m.err != nil {
		r.relock.unwatched = fault.Has(m.err, fault.Sealed)
		r.relocked(m.err, cmds)
		if m.listed && fault.Has(m.err, fault.Damaged) {
			r.say(r.Words.Fault(m.err), true) // before anything is typed that cannot be saved
		}
		return // no longer watched; conflicts still catch everything
	}
	before := r.seen
	r.seen = m.at
	cmds.add(r.watch())
	for _, id := range m.ids {
		r.hear(id, m.at)
	}
	if m.restored > max(before, r.restored) {
		r.putBack(m, cmds)
	}
	r.refresh(cmds)
}
