package bolt

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"

	"kwi/store"
	"kwi/store/storetest"
)

// bboltFile makes a bbolt file of other contents than ours and returns its bytes.
func bboltFile(t testing.TB, options *bbolt.Options, fill func(*bbolt.Tx) error) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "other.db")
	db, err := bbolt.Open(path, 0o600, options)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(fill), db.Close()); err != nil {
		t.Fatal(err)
	}
	return contents(t, path)
}

func contents(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// kwiFile returns the bytes of a data file with some records.
func kwiFile(t testing.TB, change func(*bbolt.Tx) error) []byte {
	t.Helper()
	s := fresh(t)
	for i := range 40 {
		var writes []store.Write
		for j := range 10 {
			writes = append(writes, storetest.Put(recordKey(i, j), 0, recordValue(i, j)))
		}
		if _, err := s.Apply(context.Background(), writes...); err != nil {
			t.Fatal(err)
		}
	}
	if change != nil {
		db, err := bbolt.Open(s.Path(), 0o600, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(db.Update(change), db.Close()); err != nil {
			t.Fatal(err)
		}
	}
	return contents(t, s.Path())
}

func theirs(tx *bbolt.Tx) error {
	b, err := tx.CreateBucket([]byte("theirs"))
	if err != nil {
		return err
	}
	return b.Put([]byte("k"), []byte("v"))
}

func setVersion(n uint64) func(*bbolt.Tx) error {
	return func(tx *bbolt.Tx) error { return tx.Bucket(metaBucket).Put(versionKey, encodeNumber(n)) }
}

func noise(n int) []byte {
	random := rand.NewChaCha8([32]byte{1})
	b := make([]byte, n)
	_, _ = random.Read(b)
	return b
}

func zipped(t *testing.T) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	f, err := z.Create("sheet.xml")
	if err == nil {
		_, err = f.Write(noise(50_000))
	}
	if err := errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestForeignFiles holds that what is not a sound file of ours is told apart, and left as it is whatever is tried.
func TestForeignFiles(t *testing.T) {
	good := kwiFile(t, nil)
	for name, c := range map[string]struct {
		bytes []byte
		kind  error
	}{
		"text":            {[]byte("Dear diary,\n"), store.ErrForeign},
		"long text":       {bytes.Repeat([]byte("Dear diary,\n"), 5000), store.ErrForeign},
		"zip":             {zipped(t), store.ErrForeign},
		"noise":           {noise(100_000), store.ErrForeign},
		"zeros":           {make([]byte, 65536), store.ErrForeign},
		"empty":           {nil, store.ErrDamaged},
		"foreign bbolt":   {bboltFile(t, nil, theirs), store.ErrForeign},
		"empty bbolt":     {bboltFile(t, nil, func(*bbolt.Tx) error { return nil }), store.ErrForeign},
		"no free list":    {bboltFile(t, &bbolt.Options{NoFreelistSync: true}, theirs), store.ErrForeign},
		"newer":           {kwiFile(t, setVersion(Version+1)), store.ErrNewer},
		"no version":      {kwiFile(t, func(tx *bbolt.Tx) error { return tx.Bucket(metaBucket).Delete(versionKey) }), store.ErrDamaged},
		"no records":      {kwiFile(t, func(tx *bbolt.Tx) error { return tx.DeleteBucket(recordsBucket) }), store.ErrDamaged},
		"cut to a page":   {good[:4096], store.ErrDamaged},
		"cut in a page":   {good[:10_000], store.ErrDamaged},
		"cut in half":     {good[:len(good)/2], store.ErrDamaged},
		"no beginning":    {append(make([]byte, 16384), good[16384:]...), store.ErrForeign},
		"begins with our": {append(append([]byte{}, good[:64]...), noise(50_000)...), store.ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "kwi.db")
			if err := os.WriteFile(path, c.bytes, 0o600); err != nil {
				t.Fatal(err)
			}
			everything(t, path, c.kind)
			if !bytes.Equal(contents(t, path), c.bytes) {
				t.Error("the file was changed")
			}
			if left := names(t, filepath.Dir(path)); len(left) != 1 {
				t.Errorf("files were left behind: %v", left)
			}
		})
	}
}

// everything tries all that can be done with a file and wants the same kind of error each time.
func everything(t *testing.T, path string, kind error) {
	t.Helper()
	ctx := context.Background()
	for name, try := range map[string]func(s *Store) error{
		"Get":   func(s *Store) error { _, err := s.Get(ctx, "a"); return err },
		"Scan":  func(s *Store) error { return s.Scan(ctx, "", func(store.Record) error { return nil }) },
		"Apply": func(s *Store) error { _, err := s.Apply(ctx, storetest.Put("a", 0, "1")); return err },
		"Same":  func(s *Store) error { _, err := s.Apply(ctx, storetest.Same("a", 0)); return err },
		"Watch": func(s *Store) error { return s.Watch(ctx, "", 0, func([]string, store.Rev) {}) },
		"Check": func(s *Store) error { _, err := s.Check(ctx); return err },
		"Backup": func(s *Store) error {
			return s.Backup(ctx, io.Discard)
		},
		"BackupFile": func(s *Store) error { return s.BackupFile(ctx, filepath.Join(t.TempDir(), "copy.db")) },
		"backup onto": func(*Store) error {
			other := filled(t, 3)
			return other.BackupFile(ctx, path)
		},
		"restore from": func(*Store) error { _, err := filled(t, 3).Restore(ctx, path); return err },
	} {
		if err := try(handle(t, path)); !errors.Is(err, kind) {
			t.Errorf("%s: %v, want %v", name, err, kind)
		}
	}
}

func names(t testing.TB, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, e := range entries {
		found = append(found, e.Name())
	}
	return found
}

func TestAFolderIsNoDataFile(t *testing.T) {
	everything(t, t.TempDir(), store.ErrForeign)
}
