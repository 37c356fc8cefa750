package desk

import (
	"bytes"
	"context"
	"maps"
	"slices"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/hand"
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

// erasingDrafts takes away what was typed and is not kept, where it names them, or
// where it was typed about them.
func (d *Desk) erasingDrafts(ctx context.Context, e Erasing, done *Erasure) (writes []store.Write, err error) {
	naming := e.Person.Naming(e.Also...)
	prefix := codec.DraftPrefix(e.Person.Client)
	err = d.store.Scan(ctx, codec.AllDrafts, func(r store.Record) error {
		n := naming.Elsewhere()
		if e.Person.Client != "" && bytes.HasPrefix([]byte(r.Key), []byte(prefix)) {
			n = naming
			for _, who := range e.Person.Initials {
				n = n.With((&account.Client{}).NamingOf(who))
			}
		}
		drafts, err := codec.DecodeDrafts(r.Key, r.Value)
		rest := slices.DeleteFunc(drafts, func(one hand.Draft) bool { return drafted(one, n) })
		switch kept := codec.EncodeDrafts(rest); {
		case err != nil && !e.Person.Bytes(r.Value):
			return nil // what nobody can read, check takes away
		case err != nil || len(rest) == 0 || e.Person.Bytes(kept):
			writes = append(writes, store.Write{Op: store.Remove, Key: r.Key, Rev: r.Rev})
		case bytes.Equal(kept, r.Value):
			return nil
		default:
			writes = append(writes, store.Write{Op: store.Put, Key: r.Key, Rev: r.Rev, Value: kept})
		}
		done.Drafts++
		return nil
	})
	return writes, err
}

// drafted reports whether a draft names somebody.
func drafted(one hand.Draft, n account.Naming) bool {
	for _, s := range append([]string{one.Field, one.Text}, slices.Collect(maps.Values(one.Values))...) {
		if len(n.In(s)) > 0 {
			return true
		}
	}
	return false
}
