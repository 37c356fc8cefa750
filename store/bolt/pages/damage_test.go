package pages

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"testing"

	"go.etcd.io/bbolt"
)

// fileOf returns the bytes of one with a bucket "one" of some keys, in pages of 1024 bytes.
func fileOf(t testing.TB, keys []string, value []byte) []byte {
	t.Helper()
	return changed(t, func(tx *bbolt.Tx) error {
		b, err := tx.CreateBucket([]byte("one"))
		for _, key := range keys {
			if err == nil {
				err = b.Put([]byte(key), value)
			}
		}
		return err
	})
}

// TestAPointerThatLeadsToAnotherBranch lets each pointer of a tree of some levels lead to each branch, its own page too:
// what then is read, at once or key by key, is all there is or an error.
func TestAPointerThatLeadsToAnotherBranch(t *testing.T) {
	var keys []string
	for i := range 60 {
		keys = append(keys, fmt.Sprintf("%0200d", i))
	}
	whole := fileOf(t, keys, []byte("value"))
	f := opened(t, whole)
	var branches []uint64
	for id := uint64(2); id < f.Pages(); id++ {
		if p, err := f.load(id); err == nil && p.kind == branchKind {
			branches = append(branches, id)
		}
	}
	if len(branches) < 5 {
		t.Fatalf("%d branches", len(branches))
	}
	for _, from := range branches {
		p, _ := f.load(from)
		for i := range p.count {
			at := int(from)*1024 + pageHead + i*elementSize + 8
			was := byteOrder.Uint64(whole[at:])
			for _, to := range branches {
				if to == was {
					continue
				}
				bad := bytes.Clone(whole)
				byteOrder.PutUint64(bad[at:], to)
				f, err := Open(bytes.NewReader(bad), int64(len(bad)))
				if err != nil {
					t.Fatal(err)
				}
				if got, err := read(t, f, "one", nil, nil); err == nil {
					t.Errorf("pointer %d of page %d to page %d: %d keys", i, from, to, len(got))
				}
				r, err := f.Reader()
				if err != nil {
					t.Fatal(err)
				}
				tree, err := r.Bucket("one")
				if err != nil {
					continue
				}
				for _, key := range keys {
					if value, err := tree.Get([]byte(key)); err == nil && value == nil {
						t.Errorf("pointer %d of page %d to page %d: %s is not there", i, from, to, key[190:])
					}
				}
			}
		}
	}
}

// TestOneBitOfASmallFile changes each bit of the heads of the pages of a file whose records stand on one page, or within that of the
// buckets: they are all there, or an error says why not, also for who asks for one of them.
func TestOneBitOfASmallFile(t *testing.T) {
	for _, size := range []int{1, 20, 200} {
		for _, n := range []int{1, 2, 3, 4} {
			var keys []string
			for i := range n {
				keys = append(keys, fmt.Sprintf("key %d", i))
			}
			whole := fileOf(t, keys, make([]byte, size))
			sound, err := Open(bytes.NewReader(whole), int64(len(whole)))
			if err != nil {
				t.Fatal(err)
			}
			for bit := 2 * 1024 * 8; bit < 8*1024*int(sound.pages); bit++ {
				if bit/8%1024 >= 128 { // behind it are the values
					continue
				}
				bad := bytes.Clone(whole)
				bad[bit/8] ^= 1 << (bit % 8)
				f, err := Open(bytes.NewReader(bad), int64(len(bad)))
				if err != nil {
					t.Fatal(err)
				}
				r, err := f.Reader()
				if err != nil {
					continue
				}
				said := fmt.Sprintf("%d records of %d bytes, bit %d at %d of page %d", n, size, bit%8, bit/8%1024, bit/8/1024)
				tree, err := r.Bucket("one")
				if tree == nil || err != nil {
					if tree != nil {
						t.Errorf("%s: a tree beside an error", said)
					}
					continue
				}
				got := 0
				if err := tree.Scan(nil, nil, func(Element) error { got++; return nil }); err == nil && got != n {
					t.Errorf("%s: %d are read", said, got)
				}
				got = 0
				w := f.Walk(Strict)
				err = w.Buckets(func(_ string, bucket Element) error {
					return w.Records(bucket, func(Element) error { got++; return nil })
				})
				if err == nil && got != n {
					t.Errorf("%s: %d are met by a walk, and before a save that is said to be %v", said, got, f.Skeleton())
				}
			}
		}
	}
}

// TestAnEmptyPageOfABucket holds what the readers rely on: bbolt writes no page for a bucket in which nothing stands.
func TestAnEmptyPageOfABucket(t *testing.T) {
	put := func(tx *bbolt.Tx) error {
		b, err := tx.CreateBucketIfNotExists([]byte("one"))
		for i := range 300 {
			if err == nil {
				err = b.Put(fmt.Appendf(nil, "%03d", i), make([]byte, 50))
			}
		}
		return err
	}
	remove := func(tx *bbolt.Tx) (err error) {
		for i := range 300 {
			err = errors.Join(err, tx.Bucket([]byte("one")).Delete(fmt.Appendf(nil, "%03d", i)))
		}
		return err
	}
	rounds := []func(*bbolt.Tx) error{put, remove, put}
	for round, want := range []int{300, 0, 300} {
		f := opened(t, changed(t, rounds[:round+1]...))
		keys, err := read(t, f, "one", nil, nil)
		if err != nil || len(keys) != want || !slices.IsSorted(keys) {
			t.Errorf("round %d: %d keys, %v", round, len(keys), err)
		}
		if err := f.Skeleton(); err != nil {
			t.Error(err)
		}
	}
}
