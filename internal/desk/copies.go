package desk

import (
	"context"

	"kwi/store"
	"kwi/store/staged"
)

// Copies keeps copies of the data file of itself. It tells its own user where that
// fails: no work waits for it, and none stops.
type Copies interface {
	// Before keeps a copy before something that no step takes back.
	Before(ctx context.Context, what Irrevocable)
	// Changed hears of every change that landed. It returns at once.
	Changed()
}

// Irrevocable is what no step takes back.
type Irrevocable string

// ImportReplaces is that an import takes the place of clients. Before a person is
// erased no copy is kept: it would hold them, and be erased in the same breath.
const ImportReplaces Irrevocable = "import"

// Copied tells the desk who keeps copies of the data file. Without one there are none.
func (d *Desk) Copied(c Copies) *Desk {
	d.copies = c
	if s, ok := d.store.(*staged.Store); ok {
		d.store = heard{s, c}
	}
	return d
}

// CopyBefore keeps a copy of the data file before something that no step takes back.
// What keeps the copy tells where that was not possible.
func (d *Desk) CopyBefore(ctx context.Context, what Irrevocable) {
	if d.copies != nil {
		d.copies.Before(ctx, what)
	}
}

// restorable is an engine whose file can be replaced by an earlier copy.
type restorable interface {
	Restored(ctx context.Context) (store.Rev, error)
}

// heard is a store that tells of every change that landed in it.
type heard struct {
	*staged.Store // with all that it is besides a store
	by            Copies
}

// Apply implements store.Store.
func (h heard) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	rev, err := h.Store.Apply(ctx, writes...)
	if err == nil && store.Changes(writes) {
		h.by.Changed()
	}
	return rev, err
}
