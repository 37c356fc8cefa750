package sync

import (
	"context"
	"encoding/json"
	"errors"

	"kwi/store"
)

// headRecord is the head of a client at the hub.
type headRecord struct {
	Who
	Marks  []string      `json:"marks,omitempty"`
	Erased []headErasure `json:"erased,omitempty"`
}

func (h *headRecord) read(value []byte) {
	if json.Unmarshal(value, h) != nil {
		*h = headRecord{} // whoever it was, it was somebody
	}
	h.User, h.Computer = cleanName(h.User), cleanName(h.Computer)
	if !h.At.Valid() {
		h.At = ""
	}
	if len(h.Marks) > remembered {
		h.Marks = h.Marks[len(h.Marks)-remembered:]
	}
	h.Erased = h.Erased[max(0, len(h.Erased)-mostErasures):]
}

// heads are the revisions of the heads of all clients at the hub. Where two
// brought one of the same ID, it is the own one, or else that of the first.
func (p *Pair) heads(ctx context.Context) (found map[string]store.Rev, places map[string]place, err error) {
	for range tries {
		found, places = map[string]store.Rev{}, map[string]place{}
		err = p.hub.Scan(ctx, heads, func(r store.Record) error {
			l, ok := placeOf(r.Key)
			if _, taken := places[l.id]; ok && (!taken || l.owner == p.owner) {
				found[l.id], places[l.id] = r.Rev, l
			}
			if len(found) > mostClients {
				return store.ErrForeign
			}
			return nil
		})
		if !errors.Is(err, store.ErrGone) { // the history was thrown away meanwhile
			break
		}
	}
	return found, places, err
}
