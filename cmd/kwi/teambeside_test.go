package main

import (
	"context"
	"reflect"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/cli"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/portable"
	"kwi/internal/sync"
	"kwi/store"
	"kwi/store/memory"
	"kwi/ui/kit"
)

// TestNobodyWorksWithAHubUnasked: not without one, not of an example, and not where
// nothing may be written.
func TestNobodyWorksWithAHubUnasked(t *testing.T) {
	_, mine, _ := ofATeam(t)
	with := cli.Session{Desk: mine.desk, Hub: &cli.Hub{Store: mine.file, Owner: "joe", User: "joe"}}
	example, looks, none := with, with, with
	example.IsExample, looks.ReadOnly, none.Hub = true, true, nil
	for _, s := range []cli.Session{example, looks, none} {
		if teamOf(s) != nil {
			t.Errorf("it does with %+v", s)
		}
	}
	if teamOf(with) == nil {
		t.Error("it never does")
	}
}

// TestManyAtOnceAreCounted: a look at all clients that finds many says how many.
func TestManyAtOnceAreCounted(t *testing.T) {
	few, many := make([]kit.TeamChange, mostAtOnce), make([]kit.TeamChange, mostAtOnce+1)
	if got := atOnce(few); len(got) != mostAtOnce {
		t.Errorf("of a few %d are told", len(got))
	}
	if got := atOnce(many); !reflect.DeepEqual(got, []kit.TeamChange{{Count: len(many)}}) {
		t.Errorf("of many is told %+v", got)
	}
}

// TestACopyThatIsPutBackIsAskedWhereItBelongs: what stands in the place of the data file while
// one works may be of before the team.
func TestACopyThatIsPutBackIsAskedWhereItBelongs(t *testing.T) {
	_, mine, _ := ofATeam(t)
	replaced := &replacedFile{Store: mine.file, gone: make(chan struct{})}
	d := desk.New(replaced, nonce)
	asked := 0
	left := newTeamwork(d, hubOfTeam{pair: sync.New(d, memory.New(), "joe", joe), is: func(context.Context) error {
		if asked++; asked > 1 {
			return fault.New(fault.LeftTeam, "bestseller")
		}
		return nil
	}}, time.Now)
	end := left.start(t.Context())
	defer end()
	for news := (kit.TeamNews{}); news.State != kit.TeamSame; news, _ = left.next(t.Context()) {
	}
	close(replaced.gone)
	news := kit.TeamNews{}
	for news.State != kit.TeamRefused {
		news, _ = left.next(t.Context())
	}
	if !fault.Has(news.Why, fault.LeftTeam) {
		t.Errorf("it says %v", news.Why)
	}
}

// replacedFile is a data file in whose place a copy is put.
type replacedFile struct {
	store.Store
	gone chan struct{}
}

func (r *replacedFile) Watch(ctx context.Context, prefix string, after store.Rev, changed func([]string, store.Rev)) error {
	select {
	case <-r.gone:
		return store.ErrGone
	case <-ctx.Done():
		return ctx.Err()
	}
}

// noWay is a hub to which there is no way.
type noWay struct{ store.Store }

func (noWay) Scan(context.Context, string, func(store.Record) error) error {
	return store.ErrUnreachable
}

// TestWhoIsHereIsNotToldAgain: without a way to the hub nobody is said to be here, and nobody
// comes anew when there is one again.
func TestWhoIsHereIsNotToldAgain(t *testing.T) {
	hub, mine, hers := ofATeam(t)
	mine.sits().Press("enter")
	var a, b *sync.Presence
	hers.work.open = "newmedia"
	hers.looks(&b)
	mine.looks(&a)
	mine.See("Anna de Vries has this client open too.")
	mine.Beat(70)
	mine.Press("down")
	mine.work.tell(sync.Status{State: sync.Offline})
	mine.hears()
	mine.Miss("Anna")
	open, err := sync.New(mine.desk, noWay{hub}, "joe", joe).Open(t.Context(), "newmedia")
	if err != nil {
		t.Fatal(err)
	}
	if names, heard := mine.work.others(t.Context(), open); heard || names != nil {
		t.Errorf("without a way there are %v", names)
	}
	mine.work.tell(sync.Status{State: sync.Same})
	mine.looks(&a)
	mine.See("Anna de Vries here too")
	mine.Miss("has this client open")
}

// TestAFirstLookIsStoppedAndGoesOn: what came is there, and the rest comes when it goes on.
func TestAFirstLookIsStoppedAndGoesOn(t *testing.T) {
	all, mine, _ := ofATeam(t)
	hub := &gated{all, make(chan struct{})}
	var clients []account.Client
	for _, id := range []string{"c1", "c2", "c3", "c4"} {
		clients = append(clients, account.Client{ID: id, Name: id, Kind: account.External, Approach: account.Extended})
	}
	if _, err := mine.desk.Import(t.Context(), false, portable.File{Supplier: "BESTSELLER B.V.", Clients: clients}); err != nil {
		t.Fatal(err)
	}
	mine.syncs()
	d := desk.New(memory.New(), nonce)
	first := newTeamwork(d, hubOfTeam{pair: sync.New(d, hub, "new", sync.Who{User: "new"})}, time.Now)
	end := first.start(t.Context())
	defer end()
	here := func() int {
		t.Helper()
		all, err := d.Portfolio(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	hub.gate <- struct{}{}
	for news := (kit.TeamNews{}); news.Done != 1 || news.All != 5; news, _ = first.next(t.Context()) {
	}
	first.pause(true)
	for news := (kit.TeamNews{}); news.State != kit.TeamPaused; news, _ = first.next(t.Context()) {
	}
	if n := here(); n != 1 {
		t.Errorf("stopped with %d clients", n)
	}
	close(hub.gate)
	first.pause(false)
	for news := (kit.TeamNews{}); news.State != kit.TeamSame; news, _ = first.next(t.Context()) {
	}
	if n := here(); n != 5 {
		t.Errorf("%d clients are here", n)
	}
}

// gated is a hub that lets one client through each time it is told to.
type gated struct {
	store.Store
	gate chan struct{}
}

func (g *gated) Scan(ctx context.Context, prefix string, each func(store.Record) error) error {
	if strings.HasPrefix(prefix, "c/") {
		select {
		case <-g.gate:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return g.Store.Scan(ctx, prefix, each)
}

// TestItRunsBesideTheInterface: a change of a colleague comes by itself, also after it
// was stopped and goes on again, and nothing goes on when it has ended.
func TestItRunsBesideTheInterface(t *testing.T) {
	_, mine, hers := ofATeam(t)
	mine.news()
	end := mine.work.start(context.Background())
	comes := func(text string) {
		t.Helper()
		for {
			news := mine.news()
			for _, c := range news.Changed {
				if c.By == "Anna de Vries" && c.Name == "NewMedia" && len(c.Differences) > 0 {
					if got := mine.client(); got.Newest().Actions[0].Text != text {
						t.Errorf("there is %q", got.Newest().Actions[0].Text)
					}
					return
				}
			}
		}
	}
	hers.does(agreed("First"))
	hers.syncs()
	comes("First")
	mine.work.pause(true)
	hers.does(agreed("Second"))
	hers.syncs()
	mine.work.pause(false)
	comes("Second")
	end()
}
