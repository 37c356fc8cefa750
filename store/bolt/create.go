package bolt

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"kwi/internal/wholefile"
	"kwi/store"
)

// create makes an empty data file, and the folders it stands in, unless somebody else just did.
func (s *Store) create() error {
	folder := filepath.Dir(s.path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return explain(err, s.path, true)
	}
	name, err := wholefile.Draft(folder, func(*os.File) error { return nil })
	if err != nil {
		return explain(err, s.path, true)
	}
	if err := furnish(name); err != nil {
		_ = os.Remove(name)
		return explain(err, s.path, true)
	}
	err = wholefile.Publish(name, s.path)
	if errors.Is(err, fs.ErrExist) {
		if _, there := os.Stat(s.path); there == nil {
			return nil
		}
	}
	return explain(err, s.path, true)
}

// furnish turns an empty file into an empty store.
func furnish(name string) error {
	db, err := bbolt.Open(name, 0o600, &bbolt.Options{NoStatistics: true})
	if err != nil {
		return err
	}
	err = db.Update(foundStore)
	return errors.Join(err, db.Close())
}

// upgrade keeps a copy of an older file and migrates it. While it waited somebody else may have done so. Where no copy
// can be kept that is remembered, to be told: a full disk is no reason that nobody can read their data.
func (s *Store) upgrade(ctx context.Context) error {
	if s.asIs {
		return faultOf(store.ErrReadOnly, s.path, errOlder)
	}
	if err := s.look(ctx); err != nil {
		return err
	}
	return s.within(ctx, s.path, true, func(u *fileUse) error {
		if err := u.db.View(identified); !errors.Is(err, errOlder) {
			return err
		}
		err := s.keepOlder(ctx, u)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		s.copyFailed(err)
		return u.db.Update(migrate)
	})
}

// keepOlder keeps a copy of the older file in use.
func (s *Store) keepOlder(ctx context.Context, u *fileUse) error {
	folder, err := s.copies()
	if err != nil {
		return err
	}
	draft, err := u.compact(ctx, folder, nil)
	if errors.Is(err, store.ErrDamaged) {
		return explain(duplicate(s.path, s.freeName(Damaged)), folder, true)
	}
	if err != nil {
		return err
	}
	path := s.freeName(BeforeUpdate)
	if err := wholefile.Publish(draft, path); err != nil {
		return explain(err, path, true)
	}
	s.shelved(path)
	return nil
}

// copyFailed remembers why a copy was not kept, nil where it was.
func (s *Store) copyFailed(err error) {
	s.copying.Lock()
	defer s.copying.Unlock()
	if err != nil {
		s.uncopied = err
	}
}

// Uncopied is why no copy was kept before something that this handle did all the same; nil where there is nothing to
// tell. It is told once.
func (s *Store) Uncopied() error {
	s.copying.Lock()
	defer s.copying.Unlock()
	err := s.uncopied
	s.uncopied = nil
	return err
}
