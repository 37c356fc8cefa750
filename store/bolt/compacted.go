package bolt

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"

	"kwi/internal/wholefile"
	"kwi/store"
)

// Compact writes the data file anew, so that nothing is left in it of records that were replaced or removed: no free page
// and no list of what changed. It takes the place of the old file under its lock, whole or not at all, and the old one is
// kept nowhere. All revisions stay; a Watch that has not heard of the last change ends with ErrGone. A copy that is being
// made meanwhile is made again. Of no file nothing is made. A record that is damaged stays as it is.
func (s *Store) Compact(ctx context.Context) error {
	if err := s.queue(ctx); err != nil {
		return err
	}
	defer func() { <-s.turn }()
	err := s.attempt(ctx, true, func(u *fileUse) error {
		if err := u.db.View(identify); err != nil {
			return err
		}
		c := &compactor{ctx: ctx, anew: true}
		name, err := c.draft(u, filepath.Dir(s.path))
		if err != nil {
			return err
		}
		return s.exchange(ctx, u, func() error { return wholefile.Replace(name, s.path) })
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return explain(err, s.path, true)
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
