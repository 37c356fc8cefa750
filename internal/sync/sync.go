// Package sync keeps a data file and the hub of a team the same. Every laptop
// has its own file and everything works on that; what is done there goes to the
// hub, and what others did comes from it, client by client:
//
//	here ── what the client was at both when they were last the same ── hub
//
// The three are put together field by field (account.Reconcile). So nothing has
// to be noted when something is done: what differs from what both were is what
// was done here, and a program that is killed at any moment finds out again.
// What really collides counts as the hub has it, and is kept beside until
// somebody chooses.
//
// At the hub each client has a head that is written with every change of them,
// and compared with it: whoever comes second hears so, takes over what came
// before, and tries again. So what a hub has of a client always holds together.
//
// Two people may bring clients of one ID. At the hub these lie below each of them; who
// sees both has the second under an ID that follows from where it lies (Place.Second).
//
// Whoever is erased is erased everywhere: the head says that somebody was, not who, and
// every file that still has them erases them before it is put together with the hub.
//
// It knows the desk, the port and the records. It must not know which engine
// the hub is, who may see what there, or any screen.
package sync

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"maps"
	gosync "sync"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/portable"
	"kwi/store"
)

// Pair is a data file and a hub.
type Pair struct {
	// Erases erases somebody here whom another laptop erased; nil: in the data file alone.
	Erases func(context.Context, desk.Erasing) error
	// Clock is the time as laptops tell it; nil: they tell none.
	Clock func() account.Moment
	// Seen notes here when both were the same last; nil: nobody does.
	Seen func(context.Context, account.Moment) error

	desk  *desk.Desk
	local store.Store // of the same file, for what is noted of the hub
	hub   store.Store
	who   Who
	owner string // below whom the clients lie at the hub that are brought from here

	lock gosync.Mutex
	last *atHub // as it was seen last
}

// Who is the one that something at the hub comes from.
type Who struct {
	User     string `json:"user,omitempty"` // as they are called
	Computer string `json:"computer,omitempty"`
}

// New is the pair of a desk's data file and a hub; who is at the desk, and new
// clients are brought to the hub as those of owner, without a slash in it.
func New(d *desk.Desk, hub store.Store, owner string, who Who) *Pair {
	return &Pair{desk: d, local: file{d.Store(), d}, hub: hub, owner: owner, who: who}
}

// Round is what one round of a client did.
type Round struct {
	Took   bool     // something came from the hub
	By     Who      // from whom, as far as the last of them
	Gave   bool     // something went to the hub
	Apart  []string // paths of what collided
	Gone   bool     // the hub has the client no longer, or shows them no longer
	Back   bool     // the hub has them again, or shows them again
	Erased bool     // somebody was erased here whom others had erased
	Held   bool     // the hub does not let this user change the client: what was done here stays here
}

// tries is how often a round is begun again that somebody came in between of.
const tries = 50

// Client makes one client the same at both. It can be broken off at any moment
// and done again.
func (p *Pair) Client(ctx context.Context, id string) (Round, error) {
	var all Round
	for range tries {
		r, err := p.round(ctx, id)
		all.Took, all.Gave, all.Gone, all.Held, all.Back, all.Erased = all.Took || r.Took, all.Gave || r.Gave, r.Gone, r.Held, all.Back || r.Back, all.Erased || r.Erased
		all.Apart = append(all.Apart, r.Apart...)
		if r.Took {
			all.By = r.By
		}
		if err == nil || !errors.Is(err, store.ErrConflict) && !fault.Has(err, fault.Conflict) {
			return all, err
		}
	}
	return all, store.ErrConflict
}

// round is one try.
func (p *Pair) round(ctx context.Context, id string) (r Round, err error) {
	noted, err := p.noted(ctx, id)
	if err != nil {
		return r, err
	}
	at, known := noted.place()
	if !known {
		if at, err = p.lies(ctx, id); err != nil {
			return r, err
		}
	}
	there, err := p.there(ctx, at)
	if errors.Is(err, store.ErrForbidden) && noted.known() {
		r.Gone = true
		return r, p.lost(ctx, noted)
	}
	if err != nil {
		return r, err
	}
	if err := p.settle(ctx, &noted, there); err != nil {
		return r, err
	}
	putBack, err := p.putBack(ctx, &noted, there)
	if err != nil {
		return r, err
	}
	if putBack {
		noted.head = 0 // what both were is not what the hub has become since
	}
	here, err := p.overview(ctx, id) // before what is here is read: what comes behind it is found the next time
	if err != nil {
		return r, err
	}
	h, err := p.desk.Open(ctx, id)
	absent := fault.Has(err, fault.NotFound) || fault.Has(err, fault.NoData)
	if err != nil && !absent {
		return r, err
	}
	if there.at == 0 {
		switch {
		case absent:
			return r, nil
		case noted.known() && !putBack:
			r.Gone = true
			return r, p.lost(ctx, noted)
		}
	}
	r.Back = noted.gone
	var base, ours, theirs account.Client
	if noted.head != 0 {
		if base, err = codec.Decode(noted.records); err != nil {
			return r, err
		}
	}
	if there.at != 0 {
		if theirs, err = codec.Decode(there.records()); err != nil {
			return r, err
		}
		theirs.CleanTexts()
	}
	own, err := p.pendings(ctx, id)
	if err != nil {
		return r, err
	}
	if putBack {
		if own, err = p.again(ctx, own, there); err != nil {
			return r, err
		}
	}
	open, err := p.landed(ctx, own, there)
	if err != nil {
		return r, err
	}
	if there.at != 0 {
		for _, e := range open {
			e.Erase(&theirs)
		}
	}
	if absent {
		if here, err = p.begin(ctx, theirs); err != nil {
			return r, err
		}
		r.Took, r.By = true, there.by
		return r, p.note(ctx, noted, here, there)
	}
	ours = h.Now()
	merged := ours
	if there.at != 0 {
		if noted.head == 0 {
			base = account.Client{ID: id}
		}
		split := account.Split{Base: base, Ours: ours, Theirs: theirs, Afresh: noted.head == 0 && noted.known()}
		if r.Erased, err = p.arrives(ctx, noted, split, there, own); err != nil {
			return r, err
		} else if r.Erased {
			return r, store.ErrConflict // what is here is another now
		}
		var apart []string
		merged, apart = split.Reconcile(func(string) bool { return false })
		if r.Apart, err = apart, p.keepApart(ctx, id, apart, split, merged, there.by); err != nil {
			return r, err
		}
	}
	is := codec.Encode(merged)
	if !same(codec.Encode(ours), is) {
		if here, err = p.take(ctx, h, merged, there.by); err != nil {
			return r, err
		}
		r.Took, r.By = true, there.by
	}
	if !same(there.records(), is) || len(open) > 0 {
		mark := rand.Text()
		if err := p.begun(ctx, &noted, mark, is); err != nil {
			return r, err
		}
		given, err := p.give(ctx, there, mark, is, open)
		switch {
		case errors.Is(err, store.ErrForbidden) && there.at != 0:
			r.Held, here = true, 0 // until it is let through it waits
			if len(open) > 0 {     // and nothing here names who was erased
				there = there.with(codec.Encode(theirs))
			}
		case errors.Is(err, store.ErrForbidden) && noted.known():
			r.Gone = true
			return r, p.lost(ctx, noted)
		case errors.Is(err, store.ErrForbidden):
			r.Held = true // it was never there
			return r, nil
		case err != nil:
			return r, err
		default:
			there, r.Gave = given, true
		}
	}
	if err := p.note(ctx, noted, here, there); err != nil {
		return r, err
	}
	_, err = p.landed(ctx, open, there)
	return r, err
}

// same reports whether two sets of records are the same.
func same(a, b map[string][]byte) bool { return maps.EqualFunc(a, b, bytes.Equal) }

// begin takes over a client who is not here yet, and is the revision of their
// overview as far as nothing came behind it.
func (p *Pair) begin(ctx context.Context, c account.Client) (store.Rev, error) {
	supplier, err := p.desk.Supplier(ctx)
	if err != nil {
		return 0, err
	}
	if _, err = p.desk.ImportAs(ctx, desk.Importing{Alone: true}, portable.File{Supplier: supplier, Clients: []account.Client{c}}); err != nil {
		return 0, err
	}
	here, err := p.overview(ctx, c.ID)
	if err != nil {
		return 0, err
	}
	if is, err := p.desk.Client(ctx, c.ID); err != nil || !same(codec.Encode(is), codec.Encode(c)) {
		return 0, err
	}
	return here, nil
}

// CameKey is the key of the label of a step that came from the hub.
const CameKey = "history.fromhub"

// take puts what a client became in the place of what is here, as a step of
// whoever did it, and is the revision of their overview with that.
func (p *Pair) take(ctx context.Context, h hand.Hand, became account.Client, by Who) (store.Rev, error) {
	h = h.In(hand.Window{Run: "hub", Computer: by.Computer, User: by.User})
	h, err := h.Came(hand.Label{Key: CameKey}, became)
	if err != nil {
		return 0, err
	}
	_, save, dirty := h.Send()
	if !dirty {
		return 0, nil
	}
	_, version, err := p.desk.Keep(ctx, save)
	return store.Rev(version.Revs[codec.SummaryKey(became.ID)]), err
}
