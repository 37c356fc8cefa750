// Package desk is the use cases of kwi on its data: take a client in hand,
// keep what was done, watch what others do, import and export. It is the only
// caller of the store, and the only one who knows how clients are divided
// over records. Changes and records may be of any size: store/staged, which it
// puts before the engine it is given, sees to that.
//
// Every change of a client puts their summary, so the summary's revision is
// that of the client as a whole. A client is read twice for that: their
// contents and summary first, then all of them in one snapshot, until the
// second agrees with the first.
//
// The package speaks in domain values and faults. It must not know which
// engine is behind the store, and it has no words for the screen.
package desk

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/portfolio"
	"kwi/store"
)

// Desk does the work on one store. It may be used by several goroutines at
// once.
type Desk struct {
	store  *entrance
	engine store.Store
	nonce  func() string
	file   string

	copies   Copies
	restored restorable // nil: the engine has no copies

	mu   sync.Mutex
	last written // what Keep wrote last, so that it is not encoded again

	run   func() string // names this run of the program among others
	where hand.Window   // what steps tell of where they were done
	now   func() time.Time
}

// New makes a desk on an engine. nonce gives a short text of letters and digits
// that is unlike any other, ever; it is called by one at a time. The desk
// itself puts the engine in stages: without that nobody could read half of
// what an interrupted change left.
func New(engine store.Store, nonce func() string) *Desk {
	d := &Desk{engine: engine}
	d.restored, _ = engine.(restorable)
	d.nonce = func() string {
		d.mu.Lock()
		defer d.mu.Unlock()
		return nonce()
	}
	d.store = &entrance{engine: engine}
	d.Sealed(nil)
	d.run = sync.OnceValue(d.nonce)
	return d
}

// Over is this desk on another engine, which has the records of this one: a draft of the
// same data file. Nothing of it is copied or told.
func (d *Desk) Over(engine store.Store) *Desk {
	over := New(engine, d.nonce).Called(d.file).From(d.where, d.now)
	over.run = d.run
	return over.Sealed(d.store.now.Load().key)
}

// Store is what the desk keeps everything in, for what is kept beside clients and
// is no part of them.
func (d *Desk) Store() store.Store { return d.store }

// Called tells the desk the name of the data file, for its faults to tell.
func (d *Desk) Called(file string) *Desk {
	d.file = file
	return d
}

// From tells the desk where it is worked at, which what is done with it keeps,
// and the clock. Without a clock what is done has no moment.
func (d *Desk) From(w hand.Window, now func() time.Time) *Desk {
	d.where, d.now = w, now
	return d
}

// Window is where it is worked at, with the run of the program.
func (d *Desk) Window() hand.Window {
	w := d.where
	w.Run = d.run()
	return w
}

// moment is now, by the clock that the desk was given.
func (d *Desk) moment() account.Moment {
	if d.now == nil {
		return ""
	}
	return account.MomentOf(d.now())
}

// taken is a hand as it leaves the desk: where it is, and when.
func (d *Desk) taken(h hand.Hand) hand.Hand { return h.In(d.Window()).Dated(d.moment()) }

// Supplier is whose data these are, "" where nobody said so yet.
func (d *Desk) Supplier(ctx context.Context) (string, error) {
	records, err := d.store.Get(ctx, codec.Supplier)
	if err != nil {
		return "", d.fault(err)
	}
	return codec.DecodeSupplier(records[0].Value)
}

// SetSupplier says whose data these are. Where that is known already it
// refuses another name; RenameSupplier is the way to change it.
func (d *Desk) SetSupplier(ctx context.Context, name string) error { return d.supply(ctx, name, false) }

// RenameSupplier gives the supplier another name.
func (d *Desk) RenameSupplier(ctx context.Context, name string) error {
	return d.supply(ctx, name, true)
}

func (d *Desk) supply(ctx context.Context, name string, rename bool) error {
	return d.again(ctx, func() error {
		records, err := d.store.Get(ctx, codec.Supplier)
		if err != nil {
			return err
		}
		now, err := codec.DecodeSupplier(records[0].Value)
		if err != nil {
			return err
		}
		if now == name {
			return nil
		}
		if now != "" && !rename {
			return fault.New(fault.OtherSupplier, name, now)
		}
		_, err = d.store.Apply(ctx, store.Write{Op: store.Put, Key: codec.Supplier, Rev: records[0].Rev, Value: codec.EncodeSupplier(name)})
		return err
	})
}

// Portfolio is all clients at a glance, sorted by name. Of those whose summary
// an earlier version wrote the client is read, and the summary written anew; a
// client that cannot be read stays as that version saw it. A line that cannot be
// read itself has no more than who it is about.
func (d *Desk) Portfolio(ctx context.Context) ([]portfolio.Line, error) {
	lines := make([]portfolio.Line, 0, 64)
	var old []string
	unread, err := d.scanSummaries(ctx, func() { lines, old = lines[:0], nil }, func(id string, value []byte) error {
		s, err := codec.DecodeSummary(id, value)
		if err != nil {
			return err
		}
		if len(lines) == cap(lines) { // in few steps: a list of thousands is not moved again and again
			lines = slices.Grow(lines, 15*len(lines))
		}
		lines = append(lines, s.Line)
		if s.Old {
			old = append(old, s.Line.ID)
		}
		return nil
	})
	if err != nil {
		return nil, d.fault(err)
	}
	for _, id := range unread {
		lines = append(lines, d.lineOfDamaged(ctx, id))
	}
	d.renewLines(ctx, lines, old)
	portfolio.Sort(lines)
	return lines, nil
}

// renewLines makes the lines of some clients anew.
func (d *Desk) renewLines(ctx context.Context, lines []portfolio.Line, old []string) {
	anew := make(map[string]portfolio.Line, len(old))
	for part := range slices.Chunk(old, renewedAtOnce) {
		read, err := d.renew(ctx, part)
		for i := 0; err != nil && i < len(part); i++ { // one of them cannot be read
			one, _ := d.renew(ctx, part[i:i+1])
			read = append(read, one...)
		}
		for i := range read {
			anew[read[i].ID] = portfolio.Of(&read[i])
		}
	}
	for i := range lines {
		if l, ok := anew[lines[i].ID]; ok {
			lines[i] = l
		}
	}
}

// Open takes a client in hand, with their journal. Where a step of that is damaged
// there is no way back, and the client all the same.
func (d *Desk) Open(ctx context.Context, id string) (hand.Hand, error) {
	s, err := d.snapshot(ctx, id, true)
	if errors.Is(err, store.ErrDamaged) {
		s, err = d.snapshot(ctx, id, false)
	}
	if err != nil {
		return hand.Hand{}, d.fault(err)
	}
	c, err := codec.Decode(s.records)
	if err != nil {
		return hand.Hand{}, d.fault(err)
	}
	return d.taken(hand.New(d.nonce(), c, s.version(), s.journal())), nil
}

// Client is a client as they are kept.
func (d *Desk) Client(ctx context.Context, id string) (account.Client, error) {
	s, err := d.snapshot(ctx, id, false)
	if err != nil {
		return account.Client{}, d.fault(err)
	}
	c, err := codec.Decode(s.records)
	if err != nil {
		return account.Client{}, d.fault(err)
	}
	return c, nil
}

// Fresh takes a client in hand who is not there yet, under a free ID made of
// their name. Their first change puts them into the store; should somebody else
// have taken the ID by then, that is a Conflict.
func (d *Desk) Fresh(ctx context.Context, name string) (hand.Hand, string, error) {
	for n := 1; ; n++ {
		id := makeID(name, n)
		records, err := d.store.Get(ctx, codec.ClientKey(id))
		if err != nil {
			return hand.Hand{}, "", d.fault(err)
		}
		if records[0].Rev == 0 {
			c := account.Client{ID: id, Name: name, Kind: account.External, Approach: account.Extended}
			return d.taken(hand.New(d.nonce(), c, hand.Version{}, nil)), id, nil
		}
	}
}
