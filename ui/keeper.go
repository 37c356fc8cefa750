package ui

import (
	"context"

	"kwi/internal/account"
	"kwi/internal/hand"
)

// Keeper is where clients come from and go to. Every call may take a while
// and is made from a command.
type Keeper interface {
	Open(ctx context.Context, id string) (hand.Hand, error)
	Fresh(ctx context.Context, name string) (hand.Hand, string, error)
	Keep(ctx context.Context, s hand.Save) (int, hand.Version, error)
	Watch(ctx context.Context, after uint64) (ids []string, at uint64, err error)
	// Restored is the revision at which an earlier copy was last put in the place of
	// the data, 0 where that never was.
	Restored(ctx context.Context) (uint64, error)
	// Supplier is whose data these are; SetSupplier says so where nobody did yet, and
	// RenameSupplier anew.
	Supplier(ctx context.Context) (string, error)
	SetSupplier(ctx context.Context, name string) error
	RenameSupplier(ctx context.Context, name string) error
	// Firm is what the supplier keeps that is about no client, and KeepFirm
	// keeps what the hand on it sends.
	Firm(ctx context.Context) (hand.Firm, error)
	KeepFirm(ctx context.Context, s hand.FirmSave) (rev uint64, err error)
	// Drafts is what other runs of the program left of a client, or of none,
	// that was typed and not kept.
	Drafts(ctx context.Context, client string) ([]hand.Draft, error)
	// KeepDrafts puts these in the place of this run's drafts of a client, and
	// takes away those of others that are settled.
	KeepDrafts(ctx context.Context, client string, drafts, settled []hand.Draft) error
	// Rescue writes a client that could not be kept, or where that is nobody what
	// the supplier keeps, to a file elsewhere and tells its path.
	Rescue(ctx context.Context, c account.Client, f account.Firm) (string, error)
}
