package bolt

import (
	"context"
	"errors"

	"go.etcd.io/bbolt"

	"kwi/store"
)

var _ store.Carrier = (*Store)(nil)

// errUsed is met by who carries records into a file that others use: its log would not tell of them.
var errUsed = errors.New("only a file that is being filled takes records with their revisions")

// Carry implements store.Carrier for a file that WriteAnew has filled.
func (s *Store) Carry(ctx context.Context, records ...store.Record) error {
	if !s.unsynced {
		return errUsed
	}
	return s.write(ctx, func(tx *bbolt.Tx) error {
		to, last := tx.Bucket(recordsBucket), revision(mapped{tx})
		for _, r := range records {
			if err := to.Put([]byte(r.Key), encode(r.Key, r.Rev, r.Value)); err != nil {
				return err
			}
			last = max(last, r.Rev)
		}
		return forgetChanges(tx, last)
	})
}
