// Package sealed is a store before another that keeps every record sealed: whoever has the file and not the key reads
// neither a value nor, but for what kind of record it is, a key. It is for a store that takes changes of any size, since
// what is sealed is longer: store/staged stands between it and an engine.
//
// A value is sealed with XChaCha20-Poly1305 under a nonce that is drawn, and bound to its key: no two can be exchanged.
// A key is sealed part by part, always in the same way, so that it can be looked for. What remains to be seen: how many
// records of which kind there are, how long they are, which changed together, and which of one kind belong together. Nor
// does it keep anybody who can write to the file from putting back what a record was before.
//
// It must not know what is in a record, which store is behind it, or where the key comes from.
package sealed

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"kwi/store"
)

// longestName is how long a sealed key may be, so that what store/staged puts before and behind it finds room as well.
const longestName = store.MaxKey - 64

// Store is one handle on sealed records.
type Store struct {
	below store.Store
	key   *Key
}

var (
	_ store.Store = (*Store)(nil)
	_ store.Sieve = (*Store)(nil)

	_ store.Carrier = (*Store)(nil)
)

// New seals what goes into a store and opens what comes out.
func New(below store.Store, key *Key) *Store { return &Store{below, key} }

// damaged says of a record that it cannot be opened.
func damaged(key string, cause error) error {
	return fmt.Errorf("%w: record %q: %w", store.ErrDamaged, key, cause)
}

// Get implements store.Store.
func (s *Store) Get(ctx context.Context, keys ...string) ([]store.Record, error) {
	names := make([]string, len(keys))
	for i, key := range keys {
		names[i] = s.key.sealName(key)
	}
	records, err := s.below.Get(ctx, names...)
	if err != nil {
		return nil, err
	}
	for i := range records {
		if records[i].Rev != 0 {
			if records[i].Value, err = s.key.openValue(names[i], records[i].Value); err != nil {
				return nil, damaged(keys[i], err)
			}
		}
		records[i].Key = keys[i]
	}
	return records, nil
}

// Scan implements store.Store. All under the prefix is opened before the first is told: sealed keys have an order of
// their own.
func (s *Store) Scan(ctx context.Context, prefix string, each func(store.Record) error) error {
	return s.scan(ctx, prefix, s.below.Scan, each, nil)
}

// ScanSound implements store.Sieve, as far as the store behind it does. Of a record whose key cannot be opened the sealed
// one is told.
func (s *Store) ScanSound(ctx context.Context, prefix string, each func(store.Record) error, unread func(key string)) error {
	below := s.below.Scan
	if sieve, ok := s.below.(store.Sieve); ok {
		below = func(ctx context.Context, prefix string, each func(store.Record) error) error {
			return sieve.ScanSound(ctx, prefix, each, func(name string) {
				if key, err := s.key.OpenName(name); err == nil {
					name = key
				}
				unread(name)
			})
		}
	}
	return s.scan(ctx, prefix, below, each, unread)
}

func (s *Store) scan(ctx context.Context, prefix string, below func(context.Context, string, func(store.Record) error) error, each func(store.Record) error, unread func(key string)) error {
	var all []store.Record
	err := below(ctx, s.key.sealPrefix(prefix), func(r store.Record) error {
		key, err := s.key.OpenName(r.Key)
		if err == nil && !strings.HasPrefix(key, prefix) {
			return nil
		}
		name := r.Key
		if err == nil {
			r.Key = key
			r.Value, err = s.key.openValue(name, r.Value)
		}
		switch {
		case err == nil:
			all = append(all, r)
		case unread == nil:
			return damaged(r.Key, err)
		default:
			unread(r.Key)
		}
		return nil
	})
	if err != nil {
		return err
	}
	slices.SortFunc(all, func(a, b store.Record) int { return strings.Compare(a.Key, b.Key) })
	for i := range all {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := each(all[i]); err != nil {
			return err
		}
		all[i] = store.Record{} // many need not be there twice
	}
	return nil
}

// Apply implements store.Store. A key that is too long once it is sealed meets ErrTooLarge.
func (s *Store) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	if err := store.WellFormed(writes); err != nil {
		return 0, err
	}
	real := make(map[string]string, len(writes))
	hidden := make([]store.Write, len(writes))
	for i, w := range writes {
		name, err := s.nameFor(w.Key)
		if err != nil {
			return 0, err
		}
		real[name] = w.Key
		if w.Op == store.Put {
			w.Value = s.key.sealValue(name, w.Value)
		}
		w.Key = name
		hidden[i] = w
	}
	rev, err := s.below.Apply(ctx, hidden...)
	var conflict *store.Conflict
	if errors.As(err, &conflict) {
		keys := make([]string, len(conflict.Keys))
		for i, name := range conflict.Keys {
			keys[i] = real[name]
		}
		return 0, &store.Conflict{Keys: keys}
	}
	return rev, err
}

// Carry implements store.Carrier where the store behind it does.
func (s *Store) Carry(ctx context.Context, records ...store.Record) error {
	below, ok := s.below.(store.Carrier)
	if !ok {
		return errors.New("a store that takes no records with their revisions")
	}
	hidden := make([]store.Record, len(records))
	for i, r := range records {
		name, err := s.nameFor(r.Key)
		if err != nil {
			return err
		}
		hidden[i] = store.Record{Key: name, Value: s.key.sealValue(name, r.Value), Rev: r.Rev}
	}
	return below.Carry(ctx, hidden...)
}

// nameFor is the sealed key of a record that is to be put.
func (s *Store) nameFor(key string) (string, error) {
	name := s.key.sealName(key)
	if len(name) > longestName {
		return "", fmt.Errorf("%w: a sealed key of %d bytes, at most %d", store.ErrTooLarge, len(name), longestName)
	}
	return name, nil
}

// Watch implements store.Store.
func (s *Store) Watch(ctx context.Context, prefix string, after store.Rev, changed func(keys []string, at store.Rev)) error {
	return s.below.Watch(ctx, s.key.sealPrefix(prefix), after, func(names []string, at store.Rev) {
		var keys []string
		for _, name := range names {
			if key, err := s.key.OpenName(name); err == nil && strings.HasPrefix(key, prefix) {
				keys = append(keys, key)
			}
		}
		if slices.Sort(keys); len(keys) > 0 {
			changed(keys, at)
		}
	})
}

// Close implements store.Store; the handle on the store behind it ends with it.
func (s *Store) Close() error { return s.below.Close() }
