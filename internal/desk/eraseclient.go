package desk

import (
	"context"
	"maps"
	"slices"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/hand"
	"kwi/store"
)

// erasedClient are the writes that put a client in the place of what was there,
// whose journal ends, and begins anew with that somebody was erased.
func (d *Desk) erasedClient(ctx context.Context, s snapshot, c account.Client) ([]store.Write, error) {
	all, err := d.everything(ctx, []string{c.ID})
	if err != nil {
		return nil, err
	}
	old := all[c.ID]
	if uint64(old[codec.SummaryKey(c.ID)]) != s.revs[codec.SummaryKey(c.ID)] {
		return nil, store.ErrConflict
	}
	records := codec.Encode(c)
	records[codec.SummaryKey(c.ID)] = codec.SummaryOf(&c, 1)
	records[codec.StepKey(c.ID, 1)] = codec.EncodeStep(d.erasedStep(), nil, nil)
	return inPlaceOf(old, records), nil
}

// erasedStep is what the history says of it.
func (d *Desk) erasedStep() hand.Step {
	return hand.Step{ID: d.nonce() + ".1", Kind: hand.Noted, Label: hand.Label{Key: hand.ErasedKey}, At: d.moment(), Where: hand.Window{Run: d.run()}}
}

// inPlaceOf are the writes that put records in the place of what was there.
func inPlaceOf(old map[string]store.Rev, records map[string][]byte) (writes []store.Write) {
	for _, key := range slices.Sorted(maps.Keys(records)) {
		writes = append(writes, store.Write{Op: store.Put, Key: key, Rev: old[key], Value: records[key]})
	}
	for _, key := range slices.Sorted(maps.Keys(old)) {
		if records[key] == nil && old[key] != 0 {
			writes = append(writes, store.Write{Op: store.Remove, Key: key, Rev: old[key]})
		}
	}
	return writes
}
