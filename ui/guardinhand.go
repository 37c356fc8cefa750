package ui

import (
	"kwi/internal/account"
	"kwi/internal/trace"
	"kwi/ui/kit"
)

// What a screen knows and has in hand, through its guard.

// Renamed implements kit.Renamer. Of a screen that fell nothing is left to rename.
func (g guarded) Renamed(n account.Renames) (s kit.Screen) {
	defer func() {
		if why := recover(); why != nil {
			*g.fell = g.note.Of(why, g.where)
			s = g
		}
	}()
	if of, ok := g.screen.(kit.Renamer); ok && *g.fell == nil {
		g.screen = of.Renamed(n)
	}
	return g
}

// KWIInHand implements kit.Subject. A screen that fell has none.
func (g guarded) KWIInHand(f kit.Frame) (code account.KWICode) {
	defer g.caught(g.fell)
	if s, ok := g.screen.(kit.Subject); ok && *g.fell == nil {
		return s.KWIInHand(f)
	}
	return 0
}

// PersonInHand implements kit.Personal. A screen that fell has nobody.
func (g guarded) PersonInHand(f kit.Frame) (who account.Initials) {
	defer g.caught(g.fell)
	if s, ok := g.screen.(kit.Personal); ok && *g.fell == nil {
		return s.PersonInHand(f)
	}
	return ""
}

// AnybodyInHand implements kit.Peopled. A screen that fell has nobody.
func (g guarded) AnybodyInHand(f kit.Frame) (who account.Initials) {
	defer g.caught(g.fell)
	if s, ok := g.screen.(kit.Peopled); ok && *g.fell == nil {
		return s.AnybodyInHand(f)
	}
	return ""
}

// ThingInHand implements kit.Traced. A screen that fell has nothing in hand.
func (g guarded) ThingInHand(f kit.Frame) (t trace.Thing, client string) {
	defer g.caught(g.fell)
	if s, ok := g.screen.(kit.Traced); ok && *g.fell == nil {
		return s.ThingInHand(f)
	}
	return trace.Thing{}, ""
}

// FigureAt implements kit.Figured. On a screen that fell there is no figure.
func (g guarded) FigureAt(f kit.Frame, x, y int) (t trace.Thing) {
	defer g.caught(g.fell)
	if s, ok := g.screen.(kit.Figured); ok && *g.fell == nil {
		return s.FigureAt(f, x, y)
	}
	return trace.Thing{}
}

// AimAt implements kit.Aimed. On a screen that fell nothing stands anywhere.
func (g guarded) AimAt(f kit.Frame, x, y int) (at kit.Aim) {
	defer g.caught(g.fell)
	if s, ok := g.screen.(kit.Aimed); ok && *g.fell == nil {
		at = s.AimAt(f, x, y)
	}
	return at
}

// Quoted implements kit.Quotable. A screen that fell has no text.
func (g guarded) Quoted(f kit.Frame) (text string) {
	defer g.caught(g.fell)
	if s, ok := g.screen.(kit.Quotable); ok && *g.fell == nil {
		return s.Quoted(f)
	}
	return ""
}
