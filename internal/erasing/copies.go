package erasing

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"

	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/store"
	"kwi/store/bolt"
)

// copies are the copies that the program made of the data file, also those that
// earlier versions left beside it.
func (f File) copies() (paths []string) {
	for _, c := range f.Store.Copies() {
		paths = append(paths, c.Path)
	}
	slices.Sort(paths)
	return paths
}

// wouldIn looks at a copy. One of an earlier version is not brought up to date for
// a look; what is in it is seen to when it is done.
func (f File) wouldIn(ctx context.Context, path string, e desk.Erasing) (desk.Erasure, error) {
	s, err := bolt.Open(path)
	if err != nil {
		return desk.Erasure{}, err
	}
	if older, err := s.IsOlder(ctx); older || err != nil {
		return desk.Erasure{}, err
	}
	d, err := f.on(s)
	if err != nil {
		return desk.Erasure{}, err
	}
	return d.WouldErase(ctx, e)
}

// on is the desk on a copy.
func (f File) on(s *bolt.Store) (*desk.Desk, error) {
	if f.On != nil {
		return f.On(s)
	}
	return desk.New(s, f.Nonce), nil
}

// seenCopies are the copies that were seen to, as they stand since.
type seenCopies map[string]fs.FileInfo

// errMoreCopies means that a copy was kept since they were seen to.
var errMoreCopies = errors.New("another copy was kept meanwhile")

// all reports with errMoreCopies where one of these was not seen to.
func (s seenCopies) all(paths []string) error {
	for _, path := range paths {
		if !s.has(path) {
			return errMoreCopies
		}
	}
	return nil
}

func (s seenCopies) has(path string) bool {
	then, now := s[path], fs.FileInfo(nil)
	if info, err := os.Lstat(path); err == nil {
		now = info
	}
	return now == nil || then != nil && os.SameFile(then, now) && then.Size() == now.Size() && then.ModTime().Equal(now.ModTime())
}

// doCopies erases in each copy that was not seen to yet. One that is only busy, or for
// which there is no room, ends it: later that is otherwise.
func (f File) doCopies(ctx context.Context, e desk.Erasing, done *Done, seen seenCopies) error {
	for _, path := range f.copies() {
		if seen.has(path) {
			continue
		}
		found, err := f.doIn(ctx, path, e)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.Is(err, store.ErrLocked) || errors.Is(err, store.ErrConflict) || errors.Is(err, store.ErrFull):
			return f.fault(err, path, len(seen) > 0)
		case errors.Is(err, fs.ErrNotExist):
			continue
		}
		if info, err := os.Lstat(path); err == nil {
			seen[path] = info
		}
		if err != nil || named(found) {
			done.Copies = slices.DeleteFunc(done.Copies, func(c Copy) bool { return c.Path == path })
			done.Copies = append(done.Copies, Copy{path, err})
		}
	}
	return nil
}

// doIn erases in a copy, which keeps the day on which it was made.
func (f File) doIn(ctx context.Context, path string, e desk.Erasing) (found desk.Erasure, err error) {
	was, err := os.Stat(path)
	if err != nil {
		return found, err
	}
	s, err := bolt.Open(path)
	if err != nil {
		return found, err
	}
	if _, err := s.MigrateHere(ctx); err != nil {
		return found, err
	}
	d, err := f.on(s)
	if err != nil {
		return found, err
	}
	err = s.Rework(ctx, func(draft *bolt.Store) (err error) {
		found, err = d.Over(draft).Erase(ctx, e)
		return err
	}, nil)
	if err != nil {
		return found, err
	}
	if len(found.Unread) > 0 {
		return found, fault.New(fault.Damaged, path)
	}
	return found, os.Chtimes(path, was.ModTime(), was.ModTime())
}
