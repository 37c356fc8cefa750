package sync

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/desk"
	"kwi/store"
)

// Whoever is erased on one laptop is erased at the hub with the next round of it, and on
// every other laptop when that comes back: the head of a client tells that somebody was
// erased, and only who still has them finds out who (account.Erasure). What is done there
// is what `kwi erase` does, in the copies too; only then what both have is put together,
// so no older change brings them back.

// headErasure is one of the erasures that the head of a client tells of.
type headErasure struct {
	account.Erasure
	After store.Rev `json:"after"` // the head was of this revision before
}

// mostErasures is of how many a head tells.
const mostErasures = 100

// pending is an erasure that began here.
type pending struct {
	codec.ErasedNote
	key string
	rev store.Rev
}

// pendings are those of a client, or with "" of all.
func (p *Pair) pendings(ctx context.Context, id string) (all []pending, err error) {
	prefix := codec.ErasedPrefix
	if id != "" {
		prefix = codec.ErasedKey(id, "")
	}
	err = p.local.Scan(ctx, prefix, func(r store.Record) error {
		if n, ok := codec.DecodeErased(r.Value); ok {
			all = append(all, pending{n, r.Key, r.Rev})
		}
		return nil
	})
	return all, err
}

// open are the clients of whom an erasure has not gone to the hub.
func (p *Pair) open(ctx context.Context) (map[string]bool, error) {
	all, err := p.pendings(ctx, "")
	open := map[string]bool{}
	for _, one := range all {
		if one.Landed == 0 {
			open[codec.NoteOf(codec.ErasedPrefix, one.key)] = true
		}
	}
	return open, err
}

// tellsOf reports whether the head tells of an erasure.
func (t there) tellsOf(one pending) bool {
	return slices.ContainsFunc(t.erased, func(e headErasure) bool { return e.Mark == one.Mark })
}

// landed notes which erasures went to the hub, as far as its head tells of them, and is
// those that have not.
func (p *Pair) landed(ctx context.Context, all []pending, t there) (open []pending, err error) {
	for _, one := range all {
		there := t.tellsOf(one)
		switch {
		case !there && one.Landed == 0:
			open = append(open, one)
		case there && one.Landed == 0:
			one.Landed = uint64(t.at)
			one.Texts = nil
			if _, err := p.local.Apply(ctx, store.Write{Op: store.Put, Key: one.key, Rev: one.rev, Value: codec.EncodeErased(one.ErasedNote)}); err != nil {
				return nil, err
			}
		}
	}
	return open, nil
}

// arrives erases here whom others erased at the hub since both were the same last, and
// reports whether that was anybody: then what is here is another.
func (p *Pair) arrives(ctx context.Context, n noted, split account.Split, t there, own []pending) (erased bool, err error) {
	for _, e := range t.erased {
		if n.head != 0 && e.After < n.head || slices.ContainsFunc(own, func(o pending) bool { return o.Mark == e.Mark }) {
			continue
		}
		for _, at := range []*account.Client{&split.Base, &split.Ours} {
			for _, who := range e.Among(at) {
				person, _ := at.Person(who)
				if n.head == 0 && isStill(&split.Theirs, who, person.Name) {
					continue // nobody knows what both were: it may be another of the same initials
				}
				person.Learn(&split.Base)
				person.Learn(&split.Ours)
				naming := at.NamingOf(who, append(person.Before, person.Name)...)
				if err := p.erase(ctx, erasingOf(e.Erasure, person, naming.Writings(&split.Theirs))); err != nil {
					return erased, err
				}
				erased = true
			}
			if erased {
				return true, nil
			}
		}
	}
	return false, nil
}

// isStill reports whether a client knows somebody of these initials and this name.
func isStill(c *account.Client, who account.Initials, name string) bool {
	p, known := c.Person(who)
	return known && account.SameName(account.Respondent{Name: p.Name}, account.Respondent{Name: name})
}

// erasingOf is what is to be done here. A text of others that the hub has was decided on:
// it stays as it is there, and any other loses the name.
func erasingOf(e account.Erasure, person account.Person, theirs []account.Writing) desk.Erasing {
	instead := map[string]string{}
	for _, w := range theirs {
		instead[w.Text] = w.Text
	}
	e.Decide(instead)
	return desk.Erasing{Person: person, Everywhere: e.All, Today: e.On, Instead: instead, Unseen: cmp.Or(e.Word, "[…]"), Arrived: e}
}

// erase does it.
func (p *Pair) erase(ctx context.Context, e desk.Erasing) error {
	if p.Erases != nil {
		return p.Erases(ctx, e)
	}
	_, err := p.desk.Erase(ctx, e)
	return err
}

// Erased is how an erasure stands that began here.
type Erased struct {
	Client  string
	On      account.Date
	Landed  bool     // the hub has them no longer
	Cleared bool     // nor in its history
	Missing []Laptop // that have not been back since
}

// clearing is a hub that keeps what was, and can throw that away.
type clearing interface {
	Compacted(ctx context.Context, at store.Rev) (bool, error)
	Compact(ctx context.Context, at store.Rev) error
}

// Clear throws away what the history of the hub has of those who were erased from here,
// as far as the hub lets this user.
func (p *Pair) Clear(ctx context.Context) error {
	all, err := p.pendings(ctx, "")
	if err != nil {
		return err
	}
	for _, one := range all {
		if one.Landed == 0 || one.Cleared {
			continue
		}
		cleared, err := p.clear(ctx, store.Rev(one.Landed))
		if err != nil {
			return err
		}
		if !cleared {
			continue
		}
		one.Cleared = true
		if _, err := p.local.Apply(ctx, store.Write{Op: store.Put, Key: one.key, Rev: one.rev, Value: codec.EncodeErased(one.ErasedNote)}); err != nil && !errors.Is(err, store.ErrConflict) {
			return err
		}
	}
	return nil
}

// clear throws away what was before a revision, where nobody did; false where only the
// administrator may.
func (p *Pair) clear(ctx context.Context, at store.Rev) (bool, error) {
	c, can := p.hub.(clearing)
	if !can {
		return true, nil
	}
	if gone, err := c.Compacted(ctx, at); gone || err != nil {
		return gone, err
	}
	err := c.Compact(ctx, at)
	if errors.Is(err, store.ErrForbidden) {
		return false, nil
	}
	return err == nil, err
}

// Erasures are those that began here and of which not all is done, or was told. The hub
// is asked which laptops have been back, and whether its history was thrown away since;
// where that is nil they are not, and it was not.
func (p *Pair) Erasures(ctx context.Context) (all []Erased, err error) {
	some, err := p.pendings(ctx, "")
	if err != nil || len(some) == 0 {
		return nil, err
	}
	var laptops []Laptop
	if p.hub != nil {
		if laptops, err = p.Laptops(ctx); err != nil {
			return nil, err
		}
	}
	for _, one := range some {
		e := Erased{Client: codec.NoteOf(codec.ErasedPrefix, one.key), On: one.On, Landed: one.Landed != 0, Cleared: one.Cleared}
		if c, can := p.hub.(clearing); can && e.Landed && !e.Cleared {
			if e.Cleared, err = c.Compacted(ctx, store.Rev(one.Landed)); err != nil { // since the last round, perhaps
				return nil, err
			}
		}
		for _, l := range laptops {
			if e.Landed && !l.Own && uint64(l.Rev) < one.Landed {
				e.Missing = append(e.Missing, l)
			}
		}
		all = append(all, e)
	}
	return all, nil
}

// Finish forgets the erasures of which all is done: every laptop has been back.
func (p *Pair) Finish(ctx context.Context) error {
	some, err := p.pendings(ctx, "")
	if err != nil || len(some) == 0 {
		return err
	}
	laptops, err := p.Laptops(ctx)
	if err != nil {
		return err
	}
	for _, one := range some {
		away := slices.ContainsFunc(laptops, func(l Laptop) bool { return !l.Own && uint64(l.Rev) < one.Landed })
		if one.Landed == 0 || !one.Cleared || away {
			continue
		}
		if _, err := p.local.Apply(ctx, store.Write{Op: store.Remove, Key: one.key, Rev: one.rev}); err != nil && !errors.Is(err, store.ErrConflict) {
			return err
		}
	}
	return nil
}
