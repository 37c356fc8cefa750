package ui

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/follow"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// Screens is how this window leads others on the same data that follow it.
// Both calls are made from a command.
type Screens interface {
	// Watchers waits until the windows that follow, or what they show, are
	// others than was known.
	Watchers(ctx context.Context, known []follow.Watcher) ([]follow.Watcher, error)
	// Tell tells them the page; a turn that was overtaken is nothing.
	Tell(turn uint64, to []string, p follow.Page) error
}

// leading is what the root knows of windows that follow it.
type leading struct {
	watchers []follow.Watcher
	page     follow.Page // where this window is, as it was told to them
	open     bool        // it is somewhere that can be told
	to       []string
	turn     uint64
	room     account.Room // who looks at the second window while the manager works at this one
	client   string       // of whom they are
}

// followed is what became of the windows that follow.
type followed struct {
	watchers []follow.Watcher
	err      error
}

// Followed is the word that these windows follow, as Screens brings it.
func Followed(watchers ...follow.Watcher) tea.Msg { return followed{watchers: watchers} }

// watchWindows waits until other windows follow, once.
func (r *Root) watchWindows() tea.Cmd {
	ctx, screens, known := r.Session, r.Screens, r.lead.watchers
	if ctx == nil || screens == nil {
		return nil
	}
	return func() tea.Msg {
		watchers, err := screens.Watchers(ctx, known)
		return followed{watchers, err}
	}
}

func (r *Root) followed(m followed, cmds *commandBatch) {
	if m.err != nil {
		return // the program ends
	}
	r.lead.watchers = m.watchers
	cmds.add(r.watchWindows())
}

// watchers are the windows that follow the client in hand.
func (r *Root) watchers() (out []follow.Watcher) {
	for _, w := range r.lead.watchers {
		if id := r.hand.ID(); id != "" && w.Page.Client == id {
			out = append(out, w)
		}
	}
	return out
}

// tellPage tells those who follow where this window is, if it is elsewhere than
// it was. Where it is somewhere that has no page of a meeting they hear nothing.
func (r *Root) tellPage(cmds *commandBatch) {
	watchers := r.watchers()
	if len(watchers) == 0 || r.Screens == nil {
		r.lead = leading{watchers: r.lead.watchers, turn: r.lead.turn}
		return
	}
	if r.watched() || r.lead.client != r.hand.ID() {
		r.lead.room, r.lead.client = account.Room{}, r.hand.ID()
	}
	var to []string
	for _, w := range watchers {
		to = append(to, w.Name)
	}
	p, open := r.pageHere()
	same := r.lead.open && p.Same(r.lead.page) && p.Rev == r.lead.page.Rev && slices.Equal(to, r.lead.to)
	if r.lead.open = open; !open || same {
		return
	}
	r.lead.page, r.lead.to = p, to
	r.lead.turn++
	screens, turn := r.Screens, r.lead.turn
	cmds.add(func() tea.Msg {
		_ = screens.Tell(turn, to, p) // who cannot be told stays where they are
		return nil
	})
}

// pageHere is the page of a meeting that shows what is in hand in this window,
// below whatever dialog; false where there is none.
func (r *Root) pageHere() (p follow.Page, open bool) {
	var fell error
	defer func() { open = open && fell == nil }()
	defer r.catcher().caught(&fell)
	p = follow.Page{Client: r.hand.ID(), Room: r.lead.room, Scale: r.scale, Language: r.Words.Tag(), Rev: r.hand.At()}
	if r.watched() {
		p.Room = r.room
	}
	switch {
	case r.veil.down:
		p.Locked = true
		return p, true
	case r.wait != nil || r.leaving.now:
		return p, false
	case r.watched() && r.meeting.cover != uncovered:
		return p, true
	}
	at := slices.IndexFunc(r.stack, func(it stackItem) bool { return it.dialog })
	if at < 0 {
		at = len(r.stack)
	}
	if at == 0 || r.stack[at-1].place.Client != p.Client {
		return p, false
	}
	it := r.stack[at-1]
	to := kit.Place{}
	if m, ok := it.screen.(kit.Meeter); ok {
		to = m.MeetingPlace(r.frame())
	}
	if to.Name == "" && r.watched() {
		to = kit.Place{Name: it.place.Name}
	}
	p.Place, p.At, p.Cycle = to.Name, to.At, it.place.Cycle
	e, ok := r.entry(p.Place)
	return p, ok && e.Together
}

// leadActs are what can be done while another window follows and the manager
// works alone at this one.
func (r *Root) leadActs() []kit.Act {
	if len(r.watchers()) == 0 {
		return nil
	}
	return []kit.Act{{ID: "seats", Looks: true, Keys: keys.Seats, Name: r.Words.T("root.act.seats"), Hidden: true}}
}

// askSeats asks who looks at the window that follows.
func (r *Root) askSeats(cmds *commandBatch) {
	if r.watched() || len(r.watchers()) == 0 {
		return
	}
	r.ask(part.NewAttendance(r.supposed(r.lead.room, r.meetingPlace().At)), cmds)
}

// secondMark tells that another window follows, and what it shows.
func (r *Root) secondMark(w int) string {
	watchers := r.watchers()
	if len(watchers) == 0 || r.leaving.now {
		return ""
	}
	if e, _ := r.entry(r.lead.page.Place); e.Persons && r.lead.open && !r.lead.page.Room.Known && !r.watched() {
		return r.Words.T("root.second.who", kit.Act{Keys: keys.Seats}.KeyName(r.Words, false))
	}
	shown := watchers[0].Page
	page := r.Words.T("root.second.cover")
	if e, ok := r.entry(shown.Place); ok {
		page = r.Words.T(e.Title)
		if at, _, _ := strings.Cut(shown.At, "/"); at != "" {
			page += " " + r.Theme.Glyphs.Dot + " " + cells.Clean(at)
		}
	}
	return cells.Line(r.Words.T("root.second", page), w)
}
