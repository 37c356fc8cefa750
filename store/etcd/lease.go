package etcd

import (
	"context"
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

// PutFor implements store.Lasting: each time the record gets a lease of its own, which ends by itself.
func (s *Store) PutFor(ctx context.Context, key string, value []byte, lasts time.Duration) error {
	if err := store.Valid([]store.Write{{Op: store.Put, Key: key, Value: value}}); err != nil {
		return err
	}
	inner, done, err := s.using(ctx)
	if err != nil {
		return err
	}
	defer done()
	var lease grantResponse
	seconds := max(int64((lasts+time.Second-1)/time.Second), 1)
	if err := s.cluster.call(inner, "lease/grant", grantRequest{seconds}, &lease); err != nil {
		return told(ctx, inner, err)
	}
	return told(ctx, inner, s.cluster.call(inner, "kv/put", lentRequest{s.name(key), value, lease.ID}, &struct{}{}))
}
