package main

import (
	"context"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/internal/sync"
	"kwi/store"
	"kwi/store/memory"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/kit"
)

// laptopOf is a data file of a team with the interface on it. What goes on beside
// that in the program is done here when the test says so.
type laptopOf struct {
	t testing.TB
	*drive.Driver
	file store.Store
	desk *desk.Desk
	pair *sync.Pair
	work *teamwork
	w, h int
	lang string
}

func newLaptop(t testing.TB, file, hub store.Store, who sync.Who) *laptopOf {
	l := &laptopOf{t: t, file: file, w: 100, h: 30, lang: "en"}
	l.desk = desk.New(file, nonce).From(hand.Window{Computer: who.Computer, User: who.User}, func() time.Time { return day })
	l.pair = sync.New(l.desk, hub, strings.ToLower(strings.Fields(who.User)[0]), who)
	l.work = newTeamwork(l.desk, hubOfTeam{pair: l.pair, who: who}, func() time.Time { return day })
	return l
}

// sits starts the interface on it.
func (l *laptopOf) sits() *laptopOf {
	l.Driver = sitWith(l.t, l.file, l.lang, l.w, l.h, func(c *ui.Config) {
		c.Keeper, c.Window, c.Team = keeper{l.desk, c.Supplier}, l.desk.Window(), l.work.room(context.Background())
		c.Team.News = func() (kit.TeamNews, bool) { panic("the test brings the news") }
	})
	l.hears()
	return l
}

// syncs makes everything the same here and at the hub, as Run does.
func (l *laptopOf) syncs() {
	l.t.Helper()
	ctx := context.Background()
	before := revision(l.t, l.file)
	ids, err := l.pair.Behind(ctx)
	if err != nil {
		l.t.Fatal(err)
	}
	for _, id := range ids {
		round, err := l.pair.Client(ctx, id)
		if err != nil {
			l.t.Fatal(err)
		}
		if round.Tells() {
			l.work.came(ctx, id, round)
		}
	}
	apart, err := l.pair.Apart(ctx, "")
	if err != nil {
		l.t.Fatal(err)
	}
	l.work.tell(sync.Status{State: sync.Same, Apart: len(apart)})
	if l.Driver != nil {
		if now := revision(l.t, l.file); now > before && len(ids) > 0 {
			l.Send(ui.Heard(now, ids...))
		}
		l.hears()
	}
}

// hears gives the interface what is new, where anything is.
func (l *laptopOf) hears() {
	now, stop := context.WithCancel(context.Background())
	stop()
	if news, more := l.work.next(now); more {
		l.Send(ui.TeamTold(news))
	}
}

// looks has the laptop tell the hub what is open, and look who has that open too.
func (l *laptopOf) looks(p **sync.Presence) {
	l.t.Helper()
	ctx := context.Background()
	if *p == nil {
		open, err := l.pair.Open(ctx, l.work.open)
		if err != nil {
			l.t.Fatal(err)
		}
		*p = open
	}
	others, _ := l.work.others(ctx, *p)
	l.work.do(func(n *kit.TeamNews) { n.Open, n.Others = l.work.open, others })
	if l.Driver != nil {
		l.hears()
	}
}

// does changes NewMedia as the colleague at the laptop does.
func (l *laptopOf) does(change func(*account.Client) error) {
	l.t.Helper()
	ctx := context.Background()
	h, err := l.desk.Open(ctx, "newmedia")
	if err == nil {
		h, err = h.Do(hand.Change{Label: hand.Label{Key: "agree.label.new"}, Apply: change, Told: hand.Told{Today: "2026-11-21", Words: account.SameQuestion}})
	}
	if err != nil {
		l.t.Fatal(err)
	}
	_, save, _ := h.Send()
	if _, _, err := l.desk.Keep(ctx, save); err != nil {
		l.t.Fatal(err)
	}
}

func (l *laptopOf) client() account.Client { return kept(l.t, l.file, "newmedia") }

var (
	joe  = sync.Who{User: "Joe Bestseller", Computer: "LAPTOP"}
	anna = sync.Who{User: "Anna de Vries", Computer: "KANTOOR-3"}
)

// ofATeam are Joe's laptop, on which the test looks, and Anna's, the same to begin with.
func ofATeam(t testing.TB) (hub store.Store, mine, hers *laptopOf) {
	hub = memory.New()
	mine, hers = newLaptop(t, stocked(t), hub, joe), newLaptop(t, memory.New(), hub, anna)
	mine.syncs()
	hers.syncs()
	hers.news()
	return hub, mine, hers
}

// news takes what is new without an interface.
func (l *laptopOf) news() kit.TeamNews {
	news, _ := l.work.next(context.Background())
	return news
}

func agreed(text string) func(*account.Client) error {
	return onAction(func(a *account.Action) { a.Text = text })
}
