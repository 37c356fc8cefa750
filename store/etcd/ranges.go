package etcd

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"time"

	"kwi/store"
)

// span is the keys from one on and before another.
type span struct{ from, until []byte }

// within is what two spans have in common; false where that is nothing.
func (s span) within(o span) (span, bool) {
	from, until := s.from, s.until
	if bytes.Compare(o.from, from) > 0 {
		from = o.from
	}
	if endless(until) || !endless(o.until) && bytes.Compare(o.until, until) < 0 {
		until = o.until
	}
	return span{from, until}, endless(until) || bytes.Compare(from, until) < 0
}

// has reports whether a key is one of a span.
func (s span) has(key []byte) bool {
	return bytes.Compare(key, s.from) >= 0 && (endless(s.until) || bytes.Compare(key, s.until) < 0)
}

// endless reports whether a span goes on behind all keys.
func endless(until []byte) bool { return len(until) == 1 && until[0] == 0 }

func under(prefix string) span { return span{start(prefix), after(prefix)} }

// known is how long one goes by what a user may see before it is asked again.
const known = 20 * time.Second

// allowed are what this user may read of a span, in order. Where the cluster
// has no users, or the user is root, that is all of it.
func (s *Store) allowed(ctx context.Context, of span) ([]span, error) {
	all, err := s.cluster.mayRead(ctx)
	if err != nil || all == nil {
		return []span{of}, err
	}
	var found []span
	for _, a := range all {
		if both, some := a.within(of); some {
			found = append(found, both)
		}
	}
	return joined(found), nil
}

// joined are spans in order, each key in one of them alone.
func joined(all []span) (out []span) {
	slices.SortFunc(all, func(a, b span) int { return bytes.Compare(a.from, b.from) })
	for _, s := range all {
		if n := len(out) - 1; n >= 0 && (endless(out[n].until) || bytes.Compare(s.from, out[n].until) <= 0) {
			if !endless(out[n].until) && (endless(s.until) || bytes.Compare(s.until, out[n].until) > 0) {
				out[n].until = s.until
			}
			continue
		}
		out = append(out, s)
	}
	return out
}

type permission struct {
	Type string `json:"permType"`
	Key  []byte `json:"key"`
	End  []byte `json:"range_end"`
}

// mayRead are the spans that this user may read; nil is everything.
func (c *cluster) mayRead(ctx context.Context) ([]span, error) {
	if c.user == "" {
		return nil, nil
	}
	c.mu.Lock()
	spans, at := c.spans, c.asked
	c.mu.Unlock()
	if !at.IsZero() && time.Since(at) < known {
		return spans, nil
	}
	roles, err := c.rolesOf(ctx, c.user)
	if errors.Is(err, ErrNoUsers) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if slices.Contains(roles, "root") {
		spans = nil
	} else {
		spans = []span{}
		for _, role := range roles {
			all, err := c.permissions(ctx, role)
			if err != nil {
				return nil, err
			}
			for _, p := range all {
				if p.Type != "WRITE" {
					spans = append(spans, p.span())
				}
			}
		}
	}
	c.mu.Lock()
	c.spans, c.asked = spans, time.Now()
	c.mu.Unlock()
	return spans, nil
}

var _ store.Guarded = (*Store)(nil)

// Unsure implements store.Guarded.
func (s *Store) Unsure() { s.cluster.unsure() }

// unsure forgets what a user may see, so that it is asked again.
func (c *cluster) unsure() {
	c.mu.Lock()
	c.asked = time.Time{}
	c.mu.Unlock()
}

func (p permission) span() span {
	if len(p.End) == 0 {
		return span{p.Key, append(slices.Clone(p.Key), 0)}
	}
	return span{p.Key, p.End}
}

func (c *cluster) rolesOf(ctx context.Context, user string) ([]string, error) {
	var answer struct {
		Roles []string `json:"roles"`
	}
	err := c.call(ctx, "auth/user/get", map[string]string{"name": user}, &answer)
	return answer.Roles, err
}

func (c *cluster) permissions(ctx context.Context, role string) ([]permission, error) {
	var answer struct {
		Perm []permission `json:"perm"`
	}
	err := c.call(ctx, "auth/role/get", map[string]string{"role": role}, &answer)
	return answer.Perm, err
}

// mine is a key that this user may read, for a question that is about none.
func (s *Store) mine(ctx context.Context) (rangeRequest, error) {
	spans, err := s.allowed(ctx, under(s.config.Prefix))
	if err != nil {
		return rangeRequest{}, err
	}
	if len(spans) == 0 {
		return rangeRequest{}, store.ErrForbidden
	}
	return rangeRequest{Key: spans[0].from, RangeEnd: spans[0].until, CountOnly: true}, nil
}
