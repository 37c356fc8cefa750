package sync_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"kwi/internal/sync"
	"kwi/store"
	"kwi/store/memory"
	"kwi/store/storetest"
)

// closed is a hub that does not let a user see or change what lies below some
// keys.
type closed struct {
	store.Store
	unseen, unchanged string
}

func (c *closed) shuts(key, prefix string) bool {
	return prefix != "" && (strings.HasPrefix(key, "h/"+prefix) || strings.HasPrefix(key, "c/"+prefix))
}

func (c *closed) Get(ctx context.Context, keys ...string) ([]store.Record, error) {
	for _, key := range keys {
		if c.shuts(key, c.unseen) {
			return nil, store.ErrForbidden
		}
	}
	return c.Store.Get(ctx, keys...)
}

func (c *closed) Scan(ctx context.Context, prefix string, each func(store.Record) error) error {
	return c.Store.Scan(ctx, prefix, func(r store.Record) error {
		if c.shuts(r.Key, c.unseen) {
			return nil
		}
		return each(r)
	})
}

func (c *closed) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	for _, w := range writes {
		if c.shuts(w.Key, c.unseen) || c.shuts(w.Key, c.unchanged) {
			return 0, store.ErrForbidden
		}
	}
	return c.Store.Apply(ctx, writes...)
}

// TestWhoMayOnlyLookKeepsTheirOwn: what may not be changed at the hub stays here,
// goes on with what comes, is told to wait, and holds up nobody else.
func TestWhoMayOnlyLookKeepsTheirOwn(t *testing.T) {
	hub, one, _ := together(t)
	looks := newLaptop(t, "looks", &closed{Store: hub, unchanged: "one/"})
	looks.syncs()
	looks.does(renamed("Looked at"))
	if r := looks.syncs(); !r.Held || r.Gave {
		t.Fatalf("the round was %+v", r)
	}
	start := measured()
	q := start.Newest().KWIs[0].Questions[0].Code
	one.does(graded("R1", q, 2))
	one.syncs()
	looks.syncs()
	c := looks.client()
	if c.Name != "Looked at" || c.Newest().Answers["R1"].Of(q).Grade != 2 {
		t.Errorf("here is %q", c.Name)
	}
	if ids, err := looks.pair.Waiting(ctx); err != nil || !slices.Equal(ids, []string{"c1"}) {
		t.Errorf("waiting are %v, %v", ids, err)
	}
	other := measured()
	other.ID = "c2"
	looks.brings(other)
	told, _ := runs(t, looks)
	await(told, func(s sync.Status) bool { return s.State == sync.Waiting && s.Waiting == 1 })
	if got := storetest.Contents(t, hub); !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, "h/looks/c2/=") }) {
		t.Error("the new client did not go to the hub")
	}
}

// TestAClientThatIsNoLongerSharedStays: it is said, and what is here stays as it is.
func TestAClientThatIsNoLongerSharedStays(t *testing.T) {
	hub, _, _ := together(t)
	way := &closed{Store: hub}
	other := newLaptop(t, "third", way)
	other.syncs()
	other.does(renamed("Mine"))
	way.unseen = "one/"
	if r := other.syncs(); !r.Gone || r.Gave || r.Took {
		t.Errorf("the round was %+v", r)
	}
	if c := other.client(); c.Name != "Mine" {
		t.Errorf("here is %q", c.Name)
	}
}

// TestARecordThatCannotBeReadHoldsUpNobodyElse, and what is here stays.
func TestARecordThatCannotBeReadHoldsUpNobodyElse(t *testing.T) {
	hub, one, _ := together(t)
	second := measured()
	second.ID = "c2"
	var spoilt []store.Write
	if err := hub.Scan(ctx, "c/one/c1/cycle/", func(r store.Record) error {
		spoilt = append(spoilt, store.Write{Op: store.Put, Key: r.Key, Rev: r.Rev, Value: []byte{250, 1, 2}})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	found, err := hub.Get(ctx, "h/one/c1/")
	if err == nil {
		_, err = hub.Apply(ctx, append(spoilt, store.Write{Op: store.Put, Key: "h/one/c1/", Rev: found[0].Rev, Value: []byte("{")})...)
	}
	if err != nil {
		t.Fatal(err)
	}
	was := one.client()
	one.brings(second)
	told, _ := runs(t, one)
	if s := await(told, func(s sync.Status) bool { return s.State == sync.Waiting }); s.Waiting != 1 || s.Cause == nil {
		t.Errorf("the status is %+v", s)
	}
	if c := one.client(); c.Name != was.Name || len(c.Cycles) != len(was.Cycles) {
		t.Error("the client here was changed")
	}
	if got := storetest.Contents(t, hub); !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, "h/one/c2/=") }) {
		t.Error("the other client did not go to the hub")
	}
}

// TestAnOldCopyDoesNotRollColleaguesBack: a file from before is put back; what
// was done since by everybody comes again, and what was done in it goes on.
func TestAnOldCopyDoesNotRollColleaguesBack(t *testing.T) {
	hub, one, other := together(t)
	start := measured()
	q := start.Newest().KWIs[0].Questions[0].Code
	other.does(graded("R2", q, 5))
	other.syncs()
	one.syncs()
	old := copyOf(one, hub) // and now it goes on
	one.does(renamed("Later"))
	one.syncs()
	other.syncs()
	other.does(graded("R2", q, 8))
	other.syncs()
	old.does(graded("R1", q, 3))
	old.syncs()
	other.syncs()
	for _, l := range []*laptop{old, other} {
		c := l.client()
		y := c.Newest()
		if c.Name != "Later" || y.Answers["R1"].Of(q).Grade != 3 || y.Answers["R2"].Of(q).Grade != 8 {
			t.Errorf("%s has %q, %v, %v", l.name, c.Name, y.Answers["R1"].Of(q), y.Answers["R2"].Of(q))
		}
	}
	if all := old.apart(); len(all) > 0 {
		t.Errorf("apart are %+v", all)
	}
}

// copyOf is a laptop with what another has at this moment, notes of the hub and
// all.
func copyOf(l *laptop, hub store.Store) *laptop {
	l.Helper()
	engine := memory.New()
	err := l.desk.Store().Scan(ctx, "", func(r store.Record) error {
		_, err := engine.Apply(ctx, store.Write{Op: store.Put, Key: r.Key, Value: append([]byte{}, r.Value...)})
		return err
	})
	if err != nil {
		l.Fatal(err)
	}
	return laptopOn(l.tester, "old "+l.name, engine, hub)
}
