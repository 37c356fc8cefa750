package ui

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/crash"
	"kwi/internal/fault"
	"kwi/internal/follow"
	"kwi/internal/hand"
	"kwi/internal/lang"
	"kwi/internal/score"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// Follower is a window for those who look along: it shows the page of a meeting
// that another window is at, large, and answers no key but those that end it or
// scale it.
//
// It holds no client but what Shown gives for those who sit there; the whole
// one it lets go of inside the command that reads it. Its pages never learn of
// a key, and nothing that they want to happen happens.
type Follower struct {
	FollowerConfig
	w, h    int
	now     time.Time
	wanted  follow.Page // the last one that was told and can be
	on      follow.Page // what is on the screen; its Place is empty on the cover
	screen  kit.Screen  // nil on the cover
	seen    seen
	loading bool
	late    bool   // it was told of something newer while it read
	missed  bool   // the client could not be read
	at      uint64 // up to which revision the store was watched
	scale   int
	ended   bool
}

// FollowerConfig is what a window that follows is started with.
type FollowerConfig struct {
	Keeper   Reader
	Places   []Entry
	Words    *lang.Words
	Theme    theme.Theme
	Themed   bool
	Sixteen  bool
	Supplier string
	Now      func() time.Time
	Client   string
	Fell     crash.Note                                 // keeps a report of a panic; nil: nobody does
	Session  context.Context                            // ends what it waits for when the program ends; nil: it waits for nothing
	Next     func(context.Context) (follow.Page, error) // waits for the next page that this window is told; nil: whoever runs it sends Led
	Show     func(follow.Page)                          // says what is on the screen; nil: to nobody
	Beat     func() tea.Cmd                             // waits for the clock's next beat; nil: whoever runs it sends Clock
}

// Reader is where the client comes from.
type Reader interface {
	Open(ctx context.Context, id string) (hand.Hand, error)
	Watch(ctx context.Context, after uint64) (ids []string, at uint64, err error)
}

// seen is the client as those in a room may see it.
type seen struct {
	client account.Client
	scores score.History
	room   account.Room
	at     uint64
}

// look is a client as a room may see it, or why not.
type look struct {
	seen
	err error
}

// led is a page that another window tells.
type led struct {
	page follow.Page
	err  error
}

// Led is the word that another window is at a page.
func Led(p follow.Page) tea.Msg { return led{page: p} }

// NewFollower is a window that follows, at the cover.
func NewFollower(c FollowerConfig) Follower {
	c.Keeper = steadyReader{c.Keeper, catcher{c.Fell, "follow"}}
	return Follower{FollowerConfig: c, now: c.Now(), wanted: follow.Page{Client: c.Client}, on: follow.Page{Client: c.Client}, loading: true}
}

// Init reads the client and waits for a page.
func (r Follower) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, r.read(), r.next(), r.watch(), r.beat())
}

// Watched reports that a client is watching, for whoever runs it.
func (r Follower) Watched() bool { return true }

func (r *Follower) beat() tea.Cmd {
	if r.Beat == nil {
		return nil
	}
	return r.Beat()
}

// next waits for a page, once.
func (r *Follower) next() tea.Cmd {
	ctx, next := r.Session, r.Next
	if ctx == nil || next == nil {
		return nil
	}
	return func() tea.Msg {
		p, err := next(ctx)
		return led{p, err}
	}
}

// watch waits until anybody changes something, once.
func (r *Follower) watch() tea.Cmd {
	ctx, after, keeper := r.Session, r.at, r.Keeper
	if ctx == nil {
		return nil
	}
	return func() tea.Msg {
		ids, at, err := keeper.Watch(ctx, after)
		return changed{ids: ids, at: at, err: err}
	}
}

// read reads the client, as those who sit there may see it.
func (r *Follower) read() tea.Cmd {
	c, keeper, id, room := catcher{r.Fell, "follow"}, r.Keeper, r.Client, r.wanted.Room
	return func() tea.Msg {
		s, err := readSeen(c, keeper, id, room)
		return look{s, err}
	}
}

func readSeen(c catcher, keeper Reader, id string, room account.Room) (s seen, err error) {
	defer c.caught(&err)
	h, err := keeper.Open(context.Background(), id)
	if err != nil {
		return seen{}, err
	}
	now := h.Now()
	return seen{now.Shown(room), score.HistoryFor(&now, room), room, h.At()}, nil
}

// Update answers a message. Keys do not reach the page.
func (r Follower) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmds commandBatch
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		r.w, r.h = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		if !r.Themed {
			r.Theme = theme.Following(msg.IsDark(), r.Sixteen)
		}
	case Clock:
		r.now = time.Time(msg)
		cmds.add(r.beat())
		if r.missed && !r.loading {
			r.load(&cmds)
		}
	case led:
		r.led(msg, &cmds)
	case look:
		r.looked(msg, &cmds)
	case changed:
		if msg.err == nil {
			r.at = msg.at
			cmds.add(r.watch())
			if slices.Contains(msg.ids, r.Client) && msg.at > r.seen.at {
				r.load(&cmds)
			}
		}
	case tea.KeyPressMsg:
		switch {
		case keys.Pressed(msg, keys.Stop):
			r.ended = true
			return r, tea.Quit
		case keys.Pressed(msg, keys.Larger):
			r.scale = min(r.scale+1, mostScale)
		case keys.Pressed(msg, keys.Smaller):
			r.scale = max(r.scale-1, -mostScale)
		}
	case Hangup:
		r.ended = true
		return r, tea.Quit
	}
	return r, cmds.cmd()
}

// led takes up a page that was told, where it is one of this client.
func (r *Follower) led(m led, cmds *commandBatch) {
	if m.err != nil {
		return // the program ends
	}
	cmds.add(r.next())
	p := m.page
	if p.Client != r.Client || p.Rev <= r.seen.at && !r.knows(p.Room) {
		return
	}
	if p.Language != "" && p.Language != r.Words.Tag() {
		r.Words = lang.For(p.Language)
	}
	if p.Place != "" {
		if e, ok := r.entry(p.Place); !ok || !e.Together || !e.Client {
			p.Place, p.At, p.Cycle = r.wanted.Place, r.wanted.At, r.wanted.Cycle // only who sits there is news
		}
	}
	if r.wanted = p; p.Locked {
		r.cover(cmds)
		return
	}
	if was := r.seen.room; was.Known && !(p.Room.Known && was.Holds(p.Room)) {
		r.cover(cmds) // others sit there now: what was for those before goes before it is read what is for them
	}
	if !p.Room.Same(r.seen.room) || p.Rev > r.seen.at || r.seen.client.ID == "" {
		r.load(cmds)
	} else {
		r.settle(cmds)
	}
}

// load reads the client again, as soon as nothing is being read.
func (r *Follower) load(cmds *commandBatch) {
	if r.loading {
		r.late = true
		return
	}
	r.loading, r.late = true, false
	cmds.add(r.read())
}

// looked takes up the client. While it cannot be read nothing of it is shown to
// others than before.
func (r *Follower) looked(m look, cmds *commandBatch) {
	r.loading, r.missed = false, m.err != nil
	switch {
	case fault.Has(m.err, fault.NotFound):
		r.seen = seen{}
		r.cover(cmds)
	case m.err != nil && !r.seen.room.Same(r.wanted.Room):
		r.cover(cmds)
	case m.err == nil && m.room.Same(r.wanted.Room):
		r.seen = m.seen
		r.settle(cmds)
	case m.err == nil:
		r.late = true // others sit there by now
	}
	if r.late {
		r.load(cmds)
	}
}

func (r *Follower) entry(name string) (Entry, bool) {
	i := slices.IndexFunc(r.Places, func(e Entry) bool { return e.Name == name })
	if i < 0 {
		return Entry{}, false
	}
	return r.Places[i], true
}
