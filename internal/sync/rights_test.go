package sync_test

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"

	"kwi/internal/account"
	"kwi/internal/sync"
	"kwi/store"
	"kwi/store/memory"
	"kwi/store/storetest"
)

// shown is a hub that shows the clients of one owner or does not. To somebody who looks at all
// it is what it was when they were last unsure.
type shown struct {
	store.Store
	is, believed atomic.Bool
}

func (s *shown) Unsure() { s.believed.Store(s.is.Load()) }

func (s *shown) Get(ctx context.Context, keys ...string) ([]store.Record, error) {
	for _, key := range keys {
		if !s.is.Load() && strings.HasPrefix(key, "h/one/") {
			return nil, store.ErrForbidden
		}
	}
	return s.Store.Get(ctx, keys...)
}

func (s *shown) Scan(ctx context.Context, prefix string, each func(store.Record) error) error {
	return s.Store.Scan(ctx, prefix, func(r store.Record) error {
		if !s.believed.Load() && strings.HasPrefix(r.Key, "h/one/") {
			return nil
		}
		return each(r)
	})
}

// TestWhoIsNoLongerSharedIsHeardOfAtOnce, and who is shared again, without a change of them
// and on a laptop where nothing is done.
func TestWhoIsNoLongerSharedIsHeardOfAtOnce(t *testing.T) {
	hub := memory.New()
	one := newLaptop(t, "one", hub)
	one.brings(measured())
	one.syncs()
	way := &shown{Store: hub}
	way.is.Store(true)
	way.believed.Store(true)
	idle := newLaptop(t, "idle", way)
	told, took := runs(t, idle)
	if got := <-took; got != "c1 by one" {
		t.Fatalf("came %q", got)
	}
	await(told, same)
	said := func() {
		t.Helper()
		found, err := hub.Get(ctx, sync.Rights)
		if err == nil {
			_, err = hub.Apply(ctx, storetest.Put(sync.Rights, found[0].Rev, "1"))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for i := range 2 {
		way.is.Store(false)
		said()
		if got := <-took; got != "c1 by : gone" {
			t.Fatalf("time %d: %q", i, got)
		}
		if gone, err := idle.pair.Gone(ctx); err != nil || len(gone) != 1 {
			t.Fatalf("gone are %v, %v", gone, err)
		}
		way.is.Store(true)
		said()
		if got := <-took; got != "c1 by : back" {
			t.Fatalf("time %d: %q", i, got)
		}
		if gone, err := idle.pair.Gone(ctx); err != nil || len(gone) != 0 {
			t.Fatalf("gone are %v, %v", gone, err)
		}
	}
}

// TestWhoMayOnlyLookHasBeenBack: what waits here for good says nothing of what came, so nobody
// waits for their laptop, and it knows when it was the same last.
func TestWhoMayOnlyLookHasBeenBack(t *testing.T) {
	hub, one, _ := together(t)
	looks := newLaptop(t, "looks", &closed{Store: hub, unchanged: "one/"})
	looks.syncs()
	looks.does(renamed("Looked at"))
	var seen account.Moment
	looks.pair.Clock = func() account.Moment { return "2011-07-01T10:00" }
	looks.pair.Seen = func(_ context.Context, at account.Moment) error { seen = at; return nil }
	told, took := runs(t, looks)
	await(told, func(s sync.Status) bool { return s.State == sync.Waiting })
	start := measured()
	q := start.Newest().KWIs[0].Questions[0].Code
	one.does(graded("R1", q, 2))
	one.syncs()
	<-took // so the first look is over
	laptops, err := looks.pair.Laptops(ctx)
	if err != nil || len(laptops) != 1 || laptops[0].Rev == 0 || seen != "2011-07-01T10:00" {
		t.Errorf("the laptops are %+v, %v; the same last on %q", laptops, err, seen)
	}
}
