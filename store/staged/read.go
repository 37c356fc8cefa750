package staged

import (
	"context"
	"fmt"
	"slices"

	"kwi/store"
)

// Get implements store.Store.
func (s *Store) Get(ctx context.Context, keys ...string) ([]store.Record, error) {
	var more []string // the pieces that the records were seen to consist of
	for {
		records, err := s.getUndivided(ctx, append(keys[:len(keys):len(keys)], more...))
		if err != nil {
			return nil, err
		}
		found := make(map[string][]byte, len(more))
		for _, r := range records[len(keys):] {
			if r.Rev != 0 {
				found[r.Key] = r.Value
			}
		}
		records = records[:len(keys)]
		for i, key := range keys {
			if hidden(key) {
				records[i] = store.Record{Key: key}
			}
		}
		lacking, err := s.join(records, found)
		if err != nil || len(lacking) == 0 {
			return records, err
		}
		for _, key := range lacking {
			if slices.Contains(more, key) {
				return nil, fmt.Errorf("%w: %q has gone", store.ErrDamaged, key)
			}
		}
		more = append(more, lacking...)
	}
}

// getUndivided reads records as they are with every change that was switched. What is left of such a change is moved to
// its place first; where that cannot be done now it is looked through.
func (s *Store) getUndivided(ctx context.Context, keys []string) ([]store.Record, error) {
	var through mark // a switched mark whose records cannot be moved
	for {
		ask := append([]string{markKey}, keys...)
		if through.rev != 0 {
			for _, key := range keys {
				ask = append(ask, through.stage(key))
			}
		}
		records, err := s.engine.Get(ctx, ask...)
		if err != nil {
			return nil, err
		}
		m, err := decodeMark(records[0])
		if err != nil {
			return nil, err
		}
		found := records[1 : 1+len(keys)]
		switch {
		case !m.switched:
			return found, nil
		case m.rev == through.rev:
			for i, staged := range records[1+len(keys):] {
				if staged.Rev != 0 {
					found[i] = unstaged(staged, keys[i])
				}
			}
			return found, nil
		}
		if err := s.rollForward(ctx, m, nil); err != nil {
			if !cannotMove(err) {
				return nil, err
			}
			through = m
		}
	}
}
