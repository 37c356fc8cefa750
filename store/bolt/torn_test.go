package bolt

import (
	"context"
	"errors"
	"io"
	"os"
	"testing"

	"kwi/store"
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
