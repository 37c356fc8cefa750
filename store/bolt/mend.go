package bolt

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"kwi/store"
)

// Mend puts a copy in the place of the data file: all of it that can be read for certain, on which mend did its work.
// Nobody can write to the data file meanwhile. What was there stays among the copies, at the path returned. After an error,
// that of mend too, the data file is as it was.
func (s *Store) Mend(ctx context.Context, mend func(path string, found Rescued) error) (kept string, err error) {
	begun := false
	do := func(u *fileUse, rev store.Rev) error {
		begun = true
		name, found, err := s.salvaged(ctx, filepath.Dir(s.path), false)
		if err != nil {
			return err
		}
		defer func() { _ = os.Remove(name) }()
		if err := mend(name, found); err != nil {
			return err
		}
		copied, err := Open(name)
		if err == nil {
			_, err = copied.Check(ctx)
		}
		if err == nil {
			kept, err = s.replace(ctx, u, name, rev, BeforeRepair)
		}
		return err
	}
	err = s.attempt(ctx, alone, func(u *fileUse) error {
		var rev store.Rev
		if err := u.db.View(func(tx *bbolt.Tx) error { rev = revision(mapped{tx}); return nil }); err != nil {
			return err
		}
		return do(u, rev)
	})
	if errors.Is(err, store.ErrDamaged) && !begun { // too damaged to be opened, so there is no lock either
		err = explain(do(nil, revisionLeap), s.path, true)
	}
	if err == nil && kept != "" {
		s.settled(ctx, kept, "")
	}
	return kept, err
}
