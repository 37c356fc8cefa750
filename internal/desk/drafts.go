package desk

import (
	"bytes"
	"context"
	"reflect"
	"slices"
	"strings"

	"kwi/internal/codec"
	"kwi/internal/hand"
	"kwi/store"
)

// Drafts is what other runs of the program left of a client, or of no client,
// that was typed and not kept. A record that cannot be read is passed over: it
// must not stand in the way of the client.
func (d *Desk) Drafts(ctx context.Context, client string) (found []hand.Draft, err error) {
	prefix := codec.DraftPrefix(client)
	err = d.store.Scan(ctx, prefix, func(r store.Record) error {
		run := strings.TrimPrefix(r.Key, prefix)
		drafts, err := codec.DecodeDrafts(r.Key, r.Value)
		if err != nil || run == d.run() {
			return nil
		}
		for _, draft := range drafts {
			draft.Run = run
			found = append(found, draft)
		}
		return nil
	})
	return found, d.fault(err)
}

// KeepDrafts puts this run's drafts of a client in the place of those that it
// had, and takes away what other runs left and is settled here. What another
// run has typed on since is not settled. It is no change of the client.
func (d *Desk) KeepDrafts(ctx context.Context, client string, drafts, settled []hand.Draft) error {
	keys := []string{codec.DraftKey(client, d.run())}
	for _, s := range settled {
		if key := codec.DraftKey(client, s.Run); !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return d.again(ctx, func() error {
		records, err := d.store.Get(ctx, keys...)
		if err != nil {
			return err
		}
		var writes []store.Write
		for i, r := range records {
			left := drafts
			if i > 0 {
				if left, err = codec.DecodeDrafts(r.Key, r.Value); err != nil {
					continue
				}
				left = slices.DeleteFunc(left, func(one hand.Draft) bool {
					one.Run = strings.TrimPrefix(r.Key, codec.DraftPrefix(client))
					return slices.ContainsFunc(settled, func(s hand.Draft) bool { return reflect.DeepEqual(s, one) })
				})
			}
			switch value := codec.EncodeDrafts(left); {
			case len(left) > 0 && r.Rev != 0 && bytes.Equal(value, r.Value): // it is there already
			case len(left) > 0:
				writes = append(writes, store.Write{Op: store.Put, Key: r.Key, Rev: r.Rev, Value: value})
			case r.Rev != 0:
				writes = append(writes, store.Write{Op: store.Remove, Key: r.Key, Rev: r.Rev})
			}
		}
		if len(writes) == 0 {
			return nil
		}
		_, err = d.store.Apply(ctx, writes...)
		return err
	})
}
