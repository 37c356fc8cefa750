package pages

import (
	"fmt"
	"testing"

	"go.etcd.io/bbolt"
)

// TestMoreFreePagesThanTheirCountHolds reads a file with as many free pages as a page's own count can no longer say.
func TestMoreFreePagesThanTheirCountHolds(t *testing.T) {
	put := func(tx *bbolt.Tx, name string, n, size int) error {
		b, err := tx.CreateBucket([]byte(name))
		for i := range n {
			if err == nil {
				err = b.Put(fmt.Appendf(nil, "%04d", i), make([]byte, size))
			}
		}
		return err
	}
	whole := changed(t,
		func(tx *bbolt.Tx) error { return put(tx, "large", 70, 1<<20) },
		func(tx *bbolt.Tx) error { return put(tx, "one", 50, 300) },
		func(tx *bbolt.Tx) error { return tx.DeleteBucket([]byte("large")) },
	)
	f := opened(t, whole)
	r, err := f.Reader()
	if err != nil || len(r.free)/8 < 0xFFFF {
		t.Fatalf("%d free pages, %v", len(r.free)/8, err)
	}
	if keys, err := read(t, f, "one", nil, nil); err != nil || len(keys) != 50 {
		t.Errorf("%d keys, %v", len(keys), err)
	}
	if err := f.Skeleton(); err != nil {
		t.Error(err)
	}
	byteOrder.PutUint64(whole[f.free*f.page+pageHead+8*1000:], r.buckets.root) // a page in use, among those that are free
	if err := f.Skeleton(); err == nil {
		t.Error("a page is free and in use, without a word")
	}
}
