package storetest

import (
	"context"
	"errors"

	"kwi/store"
)

// Cut is an engine that dies at an Apply, as a program or a machine does: before it has landed or just behind it.
// Applies before that go well; after it nothing does.
type Cut struct {
	store.Store
	Left   int  // Applies that go well
	Behind bool // the one that it dies at lands
	Dead   bool // it has died
}

// ErrCut is what a Cut that has died says.
var ErrCut = errors.New("cut")

// Apply lands, or cuts.
func (c *Cut) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	if c.Dead {
		return 0, ErrCut
	}
	if c.Left--; c.Left >= 0 {
		return c.Store.Apply(ctx, writes...)
	}
	c.Dead = true
	if c.Behind {
		_, _ = c.Store.Apply(ctx, writes...)
	}
	return 0, ErrCut
}

// Get reads, until it is cut.
func (c *Cut) Get(ctx context.Context, keys ...string) ([]store.Record, error) {
	if c.Dead {
		return nil, ErrCut
	}
	return c.Store.Get(ctx, keys...)
}

// Scan reads, until it is cut.
func (c *Cut) Scan(ctx context.Context, prefix string, each func(store.Record) error) error {
	if c.Dead {
		return ErrCut
	}
	return c.Store.Scan(ctx, prefix, each)
}

// ReadOnly is an engine that can be read only.
type ReadOnly struct{ store.Store }

// Apply refuses what would change anything.
func (r ReadOnly) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	if store.Changes(writes) {
		return 0, store.ErrReadOnly
	}
	return r.Store.Apply(ctx, writes...)
}
