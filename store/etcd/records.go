package etcd

import (
	"bytes"
	"context"
	"errors"
	"strings"

	"kwi/store"
)

// page is how many records are asked for at once, and most is how many questions go into one transaction: etcd takes
// 128 unless it is told otherwise.
const (
	page = 500
	most = 100
)

// name is the key of a record in the cluster.
func (s *Store) name(key string) []byte { return []byte(s.config.Prefix + key) }

// after is the key behind all that begin with a prefix; a zero byte says to etcd that there is none.
func after(prefix string) []byte {
	end := []byte(prefix)
	for i := len(end) - 1; i >= 0; i-- {
		if end[i] < 0xff {
			end[i]++
			return end[:i+1]
		}
	}
	return []byte{0}
}

// start is the key that a range of all under a prefix begins with: etcd takes no empty one.
func start(prefix string) []byte {
	if prefix == "" {
		return []byte{0}
	}
	return []byte(prefix)
}

func (s *Store) record(kv keyValue) store.Record {
	return store.Record{Key: strings.TrimPrefix(string(kv.Key), s.config.Prefix), Value: kv.Value, Rev: kv.ModRevision}
}

// Get implements store.Store. What is asked in several transactions is all as of the revision of the first; where that
// was compacted away meanwhile, it is asked anew.
func (s *Store) Get(ctx context.Context, keys ...string) ([]store.Record, error) {
	inner, done, err := s.using(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	for tries := 1; ; tries++ {
		found, err := s.get(inner, keys)
		if !errors.Is(err, store.ErrGone) || tries == 10 {
			return found, told(ctx, inner, err)
		}
	}
}

func (s *Store) get(ctx context.Context, keys []string) ([]store.Record, error) {
	found := make([]store.Record, len(keys))
	var at store.Rev
	many := most
	for from := 0; from < len(keys); {
		part := keys[from:min(from+many, len(keys))]
		var t transaction
		for _, key := range part {
			t.Success = append(t.Success, operation{Range: &rangeRequest{Key: s.name(key), Revision: at}})
		}
		var answer transactionResponse
		err := s.cluster.call(ctx, "kv/txn", t, &answer)
		if errors.Is(err, ErrEndless) && many > 1 {
			many = less(many)
			continue
		}
		if err != nil {
			return nil, err
		}
		if len(answer.Responses) != len(part) {
			return nil, strange("another number of answers than questions")
		}
		for i, r := range answer.Responses {
			found[from+i] = store.Record{Key: part[i]}
			if r.Range != nil && len(r.Range.KVs) > 0 {
				if found[from+i] = s.record(r.Range.KVs[0]); found[from+i].Key != part[i] {
					return nil, strange("another key than was asked")
				}
			}
		}
		from += len(part)
		if at == 0 {
			at = answer.Header.Revision
		}
	}
	return found, nil
}

// Scan implements store.Store, of what this user may see. Records come page by page, all as of the revision of the first; where that was compacted
// away between two pages, the error is ErrGone.
func (s *Store) Scan(ctx context.Context, prefix string, each func(store.Record) error) error {
	inner, done, err := s.using(ctx)
	if err != nil {
		return err
	}
	defer done()
	none := true
	once := func() error {
		return s.scan(inner, under(s.config.Prefix+prefix), func(r store.Record) error {
			none = false
			return each(r)
		})
	}
	err = once()
	if errors.Is(err, store.ErrForbidden) && none { // what this user may see was another a moment ago
		err = once()
	}
	return told(ctx, inner, err)
}

func (s *Store) scan(ctx context.Context, of span, each func(store.Record) error) error {
	spans, err := s.allowed(ctx, of)
	if err != nil {
		return err
	}
	var at store.Rev
	for _, part := range spans {
		q := rangeRequest{Key: part.from, RangeEnd: part.until, Limit: page, Revision: at}
		for more := true; more; {
			var answer rangeResponse
			err := s.cluster.call(ctx, "kv/range", q, &answer)
			if errors.Is(err, ErrEndless) && q.Limit > 1 {
				q.Limit = int64(less(int(q.Limit)))
				continue
			}
			if err != nil {
				return err
			}
			var last []byte
			for _, kv := range answer.KVs {
				if err := ctx.Err(); err != nil {
					return err
				}
				if last != nil && bytes.Compare(kv.Key, last) <= 0 || !(span{q.Key, part.until}).has(kv.Key) {
					return strange("a key out of order")
				}
				last = kv.Key
				if err := each(s.record(kv)); err != nil {
					return err
				}
			}
			if at == 0 {
				at = answer.Header.Revision
			}
			if more = answer.More && len(answer.KVs) > 0; more {
				q.Key, q.Revision = append(last, 0), at
			}
		}
	}
	return nil
}

// Apply implements store.Store, as one transaction.
func (s *Store) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	inner, done, err := s.using(ctx)
	if err != nil {
		return 0, err
	}
	defer done()
	if err := store.Valid(writes); err != nil {
		return 0, err
	}
	rev, err := s.apply(inner, writes)
	return rev, told(ctx, inner, err)
}

func (s *Store) apply(ctx context.Context, writes []store.Write) (store.Rev, error) {
	if len(writes) == 0 {
		q, err := s.mine(ctx)
		if err != nil {
			return 0, err
		}
		var answer rangeResponse
		err = s.cluster.call(ctx, "kv/range", q, &answer)
		return answer.Header.Revision, err
	}
	var t transaction
	never := false
	for _, w := range writes {
		name := s.name(w.Key)
		t.Compare = append(t.Compare, compare{"EQUAL", "MOD", name, w.Rev})
		t.Failure = append(t.Failure, operation{Range: &rangeRequest{Key: name, KeysOnly: true}})
		never = never || !w.Stands(w.Rev)
		switch w.Op {
		case store.Put:
			t.Success = append(t.Success, operation{Put: &putRequest{name, w.Value}})
		case store.Remove:
			t.Success = append(t.Success, operation{Delete: &deleteRequest{name}})
		case store.Same:
		}
	}
	if never { // what cannot stand is refused by name, with all others that do not
		t.Compare, t.Success = nil, t.Failure
	}
	var answer transactionResponse
	if err := s.cluster.call(ctx, "kv/txn", t, &answer); err != nil {
		return 0, err
	}
	if answer.Succeeded && !never {
		return answer.Header.Revision, nil
	}
	if len(answer.Responses) != len(writes) {
		return 0, strange("another number of answers than questions")
	}
	conflict := &store.Conflict{}
	for i, r := range answer.Responses {
		var now store.Rev
		if r.Range != nil && len(r.Range.KVs) > 0 {
			now = r.Range.KVs[0].ModRevision
		}
		if !writes[i].Stands(now) {
			conflict.Keys = append(conflict.Keys, writes[i].Key)
		}
	}
	return 0, conflict
}
