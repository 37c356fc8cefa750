package bolt

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"kwi/internal/wholefile"
	"kwi/store"
)

// Rescued is what a Rescue could save.
type Rescued struct {
	Records int      // in the new file
	Strays  []string // the keys of those found on pages that no tree leads to: possibly out of date, or removed
	Lost    int      // places in the file that could not be read
	Unread  []string // of these, single records that are not as they were written, by their keys

	SealMended bool // one of the two seals could not be read, and was made of the other
}

// Pages is how many places were lost of which nobody can say what stood there.
func (r Rescued) Pages() int { return r.Lost - len(r.Unread) }

// SealLost reports whether the seal of the file could not be read, without which nothing
// of it says anything.
func (r Rescued) SealLost() bool { return slices.Contains(r.Unread, string(sealKey)) }

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
	var done Rescued
	save := func() error {
		name, found, err := s.salvaged(ctx, filepath.Dir(path), strays)
		if err != nil {
			return explain(err, path, true)
		}
		done = found
		return explain(wholefile.Publish(name, path), path, true)
	}
	// The lock keeps writers away. A file too damaged to be opened has none.
	err = s.within(ctx, s.path, false, func(*fileUse) error { return save() })
	if errors.Is(err, store.ErrDamaged) || errors.Is(err, store.ErrForeign) {
		err = save()
	}
	return done, err
}

// salvaged is a draft in folder with what can be read of the data file.
func (s *Store) salvaged(ctx context.Context, folder string, strays bool) (name string, done Rescued, err error) {
	f, err := os.Open(s.path)
	if err != nil {
		return "", done, explain(err, s.path, false)
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return "", done, err
	}
	if name, err = wholefile.Draft(folder, func(*os.File) error { return nil }); err != nil {
		return "", done, err
	}
	if done, err = salvage(ctx, f, info.Size(), name, strays); err != nil {
		_ = os.Remove(name)
		return "", done, err
	}
	return name, done, nil
}
