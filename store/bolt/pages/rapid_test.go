package pages

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"
	"pgregory.net/rapid"
)

// TestATreeGivesWhatACursorGives writes and removes at random, in pages of any size, and compares every stretch and every
// key with what bbolt itself reads.
func TestATreeGivesWhatACursorGives(t *testing.T) {
	folder := t.TempDir()
	parts := rapid.SampledFrom([]string{"a", "b", "client/", "\x00", "\xff", "\xff\xff", "/"})
	key := rapid.Custom(func(t *rapid.T) []byte {
		var key []byte
		for range rapid.IntRange(1, 4).Draw(t, "parts") {
			key = append(key, parts.Draw(t, "part")...)
		}
		key = append(key, byte(rapid.IntRange(0, 255).Draw(t, "last")))
		return append(key, bytes.Repeat([]byte("k"), rapid.SampledFrom([]int{0, 0, 0, 100, 512 - len(key)}).Draw(t, "long"))...)
	})
	files := 0
	rapid.Check(t, func(t *rapid.T) {
		files++
		path := filepath.Join(folder, fmt.Sprint(files))
		defer func() { _ = os.Remove(path) }()
		db, err := bbolt.Open(path, 0o600, &bbolt.Options{
			PageSize: rapid.SampledFrom([]int{1024, 1024, 4096, 16384, 65536}).Draw(t, "page"), NoSync: true, NoGrowSync: true,
		})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = db.Close() }()
		names := []string{"records", "log"}
		for range rapid.IntRange(1, 8).Draw(t, "saves") {
			err := db.Update(func(tx *bbolt.Tx) error {
				b, err := tx.CreateBucketIfNotExists([]byte(rapid.SampledFrom(names).Draw(t, "bucket")))
				if err != nil {
					return err
				}
				switch rapid.IntRange(0, 3).Draw(t, "kind") {
				case 0: // a stretch goes, or all
					c, from := b.Cursor(), rapid.SampledFrom([][]byte{{0}, []byte("a"), []byte("client/"), {0xff}}).Draw(t, "from")
					n := rapid.IntRange(1, 400).Draw(t, "n")
					var gone [][]byte
					for k, _ := c.Seek(from); k != nil && n > 0; k, _ = c.Next() {
						gone, n = append(gone, bytes.Clone(k)), n-1
					}
					for _, k := range gone {
						if err := b.Delete(k); err != nil {
							return err
						}
					}
				case 1: // many
					before := rapid.SampledFrom([]string{"", "a", "client/", "\xff"}).Draw(t, "before")
					for i := range rapid.IntRange(1, 300).Draw(t, "n") {
						if err := b.Put(fmt.Appendf(nil, "%s%0*d", before, 3+i%40, i), make([]byte, i%90)); err != nil {
							return err
						}
					}
				default:
					for range rapid.IntRange(1, 12).Draw(t, "n") {
						size := rapid.SampledFrom([]int{0, 1, 30, 300, 3000, 1 << 20}).Draw(t, "size")
						if err := b.Put(key.Draw(t, "key"), bytes.Repeat([]byte{7}, size)); err != nil {
							return err
						}
					}
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = file.Close() }()
		info, _ := file.Stat()
		f, err := Open(file, info.Size())
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Skeleton(); err != nil {
			t.Fatal(err)
		}
		r, err := f.Reader()
		if err != nil {
			t.Fatal(err)
		}
		_ = db.View(func(tx *bbolt.Tx) error {
			for _, name := range names {
				b := tx.Bucket([]byte(name))
				tree, err := r.Bucket(name)
				if err != nil || (tree == nil) != (b == nil) {
					t.Fatal(name, tree, err)
				}
				if b != nil {
					alike(t, tree, b, key)
				}
			}
			return nil
		})
	})
}

func alike(t *rapid.T, tree *Tree, b *bbolt.Bucket, key *rapid.Generator[[]byte]) {
	bounds := [][]byte{nil, {0}, []byte("a"), []byte("b"), []byte("client/"), []byte("client0"), {0xff}, {0xff, 0xff}}
	for range 4 {
		bounds = append(bounds, key.Draw(t, "bound"))
	}
	for _, from := range bounds {
		for _, until := range bounds {
			c := b.Cursor()
			k, v := c.Seek(from)
			err := tree.Scan(from, until, func(e Element) error {
				if k == nil || until != nil && bytes.Compare(k, until) >= 0 || !bytes.Equal(k, e.Key) || !bytes.Equal(v, e.Value) {
					t.Fatalf("%q to %q: %q, want %q", from, until, e.Key, k)
				}
				k, v = c.Next()
				return nil
			})
			if err != nil || k != nil && (until == nil || bytes.Compare(k, until) < 0) {
				t.Fatalf("%q to %q: %q is missing, %v", from, until, k, err)
			}
		}
		if from == nil {
			continue
		}
		want := b.Get(from)
		if got, err := tree.Get(from); err != nil || !bytes.Equal(got, want) || (got == nil) != (want == nil) {
			t.Fatalf("%q: %d bytes, want %d, %v", from, len(got), len(want), err)
		}
	}
	err := b.ForEach(func(k, v []byte) error {
		got, err := tree.Get(k)
		if err == nil && !bytes.Equal(got, v) {
			err = fmt.Errorf("%q: %d bytes, want %d", k, len(got), len(v))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
