package main

import (
	"cmp"
	"context"
	"io"
	"time"

	"kwi/internal/cli"
	"kwi/internal/due"
	"kwi/internal/hand"
	"kwi/internal/settings"
	"kwi/ui/linear"
)

// inLines runs the interface that tells and asks in lines. It takes nothing over of a
// terminal, so that one may also read from and write to a pipe; the signals of the
// context end it, when all that was answered is kept.
func inLines(ctx context.Context, s cli.Session, in io.Reader, out io.Writer) error {
	c, err := lined(ctx, s, time.Now)
	if err != nil {
		return err
	}
	c.In, c.Out = in, out
	return linear.Run(ctx, c)
}

// lined is what that interface is started with: what the root has, without its places.
func lined(ctx context.Context, s cli.Session, now func() time.Time) (linear.Config, error) {
	c, err := config(ctx, s)
	if err != nil {
		return linear.Config{}, err
	}
	home := remembering(s)
	lists := bringing(ctx, s.Desk, home.getenv, now)
	lists.Only = s.Only != ""
	lists.Use(cmp.Or(c.Settings.Now.Line("lists").Value, documents(userHome())), c.Settings.Now.Line("returns").Value)
	lines := linear.Config{
		Keeper: keeper{s.Desk, c.Supplier}, Clients: c.Clients, Owed: func() ([]due.Client, error) { return s.Desk.Due(ctx) }, Happened: func() ([]hand.Happened, error) { return s.Desk.Happened(ctx) },
		Papers: c.Papers, Post: lists, Settings: home.now, Prefer: home.put, Remember: c.Remember,
		Words: c.Words, Window: c.Window, Supplier: c.Supplier, Firm: c.Firm.Now(), Me: c.Me, Now: now, Only: s.Only, Meeting: s.Meeting, Fell: s.Fell, Example: s.IsExample, Told: c.Told, ReadOnly: c.ReadOnly,
	}
	lines.Fits = fits
	if s.Copier != nil {
		lines.Copies = copiesOf(ctx, s.Copier)
	}
	if c.Welcome {
		lines.Welcomed = func() error { return home.keep(func(s *settings.Settings) { s.Welcomed = settings.On }) }
	}
	return lines, nil
}
