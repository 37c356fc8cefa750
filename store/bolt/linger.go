package bolt

import (
	"context"
	"errors"
	"os"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"kwi/store"
)

// A save leaves the file open for the next one, without its lock: in a file of 1 GB, opening, mapping and reading the
// list of free pages are a third of a save. The next save takes the lock again, and goes on with what is open only if
// nobody has touched the file meanwhile. Windows lets nobody else replace or lengthen a file that is mapped, so there
// every save opens the file anew.

// linger is how long the file stays open after a save.
const linger = time.Second

// save is within for a writer that has the turn.
func (s *Store) save(ctx context.Context, fn func(*use) error) error {
	u := s.kept
	if u == nil {
		u = &use{}
	}
	s.kept = nil
	return s.run(ctx, u, s.path, true, fn, s.rest)
}

// rest gives the lock back and keeps the file open, or closes it if anything was not as usual.
func (s *Store) rest(u *use, err error) error {
	select {
	case <-s.done:
		return u.db.Close()
	default:
	}
	if windows || err != nil && !errors.Is(err, store.ErrConflict) {
		return u.db.Close()
	}
	info, err := u.file.Stat()
	if err != nil {
		return errors.Join(err, u.db.Close())
	}
	u.info, u.txid = info, u.transaction()
	unlock(u.file)
	s.kept = u
	if s.idle == nil {
		s.idle = time.AfterFunc(linger, s.letGo)
	} else {
		s.idle.Reset(linger)
	}
	return nil
}

// letGo closes what a save has left open, unless the next is under way; that one comes back here later.
func (s *Store) letGo() {
	select {
	case s.turn <- struct{}{}:
	default:
		return
	}
	if s.kept != nil {
		_ = s.kept.db.Close()
		s.kept = nil
	}
	<-s.turn
}

// transaction returns the number of the last one in the file, whoever made it.
func (u *use) transaction() (txid int) {
	_ = u.db.View(func(tx *bbolt.Tx) error { txid = tx.ID(); return nil })
	return txid
}

// again takes the lock of a use that lingers. It reports false, with the use closed, if the file has changed meanwhile
// and must be opened anew. Size and time are looked at before the mapping, which would fault in a file cut short.
func (u *use) again(path string) (done bool, err error) {
	if !relock(u.file) {
		return true, berrors.ErrTimeout
	}
	if info, err := os.Stat(path); err == nil && alike(u.info, info) && u.transaction() == u.txid {
		return true, nil
	}
	err = u.db.Close()
	u.db, u.file = nil, nil
	return err != nil, err
}
