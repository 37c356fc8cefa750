package bolt

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"kwi/store"
	"kwi/store/storetest"
)

// save puts a value, whatever stands there.
func save(t testing.TB, s *Store, key, value string) {
	t.Helper()
	found, err := s.Get(t.Context(), key)
	if err == nil {
		_, err = s.Apply(t.Context(), storetest.Put(key, found[0].Rev, value))
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestABackupReplacesNothingButAnEarlierState asks each kind of data file that
// may stand where a copy is to go.
func TestABackupReplacesNothingButAnEarlierState(t *testing.T) {
	ctx := t.Context()
	s := fresh(t)
	save(t, s, "file/supplier", "A")
	save(t, s, "client/a", "1")
	path := filepath.Join(t.TempDir(), "copy.db")
	backup := func() error { return s.BackupFile(ctx, path, "client/") }
	if err := errors.Join(backup(), backup()); err != nil {
		t.Fatal(err)
	}
	save(t, s, "client/a", "2")
	save(t, s, "client/b", "1")
	if err := backup(); err != nil {
		t.Errorf("over an earlier state: %v", err)
	}
	early, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*testing.T, *Store){
		"a newer copy":            func(t *testing.T, c *Store) { save(t, c, "client/a", "3"); save(t, c, "client/a", "4") },
		"one that went on itself": func(t *testing.T, c *Store) { save(t, c, "client/a", "3") },
		"one with another client": func(t *testing.T, c *Store) { save(t, c, "client/c", "1") },
	} {
		t.Run(name, func(t *testing.T) {
			if err := os.WriteFile(path, early, 0o600); err != nil {
				t.Fatal(err)
			}
			change(t, handle(t, path))
			before, _ := os.ReadFile(path)
			save(t, s, "client/b", name)
			if err := backup(); !errors.Is(err, ErrDiffers) {
				t.Errorf("got %v", err)
			}
			if after, _ := os.ReadFile(path); string(after) != string(before) {
				t.Error("it was overwritten")
			}
		})
	}
	t.Run("somebody else's", func(t *testing.T) {
		other := fresh(t)
		save(t, other, "file/supplier", "B")
		if err := s.BackupFile(ctx, other.Path(), "client/"); !errors.Is(err, ErrDiffers) {
			t.Errorf("got %v", err)
		}
	})
}

// TestEveryEarlierCopyIsReplaced takes copies while a file changes at random:
// each of them may be replaced by a later one, and by no copy of before.
func TestEveryEarlierCopyIsReplaced(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		folder, err := os.MkdirTemp(t.TempDir(), "")
		if err != nil {
			t.Fatal(err)
		}
		s := handle(t, filepath.Join(folder, "kwi.db"))
		save(t, s, "client/a", "0")
		change := func() {
			key := rapid.SampledFrom([]string{"client/a", "client/b", "step/1", "step/2"}).Draw(rt, "key")
			found, err := s.Get(t.Context(), key)
			if err != nil {
				rt.Fatal(err)
			}
			w := store.Write{Op: store.Put, Key: key, Rev: found[0].Rev, Value: []byte(rapid.StringN(0, 9, 9).Draw(rt, "value"))}
			if found[0].Rev > 0 && key[0] == 's' && rapid.Bool().Draw(rt, "remove") {
				w = store.Write{Op: store.Remove, Key: key, Rev: found[0].Rev}
			}
			if _, err := s.Apply(t.Context(), w); err != nil {
				rt.Fatal(err)
			}
		}
		for range rapid.IntRange(0, 6).Draw(rt, "before") {
			change()
		}
		copied := filepath.Join(folder, "copy.db")
		if err := s.BackupFile(t.Context(), copied, "client/"); err != nil {
			rt.Fatal(err)
		}
		n := rapid.IntRange(0, 6).Draw(rt, "after")
		for range n {
			change()
		}
		old := handle(t, copied)
		if err := old.BackupFile(t.Context(), s.Path(), "client/"); n > 0 && !errors.Is(err, ErrDiffers) {
			rt.Fatalf("an old copy took the place of the file itself: %v", err)
		}
		if err := s.BackupFile(t.Context(), copied, "client/"); err != nil {
			rt.Fatal(err)
		}
	})
}
