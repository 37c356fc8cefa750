package bolt

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"syscall"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"kwi/store"
	"kwi/store/bolt/pages"
)

// fileUse is one opening of a data file, from taking its lock to giving it back.
type fileUse struct {
	db   *bbolt.DB
	file *os.File // the same open file that db has, for looking at it without the mapping
	away bool     // the code of the caller is running: its panics are its own

	openFile func(name string, flag int, mode os.FileMode) (*os.File, error)
	unsynced bool // nobody relies on the file yet
}

// write runs fn in one transaction, alone in the file. Where there is no file the error is fs.ErrNotExist.
func (s *Store) write(ctx context.Context, fn func(*bbolt.Tx) error) error {
	if err := s.refuseWriting(); err != nil {
		return err
	}
	return s.attempt(ctx, alone, func(u *fileUse) error {
		return u.db.Update(func(tx *bbolt.Tx) error {
			err := identify(mapped{tx})
			if err == nil {
				err = s.usable(mapped{tx})
			}
			if err != nil {
				return err
			}
			if err := fn(tx); err != nil {
				return err
			}
			return ctx.Err()
		})
	})
}

// kind is how a use has the file.
type kind int

const (
	byPages kind = iota // shared, and each page is doubted: nothing is read through bbolt
	shared              // shared, and read through bbolt
	alone               // by nobody else, and written to
)

// attempt is one use of the data file by fn: looked at before bbolt reads it if it is not yet known, migrated if it is
// older.
func (s *Store) attempt(ctx context.Context, how kind, fn func(*fileUse) error) error {
	var leaving time.Time
	for {
		select {
		case <-s.done:
			return store.ErrClosed
		default:
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		_, err := s.inPlace()
		if err == nil && how != byPages {
			err = s.look(ctx)
		}
		if err == nil {
			err = s.within(ctx, s.path, how == alone, func(u *fileUse) error {
				if how == alone {
					if err := s.staying(u, &leaving); err != nil {
						return err
					}
				}
				return fn(u)
			})
		}
		switch {
		case errors.Is(err, errReplaced):
		case errors.Is(err, errLeaving):
			time.Sleep(5 * time.Millisecond)
		case errors.Is(err, errOlder):
			if err := s.upgrade(ctx); err != nil && !errors.Is(err, errReplaced) {
				return err
			}
		default:
			return err
		}
	}
}

// errReplaced is met inside this package only: while waiting for its lock the file got another under its name.
var errReplaced = errors.New("replaced meanwhile")

// within opens the file at path, runs fn and closes it. A panic or fault in bbolt becomes ErrDamaged; the lock is then
// given back by closing the file under bbolt, whose own Close could wait for a transaction that never ended.
func (s *Store) within(ctx context.Context, path string, alone bool, fn func(*fileUse) error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	u := &fileUse{openFile: s.openFile, unsynced: s.unsynced}
	ended := false
	defer func() {
		switch {
		case ended:
		case u.away:
			_ = u.db.Close()
		default:
			if u.file != nil {
				unlock(u.file) // The mapping is left behind, and it would keep the lock of a file that is only closed.
				_ = u.file.Close()
			}
			if cause := recover(); cause != nil {
				err = faultOf(store.ErrDamaged, path, panicked(cause))
			}
		}
	}()
	if err = u.open(ctx, path, alone, s.wait); err == nil {
		err = fn(u)
		if closing := u.db.Close(); err == nil {
			err = closing
		}
	}
	ended = true
	return explain(err, path, alone)
}

// open waits for the lock in small steps of its own, so small that it finds the gaps between the saves of an import:
// those of bbolt are 50 ms, and do not know of ctx.
func (u *fileUse) open(ctx context.Context, path string, alone bool, wait time.Duration) error {
	late := time.Now().Add(wait)
	for pause := 200 * time.Microsecond; ; pause = min(2*pause, time.Millisecond) {
		err := u.try(path, alone)
		if !errors.Is(err, berrors.ErrTimeout) {
			return err
		}
		if time.Now().After(late) {
			return store.ErrLocked
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
	}
}

// try opens the file if its lock is free and its size is that of a bbolt file: bbolt would make an empty one its own.
// It never creates a file, and it fails with errReplaced when the name meanwhile means another file.
func (u *fileUse) try(path string, alone bool) error {
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{
		ReadOnly: !alone, Timeout: time.Nanosecond, NoStatistics: true,
		NoSync: u.unsynced, NoFreelistSync: true, // Else bbolt would write at once to a foreign file that has no list of free pages.
		OpenFile: func(name string, flag int, mode os.FileMode) (f *os.File, err error) {
			if u.file, err = u.openFile(name, flag&^os.O_CREATE, mode); err != nil {
				return nil, err
			}
			return u.file, plausible(u.file)
		},
	})
	if err != nil {
		return u.refused(path, err)
	}
	db.NoFreelistSync = false
	u.db = db
	mine, err := u.file.Stat()
	if err == nil {
		var named fs.FileInfo
		if named, err = os.Stat(path); err == nil && !os.SameFile(mine, named) {
			err = errReplaced
		}
	}
	if err == nil {
		err = checkLength(db, mine.Size())
	}
	if err != nil {
		err = errors.Join(err, db.Close())
		u.db, u.file = nil, nil
	}
	return err
}

// refused closes what could not be opened. An error that is neither of the lock nor of the system, nor ours, is how
// bbolt says that this is no file of its own.
func (u *fileUse) refused(path string, err error) error {
	if u.file == nil {
		return err
	}
	_ = u.file.Close() // bbolt has closed it on most ways out; twice does no harm
	u.file = nil
	var system syscall.Errno
	switch {
	case errors.Is(err, berrors.ErrTimeout), errors.As(err, &system), errors.Is(err, store.ErrForeign), errors.Is(err, store.ErrDamaged):
		return err
	}
	f, opening := os.Open(path)
	if opening != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	if pages.Recognizes(f) {
		return fmt.Errorf("%w: %w", store.ErrDamaged, err)
	}
	return fmt.Errorf("%w: %w", store.ErrForeign, err)
}

// checkLength says whether the file is as long as its own meta page says: beyond its end the mapping is a fault.
func checkLength(db *bbolt.DB, size int64) error {
	return db.View(func(tx *bbolt.Tx) error {
		if tx.Size() > size {
			return fmt.Errorf("%w: cut off at %d of %d bytes", store.ErrDamaged, size, tx.Size())
		}
		return nil
	})
}
