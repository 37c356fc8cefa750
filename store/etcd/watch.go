package etcd

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kwi/store"
)

// mostTold is how many keys are told at once.
const mostTold = 100_000

// Watch implements store.Store, of what this user may see; where that is several spans of keys, the revision told is
// only that of the latest change known. A cluster that lost its way, or to which there is none, ends it with ErrUnreachable:
// whoever watches begins again after the last revision that was told.
func (s *Store) Watch(ctx context.Context, prefix string, after store.Rev, changed func(keys []string, at store.Rev)) error {
	inner, done, err := s.using(ctx)
	if err != nil {
		return err
	}
	defer done()
	return told(ctx, inner, s.watch(inner, prefix, after, changed))
}

func (s *Store) watch(ctx context.Context, prefix string, from store.Rev, changed func(keys []string, at store.Rev)) error {
	spans, err := s.allowed(ctx, under(s.config.Prefix+prefix))
	if err != nil {
		return err
	}
	if len(spans) == 0 {
		return store.ErrForbidden
	}
	questions := make([]any, len(spans))
	for i, of := range spans {
		questions[i] = watchRequest{watchCreate{Key: of.from, RangeEnd: of.until, Start: from + 1, Fragment: true}}
	}
	body, err := s.cluster.ask(ctx, "watch", questions...)
	if err != nil {
		return err
	}
	defer func() { _ = body.Close() }()
	pieces := json.NewDecoder(body)
	keys := map[string]bool{}
	for {
		var w watchResponse
		if err := body.next(pieces, &w); err != nil {
			return err
		}
		r := w.Result
		switch {
		case w.Error != nil:
			return w.Error.kind()
		case r.Compact != 0:
			return fmt.Errorf("%w: compacted up to %d", store.ErrGone, r.Compact)
		case r.Canceled:
			return refusal{Message: r.Reason}.kind()
		case r.Created && r.Header.Revision < from:
			return fmt.Errorf("%w: the hub is at %d, before %d", store.ErrGone, r.Header.Revision, from)
		}
		for _, e := range r.Events {
			key, ours := strings.CutPrefix(string(e.KV.Key), s.config.Prefix)
			if !ours || !strings.HasPrefix(key, prefix) {
				return strange("it tells of what was not asked")
			}
			keys[key] = true
			from = max(from, e.KV.ModRevision)
		}
		if len(keys) > mostTold {
			return fmt.Errorf("%w: too much at once", store.ErrGone)
		}
		if r.Fragment || len(keys) == 0 {
			continue
		}
		if ctx.Err() != nil {
			return errors.New("ended")
		}
		changed(slices.Sorted(maps.Keys(keys)), from)
		clear(keys)
	}
}
