// Package kittest is what tests of screens are written with: a frame around
// any client, keys pressed on a screen without the root, and goldens. It is
// for tests alone.
package kittest

import (
	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// Today is the day of all tests, a Saturday.
const Today = account.Date("2026-11-21")

// Option changes a frame.
type Option func(*kit.Frame)

// Frame is a frame of w by h cells in one language around a client, as the
// manager sees it without colour.
func Frame(w, h int, language string, client account.Client, options ...Option) kit.Frame {
	f := kit.Frame{
		W: w, H: h, Theme: theme.Plain(), Words: lang.For(language), Today: Today, Audience: kit.Manager,
		Supplier: "Leverancier", Client: client, Beat: 1,
		Me: account.User{Name: "Joe Bestseller", Initials: "RM"},
	}
	for _, o := range options {
		o(&f)
	}
	return With(f, client)
}

// With is the frame around another client, or the same one after a change: as
// its audience may see it, with its scores.
func With(f kit.Frame, client account.Client) kit.Frame {
	f.Client, f.Scores = client, score.HistoryOf(&client)
	if f.Audience == kit.WithClient {
		f.Client, f.Scores = client.Shown(f.Room), score.HistoryFor(&client, f.Room)
	}
	return f
}

// Together is the frame while the client looks along, and nobody said yet who
// sits there.
func Together(f *kit.Frame) { f.Audience = kit.WithClient }

// Room is the frame while these respondents look along, or with none somebody
// of the client who is none of them.
func Room(present ...account.Initials) Option {
	return func(f *kit.Frame) {
		f.Audience, f.Room = kit.WithClient, account.Room{Known: true, Present: present, Guests: len(present) == 0}
	}
}

// Theme draws in a theme.
func Theme(t theme.Theme) Option { return func(f *kit.Frame) { f.Theme = t } }

// Cycle looks at a cycle that is not the newest.
func Cycle(name account.CycleName) Option { return func(f *kit.Frame) { f.Cycle = name } }

// Day is another day than Today.
func Day(d account.Date) Option { return func(f *kit.Frame) { f.Today = d } }

// Supplier is another supplier's name.
func Supplier(name string) Option { return func(f *kit.Frame) { f.Supplier = name } }
