package sync

import (
	"context"
	"encoding/binary"
	"strings"

	"kwi/internal/codec"
	"kwi/internal/fault"
	"kwi/store"
)

// noted is what is noted here of a client at the hub: what both were when they
// were last the same.
type noted struct {
	id      string
	head    store.Rev // of the hub, 0 where they never were
	here    store.Rev // of the client's overview in this file then
	own     store.Rev // of the note
	revs    map[string]store.Rev
	records map[string][]byte
}

// noted reads what is noted of a client.
func (p *Pair) noted(ctx context.Context, id string) (n noted, err error) {
	n = noted{id: id, revs: map[string]store.Rev{}, records: map[string][]byte{}}
	found, err := p.local.Get(ctx, codec.HubKey(id))
	if err != nil {
		return n, err
	}
	if n.own = found[0].Rev; n.own != 0 {
		var ok bool
		if n.head, n.here, ok = readNote(found[0].Value); !ok {
			return n, fault.New(fault.Damaged, codec.HubKey(id))
		}
	}
	err = p.local.Scan(ctx, codec.BaseKey(id, ""), func(r store.Record) error {
		key := strings.TrimPrefix(r.Key, codec.BaseKey(id, ""))
		n.revs[key] = r.Rev
		n.records[key] = append([]byte{}, r.Value...)
		return nil
	})
	return n, err
}

func readNote(value []byte) (head, here store.Rev, ok bool) {
	h, n := binary.Uvarint(value)
	if n <= 0 {
		return 0, 0, false
	}
	l, m := binary.Uvarint(value[n:])
	return store.Rev(h), store.Rev(l), m > 0 && n+m == len(value)
}

// overview is the revision of a client's overview here: it is written with every
// change of them.
func (p *Pair) overview(ctx context.Context, id string) (store.Rev, error) {
	found, err := p.local.Get(ctx, codec.SummaryKey(id))
	if err != nil {
		return 0, err
	}
	return found[0].Rev, nil
}

// note keeps that a client is the same here, as of that overview, and at the hub.
func (p *Pair) note(ctx context.Context, was noted, here store.Rev, is there) error {
	if was.head == is.head.Rev && was.here == here && same(was.records, is.records()) {
		return nil
	}
	value := binary.AppendUvarint(binary.AppendUvarint(nil, uint64(is.head.Rev)), uint64(here))
	writes := []store.Write{{Op: store.Put, Key: codec.HubKey(was.id), Rev: was.own, Value: value}}
	for key, r := range is.all {
		if now, there := was.records[key]; !there || string(now) != string(r.Value) {
			writes = append(writes, store.Write{Op: store.Put, Key: codec.BaseKey(was.id, key), Rev: was.revs[key], Value: r.Value})
		}
	}
	for key := range was.records {
		if _, stays := is.all[key]; !stays {
			writes = append(writes, store.Write{Op: store.Remove, Key: codec.BaseKey(was.id, key), Rev: was.revs[key]})
		}
	}
	_, err := p.local.Apply(ctx, writes...)
	return err
}

// forget takes away what is noted of a client.
func (p *Pair) forget(ctx context.Context, n noted) error {
	var writes []store.Write
	if n.own != 0 {
		writes = append(writes, store.Write{Op: store.Remove, Key: codec.HubKey(n.id), Rev: n.own})
	}
	for key, rev := range n.revs {
		writes = append(writes, store.Write{Op: store.Remove, Key: codec.BaseKey(n.id, key), Rev: rev})
	}
	_, err := p.local.Apply(ctx, writes...)
	return err
}
