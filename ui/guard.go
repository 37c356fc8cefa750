package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/crash"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// catcher makes faults of panics, and notes them.
type catcher struct {
	note  crash.Note
	where string // the screen that may fall
}

// caught makes a fault of a panic. It is deferred.
func (c catcher) caught(err *error) {
	if why := recover(); why != nil {
		*err = c.note.Of(why, c.where)
	}
}

// catcher catches what falls on the screen on top.
func (r *Root) catcher() catcher {
	c := catcher{note: r.Fell}
	if len(r.stack) > 0 {
		c.where = r.top().place.Name
	}
	return c
}

// guarded is a screen that a panic in it does not take the program along with.
// It falls, says so, and can be left or opened anew. The client in hand, and
// what was typed, are the root's and stay as they were.
type guarded struct {
	catcher
	screen kit.Screen
	fell   *error            // why it fell, shared by the screen's values; nil while it stands
	anew   func() kit.Screen // opens it again, nil for a dialog
}

// guardScreen is a screen with a guard round it.
func guardScreen(c catcher, s kit.Screen, anew func() kit.Screen) kit.Screen {
	if _, is := s.(guarded); is {
		return s
	}
	return guarded{c, s, new(error), anew}
}

// hasFallen reports whether a screen has fallen.
func hasFallen(s kit.Screen) bool {
	g, is := s.(guarded)
	return is && *g.fell != nil
}

// panicked is a panic in a command of the screen.
type panicked struct{ why error }

func (g guarded) Init() tea.Cmd {
	defer g.caught(g.fell)
	if *g.fell != nil {
		return nil
	}
	return g.screen.Init()
}

func (g guarded) Update(f kit.Frame, msg tea.Msg) (s kit.Screen, out kit.Outcome) {
	if p, is := msg.(panicked); is {
		*g.fell = p.why
	}
	if *g.fell != nil {
		return g.fallen(msg)
	}
	defer func() {
		if why := recover(); why != nil {
			*g.fell = g.note.Of(why, g.where)
			s, out = g, kit.Outcome{}
		}
	}()
	next, out := g.screen.Update(f, msg)
	g.screen = next
	return g, out
}

// fallen answers keys in the place of a screen that fell.
func (g guarded) fallen(msg tea.Msg) (kit.Screen, kit.Outcome) {
	switch {
	case msg == kit.Do("away"), keys.Pressed(msg, keys.Back):
		return g, kit.Outcome{Back: true}
	case msg == kit.Do("anew") && g.anew != nil:
		fresh := guardScreen(g.catcher, g.anew(), g.anew)
		return fresh, kit.Outcome{Run: fresh.Init()}
	}
	return g, kit.Outcome{}
}

func (g guarded) View(f kit.Frame) (p kit.Page) {
	if *g.fell == nil {
		if p, ok := g.draw(f); ok {
			return p
		}
	}
	text := f.T("root.fell.together")
	if f.Audience == kit.Manager {
		text = f.T("root.fell.text", f.Words.Fault(*g.fell))
	}
	lines := []string{"", f.Theme.Warn.Render(cells.Line(f.T("root.fell.title"), f.W)), ""}
	return kit.Page{Body: strings.Join(append(lines, cells.Wrap(text, f.W)...), "\n")}
}

func (g guarded) draw(f kit.Frame) (p kit.Page, ok bool) {
	defer g.caught(g.fell)
	return g.screen.View(f), true
}

func (g guarded) Acts(f kit.Frame) []kit.Act {
	if *g.fell == nil {
		if acts, ok := g.acts(f); ok {
			return acts
		}
	}
	acts := []kit.Act{{ID: "away", Keys: keys.Back, Name: f.T("root.fell.away"), Together: true}}
	if g.anew != nil {
		acts = append(acts, kit.Act{ID: "anew", Looks: true, Keys: keys.Open, Name: f.T("root.fell.anew"), Together: true})
	}
	return acts
}

func (g guarded) acts(f kit.Frame) (acts []kit.Act, ok bool) {
	defer g.caught(g.fell)
	return g.screen.Acts(f), true
}

func (g guarded) Head(f kit.Frame) (h kit.Head) {
	defer g.caught(g.fell)
	if *g.fell != nil {
		return kit.Head{Title: widget.TitleOf(f)}
	}
	return g.screen.Head(f)
}

func (g guarded) Typing() bool {
	defer g.caught(g.fell)
	return *g.fell == nil && g.screen.Typing()
}

// Waits implements kit.Waiter.
func (g guarded) Waits() bool {
	defer g.caught(g.fell)
	w, ok := g.screen.(kit.Waiter)
	return ok && *g.fell == nil && w.Waits()
}

// afterPanic is the root as it was before a message that it could not answer.
// What must never stop goes on.
func (r Root) afterPanic(msg tea.Msg, why any) (tea.Model, tea.Cmd) {
	r.sayInternal(r.Words.Fault(r.Fell.Of(why, r.catcher().where)), true)
	switch msg.(type) {
	case Clock:
		return r, r.beatLater()
	case changed:
		return r, r.watch()
	}
	return r, nil
}

// Stays implements kit.Stayer. Of a screen that fell nothing does.
func (g guarded) Stays() kit.Screen {
	defer g.caught(g.fell)
	if s, ok := g.screen.(kit.Stayer); ok && *g.fell == nil {
		return guarded{g.catcher, s.Stays(), g.fell, g.anew}
	}
	return nil
}

// Paper implements kit.Papered. A screen that fell stands on none.
func (g guarded) Paper(f kit.Frame) kit.Paper {
	if p, ok := g.screen.(kit.Papered); ok && *g.fell == nil {
		return p.Paper(f)
	}
	return kit.Paper{}
}

// MeetingPlace implements kit.Meeter. A screen that fell has no page.
func (g guarded) MeetingPlace(f kit.Frame) (p kit.Place) {
	defer g.caught(g.fell)
	if m, ok := g.screen.(kit.Meeter); ok && *g.fell == nil {
		return m.MeetingPlace(f)
	}
	return p
}

// Talks implements kit.Talker.
func (g guarded) Talks() bool {
	defer g.caught(g.fell)
	t, ok := g.screen.(kit.Talker)
	return ok && *g.fell == nil && t.Talks()
}

// Sitting implements kit.Sitter. Who is no sitter has typed nothing.
func (g guarded) Sitting() (who account.Initials, typed account.Sitting) {
	defer g.caught(g.fell)
	if s, ok := g.screen.(kit.Sitter); ok && *g.fell == nil {
		return s.Sitting()
	}
	return "", account.Sitting{}
}

// Bare implements kit.Barer. A screen that fell is not empty.
func (g guarded) Bare(f kit.Frame) bool {
	defer g.caught(g.fell)
	b, ok := g.screen.(kit.Barer)
	return ok && *g.fell == nil && b.Bare(f)
}
