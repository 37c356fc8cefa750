package memory

import (
	"context"
	"slices"
	"strings"

	"kwi/store"
)

// Watch implements store.Store.
func (s *Store) Watch(ctx context.Context, prefix string, after store.Rev, changed func([]string, store.Rev)) error {
	for {
		if err := s.usable(ctx); err != nil {
			return err
		}
		keys, at, next, err := s.shared.since(prefix, after)
		if err != nil {
			return err
		}
		after = at
		if len(keys) > 0 {
			changed(keys, at)
			continue
		}
		select {
		case <-next:
		case <-s.closed:
		case <-ctx.Done():
		}
	}
}

// since returns the keys under prefix that changed after a revision, the revision up to which that is so, and what is
// closed at the next change.
func (d *shared) since(prefix string, after store.Rev) ([]string, store.Rev, <-chan struct{}, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	floor := d.rev - store.Rev(len(d.log))
	if after < floor || after > d.rev {
		return nil, 0, nil, store.ErrGone
	}
	var keys []string
	for _, changed := range d.log[after-floor:] {
		for _, key := range changed {
			if strings.HasPrefix(key, prefix) {
				keys = append(keys, key)
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys), d.rev, d.next, nil
}
