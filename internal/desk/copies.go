package desk

import (
	"context"

	"kwi/store"
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
	d.copies, d.store.by = c, c
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
