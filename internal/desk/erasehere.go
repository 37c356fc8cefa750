package desk

import (
	"bytes"
	"context"

	"kwi/internal/codec"
	"kwi/store"
)

// erasingHere takes a person out of what the supplier keeps that is about no
// client, and is the writes of that. Its journal ends where it names them.
func (d *Desk) erasingHere(ctx context.Context, e Erasing, done *Erasure) ([]store.Write, error) {
	records, err := d.store.Get(ctx, codec.Firm)
	if err != nil {
		return nil, err
	}
	firm, err := codec.DecodeFirm(records[0].Value)
	if err != nil {
		return nil, err
	}
	naming := e.Person.Naming(e.Also...)
	if !e.Person.Ours {
		naming = naming.Elsewhere()
	}
	done.Scans = firm.EraseScans(e.Person)
	done.reword(e, naming.WritingsIn(&firm), naming, firm.ReplaceWords)
	old, named := map[string]store.Rev{}, false
	err = d.store.Scan(ctx, codec.PastPrefix, func(r store.Record) error {
		old[r.Key] = r.Rev
		named = named || e.inStep(r.Key, r.Value)
		return nil
	})
	if err != nil {
		return nil, err
	}
	now := codec.EncodeFirm(firm.Tidy())
	if records[0].Rev == 0 || bytes.Equal(now, records[0].Value) {
		if !named {
			return nil, nil
		}
		return inPlaceOf(old, map[string][]byte{codec.PastKey(1): codec.EncodeStep(d.erasedStep(), nil, nil)}), nil
	}
	old[codec.Firm] = records[0].Rev
	return inPlaceOf(old, map[string][]byte{codec.Firm: now, codec.PastKey(1): codec.EncodeStep(d.erasedStep(), nil, nil)}), nil
}
