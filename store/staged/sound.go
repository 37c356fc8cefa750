package staged

import (
	"context"

	"kwi/store"
)

// ScanSound implements store.Sieve, as far as the engine does. It is for records that fit in one, and looks through no
// change in stages: a record in pieces is told to unread.
func (s *Store) ScanSound(ctx context.Context, prefix string, each func(store.Record) error, unread func(key string)) error {
	sieve, ok := s.engine.(store.Sieve)
	if !ok {
		return s.Scan(ctx, prefix, each)
	}
	return sieve.ScanSound(ctx, prefix, func(r store.Record) error {
		switch {
		case hidden(r.Key):
			return nil
		case isDivided(r.Value):
			unread(r.Key)
			return nil
		}
		return each(r)
	}, func(key string) {
		if !hidden(key) {
			unread(key)
		}
	})
}
