package main

import (
	"context"
	"errors"
	gosync "sync"
	"time"

	"kwi/internal/account"
	"kwi/internal/cli"
	"kwi/internal/crash"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/sync"
	"kwi/store"
	"kwi/ui/kit"
)

// A data file of a team is kept the same with the hub beside the interface, in
// goroutines of their own: no key waits for them. What they find out they put down
// here, and the root fetches it when it comes to it.

// hubOfTeam is the hub of the team that a data file belongs to; none where pair is nil.
type hubOfTeam struct {
	pair *sync.Pair
	who  sync.Who
	is   func(context.Context) error // asks the hub whether it is that one; nil: there is nothing to ask
	told func(error) error           // what an error of the hub means to its user; nil: as it is

	name, where string // of the team, and of its hub
}

// How long one waits before a hub that was not reached is tried again, and how often
// it is told that a client is open.
var (
	hubPatience = sync.Patience{First: time.Second, Most: 30 * time.Second}
	openFor     = 10 * time.Second
)

// teamwork is what goes on beside the interface.
type teamwork struct {
	hub  hubOfTeam
	desk *desk.Desk
	now  func() time.Time

	mu      gosync.Mutex
	news    kit.TeamNews
	fresh   bool
	woken   chan struct{}
	status  sync.Status
	looking []kit.TeamChange   // of a look at all clients that is under way
	stop    context.CancelFunc // of the work that is under way
	there   bool               // the hub said that it is the one of the team
	left    int                // copies of the data file where somebody whom others erased is still
	open    string
	opened  chan struct{}
	resumed chan struct{}
}

// teamOf is the work with the hub of the team that the data file of a session belongs
// to; nil where it belongs to none, of an example, and where nothing may be written.
func teamOf(s cli.Session) *teamwork {
	if s.Hub == nil || s.IsExample || s.ReadOnly {
		return nil
	}
	who := sync.Who{User: s.Hub.User, Computer: s.Hub.Computer}
	pair := sync.New(s.Desk, s.Hub.Store, s.Hub.Owner, who)
	pair.Clock = func() account.Moment { return account.MomentOf(time.Now()) }
	pair.Seen = s.Hub.Seen
	t := newTeamwork(s.Desk, hubOfTeam{pair, who, s.Hub.Is, s.Hub.Told, s.Team, s.Hub.Where}, time.Now)
	if s.Erases.Store != nil {
		pair.Erases = t.erasesIn(s.Erases)
	}
	return t
}

// takesPart is the team of a session as a window knows it, with the work that begins; end ends that.
func takesPart(ctx context.Context, s cli.Session) (team kit.Team, end func()) {
	if t := teamOf(s); t != nil {
		return t.room(ctx), t.start(ctx)
	}
	if s.IsExample {
		return kit.Team{}, func() {}
	}
	return kit.Team{Name: s.Team, User: s.Member, Why: s.Alone}, func() {}
}

func newTeamwork(d *desk.Desk, h hubOfTeam, now func() time.Time) *teamwork {
	return &teamwork{hub: h, desk: d, now: now, woken: make(chan struct{}, 1), opened: make(chan struct{}, 1), resumed: make(chan struct{}, 1)}
}

// room is what the root gets of it.
func (t *teamwork) room(session context.Context) kit.Team {
	return kit.Team{
		Name: t.hub.name, Where: t.hub.where, User: t.hub.who.User,
		Fresh: t.freshNews,
		News:  func() (kit.TeamNews, bool) { return t.next(session) }, Opened: t.opens, Pause: t.pause,
		Apart:  func() ([]kit.Apart, error) { return t.apart(session) },
		Choose: func(a kit.Apart, here bool) error { return t.choose(session, a, here) },
	}
}

// start begins it; what it returns ends it and waits until nothing goes on.
func (t *teamwork) start(session context.Context) (end func()) {
	ctx, stop := context.WithCancel(session)
	fell := func(f *fault.Fault) { t.tell(sync.Status{State: sync.Refused, Cause: f}) }
	syncing := crash.Go(func() { t.run(ctx) }, fell)
	present := crash.Go(func() { t.present(ctx) }, fell)
	return func() {
		stop()
		<-syncing
		<-present
	}
}

// wake wakes whoever waits, and is nothing where they were woken already.
func wake(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// do changes the news, and wakes whoever waits for it.
func (t *teamwork) do(change func(*kit.TeamNews)) {
	t.mu.Lock()
	change(&t.news)
	t.fresh = true
	t.mu.Unlock()
	wake(t.woken)
}

// next waits for news.
func (t *teamwork) next(ctx context.Context) (kit.TeamNews, bool) {
	for {
		if news, fresh := t.freshNews(); fresh {
			return news, true
		}
		select {
		case <-t.woken:
		case <-ctx.Done():
			return kit.TeamNews{}, false
		}
	}
}

// freshNews is what is new, without waiting for it.
func (t *teamwork) freshNews() (kit.TeamNews, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	news, fresh := t.news, t.fresh
	if fresh {
		t.news.Changed, t.fresh = nil, false
	}
	return news, fresh
}

// run keeps both the same until the program ends, as long as nobody stops it.
func (t *teamwork) run(ctx context.Context) {
	t.readApart(ctx)
	if gone, err := t.hub.pair.Gone(ctx); err == nil {
		t.do(func(n *kit.TeamNews) { n.Gone = gone }) // it was said when it was so first
	}
	for ctx.Err() == nil {
		working, stop := context.WithCancel(ctx)
		t.mu.Lock()
		paused := t.news.State == kit.TeamPaused
		t.stop = stop
		t.mu.Unlock()
		if !paused && t.isThere(working) {
			t.mu.Lock()
			t.there = true
			t.mu.Unlock()
			wake(t.opened)
			t.hub.pair.Run(working, hubPatience, t.tell, func(id string, r sync.Round) { t.came(working, id, r) })
			t.mu.Lock()
			t.there = false
			t.mu.Unlock()
			if working.Err() == nil {
				stop()
				continue // the data file is another, which may belong elsewhere
			}
		}
		stop()
		select {
		case <-t.resumed:
		case <-ctx.Done():
		}
	}
}

// isThere waits until the hub says that it is the one of the team.
func (t *teamwork) isThere(ctx context.Context) bool {
	if t.hub.is == nil {
		return true
	}
	for wait := hubPatience.First; ctx.Err() == nil; wait = min(2*wait, hubPatience.Most) {
		err := t.hub.is(ctx)
		if err == nil {
			return true
		}
		s := sync.Status{State: sync.StateOf(err), Cause: err}
		if _, said := fault.Of(err); said && !errors.Is(err, store.ErrUnreachable) {
			s.State = sync.Refused // it answers, and is another
		}
		if waiting, err := t.hub.pair.Waiting(ctx); err == nil {
			s.Waiting = len(waiting)
		}
		if ctx.Err() != nil {
			break
		}
		t.tell(s)
		select {
		case <-time.After(wait):
		case <-ctx.Done():
		}
	}
	return false
}

// pause stops the work with the hub until the next start, or has it go on.
func (t *teamwork) pause(stop bool) {
	t.do(func(n *kit.TeamNews) {
		n.State = kit.TeamFinding
		if n.All = 0; stop {
			n.State = kit.TeamPaused
		}
		if stop && t.stop != nil {
			t.stop()
		}
	})
	if !stop {
		wake(t.resumed)
	}
}

// states are those of a pair as the root knows them.
var states = map[sync.State]kit.TeamState{
	sync.Looking: kit.TeamFinding, sync.Same: kit.TeamSame, sync.Waiting: kit.TeamWaits, sync.Offline: kit.TeamOffline, sync.Refused: kit.TeamRefused,
}

// tell takes note of how both stand.
func (t *teamwork) tell(s sync.Status) {
	apart, held := false, []string(nil)
	if s.Waiting > 0 {
		held, _ = t.hub.pair.Waiting(context.Background()) // else the number is told alone
	}
	t.do(func(n *kit.TeamNews) {
		n.Held = held
		apart = s.Apart != t.status.Apart
		t.status = s
		if n.State == kit.TeamPaused {
			return
		}
		was := n.State
		n.State, n.Waiting, n.Done, n.All, n.Why = states[s.State], s.Waiting, s.Done, s.All, nil
		if s.State == sync.Same && s.Waiting > 0 {
			n.State = kit.TeamWaits
		}
		if n.State == kit.TeamOffline && was != kit.TeamOffline {
			n.Since = t.now()
		}
		if n.State == kit.TeamRefused {
			if n.Why = s.Cause; t.hub.told != nil {
				n.Why = t.hub.told(s.Cause)
			}
		}
		if s.State != sync.Looking {
			n.Changed = append(n.Changed, atOnce(t.looking)...)
			t.looking = nil
		}
	})
	if apart {
		t.readApart(context.Background())
	}
}
