package sync_test

import (
	"context"
	"errors"
	gosync "sync"
	"testing"
	"time"

	"kwi/internal/sync"
	"kwi/store"
	"kwi/store/memory"
)

// road is a way to the hub that can be cut.
type road struct {
	store.Store
	mu  gosync.Mutex
	cut context.Context
	end context.CancelFunc
}

func newRoad(hub store.Store) *road {
	r := &road{Store: hub}
	r.cut, r.end = context.WithCancel(ctx)
	return r
}

func (r *road) now() context.Context {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.cut
}

func (r *road) mend() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.cut, r.end = context.WithCancel(ctx)
}

func (r *road) Apply(ctx context.Context, w ...store.Write) (store.Rev, error) {
	if r.now().Err() != nil {
		return 0, store.ErrUnreachable
	}
	return r.Store.Apply(ctx, w...)
}

func (r *road) Scan(ctx context.Context, prefix string, each func(store.Record) error) error {
	if r.now().Err() != nil {
		return store.ErrUnreachable
	}
	return r.Store.Scan(ctx, prefix, each)
}

func (r *road) Watch(ctx context.Context, prefix string, after store.Rev, changed func([]string, store.Rev)) error {
	cut := r.now()
	both, stop := context.WithCancel(ctx)
	defer stop()
	defer context.AfterFunc(cut, stop)()
	err := r.Store.Watch(both, prefix, after, changed)
	if cut.Err() != nil {
		return store.ErrUnreachable
	}
	return err
}

// runs keeps a laptop the same as its hub until the test ends. What is told is
// waited for, however long that takes.
func runs(t *testing.T, l *laptop) (told chan sync.Status, took chan string) {
	told, took = make(chan sync.Status, 1000), make(chan string, 1000)
	running, stop := context.WithCancel(ctx)
	ended := make(chan struct{})
	t.Cleanup(func() { stop(); <-ended })
	go func() {
		defer close(ended)
		l.pair.Run(running, sync.Patience{First: time.Millisecond, Most: 4 * time.Millisecond}, func(s sync.Status) { told <- s }, func(id string, r sync.Round) {
			said := id + " by " + r.By.User
			if r.Gone {
				said += ": gone"
			}
			if r.Back {
				said += ": back"
			}
			if r.Held {
				said += ": held"
			}
			took <- said
		})
	}()
	return told, took
}

func await(told chan sync.Status, is func(sync.Status) bool) sync.Status {
	for s := range told {
		if is(s) {
			return s
		}
	}
	return sync.Status{}
}

func same(s sync.Status) bool { return s.State == sync.Same }

// TestAColleagueIsSeenAtOnce: what is done on one laptop comes to another that
// runs, also after the way was cut, and each tells how it stands.
func TestAColleagueIsSeenAtOnce(t *testing.T) {
	hub := memory.New()
	way := newRoad(hub)
	one, other := newLaptop(t, "one", way), newLaptop(t, "other", hub)
	one.brings(measured())
	told, _ := runs(t, one)
	await(told, same)
	_, took := runs(t, other)
	if got := <-took; got != "c1 by one" {
		t.Fatalf("came %q", got)
	}
	one.does(renamed("Online"))
	<-took
	if c := other.client(); c.Name != "Online" {
		t.Fatalf("the other has %q", c.Name)
	}
	way.end()
	if s := await(told, func(s sync.Status) bool { return s.State == sync.Offline }); !errors.Is(s.Cause, store.ErrUnreachable) {
		t.Errorf("offline because of %v", s.Cause)
	}
	one.does(renamed("Offline"))
	await(told, func(s sync.Status) bool { return s.State == sync.Offline && s.Waiting == 1 })
	way.mend()
	await(told, same)
	<-took
	if c := other.client(); c.Name != "Offline" {
		t.Fatalf("the other has %q", c.Name)
	}
}

// TestWhoMayOnlyLookHearsSoOnce: what the hub does not take is told with the first of it.
func TestWhoMayOnlyLookHearsSoOnce(t *testing.T) {
	hub, one, _ := together(t)
	looks := newLaptop(t, "looks", &closed{Store: hub, unchanged: "one/"})
	looks.syncs()
	told, took := runs(t, looks)
	await(told, same)
	looks.does(renamed("Looked at"))
	if got := <-took; got != "c1 by : held" {
		t.Errorf("told was %q", got)
	}
	looks.does(renamed("Looked at again"))
	start := measured()
	one.does(graded("R1", start.Newest().KWIs[0].Questions[0].Code, 2))
	one.syncs()
	if got := <-took; got != "c1 by one" {
		t.Errorf("then %q", got)
	}
}
