package main

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/beside"
	"kwi/internal/cli"
	"kwi/internal/fault"
	"kwi/ui"
)

// projectorFrames is how many times a second a window that follows draws at
// most: what it shows is waited for by a room.
const projectorFrames = 120

// followInTerminal runs a window that follows another until it is ended.
func followInTerminal(session context.Context, s cli.Session, c ui.Config, shows colours) error {
	folder := beside.At(s.File)
	seat, err := beside.Sit(folder, rand.Text(), s.Only)
	if errors.Is(err, fs.ErrExist) {
		return fault.New(fault.NoFolder, folder.Path()).By(err)
	}
	if err != nil {
		return fault.New(fault.ReadOnly, folder.Path()).By(err)
	}
	defer seat.Leave()
	model := ui.NewFollower(following(c, s.Only, seat))
	_, err = runInTerminal(session, s, shows, model, tea.WithFPS(projectorFrames))
	_, _ = io.WriteString(os.Stdout, emptyTerminal)
	return neutral(err)
}

// following is what a window that follows starts with.
func following(c ui.Config, client string, seat *beside.Seat) ui.FollowerConfig {
	return ui.FollowerConfig{
		Keeper: c.Keeper, Places: c.Places, Words: c.Words, Theme: c.Theme, Themed: c.Themed, Sixteen: c.Sixteen, Supplier: c.Supplier, Now: c.Now,
		Client: client, Session: c.Session, Next: seat.Next, Show: seat.Show, Beat: c.Beat, Fell: c.Fell,
	}
}
