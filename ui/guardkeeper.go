package ui

import (
	"context"

	"kwi/internal/account"
	"kwi/internal/hand"
)

// steady is a keeper whose panics are faults, so that what it could not do is
// said and tried again as after any other.
type steady struct {
	Keeper
	catcher
}

func (k steady) Open(ctx context.Context, id string) (h hand.Hand, err error) {
	defer k.caught(&err)
	return k.Keeper.Open(ctx, id)
}

func (k steady) Fresh(ctx context.Context, name string) (h hand.Hand, id string, err error) {
	defer k.caught(&err)
	return k.Keeper.Fresh(ctx, name)
}

func (k steady) Keep(ctx context.Context, s hand.Save) (n int, v hand.Version, err error) {
	defer k.caught(&err)
	return k.Keeper.Keep(ctx, s)
}

func (k steady) Watch(ctx context.Context, after uint64) (ids []string, at uint64, err error) {
	defer k.caught(&err)
	return k.Keeper.Watch(ctx, after)
}

func (k steady) Restored(ctx context.Context) (at uint64, err error) {
	defer k.caught(&err)
	return k.Keeper.Restored(ctx)
}

func (k steady) Supplier(ctx context.Context) (name string, err error) {
	defer k.caught(&err)
	return k.Keeper.Supplier(ctx)
}

func (k steady) SetSupplier(ctx context.Context, name string) (err error) {
	defer k.caught(&err)
	return k.Keeper.SetSupplier(ctx, name)
}

func (k steady) RenameSupplier(ctx context.Context, name string) (err error) {
	defer k.caught(&err)
	return k.Keeper.RenameSupplier(ctx, name)
}

func (k steady) Drafts(ctx context.Context, client string) (found []hand.Draft, err error) {
	defer k.caught(&err)
	return k.Keeper.Drafts(ctx, client)
}

func (k steady) KeepDrafts(ctx context.Context, client string, drafts, settled []hand.Draft) (err error) {
	defer k.caught(&err)
	return k.Keeper.KeepDrafts(ctx, client, drafts, settled)
}

func (k steady) Rescue(ctx context.Context, c account.Client, f account.Firm) (path string, err error) {
	defer k.caught(&err)
	return k.Keeper.Rescue(ctx, c, f)
}

func (k steady) Firm(ctx context.Context) (h hand.Firm, err error) {
	defer k.caught(&err)
	return k.Keeper.Firm(ctx)
}

func (k steady) KeepFirm(ctx context.Context, s hand.FirmSave) (rev uint64, err error) {
	defer k.caught(&err)
	return k.Keeper.KeepFirm(ctx, s)
}

// steadyReader is that for whoever only reads.
type steadyReader struct {
	Reader
	catcher
}

func (k steadyReader) Watch(ctx context.Context, after uint64) (ids []string, at uint64, err error) {
	defer k.caught(&err)
	return k.Reader.Watch(ctx, after)
}
