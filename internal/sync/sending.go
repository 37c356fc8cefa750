package sync

import (
	"context"
	"encoding/json"
	"slices"

	"kwi/internal/codec"
	"kwi/store"
)

// remembered is how many marks a head has: as many sendings of others may come
// behind one before whoever sent it looks.
const remembered = 40

// begun notes what goes to the hub. It stands in the place of a mark of before.
func (p *Pair) begun(ctx context.Context, n *noted, mark string, became map[string][]byte) error {
	value, err := json.Marshal(codec.SendingBetween(mark, n.records, became))
	if err != nil {
		return err
	}
	rev, err := p.local.Apply(ctx, store.Write{Op: store.Put, Key: codec.SendingKey(n.id), Rev: n.sending.Rev, Value: value})
	if err == nil {
		n.sending = store.Record{Key: codec.SendingKey(n.id), Rev: rev, Value: value}
	}
	return err
}

// settle makes what went to the hub, where its head says that it landed, what the
// client was at both when they were last the same. As of when that was nobody knows, but
// that it was after what is noted: whoever was erased there since is erased here too.
func (p *Pair) settle(ctx context.Context, n *noted, t there) error {
	if n.sending.Rev == 0 {
		return nil
	}
	s, ok := codec.DecodeSending(n.sending.Value)
	if !ok || !slices.Contains(t.marks, s.Mark) {
		return nil
	}
	i := slices.Index(t.marks, s.Mark) + 1
	landed := there{place: t.place, at: max(n.head, 1), marks: t.marks[:i], all: map[string]store.Record{}}
	if behind := uint64(len(t.marks) - i); t.sent > behind {
		landed.sent = t.sent - behind
	}
	for key, value := range n.records {
		landed.all[key] = store.Record{Value: value}
	}
	for key, value := range s.Put {
		landed.all[key] = store.Record{Value: value}
	}
	for _, key := range s.Gone {
		delete(landed.all, key)
	}
	if err := p.note(ctx, *n, 0, landed); err != nil { // 0: what is here may be newer
		return err
	}
	now, err := p.noted(ctx, n.id)
	*n = now
	return err
}
