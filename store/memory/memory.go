// Package memory keeps a store in the memory of this process: for tests, and for a demonstration that must leave no
// trace. It must not know what is in a record, and it touches no disk.
package memory

import (
	"context"
	"slices"
	"strings"
	"sync"

	"kwi/store"
)

// logMax is how many Applies back a Watch can begin; it bounds the memory that the history takes.
const logMax = 4096

// Store is one handle on records in memory.
type Store struct {
	shared *shared
	once   sync.Once
	closed chan struct{}
}

// shared is what all handles on one store see.
type shared struct {
	mu      sync.RWMutex
	rev     store.Rev
	records map[string]store.Record
	log     [][]string    // the sorted keys changed by each of the last Applies; the last entry is that of rev
	next    chan struct{} // closed, and replaced, at every change
}

// New returns a handle on a new, empty store.
func New() *Store {
	return handle(&shared{records: map[string]store.Record{}, next: make(chan struct{})})
}

func handle(s *shared) *Store { return &Store{shared: s, closed: make(chan struct{})} }

// Reopen returns another handle on the same records, as a second window would have.
func (s *Store) Reopen() (store.Store, error) { return handle(s.shared), nil }

// Close ends this handle only.
func (s *Store) Close() error {
	s.once.Do(func() { close(s.closed) })
	return nil
}

func (s *Store) usable(ctx context.Context) error {
	select {
	case <-s.closed:
		return store.ErrClosed
	default:
		return ctx.Err()
	}
}

// Get implements store.Store.
func (s *Store) Get(ctx context.Context, keys ...string) ([]store.Record, error) {
	if err := s.usable(ctx); err != nil {
		return nil, err
	}
	s.shared.mu.RLock()
	defer s.shared.mu.RUnlock()
	found := make([]store.Record, len(keys))
	for i, key := range keys {
		r := s.shared.records[key]
		found[i] = store.Record{Key: key, Value: slices.Clone(r.Value), Rev: r.Rev}
	}
	return found, nil
}

// Scan implements store.Store. It hands out one buffer over and over, so that a caller who keeps a Value finds out here.
func (s *Store) Scan(ctx context.Context, prefix string, each func(store.Record) error) error {
	if err := s.usable(ctx); err != nil {
		return err
	}
	var value []byte
	for _, r := range s.snapshot(prefix) {
		if err := ctx.Err(); err != nil {
			return err
		}
		value = append(value[:0], r.Value...)
		r.Value = value[:len(value):len(value)]
		if err := each(r); err != nil {
			return err
		}
		clear(value)
	}
	return nil
}

// snapshot returns the records under prefix in key order. A stored Value is never changed in place, so it needs no copy.
func (s *Store) snapshot(prefix string) []store.Record {
	s.shared.mu.RLock()
	defer s.shared.mu.RUnlock()
	var found []store.Record
	for key, r := range s.shared.records {
		if strings.HasPrefix(key, prefix) {
			found = append(found, r)
		}
	}
	slices.SortFunc(found, func(a, b store.Record) int { return strings.Compare(a.Key, b.Key) })
	return found
}

// Apply implements store.Store.
func (s *Store) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	if err := s.usable(ctx); err != nil {
		return 0, err
	}
	if err := store.Valid(writes); err != nil {
		return 0, err
	}
	d := s.shared
	d.mu.Lock()
	defer d.mu.Unlock()
	var stale []string
	for _, w := range writes {
		if !w.Stands(d.records[w.Key].Rev) {
			stale = append(stale, w.Key)
		}
	}
	if stale != nil {
		return 0, &store.Conflict{Keys: stale}
	}
	if store.Changes(writes) {
		d.write(writes)
	}
	return d.rev, nil
}

func (d *shared) write(writes []store.Write) {
	d.rev++
	var keys []string
	for _, w := range writes {
		switch w.Op {
		case store.Put:
			d.records[w.Key] = store.Record{Key: w.Key, Value: slices.Clone(w.Value), Rev: d.rev}
		case store.Remove:
			delete(d.records, w.Key)
		case store.Same:
			continue
		}
		keys = append(keys, w.Key)
	}
	slices.Sort(keys)
	d.log = append(d.log, keys)
	if len(d.log) > logMax {
		d.log = d.log[1:]
	}
	close(d.next)
	d.next = make(chan struct{})
}
