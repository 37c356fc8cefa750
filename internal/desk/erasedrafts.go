package desk

import (
	"context"
	"maps"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/hand"
	"kwi/store"
)

// erasingDrafts takes away what was typed and is not kept, where it names them, or
// where it was typed about them.
func (d *Desk) erasingDrafts(ctx context.Context, e Erasing, done *Erasure) (writes []store.Write, err error) {
	err = d.store.Scan(ctx, codec.AllDrafts, func(r store.Record) error {
		id := codec.DraftOf(r.Key)
		n, known := e.known[id]
		if !known {
			n = e.Person.Naming(e.Also...)
			if id != "" || !e.Person.Ours {
				n = n.Elsewhere()
			}
		}
		drafts, err := codec.DecodeDrafts(r.Key, r.Value)
		rest := slices.DeleteFunc(slices.Clone(drafts), func(one hand.Draft) bool { return drafted(one, n) })
		kept := codec.EncodeDrafts(rest)
		switch named := err == nil && len(rest) < len(drafts) || e.Person.Bytes(r.Value); {
		case !named: // what nobody can read, and does not hold their name, check takes away
			return nil
		case id != "" && !e.covers(id):
			done.leavesDraft(id)
			return nil
		case err != nil || len(rest) == 0 || e.Person.Bytes(kept):
			writes = append(writes, store.Write{Op: store.Remove, Key: r.Key, Rev: r.Rev})
		default:
			writes = append(writes, store.Write{Op: store.Put, Key: r.Key, Rev: r.Rev, Value: kept})
		}
		done.Drafts++
		return nil
	})
	return writes, err
}

// drafted reports whether a draft names somebody, or was typed at their place.
func drafted(one hand.Draft, n account.Naming) bool {
	said := append([]string{one.Field, one.Text}, slices.Collect(maps.Values(one.Values))...)
	said = append(said, strings.FieldsFunc(one.Place, func(r rune) bool { return r == '/' || r == '+' })...)
	return slices.ContainsFunc(said, func(s string) bool { return len(n.In(s)) > 0 })
}
