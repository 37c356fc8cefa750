package sync

import (
	"context"

	"kwi/internal/codec"
)

// A client may be part of another of the same owner. Where that one has another ID here,
// it is that which stands here, and at the hub theirs.

// twice are the clients of one owner who have another ID here: what they are called
// here by that at the hub, and the other way about.
type twice struct{ here, there map[string]string }

// twices are those of all owners who have such.
func twices(places map[string]place) map[string]twice {
	all := map[string]twice{}
	for id, at := range places {
		if at.id == id {
			continue
		}
		if _, has := all[at.owner]; !has {
			all[at.owner] = twice{map[string]string{}, map[string]string{}}
		}
		all[at.owner].here[at.id], all[at.owner].there[id] = id, at.id
	}
	return all
}

// partOf is the record of a client with another ID of whom they are part, where that is
// one of those; false where nothing is to be done.
func partOf(records map[string][]byte, id string, names map[string]string) ([]byte, bool) {
	if len(names) == 0 {
		return nil, false
	}
	c, err := codec.Decode(records)
	if err != nil || names[c.PartOf] == "" || !same(codec.Encode(c), records) || c.JoinTo(names[c.PartOf]) != nil {
		return nil, false
	}
	return codec.Encode(c)[codec.ClientKey(id)], true
}

// partHere is a client at the hub as part of whom they are here.
func (p *Pair) partHere(ctx context.Context, t there) (there, error) {
	last, err := p.seen(ctx)
	if err != nil || len(last.twice[t.owner].here) == 0 {
		return t, err
	}
	key := codec.ClientKey(t.here)
	if value, is := partOf(t.records(), t.here, last.twice[t.owner].here); is {
		r := t.all[key]
		r.Value = value
		t.all[key] = r
	}
	return t, nil
}
