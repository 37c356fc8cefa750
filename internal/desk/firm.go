package desk

import (
	"bytes"
	"context"
	"reflect"
	"slices"
	"strconv"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/portable"
	"kwi/store"
)

// Firm takes in hand what the supplier keeps that is about no client.
func (d *Desk) Firm(ctx context.Context) (hand.Firm, error) {
	for range tries {
		now, past, err := d.firmAndPast(ctx)
		if err != nil {
			return hand.Firm{}, d.fault(err)
		}
		f, err := codec.DecodeFirm(now.Value)
		if err != nil {
			return hand.Firm{}, d.fault(err)
		}
		if past == nil {
			continue // somebody wrote in between
		}
		h := hand.NewFirm(f, uint64(now.Rev)).After(d.nonce(), past.last, past.images(now.Value))
		return h.In(d.Window()).Dated(d.moment()), nil
	}
	return hand.Firm{}, d.fault(store.ErrLocked)
}

// firmPast is the journal of what is of no client.
type firmPast struct {
	last  uint64
	steps []codec.Step // newest last
	revs  []uint64     // of each
}

// firmAndPast is what the supplier keeps, and how that came about; without the
// latter where it changed while that was read.
func (d *Desk) firmAndPast(ctx context.Context) (store.Record, *firmPast, error) {
	records, err := d.store.Get(ctx, codec.Firm)
	if err != nil {
		return store.Record{}, nil, err
	}
	past, err := d.past(ctx)
	if err != nil {
		return store.Record{}, nil, err
	}
	again, err := d.store.Get(ctx, codec.Firm)
	if err != nil || again[0].Rev != records[0].Rev {
		return records[0], nil, err
	}
	return records[0], past, nil
}

// past reads that journal. Where a step of it cannot be read the way back ends.
func (d *Desk) past(ctx context.Context) (*firmPast, error) {
	p := &firmPast{}
	err := d.store.Scan(ctx, codec.PastPrefix, func(r store.Record) error {
		n, ok := codec.ParsePast(r.Key)
		if !ok {
			return nil
		}
		step, err := codec.DecodeStep(r.Key, slices.Clone(r.Value))
		if err != nil || n != p.last+1 {
			p.steps, p.revs = nil, nil
		}
		if p.last = n; err == nil {
			p.steps, p.revs = append(p.steps, step), append(p.revs, uint64(r.Rev))
		}
		return nil
	})
	return p, err
}

// images are the steps with what was kept before and after each, which is made
// only when somebody goes back. now is what is kept.
func (p *firmPast) images(now []byte) []hand.FirmPast {
	out := make([]hand.FirmPast, len(p.steps))
	for i := range p.steps {
		out[i] = hand.FirmPast{Step: p.steps[i].Step, Image: func() (before, after account.Firm, err error) {
			records := firmRecords(account.Firm{})
			if len(now) > 0 {
				records[codec.Firm] = now
			}
			for n := len(p.steps) - 1; n >= i && err == nil; n-- {
				if n == i {
					if after, err = codec.DecodeFirm(records[codec.Firm]); err != nil {
						break
					}
				}
				err = p.steps[n].Back(records, []string{codec.Firm})
			}
			if err == nil {
				before, err = codec.DecodeFirm(records[codec.Firm])
			}
			if err != nil {
				err = fault.New(fault.UndoRefused).By(err) // a version that keeps no steps came in between
			}
			return before, after, err
		}}
	}
	return out
}

// passed are the writes that add steps to that journal, behind the newest one
// that is known of, and take away what it need not keep any longer.
func (d *Desk) passed(ctx context.Context, last uint64, steps ...[]byte) (writes []store.Write, err error) {
	var gone []string
	for i, step := range steps {
		n := last + uint64(i) + 1
		writes = append(writes, store.Write{Op: store.Put, Key: codec.PastKey(n), Value: step})
		if n > hand.Remembered {
			gone = append(gone, codec.PastKey(n-hand.Remembered))
		}
	}
	if len(gone) == 0 {
		return writes, nil
	}
	records, err := d.store.Get(ctx, gone...)
	for _, r := range records {
		if r.Rev != 0 {
			writes = append(writes, store.Write{Op: store.Remove, Key: r.Key, Rev: r.Rev})
		}
	}
	return writes, err
}

// KeepFirm writes what the hand on it sends, and tells the revision after that.
// Where somebody else changed it meanwhile it is a Conflict: take it in hand
// anew and Rebase.
func (d *Desk) KeepFirm(ctx context.Context, s hand.FirmSave) (uint64, error) {
	value := codec.EncodeFirm(s.After)
	steps := make([][]byte, len(s.Steps))
	for i, m := range s.Steps {
		steps[i] = codec.EncodeStep(m.Step, firmRecords(m.Before), firmRecords(m.After))
	}
	writes, err := d.passed(ctx, s.Last, steps...)
	if err != nil {
		return 0, d.fault(err)
	}
	rev, err := d.store.Apply(ctx, append(writes, store.Write{Op: store.Put, Key: codec.Firm, Rev: store.Rev(s.Rev), Value: value})...)
	if err == nil {
		return uint64(rev), nil
	}
	if records, looking := d.store.Get(ctx, codec.Firm); looking == nil && records[0].Rev != 0 && bytes.Equal(records[0].Value, value) {
		return uint64(records[0].Rev), nil // it had landed
	}
	return 0, d.fault(err)
}

// firmRecords is what the supplier keeps as records.
func firmRecords(f account.Firm) map[string][]byte {
	return map[string][]byte{codec.Firm: codec.EncodeFirm(f)}
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

// imported is the write that notes that clients were read in, with what that
// made of what the supplier keeps.
func (d *Desk) imported(ctx context.Context, files []portable.File, firm []store.Write) ([]store.Write, error) {
	past, err := d.past(ctx)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, f := range files {
		for _, c := range f.Clients {
			names = append(names, c.Name)
		}
	}
	step := hand.Step{ID: d.nonce() + ".1", Kind: hand.Noted, Label: hand.Label{Key: "history.imported", Args: []string{strconv.Itoa(len(names))}}, At: d.moment(), Where: d.Window()}
	if len(names) == 1 {
		step.Label = hand.Label{Key: "history.imported.one", Args: names}
	}
	var before, after map[string][]byte
	if len(firm) > 0 {
		records, err := d.store.Get(ctx, codec.Firm)
		if err != nil {
			return nil, err
		}
		before, after = firmRecords(account.Firm{}), map[string][]byte{codec.Firm: firm[0].Value}
		if records[0].Rev != 0 {
			before[codec.Firm] = records[0].Value
		}
	} else {
		before, after = map[string][]byte{}, map[string][]byte{}
	}
	return d.passed(ctx, past.last, codec.EncodeStep(step, before, after))
}
