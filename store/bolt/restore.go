package bolt

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"kwi/internal/wholefile"
	"kwi/store"
)

// revisionLeap is how far the revisions go on when those of the replaced file cannot be read any more: further than they can
// have come since the backup.
const revisionLeap = 1 << 32

// Restore puts a copy of the backup at from in the place of the data file. The backup is checked whole first, and
// migrated in the copy if it is older. The replaced file stays beside it under the name returned ("" if there was
// none). A data file of a newer version, or of another program, is not replaced.
//
// The revisions go on where those of the replaced file ended, so that a program which still shows the old data gets a
// conflict when it saves, never a silent mixture; its Watch ends with ErrGone.
func (s *Store) Restore(ctx context.Context, from string) (kept string, err error) {
	return s.RestoreTold(ctx, from, nil)
}

// RestoreTold is Restore; told hears of each megabyte that is copied, of how many. It may be nil.
func (s *Store) RestoreTold(ctx context.Context, from string, told func(done, all int)) (kept string, err error) {
	source, err := Open(from)
	if err != nil {
		return "", err
	}
	if a, err := os.Stat(s.path); err == nil {
		if b, err := os.Stat(source.path); err == nil && os.SameFile(a, b) {
			return "", fmt.Errorf("%w: %s", ErrSelf, from)
		}
	}
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		return "", explain(err, s.path, true)
	}
	name, err := source.snapshot(ctx, filepath.Dir(s.path), told)
	if err != nil {
		return "", err
	}
	defer func() { _ = os.Remove(name) }()
	copied, err := Open(name)
	if err != nil {
		return "", err
	}
	own, err := copied.ready(ctx)
	if err != nil {
		return "", fmt.Errorf("%s: %w", from, err)
	}
	return s.exchange(ctx, name, own)
}

// ready migrates a copy, which needs no second copy, checks it, and returns its revision.
func (s *Store) ready(ctx context.Context) (store.Rev, error) {
	err := s.within(ctx, s.path, true, func(u *fileUse) error {
		err := u.db.View(identify)
		if errors.Is(err, errOlder) {
			err = u.db.Update(migrate)
		}
		return err
	})
	if err != nil {
		return 0, err
	}
	sum, err := s.Check(ctx)
	return sum.Rev, err
}

// exchange gives the draft, whose own revision is given, the name of the data file while nobody can write to that.
func (s *Store) exchange(ctx context.Context, name string, own store.Rev) (kept string, err error) {
	for {
		err = s.look(ctx)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return "", s.install(ctx, name, own, func() error { return wholefile.Publish(name, s.path) })
		case errors.Is(err, store.ErrDamaged):
			return s.replace(ctx, name, own+revisionLeap)
		case err != nil:
			return "", err
		}
		err = s.within(ctx, s.path, true, func(u *fileUse) error {
			var rev store.Rev
			if err := u.db.View(func(tx *bbolt.Tx) error { rev = revision(tx); return nil }); err != nil {
				return err
			}
			if onWindows { // A file that is open, even by ourselves, cannot be replaced there.
				if err := u.db.Close(); err != nil {
					return err
				}
			}
			kept, err = s.replace(ctx, name, rev)
			return err
		})
		if !errors.Is(err, errReplaced) {
			return kept, err
		}
	}
}

// replace keeps the old file aside and puts the draft in its place.
func (s *Store) replace(ctx context.Context, name string, rev store.Rev) (kept string, err error) {
	err = s.install(ctx, name, rev, func() error {
		if kept, err = spareName(s.path); err != nil {
			return err
		}
		if os.Link(s.path, kept) != nil {
			if err := duplicate(s.path, kept); err != nil {
				return err
			}
		}
		return wholefile.Replace(name, s.path)
	})
	return kept, err
}

// install lets the revisions of the draft go on behind rev and then calls place.
func (s *Store) install(ctx context.Context, name string, rev store.Rev, place func() error) error {
	draft, err := Open(name)
	if err != nil {
		return err
	}
	err = draft.within(ctx, draft.path, true, func(u *fileUse) error {
		return u.db.Update(func(tx *bbolt.Tx) error { return continueRevision(tx, rev) })
	})
	if err == nil {
		err = place()
	}
	return explain(err, s.path, true)
}

// continueRevision makes the revision of a file higher than another and forgets what changed before.
func continueRevision(tx *bbolt.Tx, behind store.Rev) error {
	next := encodeNumber(uint64(max(behind, revision(tx))) + 1)
	if err := tx.DeleteBucket(logBucket); err != nil {
		return err
	}
	_, err := tx.CreateBucket(logBucket)
	meta := tx.Bucket(metaBucket)
	return errors.Join(err, meta.Put(revKey, next), meta.Put(floorKey, next))
}
