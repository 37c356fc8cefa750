package desk

import (
	"context"
	"sync"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/portable"
	"kwi/internal/progress"
)

// Importing is how files are taken over.
type Importing struct {
	Replace bool // a client takes the place of the one with their ID
	Check   bool // only tell what would come of it
	Alone   bool // what a client is part of may come later, or not at all
	account.Replacing
	Told progress.Told // hears of each client where it is of all
}

// ImportAs is Import with what is said beside it.
func (d *Desk) ImportAs(ctx context.Context, how Importing, files ...portable.File) (done Imported, err error) {
	if how.Check {
		done, _, err = d.takingOver(ctx, how, files)
		return done, err
	}
	before := sync.OnceFunc(func() { d.CopyBefore(ctx, ImportReplaces) })
	err = d.again(ctx, func() error {
		done, err = d.takeOver(ctx, how, files, before)
		return err
	})
	if err != nil {
		return Imported{}, err
	}
	return done, nil
}

// takePlace puts a client in the place of the one with their ID. One that cannot be
// read is replaced as it is.
func (d *Desk) takePlace(ctx context.Context, done *Imported, c *account.Client, how account.Replacing) error {
	was, err := d.Client(ctx, c.ID)
	if err != nil {
		return nil //nolint:nilerr // it is damaged, and so there is nothing to hold the file against
	}
	told, err := c.TakePlaceOf(&was, how)
	if err != nil {
		return err
	}
	if done.Changed == nil {
		done.Changed = map[string]account.Replaced{}
	}
	done.Changed[c.ID] = told
	return nil
}

// inClient is a fault with its place in the files.
func inClient(err error, at string) error {
	if f, ok := fault.Of(err); ok {
		return f.In(at)
	}
	return err
}
