package sync

import (
	"context"
	"encoding/json"
	"errors"
	"net/url"
	"slices"
	"time"

	"kwi/store"
)

// Presence is a client that is open here, as the hub is told. Whoever may see the
// client there may see who has them open, and is seen: a director who looks along
// does so in the open.
type Presence struct {
	pair *Pair
	at   place
	seen map[string]seen
}

// seen is a record of somebody else as it was last looked at.
type seen struct {
	rev   store.Rev
	looks int // how often it was the same since
}

// missed is how often a record of somebody may be the same before they are taken
// not to have the client open any more. No clock of another computer is asked.
const missed = 4

// longestName is how much of a user and a computer goes into a key.
const longestName = 120

// Open begins to tell the hub that a client is open here.
func (p *Pair) Open(ctx context.Context, id string) (*Presence, error) {
	n, err := p.noted(ctx, id)
	if err != nil {
		return nil, err
	}
	at, known := n.place()
	if !known {
		at.owner = p.owner
	}
	return &Presence{pair: p, at: at, seen: map[string]seen{}}, nil
}

// key is that of this laptop.
func (o *Presence) key() string {
	name := url.PathEscape(o.pair.who.User + " " + o.pair.who.Computer)
	return o.at.opened() + name[:min(len(name), longestName)]
}

// Renew tells the hub that the client is still open here, and is who else has them
// open. It is to be called every so often; a hub that can forget by itself does so
// once that was missed some times. Who may leave no word there sees it of others all the same.
func (o *Presence) Renew(ctx context.Context, every time.Duration) (others []Who, err error) {
	own := o.key()
	var mine store.Rev
	now := map[string]seen{}
	var over []store.Record
	err = o.pair.hub.Scan(ctx, o.at.opened(), func(r store.Record) error {
		if r.Key == own {
			mine = r.Rev
			return nil
		}
		s := seen{rev: r.Rev}
		if was, known := o.seen[r.Key]; known && was.rev == r.Rev {
			s.looks = was.looks + 1
		}
		now[r.Key] = s
		if s.looks >= missed {
			over = append(over, store.Record{Key: r.Key, Rev: r.Rev})
		}
		var h headRecord
		if h.read(r.Value); s.looks < missed && h.User+h.Computer != "" && !slices.Contains(others, h.Who) {
			others = append(others, h.Who)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, r := range over { // of a laptop that was killed, where the hub forgets nothing by itself
		_, err := o.pair.hub.Apply(ctx, store.Write{Op: store.Remove, Key: r.Key, Rev: r.Rev})
		if err != nil && !errors.Is(err, store.ErrConflict) && !errors.Is(err, store.ErrForbidden) {
			return nil, err
		}
	}
	o.seen = now
	err = o.put(ctx, own, mine, every)
	if errors.Is(err, store.ErrConflict) || errors.Is(err, store.ErrForbidden) {
		err = nil // another window of this laptop came in between, or a team that was made before had no room for it
	}
	return others, err
}

func (o *Presence) put(ctx context.Context, key string, was store.Rev, every time.Duration) error {
	value, err := json.Marshal(Who{User: o.pair.who.User, Computer: o.pair.who.Computer})
	if err != nil {
		return err
	}
	if lasting, can := o.pair.hub.(store.Lasting); can {
		return lasting.PutFor(ctx, key, value, missed*every)
	}
	_, err = o.pair.hub.Apply(ctx, store.Write{Op: store.Put, Key: key, Rev: was, Value: value})
	return err
}

// End tells the hub that the client is open here no more.
func (o *Presence) End(ctx context.Context) error {
	found, err := o.pair.hub.Get(ctx, o.key())
	if err != nil || found[0].Rev == 0 {
		return err
	}
	_, err = o.pair.hub.Apply(ctx, store.Write{Op: store.Remove, Key: found[0].Key, Rev: found[0].Rev})
	if errors.Is(err, store.ErrConflict) {
		return nil
	}
	return err
}
