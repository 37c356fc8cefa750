package desk

import (
	"bytes"
	"context"

	"kwi/internal/codec"
	"kwi/store"
	"kwi/store/sealed"
	"kwi/store/staged"
)

// Sealed has the desk keep its records sealed with a key, and read only those; nil: as they
// are.
func (d *Desk) Sealed(key *sealed.Key) *Desk {
	d.store.lead(d.layers(key), key)
	return d
}

// layers are what stands before the engine.
func (d *Desk) layers(key *sealed.Key) store.Store {
	if key == nil {
		return staged.New(d.engine, staged.Options{Group: codec.GroupOf, Nonce: d.nonce})
	}
	below := staged.New(d.engine, staged.Options{Group: key.GroupOf(codec.GroupOf), Nonce: d.nonce})
	return sealed.New(below, key)
}

// Relock has another lock put on the records while the desk is used, and goes on with its
// key, nil for none. What is to be written waits until then. Where it fails all is as it was.
func (d *Desk) Relock(put func() error, key *sealed.Key) error {
	d.store.gate.Lock()
	defer d.store.gate.Unlock()
	err := put()
	if err == nil {
		d.store.lead(d.layers(key), key)
	}
	return err
}

// copiedBytes is how much is copied at once from one desk to another.
const copiedBytes = 8 << 20

// CopyTo puts every record of this desk, all as of one moment and with the revision that
// it has, into another that has none yet and nobody uses, whether either is sealed or not.
func (d *Desk) CopyTo(ctx context.Context, to *Desk) error {
	var records []store.Record
	size := 0
	flush := func() error {
		err := to.store.Carry(ctx, records...)
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
