package desk

import (
	"cmp"
	"context"
	"slices"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/due"
	"kwi/store"
)

// Due is what is to be done, for all clients for whom that is anything and who
// are not put away, sorted by name. It stands in their summaries. Of those that
// an earlier version wrote the client is read, and their summary written anew, so
// that it is there the next time. Of whom they cannot be read nothing is told here:
// the overview tells that.
func (d *Desk) Due(ctx context.Context) ([]due.Client, error) {
	var all []due.Client
	var old []string
	_, err := d.scanSummaries(ctx, func() { all, old = nil, nil }, func(id string, value []byte) error {
		c, known, err := codec.DecodeDue(id, value)
		switch {
		case err != nil:
			return err
		case c.Archived != "":
		case !known:
			old = append(old, id)
		case len(c.Items) > 0:
			all = append(all, c)
		}
		return nil
	})
	for part := range slices.Chunk(old, renewedAtOnce) {
		var read []account.Client
		if err == nil {
			read, err = d.renew(ctx, part)
		}
		for i := range read {
			if owed := due.Of(&read[i]); len(owed.Items) > 0 {
				all = append(all, owed)
			}
		}
	}
	if err != nil {
		return nil, d.fault(err)
	}
	slices.SortFunc(all, func(a, b due.Client) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
	return all, nil
}

// renewedAtOnce is how many clients are read, and their summaries written, at once.
const renewedAtOnce = 50

// renew reads clients and writes their summaries anew. Where others change one
// of them meanwhile, or nothing can be written now, they stay as they are.
func (d *Desk) renew(ctx context.Context, ids []string) (clients []account.Client, err error) {
	read, err := d.snapshots(ctx, ids, false)
	if err != nil {
		return nil, err
	}
	var writes []store.Write
	for i := range read {
		c, err := codec.Decode(read[i].records)
		if err != nil {
			return nil, err
		}
		clients = append(clients, c)
		key := codec.SummaryKey(c.ID)
		writes = append(writes, store.Write{Op: store.Put, Key: key, Rev: store.Rev(read[i].revs[key]), Value: codec.SummaryOf(&c, read[i].last)})
	}
	_, _ = d.store.Apply(ctx, writes...) // without it the next reading takes longer, no more
	return clients, nil
}
