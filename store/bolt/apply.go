package bolt

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"time"

	"go.etcd.io/bbolt"

	"kwi/store"
)

// logTrim is how many entries of the log are dropped at once: dropping one with every save would write a page more.
const logTrim = 8

// Apply implements store.Store.
func (s *Store) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	if err := store.Valid(writes); err != nil {
		return 0, err
	}
	var rev store.Rev
	if !store.Changes(writes) {
		exists := false
		err := s.read(ctx, func(_ *fileUse, p *paged) error {
			exists, rev = true, revision(p)
			return stands(p, writes)
		})
		if err == nil && !exists {
			err = standsNowhere(writes)
		}
		return rev, err
	}
	if err := s.refuseWriting(); err != nil {
		return 0, err
	}
	if err := s.queue(ctx); err != nil {
		return 0, err
	}
	defer func() { <-s.turn }()
	change := func(tx *bbolt.Tx) error {
		if err := stands(mapped{tx}, writes); err != nil {
			return err
		}
		rev = revision(mapped{tx}) + 1
		return s.put(tx, rev, writes)
	}
	err := s.write(ctx, change)
	if errors.Is(err, fs.ErrNotExist) {
		if err = standsNowhere(writes); err == nil {
			err = s.create()
		}
		if err == nil {
			err = s.write(ctx, change)
		}
	}
	if err != nil {
		return 0, err
	}
	return rev, nil
}

// queue waits for the turn of this caller among the writers of this handle.
func (s *Store) queue(ctx context.Context) error {
	select {
	case s.turn <- struct{}{}:
		return nil
	default:
	}
	late := time.NewTimer(s.wait)
	defer late.Stop()
	select {
	case s.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-late.C:
		return faultOf(store.ErrLocked, s.path, errors.New("many saves at once"))
	}
}

// stands compares the writes with what is stored and names every key that does not fit.
func stands(v view, writes []store.Write) error {
	var stale []string
	for _, w := range writes {
		var now store.Rev
		if stored := v.get(recordsBucket, []byte(w.Key)); stored != nil {
			rev, _, err := decodeStored([]byte(w.Key), stored)
			if err != nil {
				return err
			}
			now = rev
		}
		if !w.Stands(now) {
			stale = append(stale, w.Key)
		}
	}
	if stale != nil {
		return &store.Conflict{Keys: stale}
	}
	return nil
}

// standsNowhere is stands for a file that does not exist yet.
func standsNowhere(writes []store.Write) error {
	var stale []string
	for _, w := range writes {
		if !w.Stands(0) {
			stale = append(stale, w.Key)
		}
	}
	if stale != nil {
		return &store.Conflict{Keys: stale}
	}
	return nil
}

// put writes the records, the new revision, and the entry of the log.
func (s *Store) put(tx *bbolt.Tx, rev store.Rev, writes []store.Write) error {
	records := tx.Bucket(recordsBucket)
	var keys []string
	for _, w := range writes {
		var err error
		switch w.Op {
		case store.Put:
			err = records.Put([]byte(w.Key), encode(w.Key, rev, w.Value))
		case store.Remove:
			err = records.Delete([]byte(w.Key))
		case store.Same:
			continue
		}
		if err != nil {
			return err
		}
		keys = append(keys, w.Key)
	}
	slices.Sort(keys)
	log := tx.Bucket(logBucket)
	log.FillPercent = 0.9
	if err := log.Put(encodeNumber(uint64(rev)), encodeKeys(keys)); err != nil {
		return err
	}
	if err := errors.Join(s.forget(tx, log, uint64(rev)), doubleSeal(tx)); err != nil {
		return err
	}
	return tx.Bucket(metaBucket).Put(revKey, encodeNumber(uint64(rev)))
}

// forget drops the oldest entries of the log when it holds clearly more than it should.
func (s *Store) forget(tx *bbolt.Tx, log *bbolt.Bucket, rev uint64) error {
	floor := readMeta(mapped{tx}, floorKey)
	if rev-floor < s.keep+logTrim {
		return nil
	}
	for range logTrim {
		floor++
		if err := log.Delete(encodeNumber(floor)); err != nil {
			return err
		}
	}
	return tx.Bucket(metaBucket).Put(floorKey, encodeNumber(floor))
}
