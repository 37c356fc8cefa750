package main

import (
	"context"
	"strings"
	"testing"
	"time"

	"kwi/internal/desk"
	"kwi/internal/follow"
	"kwi/internal/lang"
	"kwi/store"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/theme"
)

// projector is a window that follows, and the cable by which another leads it.
type projector struct {
	driven
	page  follow.Page // as it was told last
	shows follow.Page // as it told last
}

// project opens a window that follows a client in a store.
func project(t testing.TB, s store.Store, client string, w, h int, change func(*ui.FollowerConfig)) *projector {
	t.Helper()
	p := &projector{driven: driven{t: t}}
	d := desk.New(s, nonce)
	supplier, _ := d.Supplier(context.Background())
	c := ui.FollowerConfig{
		Keeper: d, Places: places(sources{}), Words: lang.For("nl"), Theme: theme.Dark(), Supplier: supplier, Now: func() time.Time { return day },
		Client: client, Show: func(page follow.Page) { p.shows = page },
	}
	change(&c)
	p.open(ui.NewFollower(c), w, h)
	return p
}

// Tell implements ui.Screens: the page goes over as a file has it.
func (p *projector) Tell(_ uint64, to []string, page follow.Page) error {
	page, ok := follow.Parse(follow.Encode(page))
	if !ok || len(to) != 1 || to[0] != "projector" {
		p.t.Fatalf("told is %+v to %v", page, to)
	}
	p.page = page
	p.send(ui.Led(page))
	return nil
}

// Watchers implements ui.Screens; tests tell the root themselves.
func (p *projector) Watchers(ctx context.Context, _ []follow.Watcher) ([]follow.Watcher, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

// answers brings to the window that leads what this one shows.
func (p *projector) answers(d *drive.Driver) {
	d.Send(ui.Followed(follow.Watcher{Name: "projector", Page: p.shows}))
}

// shown asks that a page is on the screen; the cover is "".
func (p *projector) shown(place, at string) {
	p.t.Helper()
	if p.shows.Place != place || !strings.HasPrefix(p.shows.At, at) {
		p.t.Fatalf("on the second screen is %+v, not %s %s:\n%s", p.shows, place, at, p.screen())
	}
}

// lead opens a window that leads another on the same store.
func lead(t *testing.T, s store.Store, w, h int) (*drive.Driver, *projector) {
	t.Helper()
	p := project(t, s, "newmedia", w, h, func(*ui.FollowerConfig) {})
	d := sitWith(t, s, "nl", w, h, func(c *ui.Config) { c.Screens = p })
	p.answers(d)
	return d, p
}

// titled fails the test where the second window is called otherwise.
func (p *projector) titled(want string) {
	p.t.Helper()
	if got := p.model.View().WindowTitle; got != want {
		p.t.Fatalf("the second window is called %q, not %q", got, want)
	}
}
