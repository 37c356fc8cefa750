package bolt

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"kwi/internal/wholefile"
	"kwi/store"
)

// compactedAtOnce is how many bytes of a compacted file are written in one transaction.
const compactedAtOnce = 8 << 20

// Compact writes the data file anew, so that nothing is left in it of records that were replaced or removed: no free page
// and no list of what changed. It takes the place of the old file under its lock, whole or not at all, and the old one is
// kept nowhere. The revisions go on, and every Watch ends with ErrGone, for what changed before is no longer known. Of no
// file nothing is made.
func (s *Store) Compact(ctx context.Context) error {
	if err := s.queue(ctx); err != nil {
		return err
	}
	defer func() { <-s.turn }()
	err := s.attempt(ctx, true, func(u *fileUse) error {
		if err := u.db.View(identify); err != nil {
			return err
		}
		if err := u.db.Update(func(tx *bbolt.Tx) error { return continueRevision(tx, 0) }); err != nil {
			return err
		}
		name, err := s.compacted(u.db)
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			_ = os.Remove(name)
			return err
		}
		if onWindows { // A file that is open, even by ourselves, cannot be replaced there.
			if err := u.db.Close(); err != nil {
				_ = os.Remove(name)
				return err
			}
		}
		return wholefile.Replace(name, s.path)
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return explain(err, s.path, true)
}

// compacted makes a draft beside the data file that holds what is in it and nothing else.
func (s *Store) compacted(from *bbolt.DB) (name string, err error) {
	name, err = wholefile.Draft(filepath.Dir(s.path), func(*os.File) error { return nil })
	if err != nil {
		return "", err
	}
	to, err := bbolt.Open(name, 0o600, &bbolt.Options{NoStatistics: true})
	if err == nil {
		if err = bbolt.Compact(to, from, compactedAtOnce); err == nil {
			err = to.Sync()
		}
		if closing := to.Close(); err == nil {
			err = closing
		}
	}
	if err != nil {
		_ = os.Remove(name)
		return "", err
	}
	return name, nil
}

// MigrateHere brings a data file of an older version up to date where it stands, without a copy of it: of one that is
// itself a copy, and of which nothing old may stay.
func (s *Store) MigrateHere(ctx context.Context) (store.Rev, error) { return s.ready(ctx) }

// IsOlder reports whether the file is of an earlier version, and leaves it as it is.
func (s *Store) IsOlder(ctx context.Context) (bool, error) {
	err := s.within(ctx, s.path, false, func(u *fileUse) error { return u.db.View(identify) })
	if errors.Is(err, errOlder) {
		return true, nil
	}
	return false, err
}
