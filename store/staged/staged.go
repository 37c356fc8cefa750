// Package staged is a store before an engine that takes changes and values of any size. The bounds of one Apply are part
// of the port and the same for every engine; this is why nobody who uses a store has to think of them.
//
// A change within the bounds is one Apply of the engine, beside a condition that no change in stages is on its way. A
// larger one goes in stages (see stages.go) and is still all or nothing, whoever is interrupted where. A value that is
// too large for one Apply is kept in pieces (see pieces.go). What all this leaves in the engine is hidden: a Get, a Scan
// and a Watch tell the records that the callers put.
//
// Who replaces a record has read it through the same handle, which so knows whether it was in pieces; where not, pieces
// may stay behind, without use.
//
// In one point it is less than an engine: the records of a change in stages are moved to their places after it is there,
// so Get tells higher revisions of them than Apply returned. The same handle takes either for the revision of such a
// record; to another the one that Apply returned is out of date, which is a Conflict like any other.
//
// It must not know what is in a record, or which engine is behind it.
package staged

import (
	"context"
	crand "crypto/rand"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"time"

	"kwi/store"
)

// Options are what a store in stages is told about the records it keeps.
type Options struct {
	// Group names what a record is part of. As long as a change in stages is being prepared, a change of records in
	// one of its groups puts it aside, and one of others goes on beside it. Without it every record is a group.
	Group func(key string) string
	// Nonce gives a short text of letters and digits that is unlike any other, ever. Without it they are drawn.
	Nonce func() string
}

// Store is one handle on an engine's records.
type Store struct {
	engine store.Store
	group  func(string) string
	nonce  func() string

	mu       sync.Mutex
	inPieces map[string]bool     // records that were seen to be in pieces
	moved    map[string]movement // what the last change in stages put
}

// movement is what became of the revision that an Apply in stages returned.
type movement struct{ told, is store.Rev }

// New puts a store in stages before an engine.
func New(engine store.Store, o Options) *Store {
	s := &Store{engine: engine, group: o.Group, nonce: o.Nonce, inPieces: map[string]bool{}}
	if s.group == nil {
		s.group = func(key string) string { return key }
	}
	if s.nonce == nil {
		s.nonce = crand.Text
	}
	return s
}

// hidden reports whether a key is one of those that this package keeps.
func hidden(key string) bool {
	return key == markKey || strings.HasPrefix(key, stages) || strings.HasPrefix(key, pieces)
}

// tries is how often a change is tried again that changes in stages of others came in between of.
const tries = 10

// Apply implements store.Store for changes of any size.
func (s *Store) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	if len(writes) == 0 {
		return s.engine.Apply(ctx)
	}
	if err := store.WellFormed(writes); err != nil {
		return 0, err
	}
	for _, w := range writes {
		if hidden(w.Key) {
			return 0, fmt.Errorf("%w: %q is not for callers", store.ErrMalformed, w.Key)
		}
	}
	writes = s.translateRevisions(writes)
	var beside mark
	for try := range tries {
		rev, err := s.applyBeside(ctx, beside, writes)
		var conflict *store.Conflict
		if !errors.As(err, &conflict) {
			return rev, err
		}
		stale := callersKeys(conflict.Keys)
		if !slices.Contains(conflict.Keys, markKey) {
			return 0, &store.Conflict{Keys: stale}
		}
		if beside, err = s.readMark(ctx); err != nil {
			return 0, err
		}
		switch {
		case beside.switched:
			err = s.rollForward(ctx, beside, nil)
			beside = mark{}
		case len(stale) > 0:
			return 0, &store.Conflict{Keys: stale}
		case !withinBounds(writes): // two that put each other aside would do so for ever
			err = pause(ctx, time.Duration(rand.Int64N(int64(10*time.Millisecond)<<min(try, 4))))
		}
		if err != nil {
			return 0, err
		}
	}
	return 0, store.ErrLocked
}

func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// applyBeside is one try, beside the mark that was seen last.
func (s *Store) applyBeside(ctx context.Context, beside mark, writes []store.Write) (store.Rev, error) {
	if !store.Changes(writes) && !withinBounds(writes) {
		return s.compareAll(ctx, writes)
	}
	all, err := s.divide(ctx, writes)
	if err != nil {
		return 0, err
	}
	groups := s.groupsOf(writes)
	var rev store.Rev
	if !withinBounds(all) {
		rev, err = s.applyInStages(ctx, beside, groups, all)
	} else {
		if store.Changes(writes) && slices.ContainsFunc(groups, beside.concerns) {
			if beside, err = s.putAside(ctx, beside); err != nil {
				return 0, err
			}
		}
		rev, err = s.engine.Apply(ctx, append(all[:len(all):len(all)], beside.same())...)
	}
	if err == nil {
		s.notePieces(writes)
	}
	return rev, err
}

// compareAll is an Apply of more Same than the bounds allow.
func (s *Store) compareAll(ctx context.Context, writes []store.Write) (store.Rev, error) {
	rev, err := s.engine.Apply(ctx)
	if err == nil {
		err = s.compare(ctx, s.Get, writes)
	}
	return rev, err
}

// compare holds the records that get reads to what the writes expect of them.
func (s *Store) compare(ctx context.Context, get func(context.Context, ...string) ([]store.Record, error), writes []store.Write) error {
	keys := make([]string, len(writes))
	for i, w := range writes {
		keys[i] = w.Key
	}
	records, err := get(ctx, keys...)
	if err != nil {
		return err
	}
	var stale []string
	for i, w := range writes {
		if !w.Stands(records[i].Rev) {
			stale = append(stale, w.Key)
		}
	}
	if stale != nil {
		return &store.Conflict{Keys: stale}
	}
	return nil
}

// callersKeys are the keys of a conflict as the callers know them.
func callersKeys(keys []string) (own []string) {
	for _, key := range keys {
		if key == markKey {
			continue
		}
		if key = ownerOf(key); !slices.Contains(own, key) {
			own = append(own, key)
		}
	}
	return own
}

func (s *Store) groupsOf(writes []store.Write) (groups []string) {
	for _, w := range writes {
		groups = append(groups, s.group(w.Key))
	}
	slices.Sort(groups)
	return slices.Compact(groups)
}

// translateRevisions puts the revisions that records have in the place of those that a change in stages returned.
func (s *Store) translateRevisions(writes []store.Write) []store.Write {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.moved) == 0 {
		return writes
	}
	writes = slices.Clone(writes)
	for i, w := range writes {
		if m, ok := s.moved[w.Key]; ok && w.Rev == m.told {
			writes[i].Rev = m.is
		}
	}
	return writes
}

// Watch implements store.Store.
func (s *Store) Watch(ctx context.Context, prefix string, after store.Rev, changed func(keys []string, at store.Rev)) error {
	return s.engine.Watch(ctx, prefix, after, func(keys []string, at store.Rev) {
		if keys = slices.DeleteFunc(slices.Clone(keys), hidden); len(keys) > 0 {
			changed(keys, at)
		}
	})
}

// Close implements store.Store; the handle on the engine ends with it.
func (s *Store) Close() error { return s.engine.Close() }
