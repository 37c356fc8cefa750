package bolt

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"kwi/internal/wholefile"
	"kwi/store"
)

// Rescued is what a Rescue could save.
type Rescued struct {
	Records int // in the new file
	Strays  int // of these, found on pages that no tree leads to: possibly out of date, or removed
	Lost    int // places in the file that could not be read
}

// Rescue reads from a damaged data file what can still be read and writes it to a new data file at path, where nothing
// may be yet (fs.ErrExist); if nothing can be read, the error is ErrDamaged. The damaged file is only read. Every rescued record is as it was once put; when whole parts
// of the file are lost, records are looked for on every page, and of several states of one the last is taken.
func (s *Store) Rescue(ctx context.Context, path string) (Rescued, error) {
	return s.rescue(ctx, path, true)
}

// RescueSound is Rescue without the strays: every record in the new file is as it was put last, and none was removed.
func (s *Store) RescueSound(ctx context.Context, path string) (Rescued, error) {
	return s.rescue(ctx, path, false)
}

func (s *Store) rescue(ctx context.Context, path string, strays bool) (Rescued, error) {
	if _, err := os.Lstat(path); err == nil {
		return Rescued{}, fmt.Errorf("%s: %w", path, fs.ErrExist)
	}
	info, err := os.Stat(s.path)
	if err == nil {
		err = regular(info)
	}
	if err != nil {
		return Rescued{}, explain(err, s.path, false)
	}
	f, err := os.Open(s.path)
	if err != nil {
		return Rescued{}, explain(err, s.path, false)
	}
	defer func() { _ = f.Close() }()
	var done Rescued
	save := func() error {
		name, err := wholefile.Draft(filepath.Dir(path), func(*os.File) error { return nil })
		if err != nil {
			return explain(err, path, true)
		}
		if done, err = salvage(ctx, f, info.Size(), name, strays); err != nil {
			_ = os.Remove(name)
			return explain(err, path, true)
		}
		return explain(wholefile.Publish(name, path), path, true)
	}
	// The lock keeps writers away. A file too damaged to be opened has none.
	err = s.within(ctx, s.path, false, func(*fileUse) error { return save() })
	if errors.Is(err, store.ErrDamaged) || errors.Is(err, store.ErrForeign) {
		err = save()
	}
	return done, err
}
