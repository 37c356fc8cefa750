package sync

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"kwi/internal/codec"
	"kwi/internal/fault"
	"kwi/internal/text"
	"kwi/store"
)

// What the hub has of clients lies below whoever brought them, so that who may
// see one, or all that somebody brought, is a few ranges of keys. The heads are
// apart, for they are looked at of all at once, and so is who has a client open,
// for a director who changes nothing is seen looking too:
//
//	h/OWNER/ID/       who changed a client last; written with every change
//	c/OWNER/ID/KEY    their records, by the keys that these have here
//	o/OWNER/ID/NAME   who has them open; written by whoever may see them, also who may only look
const (
	heads   = "h/"
	records = "c/"
	opened  = "o/"
)

// longestOwner is how many letters whoever brings clients to a hub may have.
const longestOwner = 40

// ValidOwner reports whether somebody can be called so at a hub: small letters,
// digits, and . - _ @ within them.
func ValidOwner(name string) bool {
	return name != "" && len(name) <= longestOwner && strings.IndexFunc(name, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9') && !strings.ContainsRune(".-_@", r)
	}) < 0
}

// Rights is written by whoever changes who may see what, for a hub tells nobody of that by
// itself: whoever works with it looks at all anew.
const Rights = "team/rights"

// there is what the hub has of a client.
type there struct {
	place
	at     store.Rev // of the head, 0 where the client is not there
	by     Who
	marks  []string // of the last sendings, the newest last
	sent   uint64   // how many there were
	erased []headErasure
	all    map[string]store.Record // by the keys that they have here
}

func (t there) records() map[string][]byte {
	if t.at == 0 {
		return nil
	}
	records := make(map[string][]byte, len(t.all))
	for key, r := range t.all {
		records[key] = r.Value
	}
	return records
}

// with is it with other records.
func (t there) with(records map[string][]byte) there {
	t.all = map[string]store.Record{}
	for key, value := range records {
		t.all[key] = store.Record{Value: value}
	}
	return t
}

// there reads a client at the hub. Whoever changes them there while they are read
// changes the head.
func (p *Pair) there(ctx context.Context, l place) (t there, err error) {
	for range tries {
		before, err := p.hub.Get(ctx, l.head())
		if err != nil {
			return t, err
		}
		t = there{place: l, at: before[0].Rev, all: map[string]store.Record{}}
		var h headRecord
		h.read(before[0].Value)
		t.by, t.marks, t.sent, t.erased = h.Who, h.Marks, h.Sent, h.Erased
		size := 0
		err = p.hub.Scan(ctx, l.within(), func(r store.Record) error {
			if size += len(r.Key) + len(r.Value); size > mostOfClient {
				return fault.New(fault.Damaged, l.id)
			}
			if k, ok := codec.Parse(strings.TrimPrefix(r.Key, l.within())); !ok || k.Client != l.id {
				return fault.New(fault.Damaged, r.Key)
			}
			r.Value = append([]byte{}, r.Value...)
			t.all[l.keyHere(r.Key)] = r
			return nil
		})
		if errors.Is(err, store.ErrGone) {
			continue // the history was thrown away meanwhile
		}
		if err != nil {
			return t, err
		}
		after, err := p.hub.Get(ctx, l.head())
		if err != nil {
			return t, err
		}
		if after[0].Rev == before[0].Rev {
			return p.partHere(ctx, t)
		}
	}
	return t, store.ErrConflict
}

// cleanName is what somebody calls themselves, as far as it may be shown.
func cleanName(s string) string {
	s, _ = text.Clean(s)
	if letters := []rune(text.Line(s)); len(letters) > longestName {
		return string(letters[:longestName])
	}
	return text.Line(s)
}

// mostOfClient is how much a hub may have of one client, in bytes, and mostClients
// how many clients one user may see there: what says that it has more is no hub of ours.
const (
	mostOfClient = 64 << 20
	mostClients  = 1_000_000
)

// give makes a client at the hub what they became, unless somebody changed them
// there meanwhile; erased are who was erased with that. Where it is more than goes at
// once the head is written last: until then nobody takes anything over.
func (p *Pair) give(ctx context.Context, was there, mark string, became map[string][]byte, erased []pending) (there, error) {
	last, err := p.seen(ctx)
	if err != nil {
		return was, err
	}
	goes := maps.Clone(became)
	if value, is := partOf(became, was.here, last.twice[was.owner].there); is {
		goes[codec.ClientKey(was.here)] = value
	}
	var writes []store.Write
	for _, key := range slices.Sorted(maps.Keys(became)) {
		if r, ok := was.all[key]; !ok || string(r.Value) != string(became[key]) {
			writes = append(writes, store.Write{Op: store.Put, Key: was.record(key), Rev: r.Rev, Value: goes[key]})
		}
	}
	for _, key := range slices.Sorted(maps.Keys(was.all)) {
		if _, stays := became[key]; !stays {
			writes = append(writes, store.Write{Op: store.Remove, Key: was.record(key), Rev: was.all[key].Rev})
		}
	}
	marks := append(slices.Clone(was.marks), mark)
	marks = marks[max(0, len(marks)-remembered):]
	all := slices.Clone(was.erased)
	for _, e := range erased {
		all = append(all, headErasure{e.Public(), was.at})
	}
	all = all[max(0, len(all)-mostErasures):]
	by, err := json.Marshal(headRecord{p.who, marks, was.sent + 1, all})
	if err != nil {
		return was, err
	}
	head := store.Write{Op: store.Put, Key: was.head(), Rev: was.at, Value: by}
	is := there{place: was.place, by: p.who, marks: marks, sent: was.sent + 1, erased: all, all: maps.Clone(was.all)}
	for part := range parts(writes, head) {
		rev, err := p.hub.Apply(ctx, part...)
		if err != nil {
			return was, err
		}
		for _, w := range part {
			switch {
			case w.Op == store.Same:
			case w.Key == head.Key:
				is.at = rev
			case w.Op == store.Put:
				is.all[was.keyHere(w.Key)] = store.Record{Key: w.Key, Rev: rev, Value: became[was.keyHere(w.Key)]}
			default:
				delete(is.all, was.keyHere(w.Key))
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
		room := store.MaxBytes - len(head.Key) - len(head.Value)
		var part []store.Write
		left := room
		for _, w := range writes {
			size := len(w.Key) + len(w.Value)
			if len(part) > 0 && (len(part) >= store.MaxWrites-1 || size > left) {
				if !yield(append(part, still)) {
					return
				}
				part, left = nil, room
			}
			part, left = append(part, w), left-size
		}
		yield(append(part, head))
	}
}
