package main

import (
	"context"
	"os"

	"github.com/charmbracelet/x/term"

	"kwi/internal/cli"
	"kwi/ui"
	"kwi/ui/theme"
)

// atDoor asks for the passphrase of the data file on a page of the whole terminal.
func atDoor(_ context.Context, d cli.Door) error {
	if !term.IsTerminal(os.Stdin.Fd()) || !term.IsTerminal(os.Stdout.Fd()) || canDraw(os.Getenv) != nil {
		return cli.ErrNoTerminal
	}
	shows := ofTerminal()
	session, end := context.WithCancel(context.Background())
	defer end()
	opened := false
	c := doorOf(d, shows)
	c.Opened = func() { opened = true }
	if _, err := runInTerminal(session, cli.Session{}, shows, ui.NewDoor(c)); err != nil {
		return err
	}
	if !opened {
		return cli.ErrLeft
	}
	return nil
}

// doorOf is what the page is started with, in the theme of the settings.
func doorOf(d cli.Door, shows colours) ui.DoorConfig {
	var c ui.Config
	c.Theme, c.Themed = theme.Named(d.Theme)
	shows.looks(&c)
	return ui.DoorConfig{Words: d.Words, Theme: c.Theme, Themed: c.Themed, Sixteen: c.Sixteen, File: d.File, Told: d.Told, Open: d.Open}
}
