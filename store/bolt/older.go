package bolt

import (
	"context"
	"errors"

	"kwi/store"
)

// MigrateHere brings a data file of an older version up to date where it stands, without a copy of it: of one that is
// itself a copy, and of which nothing old may stay.
func (s *Store) MigrateHere(ctx context.Context) (store.Rev, error) { return s.ready(ctx) }

// IsOlder reports whether the file is of an earlier version, and leaves it as it is.
func (s *Store) IsOlder(ctx context.Context) (bool, error) {
	err := s.within(ctx, s.path, false, func(u *fileUse) error {
		p, err := u.paged()
		if err != nil {
			return err
		}
		return p.is(identify)
	})
	if errors.Is(err, errOlder) {
		return true, nil
	}
	return false, err
}
