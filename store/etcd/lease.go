package etcd

import (
	"context"
	"errors"
	"fmt"
	"time"

	"kwi/store"
)

var _ store.Lasting = (*Store)(nil)

type grantRequest struct {
	TTL int64 `json:"TTL,string"` // in seconds
}

type grantResponse struct {
	ID int64 `json:"ID,string"`
}

type lentRequest struct {
	Key   []byte `json:"key"`
	Value []byte `json:"value"`
	Lease int64  `json:"lease,string"`
}

// PutFor implements store.Lasting: each time the record gets a lease of its own, which ends by itself. A release of etcd that
// tells every user which keys have a lease gets none: there the record stays until somebody removes it.
func (s *Store) PutFor(ctx context.Context, key string, value []byte, lasts time.Duration) error {
	if err := store.Valid([]store.Write{{Op: store.Put, Key: key, Value: value}}); err != nil {
		return err
	}
	inner, done, err := s.using(ctx)
	if err != nil {
		return err
	}
	defer done()
	tells, err := s.cluster.tellsKeys(inner)
	if err != nil {
		return told(ctx, inner, err)
	}
	if tells {
		return told(ctx, inner, s.cluster.call(inner, "kv/put", putRequest{s.name(key), value}, &struct{}{}))
	}
	var lease grantResponse
	seconds := max(int64((lasts+time.Second-1)/time.Second), 1)
	if err := s.cluster.call(inner, "lease/grant", grantRequest{seconds}, &lease); err != nil {
		return told(ctx, inner, err)
	}
	return told(ctx, inner, s.cluster.call(inner, "kv/put", lentRequest{s.name(key), value, lease.ID}, &struct{}{}))
}

// tellsKeys reports whether a cluster tells every user which keys a lease has, also those that they may not see:
// releases before 3.4.26 and 3.5.9 do (CVE-2023-32082).
func (c *cluster) tellsKeys(ctx context.Context) (bool, error) {
	c.mu.Lock()
	version := c.version
	c.mu.Unlock()
	if version == "" {
		var answer struct {
			Version string `json:"version"`
		}
		err := c.call(ctx, "maintenance/status", struct{}{}, &answer)
		if err != nil && !errors.Is(err, store.ErrForbidden) {
			return false, err
		}
		if version = answer.Version; err == nil {
			c.mu.Lock()
			c.version = version
			c.mu.Unlock()
		}
	}
	var major, minor, patch int
	if n, _ := fmt.Sscanf(version, "%d.%d.%d", &major, &minor, &patch); n < 3 || major < 3 {
		return true, nil
	}
	return major == 3 && (minor < 4 || minor == 4 && patch < 26 || minor == 5 && patch < 9), nil
}
