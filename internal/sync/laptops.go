package sync

import (
	"context"
	"encoding/json"
	"errors"
	"net/url"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/store"
)

// laptops is what the keys of all begin with by which a laptop says up to where it has
// what the hub has: who erased somebody learns from them who has not been back.
//
//	team/laptops/USER/COMPUTER
const laptops = "team/laptops/"

// LaptopRange is what the keys of the laptops of a user begin with.
func LaptopRange(owner string) string { return laptops + owner + "/" }

// Laptop is a laptop of the team.
type Laptop struct {
	User     string         `json:"user"`
	Computer string         `json:"computer,omitempty"`
	Rev      store.Rev      `json:"rev"`            // it has all that the hub had at this revision
	Seen     account.Moment `json:"seen,omitempty"` // by its own clock; nothing depends on it
	Own      bool           `json:"-"`
}

// laptopKey is that of this one.
func (p *Pair) laptopKey() string {
	name := url.PathEscape(p.who.Computer)
	return LaptopRange(p.owner) + name[:min(len(name), longestName)] + "/"
}

// Reach is a revision of the hub for Been, to be asked before what it has is looked at.
func (p *Pair) Reach(ctx context.Context) (store.Rev, error) { return p.hub.Apply(ctx) }

// Been tells the hub that this laptop has all that it had at a revision.
func (p *Pair) Been(ctx context.Context, at store.Rev, seen account.Moment) error {
	found, err := p.hub.Get(ctx, p.laptopKey())
	if err == nil {
		var value []byte
		if value, err = json.Marshal(Laptop{User: p.owner, Computer: p.who.Computer, Rev: at, Seen: seen}); err == nil {
			_, err = p.hub.Apply(ctx, store.Write{Op: store.Put, Key: found[0].Key, Rev: found[0].Rev, Value: value})
		}
	}
	if errors.Is(err, store.ErrConflict) || errors.Is(err, store.ErrForbidden) {
		return nil // another window of this laptop did; or the team is of before this was told
	}
	return err
}

// been tells it by the clock of this laptop, and notes that here.
func (p *Pair) been(ctx context.Context, at store.Rev) error {
	var now account.Moment
	if p.Clock != nil {
		now = p.Clock()
	}
	err := p.Been(ctx, at, now)
	if err == nil && p.Seen != nil && now.Valid() {
		err = p.Seen(ctx, now)
	}
	return err
}

// Laptops are those of the team that were ever here.
func (p *Pair) Laptops(ctx context.Context) (all []Laptop, err error) {
	own := p.laptopKey()
	err = p.hub.Scan(ctx, laptops, func(r store.Record) error {
		l := laptopOf(r)
		l.Own = r.Key == own
		all = append(all, l)
		return nil
	})
	return all, err
}

func laptopOf(r store.Record) (l Laptop) {
	if json.Unmarshal(r.Value, &l) != nil {
		l = Laptop{}
		l.User, l.Computer, _ = strings.Cut(strings.Trim(strings.TrimPrefix(r.Key, laptops), "/"), "/")
	}
	l.User, l.Computer = cleanName(l.User), cleanName(l.Computer)
	return l
}

// ForgetLaptops has the hub wait no longer for a laptop of a user, or with "" for all of
// theirs, and is those that it waited for. It needs a user who may change them.
func ForgetLaptops(ctx context.Context, hub store.Store, owner, computer string) (all []Laptop, err error) {
	var writes []store.Write
	err = hub.Scan(ctx, LaptopRange(owner), func(r store.Record) error {
		if l := laptopOf(r); computer == "" || l.Computer == computer {
			all, writes = append(all, l), append(writes, store.Write{Op: store.Remove, Key: r.Key, Rev: r.Rev})
		}
		return nil
	})
	for some := range slices.Chunk(writes, store.MaxWrites) {
		if err == nil {
			_, err = hub.Apply(ctx, some...)
		}
	}
	return all, err
}
