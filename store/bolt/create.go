package bolt

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"kwi/internal/wholefile"
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

// upgrade keeps a copy of an older file aside and migrates it. While it waited somebody else may have done so.
func (s *Store) upgrade(ctx context.Context) error {
	return s.within(ctx, s.path, true, func(u *fileUse) error {
		if err := u.db.View(identify); !errors.Is(err, errOlder) {
			return err
		}
		kept, err := spareName(s.path)
		if err != nil {
			return err
		}
		if err := duplicate(s.path, kept); err != nil {
			return err
		}
		return u.db.Update(migrate)
	})
}
