package bolt

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"testing"

	"go.etcd.io/bbolt"

	"kwi/store"
	"kwi/store/storetest"
)

// TestAFileThatIsCutWhileItIsRead cuts the file, as a sync program may, while a window reads it: what can no longer be read
// is said to be damaged, and not that of a file that ends somewhere.
func TestAFileThatIsCutWhileItIsRead(t *testing.T) {
	s := filled(t, 400)
	whole := contents(t, s.Path())
	n := 0
	err := s.Scan(t.Context(), "", func(store.Record) error {
		if n++; n == 1 {
			return os.Truncate(s.Path(), int64(len(whole)/8))
		}
		return nil
	})
	if !errors.Is(err, store.ErrDamaged) {
		t.Errorf("%d records, then %v (end of the file: %v)", n, err, errors.Is(err, io.EOF))
	}
}

// TestALookAtAFileThatIsReplaced has another file take the place of one that is about to be looked at, by a Watch or for a
// backup: the other is looked at, and nobody hears of it.
func TestALookAtAFileThatIsReplaced(t *testing.T) {
	s := handle(t, filled(t, 3).Path())
	other := contents(t, filled(t, 5).Path())
	opened := 0
	s.openFile = func(name string, flag int, mode os.FileMode) (*os.File, error) {
		f, err := os.OpenFile(name, flag, mode)
		if opened++; opened == 1 {
			if err := os.Rename(written(t, other), s.Path()); err != nil {
				t.Fatal(err)
			}
		}
		return f, err
	}
	if err := s.look(t.Context()); err != nil {
		t.Error(err)
	}
}

// TestOneLookAtATime asks for a look while another is going on, as a save does right after the start: it waits for that one.
func TestOneLookAtATime(t *testing.T) {
	s := handle(t, filled(t, 3).Path())
	away, cancel := context.WithCancel(t.Context())
	cancel()
	opened := 0
	s.openFile = func(name string, flag int, mode os.FileMode) (*os.File, error) {
		if opened++; opened == 1 {
			if err := s.look(away); !errors.Is(err, context.Canceled) {
				t.Errorf("a second look beside the first: %v", err)
			}
		}
		return os.OpenFile(name, flag, mode)
	}
	if err := errors.Join(s.look(t.Context()), s.look(away)); err != nil || opened != 1 {
		t.Errorf("opened %d times, %v", opened, err)
	}
}

// TestAnOlderFileIsLookedAtBeforeItIsBroughtUpToDate has a page in use stand among the free ones of a file of version 1:
// bbolt would write onto it.
func TestAnOlderFileIsLookedAtBeforeItIsBroughtUpToDate(t *testing.T) {
	bad := kwiFile(t, func(tx *bbolt.Tx) error { return errors.Join(setVersion(1)(tx), tx.DeleteBucket(logBucket)) })
	newest := 16
	if binary.NativeEndian.Uint64(bad[newest+48:]) < binary.NativeEndian.Uint64(bad[4096+newest+48:]) {
		newest += 4096
	}
	list := bad[4096*binary.NativeEndian.Uint64(bad[newest+32:]):]
	free := map[uint64]bool{}
	for i := range int(binary.NativeEndian.Uint16(list[10:])) {
		free[binary.NativeEndian.Uint64(list[16+8*i:])] = true
	}
	for id := uint64(2); id < binary.NativeEndian.Uint64(bad[newest+40:]); id++ {
		page := bad[4096*id : 4096*id+4096]
		if !free[id] && binary.NativeEndian.Uint64(page) == id && binary.NativeEndian.Uint16(page[8:]) == 2 && bytes.Contains(page, []byte("client/")) {
			binary.NativeEndian.PutUint64(list[16:], id)
			break
		}
	}
	for name, bring := range map[string]func(*Store) error{
		"where it stands": func(s *Store) error { _, err := s.MigrateHere(t.Context()); return err },
		"by a save":       func(s *Store) error { _, err := s.Apply(t.Context(), storetest.Put("a", 0, "1")); return err },
	} {
		path := written(t, bad)
		if err := bring(handle(t, path)); !errors.Is(err, store.ErrDamaged) || !bytes.Equal(contents(t, path), bad) {
			t.Errorf("%s: %v; it is as it was: %v", name, err, bytes.Equal(contents(t, path), bad))
		}
	}
}

// TestWhetherADamagedFileIsOlder asks that where the page of the buckets leads to itself: bbolt would follow it until the
// program ends.
func TestWhetherADamagedFileIsOlder(t *testing.T) {
	bad := kwiFile(t, nil)
	for meta := 16; meta < 8192; meta += 4096 {
		root := binary.NativeEndian.Uint64(bad[meta+16:])
		page := bad[4096*root:]
		binary.NativeEndian.PutUint16(page[10:], 1)
		binary.NativeEndian.PutUint16(page[8:], 1)   // a branch
		binary.NativeEndian.PutUint32(page[16:], 16) // its first key
		binary.NativeEndian.PutUint32(page[20:], 3)
		binary.NativeEndian.PutUint64(page[24:], root)
	}
	if _, err := handle(t, written(t, bad)).IsOlder(t.Context()); !errors.Is(err, store.ErrDamaged) {
		t.Error(err)
	}
	if older, err := handle(t, written(t, kwiFile(t, setVersion(1)))).IsOlder(t.Context()); err != nil || !older {
		t.Error(older, err)
	}
}
