package desk

import (
	"bytes"
	"context"
	"reflect"

	"kwi/internal/codec"
	"kwi/internal/hand"
	"kwi/internal/portable"
	"kwi/store"
)

// Firm takes in hand what the supplier keeps that is about no client.
func (d *Desk) Firm(ctx context.Context) (hand.Firm, error) {
	records, err := d.store.Get(ctx, codec.Firm)
	if err != nil {
		return hand.Firm{}, d.fault(err)
	}
	f, err := codec.DecodeFirm(records[0].Value)
	if err != nil {
		return hand.Firm{}, d.fault(err)
	}
	return hand.NewFirm(f, uint64(records[0].Rev)), nil
}

// KeepFirm writes what the hand on it sends, and tells the revision after that.
// Where somebody else changed it meanwhile it is a Conflict: take it in hand
// anew and Rebase.
func (d *Desk) KeepFirm(ctx context.Context, s hand.FirmSave) (uint64, error) {
	value := codec.EncodeFirm(s.After)
	rev, err := d.store.Apply(ctx, store.Write{Op: store.Put, Key: codec.Firm, Rev: store.Rev(s.Rev), Value: value})
	if err == nil {
		return uint64(rev), nil
	}
	if records, looking := d.store.Get(ctx, codec.Firm); looking == nil && records[0].Rev != 0 && bytes.Equal(records[0].Value, value) {
		return uint64(records[0].Rev), nil // it had landed
	}
	return 0, d.fault(err)
}

// takeFirm are the writes that add what the files hold of the supplier's own to
// what is kept. What is there and says something else is refused; with replace
// it makes place.
func (d *Desk) takeFirm(ctx context.Context, files []portable.File, replace bool) ([]store.Write, error) {
	records, err := d.store.Get(ctx, codec.Firm)
	if err != nil {
		return nil, err
	}
	was, err := codec.DecodeFirm(records[0].Value)
	if err != nil {
		return nil, err
	}
	now := was.Clone()
	for _, f := range files {
		if err := now.Take(f.Firm, replace); err != nil {
			return nil, err
		}
	}
	if reflect.DeepEqual(now.Tidy(), was) {
		return nil, nil
	}
	return []store.Write{{Op: store.Put, Key: codec.Firm, Rev: records[0].Rev, Value: codec.EncodeFirm(now.Tidy())}}, nil
}
