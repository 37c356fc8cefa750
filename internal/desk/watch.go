package desk

import (
	"context"
	"errors"
	"strings"

	"kwi/internal/codec"
	"kwi/store"
)

// Watch waits until a client is changed after a revision, by whomever, and
// tells which ones, and the revision up to which that is all. From revision 0
// it waits for the first change from now on. Where the changes since are no
// longer known it tells all clients.
func (d *Desk) Watch(ctx context.Context, after uint64) (ids []string, at uint64, err error) {
	if after == 0 {
		now, err := d.store.Apply(ctx)
		if err != nil {
			return nil, 0, d.fault(err)
		}
		after = uint64(now)
	}
	watching, stop := context.WithCancel(ctx)
	defer stop()
	err = d.store.Watch(watching, codec.SummaryPrefix, store.Rev(after), func(keys []string, now store.Rev) {
		if len(ids) > 0 {
			return // it was told to stop; what comes now is told by the next Watch
		}
		for _, key := range keys {
			ids = append(ids, strings.TrimPrefix(key, codec.SummaryPrefix))
		}
		at = uint64(now)
		stop()
	})
	switch {
	case len(ids) > 0:
		return ids, at, nil
	case errors.Is(err, store.ErrGone):
		return d.everybody(ctx)
	}
	return nil, at, d.fault(err)
}

// Restored is the revision at which an earlier copy was last put in the place of the
// data, 0 where that never was, or where the engine has no copies.
func (d *Desk) Restored(ctx context.Context) (uint64, error) {
	if d.restored == nil {
		return 0, nil
	}
	at, err := d.restored.Restored(ctx)
	return uint64(at), d.fault(err)
}

// everybody is all clients, and a revision from which on to watch them.
func (d *Desk) everybody(ctx context.Context) (ids []string, at uint64, err error) {
	now, err := d.store.Apply(ctx)
	if err == nil {
		var unread []string
		unread, err = d.scanSummaries(ctx, func() { ids = nil }, func(id string, _ []byte) error {
			ids = append(ids, id)
			return nil
		})
		ids = append(ids, unread...)
	}
	return ids, uint64(now), d.fault(err)
}
