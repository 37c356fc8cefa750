package sync

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/store"
)

// place is where a client lies at the hub, and what they are called here. That is
// nearly always the same. Two people may bring clients of one ID, for they took them
// from the same file or called them the same: at the hub these are two, and whoever
// sees both has the second under an ID of its own.
type place struct{ owner, id, here string }

// Place is where a client lies at the hub: below whoever brought them.
type Place struct{ Owner, ID string }

func (l place) head() string             { return heads + l.owner + "/" + l.id + "/" }
func (l place) opened() string           { return opened + l.owner + "/" + l.id + "/" }
func (l place) within() string           { return records + l.owner + "/" + l.id + "/" }
func (l place) record(key string) string { return l.within() + codec.KeyAs(key, l.id) }

// keyHere is the key that a record has here.
func (l place) keyHere(key string) string {
	return codec.KeyAs(strings.TrimPrefix(key, l.within()), l.here)
}

// How much of the owner goes into the ID of a second client, and of what tells all such
// apart.
const (
	longestNamed  = 12
	longestMarked = 6
)

// Second is what a client is called where there is another of their ID. It follows from
// the place alone, so that one who is half brought over, or whose team was left and joined
// again, is known by it.
func (at Place) Second() string {
	owner := strings.Map(func(r rune) rune {
		if account.ValidID(string(r)) {
			return r
		}
		return '-'
	}, at.Owner)
	sum := sha256.Sum256([]byte(at.Owner + "/" + at.ID))
	tail := "-" + owner[:min(len(owner), longestNamed)] + "-" + hex.EncodeToString(sum[:])[:longestMarked]
	return at.ID[:min(len(at.ID), account.LongestID-len(tail))] + tail
}

// Ranges are what the keys begin with of a client whom somebody brought, with no
// id of all whom they brought, and with no owner of all clients. They end in a
// slash: whoever may see one client sees nothing of another whose ID begins so.
func Ranges(owner, id string) []string {
	switch {
	case owner == "":
		return []string{heads, records}
	case id == "":
		return []string{heads + owner + "/", records + owner + "/"}
	}
	return []string{heads + owner + "/" + id + "/", records + owner + "/" + id + "/"}
}

// OpenRange is what the keys begin with of who has clients open, of the same clients: whoever
// may see them may write there.
func OpenRange(owner, id string) string {
	switch {
	case owner == "":
		return opened
	case id == "":
		return opened + owner + "/"
	}
	return place{owner: owner, id: id}.opened()
}

// PlaceOfRange is the client that one of Ranges is of, or where it has no ID whose
// clients; every is that it is of all clients.
func PlaceOfRange(prefix string) (at Place, every, ok bool) {
	if prefix == records {
		return at, true, true
	}
	rest, ok := strings.CutPrefix(prefix, records)
	at.Owner, rest, _ = strings.Cut(rest, "/")
	at.ID = strings.TrimSuffix(rest, "/")
	return at, false, ok && at.Owner != ""
}

// Places are all clients at a hub whom its user may see.
func Places(ctx context.Context, hub store.Store) (all []Place, err error) {
	err = hub.Scan(ctx, heads, func(r store.Record) error {
		if at, ok := placeOf(r.Key); ok {
			all = append(all, at)
		}
		return nil
	})
	return all, err
}

// placeOf is the place whose head a key is; false where it is none.
func placeOf(key string) (at Place, ok bool) {
	parts := strings.Split(key, "/")
	if len(parts) != 4 || parts[0]+"/" != heads || !ValidOwner(parts[1]) || !account.ValidID(parts[2]) || parts[3] != "" {
		return Place{}, false
	}
	return Place{parts[1], parts[2]}, true
}
