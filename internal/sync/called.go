package sync

import (
	"context"
	"errors"
	"maps"
	"slices"

	"kwi/internal/codec"
	"kwi/store"
)

// atHub is what is known of the clients at the hub, by what they are called here.
type atHub struct {
	revs   map[string]store.Rev // of their heads
	places map[string]place
	called map[Place]string
	twice  map[string]twice // by owner
}

// heads are all clients at the hub whom its user may see, where that is what is here
// and noted.
func (p *Pair) heads(ctx context.Context, here map[string]store.Rev, noted map[string]noted) (all atHub, err error) {
	var revs map[Place]store.Rev
	var own, others []Place
	for range tries {
		revs, own, others = map[Place]store.Rev{}, nil, nil
		err = p.hub.Scan(ctx, heads, func(r store.Record) error {
			at, ok := placeOf(r.Key)
			switch {
			case !ok:
				return nil
			case at.Owner == p.owner:
				own = append(own, at)
			default:
				others = append(others, at)
			}
			if revs[at] = r.Rev; len(revs) > mostClients {
				return store.ErrForeign
			}
			return nil
		})
		if !errors.Is(err, store.ErrGone) { // the history was thrown away meanwhile
			break
		}
	}
	if err != nil {
		return all, err
	}
	all = atHub{map[string]store.Rev{}, map[string]place{}, called(append(own, others...), here, noted), nil}
	for at, rev := range revs {
		if id, ok := all.called[at]; ok {
			all.revs[id], all.places[id] = rev, place{at.Owner, at.ID, id}
		}
	}
	all.twice = twices(all.places)
	p.lock.Lock()
	p.last = &all
	p.lock.Unlock()
	return all, nil
}

// called is what each client at the hub is called here: as it is noted, else as there,
// and where that is another's already as a second one.
func called(all []Place, here map[string]store.Rev, noted map[string]noted) map[Place]string {
	by, taken := map[Place]string{}, map[string]bool{}
	for id, n := range noted {
		if at, ok := n.place(); ok {
			by[Place{at.owner, at.id}], taken[id] = id, true
		}
	}
	for _, at := range all {
		if by[at] != "" {
			continue
		}
		id := at.ID
		second := at.Second()
		if _, there := here[second]; taken[id] || there && !taken[second] {
			id = second
		}
		if !taken[id] {
			by[at], taken[id] = id, true
		}
	}
	return by
}

// place is where a client lies of whom that is noted.
func (n *noted) place() (at place, ok bool) {
	if at = (place{n.owner, n.there, n.id}); at.id == "" {
		at.id = n.id
	}
	return at, n.owner != ""
}

// seen is the hub as it was seen last.
func (p *Pair) seen(ctx context.Context) (*atHub, error) {
	p.lock.Lock()
	last := p.last
	p.lock.Unlock()
	if last != nil {
		return last, nil
	}
	here, noted, err := p.overviews(ctx)
	if err != nil {
		return nil, err
	}
	all, err := p.heads(ctx, here, noted)
	return &all, err
}

// lies is where a client lies at the hub of whom that is not noted: where it was seen,
// else as one's own.
func (p *Pair) lies(ctx context.Context, id string) (place, error) {
	last, err := p.seen(ctx)
	if err != nil {
		return place{}, err
	}
	if at, ok := last.places[id]; ok {
		return at, nil
	}
	return place{p.owner, id, id}, nil
}

// calledHere is what a client at the hub is called here who changed there, "" where
// there is no such one any more who could come.
func (p *Pair) calledHere(ctx context.Context, at Place) (string, error) {
	found, err := p.local.Get(ctx, codec.HubKey(at.ID), codec.HubKey(at.Second()))
	if err != nil {
		return "", err
	}
	for i, id := range []string{at.ID, at.Second()} {
		n := noted{id: id}
		if found[i].Rev == 0 || !n.read(found[i].Value) {
			continue
		}
		if l, ok := n.place(); ok && l.owner == at.Owner && l.id == at.ID {
			return id, nil
		}
	}
	here, noted, err := p.overviews(ctx)
	if err != nil {
		return "", err
	}
	all, err := p.heads(ctx, here, noted)
	return all.called[at], err
}

// Second is a client who has another ID here than at the hub, since theirs is another's
// here.
type Second struct {
	Client string // what they are called here
	At     Place
}

// Seconds are all of them.
func (p *Pair) Seconds(ctx context.Context) (all []Second, err error) {
	_, noted, err := p.overviews(ctx)
	for _, id := range slices.Sorted(maps.Keys(noted)) {
		n := noted[id]
		if at, ok := n.place(); ok && at.id != id {
			all = append(all, Second{id, Place{at.owner, at.id}})
		}
	}
	return all, err
}
