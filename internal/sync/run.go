package sync

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"kwi/internal/codec"
	"kwi/internal/crash"
	"kwi/internal/fault"
	"kwi/store"
)

// State is how a data file and the hub stand to each other.
type State byte

// The states.
const (
	Looking State = iota // it is being found out
	Same                 // both are the same, as far as is known
	Waiting              // something done here has not been taken by the hub
	Offline              // there is no way to the hub
	Refused              // the hub does not let this user in, or takes nothing from them
)

// Status is what one may know at any moment.
type Status struct {
	State   State
	Waiting int   // clients of whom something waits to go to the hub, or cannot be read there or here
	Done    int   // of a first look at all clients, how many were looked at
	All     int   // and how many there are; 0 where no first look is under way
	Apart   int   // what waits for a choice
	Cause   error // of Offline and Refused
}

// Patience is how long one waits before a hub that was not reached is tried
// again: first, and at most.
type Patience struct{ First, Most time.Duration }

// errRights is that somebody may see others than before.
var errRights = errors.New("who may see what is another")

// errReplaced is that another data file stands in the place of the one here.
var errReplaced = errors.New("the data file was replaced")

// Run keeps both the same until ctx is done, whatever the way to the hub does. It ends too
// where an earlier copy was put in the place of the data file: whether that belongs to the
// hub somebody has to find out anew.
// told hears of every change of the status, took of every client that something
// came of, or that the hub has no longer or again, or does not let this user change, in one
// goroutine at a time.
func (p *Pair) Run(ctx context.Context, wait Patience, told func(Status), took func(id string, r Round)) {
	r := &running{pair: p, told: told, took: took, held: map[string]error{}, most: wait.Most}
	pause := wait.First
	anew := false // all was looked at again without a pause
	for ctx.Err() == nil {
		before := r.rounds
		err := r.once(ctx)
		if ctx.Err() != nil || errors.Is(err, errReplaced) {
			return
		}
		gone := errors.Is(err, store.ErrGone) || errors.Is(err, errRights)
		if gone && !anew {
			anew = true
			continue // too much came at once to be told, or others may be seen: all is looked at again
		}
		if anew = false; !gone {
			r.fails(ctx, err)
		}
		if r.rounds > before || errors.Is(err, errRights) {
			pause = wait.First
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
		pause = min(2*pause, wait.Most)
	}
}

// running is one Run.
type running struct {
	pair   *Pair
	told   func(Status)
	took   func(string, Round)
	status Status
	rounds int              // that went well
	held   map[string]error // clients that are not the same, and why, nil where the hub lets nobody in
	most   time.Duration    // how long one waits before those are tried again who may be so by now
}

func (r *running) tell(s Status) {
	if s != r.status {
		r.status = s
		r.told(s)
	}
}

// fails tells why it does not go on.
func (r *running) fails(ctx context.Context, err error) {
	s := Status{State: StateOf(err), Cause: err, Apart: r.status.Apart}
	if waiting, err := r.pair.Waiting(ctx); err == nil {
		s.Waiting = len(waiting)
	}
	r.tell(s)
}

// StateOf is how one stands to a hub that answers with an error, or not at all.
func StateOf(err error) State {
	if errors.Is(err, store.ErrForbidden) || errors.Is(err, store.ErrFull) || errors.Is(err, store.ErrForeign) {
		return Refused
	}
	return Offline
}

// once looks at all clients and then at those that change, until that fails.
func (r *running) once(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	from, err := r.pair.hub.Apply(ctx)
	if err != nil {
		return err
	}
	here, err := r.pair.local.Apply(ctx)
	if err != nil {
		return err
	}
	ids, err := r.pair.Behind(ctx)
	if err != nil {
		return err
	}
	for i, id := range ids {
		r.tell(Status{State: Looking, Done: i, All: len(ids), Apart: r.status.Apart})
		if err := r.client(ctx, id); err != nil {
			return err
		}
	}
	if err := r.settled(ctx); err != nil {
		return err
	}
	if err := r.been(ctx, from); err != nil {
		return err
	}
	return r.follow(ctx, from, here)
}

// change is a client who changed: here, by their ID, or at the hub.
type change struct {
	id string
	at Place
}

// follow looks at who changes, here or at the hub.
func (r *running) follow(ctx context.Context, from, here store.Rev) error {
	ctx, stop := context.WithCancel(ctx)
	changed := make(chan change)
	failed := make(chan error, 3)
	fails := func(err error) {
		select {
		case failed <- err:
		default: // it ends already
		}
	}
	hand := func(c change) {
		select {
		case changed <- c:
		case <-ctx.Done():
		}
	}
	watch := func(of store.Store, prefix string, after store.Rev, which func(key string) change) (over <-chan struct{}) {
		return crash.Go(func() {
			err := of.Watch(ctx, prefix, after, func(keys []string, _ store.Rev) {
				for _, key := range keys {
					if c := which(key); c != (change{}) {
						hand(c)
					}
				}
			})
			if of == r.pair.local && errors.Is(err, store.ErrGone) {
				err = errReplaced
			}
			fails(err)
		}, func(f *fault.Fault) { fails(f) })
	}
	there := watch(r.pair.hub, heads, from, func(key string) change { at, _ := placeOf(key); return change{at: at} })
	own := watch(r.pair.local, codec.SummaryPrefix, here, func(key string) change { return change{id: strings.TrimPrefix(key, codec.SummaryPrefix)} })
	rights := watch(r.pair.hub, Rights, from, func(string) change {
		if g, is := r.pair.hub.(store.Guarded); is {
			g.Unsure()
		}
		fails(errRights)
		return change{}
	})
	defer func() {
		stop()
		<-there
		<-own
		<-rights
	}()
	again := time.NewTicker(beenAgain)
	defer again.Stop()
	var anew <-chan time.Time
	for {
		if anew == nil && len(r.passing()) > 0 {
			anew = time.After(r.most)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case err := <-failed:
			return err
		case <-again.C:
			if err := r.beenAgain(ctx); err != nil {
				return err
			}
		case <-anew:
			anew = nil
			if err := r.tryAnew(ctx); err != nil {
				return err
			}
		case c := <-changed:
			if c.id == "" {
				var err error
				if c.id, err = r.pair.calledHere(ctx, c.at); err != nil {
					return err
				}
			}
			if c.id == "" {
				continue
			}
			if err := r.client(ctx, c.id); err != nil {
				return err
			}
			if err := r.settled(ctx); err != nil {
				return err
			}
		}
	}
}

// settled tells how both stand when nobody is being looked at.
func (r *running) settled(ctx context.Context) error {
	apart, err := r.pair.Apart(ctx, "")
	if err != nil && !fault.Has(err, fault.Damaged) { // `kwi check` tells of one that cannot be read
		return err
	}
	s := Status{State: Same, Apart: len(apart), Waiting: len(r.held)}
	if s.Waiting > 0 {
		s.State = Waiting
		for _, id := range slices.Sorted(maps.Keys(r.held)) {
			if s.Cause == nil {
				s.Cause = r.held[id]
			}
		}
	}
	r.tell(s)
	return r.pair.Clear(ctx)
}
