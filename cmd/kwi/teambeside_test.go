package main

import (
	"context"
	"reflect"
	"testing"
	"time"

	"kwi/internal/cli"
	"kwi/internal/desk"
	"kwi/internal/fault"
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
