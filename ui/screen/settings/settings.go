// Package settings is the place that shows what this laptop remembers of its
// user: each setting with its value, where that comes from and what it does,
// changed where it stands. With the client watching nothing of it is there.
//
// It knows the kit and the widgets; the frame brings the settings, and a
// function whether a value can be one. It must not know any other screen, the
// file of settings or the environment.
package settings

import (
	tea "charm.land/bubbletea/v2"

	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/locking"
	"kwi/ui/widget"
)

// Check reports whether a setting can have a value.
type Check func(key, value string) bool

// Screen is the form with the cursor in it.
type Screen struct {
	check Check
	lock  *locking.Lock
	form  widget.Form
}

// With makes the screen; without a lock that of the data file is not told of.
func With(check Check, lock *locking.Lock) func(kit.Place) kit.Screen {
	return func(kit.Place) kit.Screen { return Screen{check: check, lock: lock, form: widget.Form{Below: true}} }
}

// Init fetches nothing: the frame brings what there is.
func (s Screen) Init() tea.Cmd { return nil }

// Typing reports whether a value is being typed.
func (s Screen) Typing() bool { return s.form.Typing() }

// Head says what this is.
func (s Screen) Head(f kit.Frame) kit.Head { return kit.Head{Title: f.T("place.settings")} }

// Acts are those of the field in hand.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	if f.Audience != kit.Manager {
		return nil
	}
	return s.form.Acts(f, s.fields(&f))
}

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if f.Audience != kit.Manager {
		return s, part.LeavesOn(msg)
	}
	if aim, ok := msg.(kit.Aim); ok {
		if f.Settings.Line(string(aim)).Key != "" {
			s.form = s.form.On(string(aim))
		}
		return s, kit.Outcome{}
	}
	form, out, handled := s.form.Update(f, s.fields(&f), msg)
	if s.form = form; handled {
		return s, out
	}
	return s, part.LeavesOn(msg)
}

// View draws all of them.
func (s Screen) View(f kit.Frame) kit.Page {
	if f.Audience != kit.Manager {
		return kit.Page{}
	}
	return s.form.View(f, s.fields(&f), f.W, f.H)
}
