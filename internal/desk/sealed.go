package desk

import (
	"bytes"
	"context"
	"errors"

	"kwi/internal/codec"
	"kwi/store"
	"kwi/store/sealed"
	"kwi/store/staged"
)

// Sealed has the desk keep its records sealed with a key, and read only those. It is
// said before anything else: what stands before the store is made for it.
func (d *Desk) Sealed(key *sealed.Key) *Desk {
	below := staged.New(d.engine, staged.Options{Group: key.GroupOf(codec.GroupOf), Nonce: d.nonce})
	d.store, d.key = sealed.New(below, key), key
	return d
}

// copiedBytes is how much is copied at once from one desk to another.
const copiedBytes = 8 << 20

// CopyTo puts every record of this desk, all as of one moment and with the revision that
// it has, into another that has none yet and nobody uses, whether either is sealed or not.
func (d *Desk) CopyTo(ctx context.Context, to *Desk) error {
	into, ok := to.store.(store.Carrier)
	if !ok {
		return errors.ErrUnsupported
	}
	var records []store.Record
	size := 0
	flush := func() error {
		err := into.Carry(ctx, records...)
		records, size = records[:0], 0
		return err
	}
	err := d.store.Scan(ctx, "", func(r store.Record) error {
		if size > copiedBytes {
			if err := flush(); err != nil {
				return err
			}
		}
		r.Value = bytes.Clone(r.Value)
		records = append(records, r)
		size += len(r.Key) + len(r.Value)
		return nil
	})
	if err == nil && len(records) > 0 {
		err = flush()
	}
	return d.fault(err)
}
