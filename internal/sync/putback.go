package sync

import (
	"context"
	"errors"

	"kwi/internal/codec"
	"kwi/store"
)

// A hub may be put back from a copy: then it has again what it had before, and what was done
// since is on the laptops alone. That is no change that anybody made, so what both were is
// forgotten and the client is compared afresh: all that either has is kept, and what differs
// waits for a choice.

// putBack reports whether the hub was put back since a client was the same at both: its
// revisions begin before that again, or the head does not tell of the sending that was the
// last then. Behind more sendings than a head tells of only its revisions say so. Of a client
// who is not there the word of this laptop says so, up to where it had all, where that is an older one.
func (p *Pair) putBack(ctx context.Context, n *noted, t there) (bool, error) {
	switch {
	case n.head == 0 || n.gone && t.at == 0:
		return false, nil
	case t.at != 0:
		return t.at < n.head || n.mark != "" && !t.follows(n.mark, n.sent), nil
	}
	now, err := p.hub.Apply(ctx) // the client may just be there no longer
	if err != nil || now < n.head {
		return err == nil, err
	}
	found, err := p.hub.Get(ctx, p.laptopKey())
	if errors.Is(err, store.ErrForbidden) {
		return false, nil
	}
	return err == nil && found[0].Rev != 0 && found[0].Rev < n.head && laptopOf(found[0]).Rev < n.head, err
}

// follows reports whether a head may be one behind that of so many sendings, with the last of
// that mark.
func (t there) follows(mark string, sent uint64) bool {
	if t.sent < sent {
		return false
	}
	behind := t.sent - sent
	return behind >= uint64(len(t.marks)) || t.marks[uint64(len(t.marks))-1-behind] == mark
}

// lastMark is that of the last sending.
func (t there) lastMark() string {
	if len(t.marks) == 0 {
		return ""
	}
	return t.marks[len(t.marks)-1]
}

// again has erasures that went to a hub go there once more, as far as it knows nothing of
// them any more.
func (p *Pair) again(ctx context.Context, all []pending, t there) ([]pending, error) {
	for i, one := range all {
		if one.Landed == 0 || t.tellsOf(one) {
			continue
		}
		one.Landed, one.Cleared = 0, false
		rev, err := p.local.Apply(ctx, store.Write{Op: store.Put, Key: one.key, Rev: one.rev, Value: codec.EncodeErased(one.ErasedNote)})
		if err != nil {
			return nil, err
		}
		one.rev = rev
		all[i] = one
	}
	return all, nil
}
