package bolt

import (
	"context"
	"errors"
	"fmt"
	"time"

	"go.etcd.io/bbolt"

	"kwi/store"
)

// errLeaving is met inside this package only: another file is about to take the place of this one.
var errLeaving = errors.New("about to be replaced")

// longestLeaving is how long a writer waits for the file that is to take the place. Whoever marked this one and is not
// done by then was killed: putting a file in its place takes a second at most.
const longestLeaving = 3 * time.Second

// exchange has place put another file where the one stands that u holds alone, nil where it is too damaged to be held.
// Every file that takes the place of another of ours takes it here.
//
// Where a file that is open can be replaced its lock is held meanwhile, and whoever waits for that finds the new file. On
// Windows it must be closed first. Before that it is marked, and nobody writes to a file that is so marked. What remains
// is a limit: who stands still between the two for longer than longestLeaving replaces what was saved meanwhile.
func (s *Store) exchange(ctx context.Context, u *fileUse, place func() error) error {
	if u == nil || !s.closesFirst {
		return place()
	}
	path := u.file.Name()
	if err := u.db.Update(func(tx *bbolt.Tx) error { return tx.Bucket(metaBucket).Put(leavingKey, encodeNumber(1)) }); err != nil {
		return err
	}
	err := u.db.Close()
	if err == nil {
		err = place()
	}
	if err != nil { // it stays
		ctx = context.WithoutCancel(ctx)
		_ = s.within(ctx, path, true, func(u *fileUse) error { return u.db.Update(stays) })
	}
	return err
}

// stays takes the mark away that another file is about to take the place of this one.
func stays(tx *bbolt.Tx) error { return tx.Bucket(metaBucket).Delete(leavingKey) }

// staying says whether a file that is used alone stays where it is. One that was marked for longer than that takes does.
func (s *Store) staying(u *fileUse, since *time.Time) error {
	marked := false
	err := u.db.View(func(tx *bbolt.Tx) error {
		meta := tx.Bucket(metaBucket)
		marked = meta != nil && meta.Get(leavingKey) != nil
		return nil
	})
	switch {
	case err != nil || !marked:
		return err
	case since.IsZero():
		*since = time.Now()
		return errLeaving
	case time.Since(*since) < longestLeaving:
		return errLeaving
	}
	return u.db.Update(stays)
}

// era says which writing of the file a copy was made of: under which seal, and when what had been removed before was last
// taken out of it. A copy of an earlier one would keep what is to be nowhere any more.
func era(v view) (string, error) {
	if !v.has(metaBucket) || !v.has(recordsBucket) {
		return "", fmt.Errorf("%w: a part of the file is missing", store.ErrDamaged)
	}
	seal, err := readSeal(v)
	return fmt.Sprintf("%x %d", nameOf(seal), readMeta(v, anewKey)), err
}

// eraOf is that of a file, whatever its version.
func (s *Store) eraOf(ctx context.Context, path string) (of string, err error) {
	err = s.within(ctx, path, false, func(u *fileUse) error {
		return u.db.View(func(tx *bbolt.Tx) (err error) {
			of, err = era(mapped{tx})
			return err
		})
	})
	return of, err
}

// errAnew is met inside this package only: since a copy was begun the file was written anew.
var errAnew = errors.New("written anew meanwhile")

// unlessAnew has place publish a draft that was copied from the file at path, while nobody can write that anew; errAnew
// where somebody did before.
func (s *Store) unlessAnew(ctx context.Context, path, draft string, place func() error) error {
	then, err := s.eraOf(ctx, draft)
	if err != nil {
		return err
	}
	var placing error // kept apart: it is not about the data file
	err = s.within(ctx, path, false, func(u *fileUse) error {
		return u.db.View(func(tx *bbolt.Tx) error {
			if now, err := era(mapped{tx}); err != nil || now != then || tx.Bucket(metaBucket).Get(leavingKey) != nil {
				return errors.Join(err, errAnew)
			}
			placing = place()
			return nil
		})
	})
	if errors.Is(err, errReplaced) {
		err = errAnew
	}
	return errors.Join(err, placing)
}
