package bolt

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"

	"kwi/internal/wholefile"
	"kwi/store"
)

// The seal of a data file is what whoever reads its records needs beside a passphrase, and this package does not
// understand. It stands among the records, so that a copy, a rescue and a repair take it along, under a key that no caller
// has. Its first bytes name it. A handle says which seal it knows; a use of a file with another, or of one with a seal by
// a handle that knows none, is refused (store.ErrSealed): else a window that was open when a file got its lock would go on
// to write plain records into it.
var sealKey = []byte("\x00seal")

// sealName is how many bytes name a seal.
const sealName = 16

// Know says under which seal the records stand that this handle reads and writes; nil is none.
func (s *Store) Know(seal []byte) {
	name := nameOf(seal)
	s.seal.Store(&name)
}

// Known names the seal that this handle knows; empty is none.
func (s *Store) Known() []byte {
	if known := s.seal.Load(); known != nil {
		return *known
	}
	return nil
}

func nameOf(seal []byte) []byte { return bytes.Clone(seal[:min(len(seal), sealName)]) }

// Seal returns the seal of the data file; nil where it has none, or is not there.
func (s *Store) Seal(ctx context.Context) (seal []byte, err error) {
	err = s.readAs(ctx, s.readable, func(_ *fileUse, p *paged) error {
		seal, err = readSeal(p)
		return err
	})
	return seal, err
}

// usable says whether this handle may use the records of a file: it is ours, and they stand under the seal that the handle
// knows.
func (s *Store) usable(v view) error {
	if err := s.readable(v); err != nil {
		return err
	}
	there, err := readSeal(v)
	if err != nil {
		return err
	}
	if !bytes.Equal(nameOf(there), s.Known()) {
		return store.ErrSealed
	}
	return nil
}

// readable is identify for who may read an older version as it is.
func (s *Store) readable(v view) error {
	if s.asIs {
		return identifyOlder(v)
	}
	return identify(v)
}

// WriteAnew has fill write a file that takes the place of the data file under a seal, nil for none: whole or not at all,
// and what was there is kept nowhere. Whoever fills it reads the data file meanwhile; when somebody changed that before
// the end nothing is replaced and the error is a Conflict. The file keeps its revision, and each record that is carried over
// (Carry) its own: nothing was changed. A Watch that has not heard of the last change ends with ErrGone. This handle knows
// the new seal afterwards.
func (s *Store) WriteAnew(ctx context.Context, seal []byte, fill func(*Store) error) error {
	before, err := s.Apply(ctx)
	if err != nil {
		return err
	}
	folder := filepath.Dir(s.path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return explain(err, s.path, true)
	}
	if err := s.room(folder, 2*s.size()); err != nil { // what is filled, and that with its pages full
		return err
	}
	name, err := wholefile.Draft(folder, func(*os.File) error { return nil })
	if err != nil {
		return explain(err, s.path, true)
	}
	defer func() { _ = os.Remove(name) }()
	restored, err := s.Restored(ctx)
	if err != nil {
		return err
	}
	if err := s.fillAnew(ctx, name, seal, fill); err != nil {
		return err
	}
	if err := s.queue(ctx); err != nil {
		return err
	}
	defer func() { <-s.turn }()
	err = s.attempt(ctx, alone, func(u *fileUse) error {
		err := u.db.View(func(tx *bbolt.Tx) error {
			if err := s.usable(mapped{tx}); err != nil {
				return err
			}
			if revision(mapped{tx}) != before {
				return &store.Conflict{}
			}
			return nil
		})
		if err == nil {
			err = inherit(ctx, name, before, restored)
		}
		if err != nil {
			return err
		}
		return s.exchange(ctx, u, func() error { return wholefile.Replace(name, s.path) })
	})
	if errors.Is(err, fs.ErrNotExist) && before == 0 {
		err = wholefile.Publish(name, s.path)
	}
	if err == nil {
		s.Know(seal)
	}
	return explain(err, s.path, true)
}

// inherit gives the file at path the revisions of the one whose place it takes, and says since when it is that one.
func inherit(ctx context.Context, path string, rev, restored store.Rev) error {
	draft, err := Open(path)
	if err != nil {
		return err
	}
	return draft.within(ctx, draft.path, true, func(u *fileUse) error {
		return u.db.Update(func(tx *bbolt.Tx) error {
			rev := max(rev, revision(mapped{tx}))
			err := forgetChanges(tx, rev)
			if err == nil && restored != 0 {
				err = tx.Bucket(metaBucket).Put(restoredKey, encodeNumber(uint64(restored)))
			}
			return errors.Join(err, tx.Bucket(metaBucket).Put(anewKey, encodeNumber(uint64(rev))))
		})
	})
}

// fillAnew makes the file that is to take the place, durable and looked through. As long as it is being made nobody relies
// on it, so nothing waits for the disk.
func (s *Store) fillAnew(ctx context.Context, name string, seal []byte, fill func(*Store) error) error {
	if err := furnish(name); err != nil {
		return explain(err, name, true)
	}
	to, err := Open(name)
	if err != nil {
		return err
	}
	to.unsynced, to.wait = true, time.Minute
	if seal != nil {
		err := to.write(ctx, func(tx *bbolt.Tx) error {
			if err := continueRevision(tx, 0); err != nil {
				return err
			}
			return putSeal(tx, encode(string(sealKey), revision(mapped{tx}), seal))
		})
		if err != nil {
			return err
		}
	}
	to.Know(seal)
	if err := fill(to); err != nil {
		return err
	}
	packed := ""
	err = to.within(ctx, name, false, func(u *fileUse) (err error) {
		packed, err = u.compact(ctx, filepath.Dir(name), nil) // durable, and its pages full
		return err
	})
	if err == nil {
		err = explain(wholefile.Replace(packed, name), name, true)
	}
	if err == nil {
		_, err = to.Check(ctx)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", s.path, err)
	}
	return nil
}
