package desk

import (
	"context"

	"kwi/internal/codec"
	"kwi/store"
)

// Standing is one client as the store has them: what they are called, and the revision
// of the newest change.
type Standing struct {
	Name string
	At   uint64
}

// Standings are all clients by their IDs as they stand. One whose line cannot be read
// is called by what they are known by.
func (d *Desk) Standings(ctx context.Context) (map[string]Standing, error) {
	all := map[string]Standing{}
	_, err := d.scanRecords(ctx, func() { clear(all) }, func(id string, r store.Record) error {
		all[id] = Standing{id, uint64(r.Rev)}
		s, err := codec.DecodeSummary(id, r.Value)
		if err == nil {
			all[id] = Standing{s.Line.Name, uint64(r.Rev)}
		}
		return err
	})
	return all, d.fault(err)
}

// FirmAt is the revision of what the supplier keeps that is about no client.
func (d *Desk) FirmAt(ctx context.Context) (uint64, error) {
	records, err := d.store.Get(ctx, codec.Firm)
	if err != nil {
		return 0, d.fault(err)
	}
	return uint64(records[0].Rev), nil
}
