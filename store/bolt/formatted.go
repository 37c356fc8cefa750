package bolt

import (
	"context"
	"errors"
	"io/fs"

	"go.etcd.io/bbolt"
)

// Format is the version of the format that the file has, 0 where there is no file. It is only looked at: an older one is
// not migrated.
func (s *Store) Format(ctx context.Context) (version int, err error) {
	err = s.look(ctx)
	if err == nil {
		err = s.within(ctx, s.path, false, func(u *fileUse) error {
			return u.db.View(func(tx *bbolt.Tx) error {
				version = int(readMeta(tx, versionKey)) //nolint:gosec // identify has seen that it is small
				return nil
			})
		})
	}
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	return version, err
}
