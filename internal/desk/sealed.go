package desk

import (
	"bytes"
	"context"

	"kwi/internal/codec"
	"kwi/store"
	"kwi/store/sealed"
	"kwi/store/staged"
)

// Sealed has the desk keep its records sealed with a key, and read only those. It is
// said before anything else: what stands before the store is made for it.
func (d *Desk) Sealed(key *sealed.Key) *Desk {
	below := staged.New(d.engine, staged.Options{Group: key.GroupOf(codec.GroupOf), Nonce: d.nonce})
	d.store = sealed.New(below, key)
	return d
}

// What is copied at once from one desk to another.
const (
	copiedAtOnce = store.MaxWrites - 10
	copiedBytes  = store.MaxBytes / 2
)

// CopyTo puts every record of this desk, all as of one moment, into another that has
// none yet, whether either is sealed or not.
func (d *Desk) CopyTo(ctx context.Context, to *Desk) error {
	var writes []store.Write
	size := 0
	flush := func() error {
		_, err := to.store.Apply(ctx, writes...)
		writes, size = writes[:0], 0
		return err
	}
	err := d.store.Scan(ctx, "", func(r store.Record) error {
		if len(writes) == copiedAtOnce || size > 0 && size+len(r.Value) > copiedBytes {
			if err := flush(); err != nil {
				return err
			}
		}
		writes = append(writes, store.Write{Op: store.Put, Key: r.Key, Value: bytes.Clone(r.Value)})
		size += len(r.Value)
		return nil
	})
	if err == nil && len(writes) > 0 {
		err = flush()
	}
	return d.fault(err)
}
