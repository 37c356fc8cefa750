package bolt

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"kwi/store"
)

// TestWithoutRoomNothingIsBegun: where the disk has less free than a copy needs, a copy, a
// backup, a restore and a lock are refused before anything is written, with how much is
// needed. What is written anew needs room for two, the draft and what is made of it; with
// room for one alone a copy is kept all the same.
func TestWithoutRoomNothingIsBegun(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	s, _ := dated(t)
	save(t, s, "client/a", "A")
	kept := keep(t, s, BeforeImport)
	was := contents(t, s.Path())
	size := int64(len(was))
	begins := func(*Store) error { t.Error("it began"); return nil }
	for _, free := range []int64{0, 4096, size, 2*size - 1} {
		s.free = func(string) (int64, bool) { return free, true }
		for name, does := range map[string]func() error{
			"copy":    func() error { _, err := s.KeepCopy(ctx, BeforeImport); return err },
			"backup":  func() error { return s.BackupFile(ctx, filepath.Join(filepath.Dir(s.Path()), "b.db")) },
			"restore": func() error { _, err := s.Restore(ctx, kept.Path); return err },
			"lock":    func() error { return s.WriteAnew(ctx, []byte("seal"), begins) },
			"rework":  func() error { return s.Rework(ctx, begins, nil) },
		} {
			most := size
			if name == "lock" || name == "rework" {
				most = 2 * size
			}
			if free >= most {
				continue
			}
			var little *store.NoRoom
			if err := does(); !errors.As(err, &little) || !errors.Is(err, store.ErrFull) || little.Free != free || little.Need > most || most > size && little.Need < most || little.Need <= free {
				t.Errorf("%s with %d free: %v", name, free, err)
			}
		}
	}
	if !bytes.Equal(contents(t, s.Path()), was) {
		t.Error("the data file is another than it was")
	}
	if left, _ := os.ReadDir(filepath.Dir(s.Path())); len(left) != 2 {
		t.Errorf("there is left %v", left)
	}
	s.free = func(string) (int64, bool) { return size, true }
	if _, err := s.KeepCopy(ctx, BeforeImport); err != nil {
		t.Error(err)
	}
	if free, known := freeIn(t.TempDir()); !known || free <= 0 {
		t.Log("this system does not say how much is free")
	}
}
