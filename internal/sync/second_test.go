package sync_test

import (
	"context"
	"errors"
	"maps"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/desk"
	"kwi/internal/sync"
	"kwi/store"
	"kwi/store/memory"
)

// named are the clients of a laptop by their IDs.
func (l *laptop) named() map[string]string {
	l.Helper()
	all := map[string]string{}
	lines, err := l.desk.Portfolio(ctx)
	if err != nil {
		l.Fatal(err)
	}
	for _, line := range lines {
		all[line.ID] = line.Name
	}
	return all
}

// called is the client with a name, measured.
func called(name string) account.Client {
	c := measured()
	c.Name = name
	return c
}

// TestTwoBringAClientOfOneID: each keeps their own, a third sees both, and what is done
// to one goes to that one, whoever does it and whoever came first.
func TestTwoBringAClientOfOneID(t *testing.T) {
	hub := memory.New()
	one, other := newLaptop(t, "one", &closed{Store: hub, unseen: "other/"}), newLaptop(t, "other", &closed{Store: hub, unseen: "one/"})
	third, late := newLaptop(t, "third", hub), newLaptop(t, "late", hub)
	other.brings(called("Of the other"))
	other.syncs()
	third.syncs() // has the one of the other as c1
	one.brings(called("Of one"))
	one.syncs()
	for _, l := range []*laptop{third, late, one, other} {
		l.syncs()
	}
	second := func(owner string) string { return sync.Place{Owner: owner, ID: "c1"}.Second() }
	has := func(l *laptop, want map[string]string) {
		t.Helper()
		if is := l.named(); !maps.Equal(is, want) {
			t.Errorf("%s has %v, want %v", l.name, is, want)
		}
	}
	has(one, map[string]string{"c1": "Of one"})
	has(other, map[string]string{"c1": "Of the other"})
	has(third, map[string]string{"c1": "Of the other", second("one"): "Of one"})
	has(late, map[string]string{"c1": "Of one", second("other"): "Of the other"})

	third.changes(second("one"), renamed("Changed by a third"))
	late.changes(second("other"), renamed("Changed by whoever came late"))
	third.syncs()
	late.syncs()
	for _, l := range []*laptop{one, other, third, late} {
		l.syncs()
	}
	has(one, map[string]string{"c1": "Changed by a third"})
	has(other, map[string]string{"c1": "Changed by whoever came late"})
	has(third, map[string]string{"c1": "Changed by whoever came late", second("one"): "Changed by a third"})
	has(late, map[string]string{"c1": "Changed by a third", second("other"): "Changed by whoever came late"})
	for _, l := range []*laptop{one, other, third, late} {
		if behind, err := l.pair.Behind(ctx); err != nil || len(behind) > 0 || len(l.apart()) > 0 {
			t.Errorf("%s is behind with %v, %v; apart is %+v", l.name, behind, err, paths(l))
		}
	}
	found, err := late.pair.Seconds(ctx)
	if err != nil || len(found) != 1 || found[0] != (sync.Second{Client: second("other"), At: sync.Place{Owner: "other", ID: "c1"}}) {
		t.Errorf("told is %v, %v", found, err)
	}
	heads := 0
	if err := hub.Scan(ctx, "h/", func(store.Record) error { heads++; return nil }); err != nil || heads != 2 {
		t.Errorf("the hub has %d clients, %v", heads, err)
	}
}

// forgetful keeps no note of the hub, as a laptop that is killed before it could.
type forgetful struct {
	store.Store
	is bool
}

func (f *forgetful) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	for _, w := range writes {
		if f.is && strings.HasPrefix(w.Key, "hub/") {
			return 0, store.ErrFull
		}
	}
	return f.Store.Apply(ctx, writes...)
}

// TestASecondClientComesOnce: killed when they have come and that is not noted, and where
// the team was left and is joined again, they are not taken for a new one of this laptop.
func TestASecondClientComesOnce(t *testing.T) {
	hub := memory.New()
	one, other := newLaptop(t, "one", hub), newLaptop(t, "other", &closed{Store: hub, unseen: "one/"})
	one.brings(called("Of one"))
	one.syncs()
	other.brings(called("Of the other"))
	other.syncs()
	engine := &forgetful{Store: memory.New()}
	third := laptopOn(t, "third", engine, hub)
	engine.is = true
	ids, err := third.pair.Behind(ctx)
	if err != nil || len(ids) != 2 {
		t.Fatal(ids, err)
	}
	for _, id := range ids {
		if _, err := third.pair.Client(ctx, id); !errors.Is(err, store.ErrFull) {
			t.Fatal(err)
		}
	}
	engine.is = false
	forget := func() {
		third.pair = sync.New(third.desk, hub, "third", sync.Who{User: "third"})
	}
	forget()
	third.syncs()
	for _, prefix := range []string{"hub/", "base/"} { // as whoever leaves
		var writes []store.Write
		_ = engine.Scan(ctx, prefix, func(r store.Record) error {
			writes = append(writes, store.Write{Op: store.Remove, Key: r.Key, Rev: r.Rev})
			return nil
		})
		if _, err := engine.Apply(ctx, writes...); err != nil {
			t.Fatal(err)
		}
	}
	forget()
	third.syncs()
	heads := 0
	if err := hub.Scan(ctx, "h/", func(store.Record) error { heads++; return nil }); err != nil || heads != 2 || len(third.named()) != 2 {
		t.Errorf("the hub has %d clients, %v; here are %v", heads, err, third.named())
	}
}

// TestASecondClientIsFollowed: what changes of them at the hub comes while one follows it.
func TestASecondClientIsFollowed(t *testing.T) {
	hub := memory.New()
	one, other, third := newLaptop(t, "one", hub), newLaptop(t, "other", &closed{Store: hub, unseen: "one/"}), newLaptop(t, "third", hub)
	one.brings(called("Of one"))
	one.syncs()
	running, stop := context.WithCancel(ctx)
	ended, took, told := make(chan struct{}), make(chan string, 100), make(chan sync.Status, 100)
	go func() {
		defer close(ended)
		third.pair.Run(running, sync.Patience{}, func(s sync.Status) { told <- s }, func(id string, _ sync.Round) { took <- id })
	}()
	for s := range told {
		if s.State == sync.Same {
			break
		}
	}
	other.brings(called("Of the other"))
	other.syncs()
	second := sync.Place{Owner: "other", ID: "c1"}.Second()
	for third.named()[second] != "Of the other" {
		<-took
	}
	other.does(renamed("Again"))
	other.syncs()
	for third.named()[second] != "Again" {
		<-took
	}
	stop()
	<-ended
	if third.named()["c1"] != "Of one" {
		t.Errorf("here are %v", third.named())
	}
}

func paths(l *laptop) (all []string) {
	for _, a := range l.apart() {
		all = append(all, a.Client+" "+a.Path)
	}
	return all
}

// TestAnErasureKeepsWhereASecondClientLies: also where what was noted of them cannot be read
// and is dropped, they go on with the one whom they are at the hub.
func TestAnErasureKeepsWhereASecondClientLies(t *testing.T) {
	hub := memory.New()
	one, other, third := newLaptop(t, "one", hub), newLaptop(t, "other", &closed{Store: hub, unseen: "one/"}), newLaptop(t, "third", hub)
	one.brings(called("Of one"))
	one.syncs()
	other.brings(called("Of the other"))
	other.does(named)
	other.syncs()
	third.syncs()
	second := sync.Place{Owner: "other", ID: "c1"}.Second()
	third.spoils(codec.SendingKey(second))
	c, err := third.desk.Client(ctx, second)
	if err != nil {
		t.Fatal(err)
	}
	p, _ := c.Person(c.Respondents[0].Initials)
	if _, err := third.desk.Erase(ctx, desk.Erasing{Person: p, Unseen: "[name removed]", Today: "2011-07-01"}); err != nil {
		t.Fatal(err)
	}
	third.syncs()
	other.syncs()
	nobodyNames(t, hub, other, third)
	other.does(renamed("Later"))
	other.syncs()
	third.syncs()
	if is := third.named(); is[second] != "Later" || is["c1"] != "Of one" {
		t.Errorf("here are %v", is)
	}
}
