package bolt

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"

	"kwi/internal/wholefile"
	"kwi/store"
)

// Rework has work change a draft of the data file, which then takes its place: whole, or not at all. Nothing is left in it of
// what was replaced or removed, by work or before it: no free page and no list of what changed, so that at no moment the
// change is there and what it took away too. What does not change keeps its revision; a Watch that has not heard of the last
// change before ends with ErrGone. A copy that is being made meanwhile is made again. A record that is damaged stays as it is.
// When somebody changed the file meanwhile the error is a Conflict. sure is asked at the end, while nobody can write to
// the file or publish a copy of it, whether it shall be; it may be nil. Of no file nothing is made.
func (s *Store) Rework(ctx context.Context, work func(*Store) error, sure func() error) error {
	if err := s.refuseWriting(); err != nil {
		return err
	}
	if err := s.room(filepath.Dir(s.path), 2*s.size()); err != nil { // the draft, and that without its free pages
		return err
	}
	var names []string
	defer func() {
		for _, name := range names {
			_ = os.Remove(name)
		}
	}()
	draft, err := s.draftOf(ctx, &names)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	before, err := draft.Apply(ctx)
	if err != nil {
		return err
	}
	if err := work(draft); err != nil {
		return err
	}
	packed := ""
	err = draft.within(ctx, draft.path, false, func(u *fileUse) (err error) {
		packed, err = (&compactor{ctx: ctx, anew: true}).draft(u, filepath.Dir(s.path))
		names = append(names, packed)
		return err
	})
	if err != nil {
		return err
	}
	if err := s.queue(ctx); err != nil {
		return err
	}
	defer func() { <-s.turn }()
	return s.attempt(ctx, alone, func(u *fileUse) error {
		err := u.db.View(func(tx *bbolt.Tx) error {
			if err := s.usable(mapped{tx}); err != nil {
				return err
			}
			if revision(mapped{tx}) != before {
				return &store.Conflict{}
			}
			return nil
		})
		if err == nil && sure != nil {
			err = sure()
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		return s.exchange(ctx, u, func() error { return wholefile.Replace(packed, s.path) })
	})
}

// draftOf is a draft that holds what lives in the file. Nobody relies on it yet, so nothing waits for the disk.
func (s *Store) draftOf(ctx context.Context, names *[]string) (*Store, error) {
	name := ""
	err := s.attempt(ctx, shared, func(u *fileUse) (err error) {
		if err := u.db.View(func(tx *bbolt.Tx) error { return s.usable(mapped{tx}) }); err != nil {
			return err
		}
		name, err = (&compactor{ctx: ctx, anew: true}).draft(u, filepath.Dir(s.path))
		return err
	})
	if err != nil {
		return nil, err
	}
	*names = append(*names, name)
	draft, err := Open(name)
	if err != nil {
		return nil, err
	}
	draft.unsynced, draft.wait = true, time.Minute
	draft.seal.Store(s.seal.Load())
	return draft, nil
}
