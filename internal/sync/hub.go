package sync

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/fault"
	"kwi/internal/text"
	"kwi/store"
)

// What the hub has of a client lies together, below whoever brought them, so
// that who may see them, or all that somebody brought, is one range of keys:
//
//	c/OWNER/ID/head     who changed them last; written with every change
//	c/OWNER/ID/r/KEY    their records, by the keys that these have here
const Clients = "c/"

// place is where a client stands at the hub.
type place struct{ owner, id string }

// Range is what the keys of a client at the hub begin with, and OwnRange that of
// all that somebody brought.
func Range(owner, id string) string { return OwnRange(owner) + id + "/" }

// OwnRange is what the keys of all clients begin with that somebody brought.
func OwnRange(owner string) string { return Clients + owner + "/" }

func (l place) head() string             { return Range(l.owner, l.id) + "head" }
func (l place) record(key string) string { return Range(l.owner, l.id) + "r/" + key }

// ofHead is the place whose head a key is; false where it is none.
func ofHead(key string) (l place, ok bool) {
	parts := strings.Split(key, "/")
	if len(parts) != 4 || parts[0]+"/" != Clients || parts[3] != "head" || !account.ValidID(parts[2]) {
		return place{}, false
	}
	return place{parts[1], parts[2]}, true
}

// there is what the hub has of a client.
type there struct {
	head store.Record
	by   Who
	all  map[string]store.Record // by the keys that they have here
}

func (t there) records() map[string][]byte {
	if t.head.Rev == 0 {
		return nil
	}
	records := make(map[string][]byte, len(t.all))
	for key, r := range t.all {
		records[key] = r.Value
	}
	return records
}

// there reads a client at the hub, all as of one moment.
func (p *Pair) there(ctx context.Context, id string) (t there, err error) {
	t.all = map[string]store.Record{}
	err = p.hub.Scan(ctx, Range(id), func(r store.Record) error {
		r.Value = append([]byte{}, r.Value...)
		key, isRecord := strings.CutPrefix(r.Key, recordKey(id, ""))
		switch k, ok := codec.Parse(key); {
		case r.Key == headKey(id):
			t.head = r
			return t.by.read(r.Value)
		case !isRecord:
			return nil // what a later version keeps there
		case !ok || k.Client != id:
			return fault.New(fault.Damaged, r.Key)
		}
		t.all[key] = r
		return nil
	})
	return t, err
}

func (w *Who) read(value []byte) error {
	if json.Unmarshal(value, w) != nil {
		*w = Who{} // whoever it was, it was somebody
	}
	w.User, w.Computer = cleanName(w.User), cleanName(w.Computer)
	return nil
}

// cleanName is what somebody calls themselves, as far as it may be shown.
func cleanName(s string) string {
	s, _ = text.Clean(s)
	return text.Line(s)
}

// heads are the revisions of the heads of all clients at the hub.
func (p *Pair) heads(ctx context.Context) (map[string]store.Rev, error) {
	found := map[string]store.Rev{}
	err := p.hub.Scan(ctx, clients, func(r store.Record) error {
		if id := ofHead(r.Key); id != "" {
			found[id] = r.Rev
		}
		return nil
	})
	return found, err
}

// give makes a client at the hub what they became, unless somebody changed them
// there meanwhile. Where it is more than goes at once the head is written last:
// until then nobody takes anything over.
func (p *Pair) give(ctx context.Context, id string, was there, became map[string][]byte) (there, error) {
	var writes []store.Write
	for _, key := range slices.Sorted(maps.Keys(became)) {
		if r, ok := was.all[key]; !ok || string(r.Value) != string(became[key]) {
			writes = append(writes, store.Write{Op: store.Put, Key: recordKey(id, key), Rev: r.Rev, Value: became[key]})
		}
	}
	for _, key := range slices.Sorted(maps.Keys(was.all)) {
		if _, stays := became[key]; !stays {
			writes = append(writes, store.Write{Op: store.Remove, Key: recordKey(id, key), Rev: was.all[key].Rev})
		}
	}
	by, err := json.Marshal(p.who)
	if err != nil {
		return was, err
	}
	head := store.Write{Op: store.Put, Key: headKey(id), Rev: was.head.Rev, Value: by}
	is := there{by: p.who, all: maps.Clone(was.all)}
	for part := range parts(writes, head) {
		rev, err := p.hub.Apply(ctx, part...)
		if err != nil {
			return was, err
		}
		for _, w := range part {
			key := strings.TrimPrefix(w.Key, recordKey(id, ""))
			switch {
			case w.Key == head.Key && w.Op == store.Put:
				is.head = store.Record{Key: w.Key, Rev: rev, Value: by}
			case w.Op == store.Put:
				is.all[key] = store.Record{Key: w.Key, Rev: rev, Value: w.Value}
			case w.Op == store.Remove:
				delete(is.all, key)
			}
		}
	}
	return is, nil
}

// parts are writes as one Apply takes them; the head is the last of the last,
// and in all others it is still what it was.
func parts(writes []store.Write, head store.Write) func(func([]store.Write) bool) {
	return func(yield func([]store.Write) bool) {
		still := store.Write{Op: store.Same, Key: head.Key, Rev: head.Rev}
		var part []store.Write
		size := 0
		for _, w := range writes {
			if more := len(w.Key) + len(w.Value); len(part) >= store.MaxWrites-1 || size+more > store.MaxBytes-2*store.MaxKey {
				if !yield(append(part, still)) {
					return
				}
				part, size = nil, 0
			}
			part, size = append(part, w), size+len(w.Key)+len(w.Value)
		}
		yield(append(part, head))
	}
}
