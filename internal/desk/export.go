package desk

import (
	"context"
	"maps"
	"runtime"
	"slices"
	"sync/atomic"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/crash"
	"kwi/internal/fault"
	"kwi/internal/portable"
	"kwi/internal/progress"
	"kwi/store"
)

// Export is these clients, or all, as they are at one moment, in the order of
// their IDs.
func (d *Desk) Export(ctx context.Context, ids ...string) (f portable.File, err error) {
	return d.ExportTold(ctx, nil, ids...)
}

// ExportTold is Export; told hears of each client where it is of all.
func (d *Desk) ExportTold(ctx context.Context, told progress.Told, ids ...string) (f portable.File, err error) {
	if len(ids) == 0 {
		f, err = d.everybodyAtOnce(ctx, told)
	} else {
		f, err = d.some(ctx, slices.Compact(slices.Sorted(slices.Values(ids))))
	}
	if err != nil {
		return portable.File{}, d.fault(err)
	}
	return f, nil
}

func (d *Desk) some(ctx context.Context, ids []string) (f portable.File, err error) {
	if f.Supplier, err = d.Supplier(ctx); err != nil {
		return f, err
	}
	all, err := d.snapshots(ctx, ids, false)
	if err != nil {
		return f, err
	}
	records := make([]map[string][]byte, len(all))
	for i := range all {
		records[i] = all[i].records
	}
	f.Clients, err = decodeAll(ctx, records, nil)
	return f, err
}

// everybodyAtOnce is everything in one scan of the whole store.
func (d *Desk) everybodyAtOnce(ctx context.Context, told progress.Told) (f portable.File, err error) {
	records := map[string]map[string][]byte{}
	err = d.store.Scan(ctx, "", func(r store.Record) (err error) {
		if r.Key == codec.Supplier {
			f.Supplier, err = codec.DecodeSupplier(r.Value)
			return err
		}
		if r.Key == codec.Firm {
			f.Firm, err = codec.DecodeFirm(r.Value)
			return err
		}
		k, ok := codec.Parse(r.Key)
		if !ok || k.Kind == codec.SummaryRecord || k.Kind == codec.StepRecord {
			return nil
		}
		if records[k.Client] == nil {
			records[k.Client] = map[string][]byte{}
		}
		records[k.Client][r.Key] = slices.Clone(r.Value)
		return nil
	})
	if err != nil {
		return f, err
	}
	byID := make([]map[string][]byte, 0, len(records))
	for _, id := range slices.Sorted(maps.Keys(records)) {
		byID = append(byID, records[id])
	}
	f.Clients, err = decodeAll(ctx, byID, told)
	return f, err
}

// decodeAll reads clients from the records of each, on all processors. Of several that cannot be read the error is about
// the first.
func decodeAll(ctx context.Context, records []map[string][]byte, told progress.Told) ([]account.Client, error) {
	if len(records) == 0 {
		return nil, nil
	}
	clients, failed := make([]account.Client, len(records)), make([]error, len(records)+1)
	var next, done atomic.Int64
	var stopped atomic.Bool
	decode := func() {
		for !stopped.Load() && ctx.Err() == nil {
			i := int(next.Add(1)) - 1
			if i >= len(records) {
				return
			}
			if clients[i], failed[i] = codec.Decode(records[i]); failed[i] != nil {
				stopped.Store(true)
			}
			records[i] = nil // ten thousand clients need not be there twice
			told.Tell(int(done.Add(1)), len(records))
		}
	}
	var over []<-chan struct{}
	var fell atomic.Pointer[fault.Fault]
	for range runtime.GOMAXPROCS(0) {
		over = append(over, crash.Go(decode, func(f *fault.Fault) { stopped.Store(true); fell.Store(f) }))
	}
	for _, o := range over {
		<-o
	}
	if f := fell.Load(); f != nil {
		return nil, f
	}
	failed[len(records)] = ctx.Err()
	if i := slices.IndexFunc(failed, func(err error) bool { return err != nil }); i >= 0 {
		return nil, failed[i]
	}
	return clients, nil
}

// Unread is what an export of all that is sound leaves out.
type Unread struct {
	Clients []string // the IDs of those whom only a part is left of
	Firm    bool     // what the supplier keeps that is about no client
}

// ExportSound is all clients of whom everything can be read, and what is left
// out. Who was a part of a client that is left out stands by themselves, for
// what refers to nothing could not be imported.
func (d *Desk) ExportSound(ctx context.Context) (f portable.File, unread Unread, err error) {
	known := map[string]bool{}
	err = d.store.Scan(ctx, "", func(r store.Record) error {
		if k, ok := codec.Parse(r.Key); ok {
			known[k.Client] = true
		}
		return nil
	})
	if err != nil {
		return f, unread, d.fault(err)
	}
	if f.Supplier, err = d.Supplier(ctx); err != nil {
		return f, unread, err
	}
	firm, err := d.Firm(ctx)
	if unread.Firm = err != nil; !unread.Firm {
		f.Firm = firm.Now()
	}
	for _, id := range slices.Sorted(maps.Keys(known)) {
		c, err := d.Client(ctx, id)
		switch {
		case ctx.Err() != nil:
			return f, unread, ctx.Err()
		case err != nil:
			unread.Clients = append(unread.Clients, id)
		default:
			f.Clients = append(f.Clients, c)
		}
	}
	for i := range f.Clients {
		if slices.Contains(unread.Clients, f.Clients[i].PartOf) {
			if err := f.Clients[i].JoinTo(""); err != nil {
				return f, unread, err
			}
		}
	}
	return f, unread, nil
}
