package pages

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"
)

// changed returns the bytes of a bbolt file, in pages of 1024 bytes, after some changes one by one.
func changed(t testing.TB, changes ...func(*bbolt.Tx) error) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.db")
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{PageSize: 1024, NoSync: true, NoGrowSync: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range changes {
		if err := db.Update(change); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return whole
}

// opened is a file of these bytes.
func opened(t testing.TB, whole []byte) File {
	t.Helper()
	f, err := Open(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// written returns the bytes of a bbolt file with trees of some levels, a large value and free pages.
func written(t testing.TB) []byte {
	t.Helper()
	var rounds []func(*bbolt.Tx) error
	for round := range 3 {
		rounds = append(rounds, func(tx *bbolt.Tx) error {
			for _, name := range []string{"one", "two"} {
				b, err := tx.CreateBucketIfNotExists([]byte(name))
				if err != nil {
					return err
				}
				for i := range 200 {
					if err := b.Put(fmt.Appendf(nil, "%s %03d", name, i+50*round), make([]byte, i*round)); err != nil {
						return err
					}
				}
			}
			_, err := tx.CreateBucketIfNotExists([]byte("empty"))
			return err
		})
	}
	return changed(t, rounds...)
}

func TestASoundFile(t *testing.T) {
	whole := written(t)
	f := opened(t, whole)
	if err := f.Skeleton(); err != nil {
		t.Error(err)
	}
	w, counts := f.Walk(Strict), map[string]int{}
	err := w.Buckets(func(name string, bucket Element) error {
		counts[name] = 0
		return w.Records(bucket, func(Element) error { counts[name]++; return nil })
	})
	if want := map[string]int{"one": 300, "two": 300, "empty": 0}; err != nil || fmt.Sprint(counts) != fmt.Sprint(want) {
		t.Errorf("%v, %v", counts, err)
	}
}

// FuzzChangedBytes overwrites any stretch of a file: whatever it then says, every walk ends, without a panic.
func FuzzChangedBytes(f *testing.F) {
	whole := written(f)
	f.Add(2048, []byte{1, 2, 3}, len(whole))
	f.Add(0, make([]byte, 2048), len(whole))
	f.Add(4096, whole[8192:9216], len(whole)/2)
	f.Fuzz(func(t *testing.T, at int, change []byte, size int) {
		bad := bytes.Clone(whole)
		if at >= 0 && at < len(bad) {
			copy(bad[at:], change)
		}
		if size >= 0 && size < len(bad) {
			bad = bad[:size]
		}
		reader := bytes.NewReader(bad)
		_ = Recognizes(reader)
		file, _ := Open(reader, int64(len(bad)))
		_ = file.Skeleton()
		lost := 0
		w := file.Walk(func(error) error { lost++; return nil })
		_ = w.Free()
		_ = w.Buckets(func(_ string, bucket Element) error { return w.Records(bucket, func(Element) error { return nil }) })
		for id := range file.Pages() {
			_ = file.Leaf(id)
		}
		if lost > len(bad) {
			t.Errorf("%d places of %d bytes are lost", lost, len(bad))
		}
	})
}
