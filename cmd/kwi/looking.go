package main

import (
	"context"

	"kwi/internal/cli"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/ui"
)

// looking is a keeper that keeps nothing, whatever asks for it: the root closes what
// would change something, this is behind it, and the data file is opened to be read.
type looking struct{ ui.Keeper }

// lookOnly makes a window one that changes nothing, where its session is one.
func lookOnly(c *ui.Config, s cli.Session) {
	if c.ReadOnly = s.ReadOnly; c.ReadOnly {
		c.Keeper = looking{c.Keeper}
	}
}

// Keep implements ui.Keeper.
func (looking) Keep(context.Context, hand.Save) (int, hand.Version, error) {
	return 0, hand.Version{}, fault.New(fault.LooksOnly)
}

// SetSupplier implements ui.Keeper.
func (looking) SetSupplier(context.Context, string) error { return fault.New(fault.LooksOnly) }

// RenameSupplier implements ui.Keeper.
func (looking) RenameSupplier(context.Context, string) error { return fault.New(fault.LooksOnly) }

// KeepFirm implements ui.Keeper.
func (looking) KeepFirm(context.Context, hand.FirmSave) (uint64, error) {
	return 0, fault.New(fault.LooksOnly)
}

// KeepDrafts implements ui.Keeper: what is half typed stays as it is in the file.
func (looking) KeepDrafts(context.Context, string, []hand.Draft, []hand.Draft) error { return nil }
