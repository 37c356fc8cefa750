package bolt

import (
	"context"
	"errors"
)

// Format is the version of the format that the file has, 0 where there is no file. It is only looked at: an older one is
// not migrated.
func (s *Store) Format(ctx context.Context) (version int, err error) {
	err = s.readAs(ctx, identifyOlder, func(_ *fileUse, p *paged) error {
		version = int(readMeta(p, versionKey)) //nolint:gosec // identify has seen that it is small
		return nil
	})
	return version, err
}

// identifyOlder is identify for what may be of an older version.
func identifyOlder(v view) error {
	if err := identify(v); !errors.Is(err, errOlder) {
		return err
	}
	return nil
}
