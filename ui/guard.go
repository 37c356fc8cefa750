package ui

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// caught makes a fault of a panic. It is deferred.
func caught(err *error) {
	if why := recover(); why != nil {
		*err = internal(why)
	}
}

func internal(why any) error { return fault.New(fault.Internal).By(fmt.Errorf("%v", why)) }

// guarded is a screen that a panic in it does not take the program along with.
// It falls, says so, and can be left or opened anew. The client in hand, and
// what was typed, are the root's and stay as they were.
type guarded struct {
	screen kit.Screen
	fell   *error            // why it fell, shared by the screen's values; nil while it stands
	anew   func() kit.Screen // opens it again, nil for a dialog
}

// guardScreen is a screen with a guard round it.
func guardScreen(s kit.Screen, anew func() kit.Screen) kit.Screen {
	if _, is := s.(guarded); is {
		return s
	}
	return guarded{s, new(error), anew}
}

// hasFallen reports whether a screen has fallen.
func hasFallen(s kit.Screen) bool {
	g, is := s.(guarded)
	return is && *g.fell != nil
}

// panicked is a panic in a command of the screen.
type panicked struct{ why error }

func (g guarded) Init() tea.Cmd {
	defer caught(g.fell)
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
			*g.fell = internal(why)
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
		fresh := guardScreen(g.anew(), g.anew)
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
	defer caught(g.fell)
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
	defer caught(g.fell)
	return g.screen.Acts(f), true
}

func (g guarded) Head(f kit.Frame) (h kit.Head) {
	defer caught(g.fell)
	if *g.fell != nil {
		return kit.Head{Title: widget.TitleOf(f)}
	}
	return g.screen.Head(f)
}

func (g guarded) Typing() bool {
	defer caught(g.fell)
	return *g.fell == nil && g.screen.Typing()
}

// Waits implements kit.Waiter.
func (g guarded) Waits() bool {
	defer caught(g.fell)
	w, ok := g.screen.(kit.Waiter)
	return ok && *g.fell == nil && w.Waits()
}

// steady is a keeper whose panics are faults, so that what it could not do is
// said and tried again as after any other.
type steady struct{ Keeper }

func (k steady) Open(ctx context.Context, id string) (h hand.Hand, err error) {
	defer caught(&err)
	return k.Keeper.Open(ctx, id)
}

func (k steady) Fresh(ctx context.Context, name string) (h hand.Hand, id string, err error) {
	defer caught(&err)
	return k.Keeper.Fresh(ctx, name)
}

func (k steady) Keep(ctx context.Context, s hand.Save) (n int, v hand.Version, err error) {
	defer caught(&err)
	return k.Keeper.Keep(ctx, s)
}

func (k steady) Watch(ctx context.Context, after uint64) (ids []string, at uint64, err error) {
	defer caught(&err)
	return k.Keeper.Watch(ctx, after)
}

func (k steady) Restored(ctx context.Context) (at uint64, err error) {
	defer caught(&err)
	return k.Keeper.Restored(ctx)
}

func (k steady) Supplier(ctx context.Context) (name string, err error) {
	defer caught(&err)
	return k.Keeper.Supplier(ctx)
}

func (k steady) SetSupplier(ctx context.Context, name string) (err error) {
	defer caught(&err)
	return k.Keeper.SetSupplier(ctx, name)
}

func (k steady) RenameSupplier(ctx context.Context, name string) (err error) {
	defer caught(&err)
	return k.Keeper.RenameSupplier(ctx, name)
}

func (k steady) Drafts(ctx context.Context, client string) (found []hand.Draft, err error) {
	defer caught(&err)
	return k.Keeper.Drafts(ctx, client)
}

func (k steady) KeepDrafts(ctx context.Context, client string, drafts, settled []hand.Draft) (err error) {
	defer caught(&err)
	return k.Keeper.KeepDrafts(ctx, client, drafts, settled)
}

func (k steady) Rescue(ctx context.Context, c account.Client, f account.Firm) (path string, err error) {
	defer caught(&err)
	return k.Keeper.Rescue(ctx, c, f)
}

func (k steady) Firm(ctx context.Context) (h hand.Firm, err error) {
	defer caught(&err)
	return k.Keeper.Firm(ctx)
}

func (k steady) KeepFirm(ctx context.Context, s hand.FirmSave) (rev uint64, err error) {
	defer caught(&err)
	return k.Keeper.KeepFirm(ctx, s)
}

// steadyReader is that for whoever only reads.
type steadyReader struct{ Reader }

func (k steadyReader) Watch(ctx context.Context, after uint64) (ids []string, at uint64, err error) {
	defer caught(&err)
	return k.Reader.Watch(ctx, after)
}

// afterPanic is the root as it was before a message that it could not answer.
// What must never stop goes on.
func (r Root) afterPanic(msg tea.Msg, why any) (tea.Model, tea.Cmd) {
	r.sayInternal(r.Words.Fault(internal(why)), true)
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
	defer caught(g.fell)
	if s, ok := g.screen.(kit.Stayer); ok && *g.fell == nil {
		return guarded{s.Stays(), g.fell, g.anew}
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
	defer caught(g.fell)
	if m, ok := g.screen.(kit.Meeter); ok && *g.fell == nil {
		return m.MeetingPlace(f)
	}
	return p
}

// Talks implements kit.Talker.
func (g guarded) Talks() bool {
	defer caught(g.fell)
	t, ok := g.screen.(kit.Talker)
	return ok && *g.fell == nil && t.Talks()
}

// Sitting implements kit.Sitter. Who is no sitter has typed nothing.
func (g guarded) Sitting() (who account.Initials, typed account.Sitting) {
	defer caught(g.fell)
	if s, ok := g.screen.(kit.Sitter); ok && *g.fell == nil {
		return s.Sitting()
	}
	return "", account.Sitting{}
}

// Bare implements kit.Barer. A screen that fell is not empty.
func (g guarded) Bare(f kit.Frame) bool {
	defer caught(g.fell)
	b, ok := g.screen.(kit.Barer)
	return ok && *g.fell == nil && b.Bare(f)
}
