package bolt

import (
	"bytes"
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
// migrated in the copy if it is older. The replaced file stays among the copies, at the path returned ("" if there was
// none). A data file of a newer version, or of another program, is not replaced.
//
// The revisions go on where those of the replaced file ended, so that a program which still shows the old data gets a
// conflict when it saves, never a silent mixture; its Watch ends with ErrGone.
func (s *Store) Restore(ctx context.Context, from string) (kept string, err error) {
	return s.RestoreTold(ctx, from, nil, nil)
}

// Dress makes of a copy what is to stand in the place of the data file: it may write it anew, under a seal, or refuse it.
// seen is the revision of the data file that somebody saw before they said yes: where it is at another by then that is a
// store.ErrConflict, and nothing is replaced. 0: whatever stands there.
type Dress func(copied *Store) (seen store.Rev, err error)

// RestoreTold is Restore; told hears of each megabyte that is copied, of how many, and dress has the copy, whole and sound,
// before it takes its place. Either may be nil.
func (s *Store) RestoreTold(ctx context.Context, from string, told func(done, all int), dress Dress) (kept string, err error) {
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
	if err := s.room(filepath.Dir(s.path), source.size()); err != nil {
		return "", err
	}
	name, err := source.facsimile(ctx, filepath.Dir(s.path), told)
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
	seal, sealing := s.Seal(ctx) // by which dress decides; of a file that is damaged nobody knows it
	var seen store.Rev
	if dress != nil {
		if seen, err = dress(copied); err != nil {
			return "", err
		}
	}
	kept, err = s.putBack(ctx, name, own, func(tx *bbolt.Tx) error {
		if seen != 0 && revision(mapped{tx}) != seen {
			return fmt.Errorf("%w: %s", store.ErrConflict, s.path)
		}
		if now, err := readSeal(mapped{tx}); sealing == nil && err == nil && !bytes.Equal(now, seal) {
			return faultOf(store.ErrLocked, s.path, errAnew)
		}
		return nil
	})
	if err == nil && kept != "" {
		s.settled(ctx, kept, source.path)
	}
	return kept, err
}

// ready migrates a copy that was looked at, which needs no second copy, checks it, and returns its revision.
func (s *Store) ready(ctx context.Context) (store.Rev, error) {
	if err := s.look(ctx); err != nil {
		return 0, err
	}
	err := s.within(ctx, s.path, true, func(u *fileUse) error {
		err := u.db.View(identified)
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

// putBack gives the draft, whose own revision is given, the name of the data file while nobody can write to that, unless
// still says that it is not any more the one that somebody saw.
func (s *Store) putBack(ctx context.Context, name string, own store.Rev, still func(*bbolt.Tx) error) (kept string, err error) {
	err = s.attempt(ctx, alone, func(u *fileUse) error {
		var rev store.Rev
		if err := u.db.View(func(tx *bbolt.Tx) error { rev = revision(mapped{tx}); return still(tx) }); err != nil {
			return err
		}
		kept, err = s.replace(ctx, u, name, rev, Replaced)
		return err
	})
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", s.install(ctx, name, 0, true, func() error { return wholefile.Publish(name, s.path) })
	case errors.Is(err, store.ErrDamaged):
		return s.replace(ctx, nil, name, own+revisionLeap, Damaged)
	}
	return kept, err
}

// replace keeps the old file, which u has in use, among the copies and puts the draft in its place. It is kept as it is,
// which takes no time while others wait; what lives in it is brought together afterwards.
func (s *Store) replace(ctx context.Context, u *fileUse, name string, rev store.Rev, cause Cause) (kept string, err error) {
	err = s.install(ctx, name, rev, cause != BeforeRepair, func() error {
		if _, err := s.copies(); err != nil {
			return err
		}
		return s.exchange(ctx, u, func() error {
			kept = s.freeName(cause)
			if os.Link(s.path, kept) != nil {
				if err := duplicate(s.path, kept); err != nil {
					return err
				}
			}
			return wholefile.Replace(name, s.path)
		})
	})
	return kept, err
}

// settled leaves of a file that was kept as it is only what lives in it, where that can be, and takes away which copies
// need not be kept any longer, but not the one that was put back.
func (s *Store) settled(ctx context.Context, kept, from string) {
	if c, ok := copyAt(kept); !ok || c.Cause == Damaged {
		s.shelved(kept, from)
		return
	}
	_ = s.within(ctx, kept, true, func(u *fileUse) error { // where that cannot be it stays as it was, whole
		draft, err := u.compact(ctx, s.CopyFolder(), nil)
		if err == nil {
			err = s.sound(ctx, draft)
		}
		if err != nil {
			return err
		}
		return s.exchange(ctx, u, func() error { return wholefile.Replace(draft, kept) })
	})
	s.shelved(kept, from)
}

// install lets the revisions of the draft go on behind rev, notes where it was put back, and then calls place.
func (s *Store) install(ctx context.Context, name string, rev store.Rev, back bool, place func() error) error {
	draft, err := Open(name)
	if err != nil {
		return err
	}
	err = draft.within(ctx, draft.path, true, func(u *fileUse) error {
		return u.db.Update(func(tx *bbolt.Tx) error {
			err := errors.Join(continueRevision(tx, rev), stays(tx))
			if err == nil && back {
				err = tx.Bucket(metaBucket).Put(restoredKey, encodeNumber(uint64(revision(mapped{tx}))))
			}
			return err
		})
	})
	if err == nil {
		err = place()
	}
	return explain(err, s.path, true)
}

// continueRevision makes the revision of a file higher than another and forgets what changed before.
func continueRevision(tx *bbolt.Tx, behind store.Rev) error {
	return forgetChanges(tx, max(behind, revision(mapped{tx}))+1)
}

// forgetChanges gives a file a revision, before which nothing is known of what changed.
func forgetChanges(tx *bbolt.Tx, rev store.Rev) error {
	if err := tx.DeleteBucket(logBucket); err != nil {
		return err
	}
	_, err := tx.CreateBucket(logBucket)
	meta, now := tx.Bucket(metaBucket), encodeNumber(uint64(rev))
	return errors.Join(err, meta.Put(revKey, now), meta.Put(floorKey, now))
}

// Restored is the revision at which a copy was last put in the place of this file, 0 where that never was: whoever
// watched from before it is told ErrGone, and why.
func (s *Store) Restored(ctx context.Context) (at store.Rev, err error) {
	err = s.read(ctx, func(_ *fileUse, p *paged) error {
		at = store.Rev(readMeta(p, restoredKey))
		return nil
	})
	return at, err
}
