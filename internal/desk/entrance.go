package desk

import (
	"bytes"
	"context"
	"errors"
	"sync"
	"sync/atomic"

	"kwi/store"
	"kwi/store/sealed"
)

// entrance is the way to the records: through a lock or not, and that may become another while
// the desk is used. Nothing is written under one lock while another is being put on.
type entrance struct {
	gate   sync.RWMutex // held by what writes, and by whoever puts another lock on
	now    atomic.Pointer[way]
	engine store.Store
	by     Copies // hears of every change that landed; nil: nobody does
}

// way is what leads to the records now, and the key under which they are; nil: none.
type way struct {
	store.Store
	key  *sealed.Key
	seal []byte // what the engine knew then
}

// knower is an engine whose records stand under a seal, or none, which becomes another
// while it is used.
type knower interface{ Known() []byte }

// seal names what the engine knows now.
func (e *entrance) seal() []byte {
	if k, is := e.engine.(knower); is {
		return k.Known()
	}
	return nil
}

func (e *entrance) lead(to store.Store, key *sealed.Key) { e.now.Store(&way{to, key, e.seal()}) }

// between reports whether the file has a lock to which this way does not lead, or not yet: what is read now may be
// sealed records that look plain, or the other way round.
func (e *entrance) between(now *way) bool { return !bytes.Equal(e.seal(), now.seal) }

func refused(err error) bool {
	return errors.Is(err, store.ErrSealed) || errors.Is(err, store.ErrDamaged)
}

// through does what only reads. Where another lock was put on meanwhile it is done once more, under that one.
func (e *entrance) through(do func(store.Store) error) error {
	for {
		now := e.now.Load()
		err := do(now.Store)
		if !e.between(now) && !refused(err) || !e.turned(now) {
			return err
		}
	}
}

// turned waits for a lock that is being put on, and reports whether another way leads to the records since.
func (e *entrance) turned(since *way) bool {
	e.gate.RLock()
	defer e.gate.RUnlock()
	return e.now.Load() != since
}

// Get implements store.Store.
func (e *entrance) Get(ctx context.Context, keys ...string) (found []store.Record, err error) {
	err = e.through(func(s store.Store) (err error) {
		found, err = s.Get(ctx, keys...)
		return err
	})
	return found, err
}

// Scan implements store.Store. What was told before another lock was put on is not told twice: then it is a Conflict.
func (e *entrance) Scan(ctx context.Context, prefix string, each func(store.Record) error) error {
	for {
		now, told, wrong := e.now.Load(), false, false
		err := now.Scan(ctx, prefix, func(r store.Record) error {
			if wrong = !told && e.between(now); wrong {
				return store.ErrSealed
			}
			told = true // all as of one moment, and at that moment this was the way
			return each(r)
		})
		switch {
		case !wrong && !refused(err) && (told || !e.between(now)), !e.turned(now):
			return err
		case told:
			return &store.Conflict{}
		}
	}
}

// Apply implements store.Store.
func (e *entrance) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	e.gate.RLock()
	defer e.gate.RUnlock()
	rev, err := e.now.Load().Apply(ctx, writes...)
	if err == nil && e.by != nil && store.Changes(writes) {
		e.by.Changed()
	}
	return rev, err
}

// Watch implements store.Store. Another lock ends it with ErrGone.
func (e *entrance) Watch(ctx context.Context, prefix string, after store.Rev, changed func(keys []string, at store.Rev)) error {
	now := e.now.Load()
	err := now.Watch(ctx, prefix, after, changed)
	if errors.Is(err, store.ErrSealed) && e.turned(now) {
		return store.ErrGone
	}
	return err
}

// Close implements store.Store.
func (e *entrance) Close() error { return e.now.Load().Close() }

// sieves reports whether ScanSound can be called.
func (e *entrance) sieves() bool {
	_, is := e.now.Load().Store.(store.Sieve)
	return is
}

// ScanSound implements store.Sieve.
func (e *entrance) ScanSound(ctx context.Context, prefix string, each func(store.Record) error, unread func(key string)) error {
	sieve, is := e.now.Load().Store.(store.Sieve)
	if !is {
		return errors.ErrUnsupported
	}
	return sieve.ScanSound(ctx, prefix, each, unread)
}

// Carry implements store.Carrier.
func (e *entrance) Carry(ctx context.Context, records ...store.Record) error {
	carrier, is := e.now.Load().Store.(store.Carrier)
	if !is {
		return errors.ErrUnsupported
	}
	return carrier.Carry(ctx, records...)
}
