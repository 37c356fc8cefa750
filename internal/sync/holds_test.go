package sync_test

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"

	"kwi/internal/codec"
	"kwi/internal/fault"
	"kwi/internal/sync"
	"kwi/store"
	"kwi/store/memory"
)

// small is a hub for which the client is too large.
type small struct{ store.Store }

func (s small) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	for _, w := range writes {
		if strings.HasPrefix(w.Key, "c/one/c1/") {
			return 0, store.ErrTooLarge
		}
	}
	return s.Store.Apply(ctx, writes...)
}

// TestWhoIsTooLargeHoldsUpNobodyElse: others go, and that one waits.
func TestWhoIsTooLargeHoldsUpNobodyElse(t *testing.T) {
	hub, _, _ := together(t)
	one := newLaptop(t, "one", small{hub})
	one.syncs()
	one.does(renamed("Large"))
	other := measured()
	other.ID = "c2"
	one.brings(other)
	told, _ := runs(t, one)
	s := await(told, func(s sync.Status) bool { return s.State != sync.Looking })
	if s.State != sync.Waiting || s.Waiting != 1 || !errors.Is(s.Cause, store.ErrTooLarge) {
		t.Errorf("the status is %+v", s)
	}
	if found, err := hub.Get(ctx, "h/one/c2/"); err != nil || found[0].Rev == 0 {
		t.Errorf("the other client did not go, %v", err)
	}
}

// TestAChoiceThatCannotBeReadHoldsUpNothing: the rest goes on, and the others are there.
func TestAChoiceThatCannotBeReadHoldsUpNothing(t *testing.T) {
	_, one, other := together(t)
	one.does(renamed("Here B.V."))
	other.does(renamed("There B.V."))
	other.syncs()
	one.syncs()
	if _, err := one.desk.Store().Apply(ctx, store.Write{Op: store.Put, Key: codec.ApartKey("c0", 1), Value: []byte{0xff}}); err != nil {
		t.Fatal(err)
	}
	told, _ := runs(t, one)
	if s := await(told, func(s sync.Status) bool { return s.State != sync.Looking }); s.State != sync.Same || s.Apart != 1 {
		t.Errorf("the status is %+v", s)
	}
	if all, err := one.pair.Apart(ctx, ""); len(all) != 1 || !fault.Has(err, fault.Damaged) {
		t.Errorf("apart are %d, %v", len(all), err)
	}
}

// busy is a data file that does not take one record, some times.
type busy struct {
	store.Store
	key   string
	why   error
	times atomic.Int64
}

func (b *busy) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	for _, w := range writes {
		if w.Key == b.key && b.times.Add(-1) >= 0 {
			return 0, b.why
		}
	}
	return b.Store.Apply(ctx, writes...)
}

// TestWhatWasHeldByABusyFileComes without anybody doing anything more; also where the disk was
// full, which nobody takes for that of the hub.
func TestWhatWasHeldByABusyFileComes(t *testing.T) {
	for _, file := range []*busy{
		{key: codec.ClientKey("c1"), why: store.ErrLocked}, {key: codec.ClientKey("c1"), why: store.ErrFull}, {key: codec.HubKey("c1"), why: store.ErrFull},
	} {
		hub, one, _ := together(t)
		file.Store = memory.New()
		other := laptopOn(t, "third", file, hub)
		told, took := runs(t, other)
		<-took
		await(told, same)
		file.times.Store(3)
		one.does(renamed("Later"))
		one.syncs()
		if s := await(told, func(s sync.Status) bool { return s.State != sync.Looking }); s.State != sync.Waiting || s.Waiting != 1 {
			t.Errorf("%s: %v: the status is %+v", file.key, file.why, s)
		}
		await(told, same)
		if c := other.client(); c.Name != "Later" {
			t.Errorf("here is %q", c.Name)
		}
	}
}
