package sync

import (
	"context"
	"errors"
	"maps"
	"slices"
	"time"

	"kwi/internal/fault"
	"kwi/store"
)

// client makes one client the same at both and tells what came. One that cannot be read here,
// or there, may not be changed there, or is too large for a hub, holds up nobody else.
func (r *running) client(ctx context.Context, id string) error {
	round, err := r.pair.Client(ctx, id)
	if fault.Has(err, fault.Damaged, fault.Newer, fault.Locked, fault.Full) || errors.Is(err, store.ErrTooLarge) {
		r.held[id] = err
		return nil
	}
	if err != nil {
		return err
	}
	r.rounds++
	why, was := r.held[id]
	if delete(r.held, id); round.Held {
		r.held[id], round.Held = nil, !was || why != nil // that it is held is told once
	}
	if round.Tells() {
		r.took(id, round)
	}
	return nil
}

// Tells reports whether there is something about a round that a user has to know.
func (r *Round) Tells() bool { return r.Took || r.Gone || r.Back || r.Erased || r.Held }

// passing are the clients who are held by what passes by itself: the data file was busy, or
// its disk is full.
func (r *running) passing() (ids []string) {
	for _, id := range slices.Sorted(maps.Keys(r.held)) {
		if fault.Has(r.held[id], fault.Locked, fault.Full) {
			ids = append(ids, id)
		}
	}
	return ids
}

// tryAnew looks at those again.
func (r *running) tryAnew(ctx context.Context) error {
	for _, id := range r.passing() {
		if err := r.client(ctx, id); err != nil {
			return err
		}
	}
	return r.settled(ctx)
}

// beenAgain is how often the hub is told up to where this laptop has all, where nothing
// changes.
const beenAgain = 10 * time.Minute

// beenAgain tells it, where there is nothing that this laptop has not.
func (r *running) beenAgain(ctx context.Context) error {
	at, err := r.pair.Reach(ctx)
	if err != nil {
		return err
	}
	behind, err := r.pair.Behind(ctx)
	if err != nil || len(behind) > len(r.held) {
		return err
	}
	return r.been(ctx, at)
}

// been tells it, unless a client cannot be read: who is only not let through has all that
// the hub had.
func (r *running) been(ctx context.Context, at store.Rev) error {
	for _, why := range r.held {
		if why != nil {
			return nil
		}
	}
	return r.pair.been(ctx, at)
}
