package hub

import (
	"context"
	"encoding/json"
	"errors"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/sync"
	"kwi/store"
)

// Membership is to which team a data file belongs, and under whose name. It holds
// nothing that opens anything.
type Membership struct {
	Prefix string         `json:"prefix"`
	User   string         `json:"user"`
	Team   string         `json:"team"`
	Seen   account.Moment `json:"seen,omitempty"` // when both were the same last, by the clock of this laptop

	rev store.Rev
}

// MembershipOf is that of a data file; false where it belongs to none.
func MembershipOf(ctx context.Context, of store.Store) (m Membership, is bool, err error) {
	found, err := of.Get(ctx, codec.Hub)
	if err != nil || found[0].Rev == 0 {
		return m, false, err
	}
	if json.Unmarshal(found[0].Value, &m) != nil || m.Team == "" {
		return m, false, fault.New(fault.Damaged, codec.Hub)
	}
	m.rev = found[0].Rev
	return m, true, nil
}

// Keep notes it in the data file.
func (m Membership) Keep(ctx context.Context, in store.Store) error {
	value, err := json.Marshal(m)
	if err == nil {
		_, err = in.Apply(ctx, store.Write{Op: store.Put, Key: codec.Hub, Rev: m.rev, Value: value})
	}
	return err
}

// Seen notes in a data file when it was the same last as the hub of a team, where it still
// belongs to that.
func Seen(ctx context.Context, in store.Store, team string, at account.Moment) error {
	m, _, err := MembershipOf(ctx, in)
	if err != nil || m.Team != team {
		return err
	}
	m.Seen = at
	if err = m.Keep(ctx, in); errors.Is(err, store.ErrConflict) {
		return nil // another window did
	}
	return err
}

// Pair is a data file and the hub of the team to which it belongs. It asks the hub
// whether it is that.
func (h *Hub) Pair(ctx context.Context, d *desk.Desk, m Membership, who sync.Who) (*sync.Pair, error) {
	if err := h.Is(ctx, m); err != nil {
		return nil, err
	}
	return sync.New(d, h.Store, Owner(m.User), who), nil
}

// Is asks the hub whether it is that of the team to which a data file belongs.
func (h *Hub) Is(ctx context.Context, m Membership) error {
	if m.Prefix != h.Way.Prefix || m.User != h.Way.User {
		return fault.New(fault.OtherTeam, m.Prefix, m.User)
	}
	a, err := h.About(ctx)
	if err == nil && a.Team != m.Team {
		err = fault.New(fault.OtherTeam, m.Prefix, m.User)
	}
	return err
}

// MayJoin refuses a data file that belongs to a team already that is another, or
// is of another supplier than the team.
func (h *Hub) MayJoin(ctx context.Context, d *desk.Desk, a About) error {
	m, is, err := MembershipOf(ctx, d.Store())
	if err != nil {
		return err
	}
	if is && (m.Team != a.Team || m.Prefix != h.Way.Prefix || m.User != h.Way.User) {
		return fault.New(fault.OtherTeam, m.Prefix, m.User)
	}
	own, err := d.Supplier(ctx)
	if err == nil && own != "" && a.Supplier != "" && own != a.Supplier {
		err = fault.New(fault.OtherSupplier, a.Supplier, own)
	}
	return err
}

// Join notes in a data file to which team it belongs from now on. One that belongs
// to a team already is not taken to another, and one of another supplier to none.
func (h *Hub) Join(ctx context.Context, d *desk.Desk) (Membership, error) {
	a, err := h.About(ctx)
	if err != nil {
		return Membership{}, err
	}
	if err := h.MayJoin(ctx, d, a); err != nil {
		return Membership{}, err
	}
	m, is, err := MembershipOf(ctx, d.Store())
	if err != nil || is {
		return m, err
	}
	if a.Supplier != "" {
		if err := d.SetSupplier(ctx, a.Supplier); err != nil {
			return m, err
		}
	}
	m = Membership{Prefix: h.Way.Prefix, User: h.Way.User, Team: a.Team}
	if err := m.Keep(ctx, d.Store()); err != nil {
		return m, err
	}
	m, _, err = MembershipOf(ctx, d.Store())
	return m, err
}

// Leave forgets everything that a data file notes of its team. The clients stay.
func Leave(ctx context.Context, in store.Store) error {
	var writes []store.Write
	for _, prefix := range []string{codec.HubPrefix, codec.BasePrefix, codec.SendingPrefix, codec.ApartPrefix, codec.ErasedPrefix} {
		err := in.Scan(ctx, prefix, func(r store.Record) error {
			writes = append(writes, store.Write{Op: store.Remove, Key: r.Key, Rev: r.Rev})
			return nil
		})
		if err != nil {
			return err
		}
	}
	found, err := in.Get(ctx, codec.Hub)
	if err != nil {
		return err
	}
	if found[0].Rev != 0 {
		writes = append(writes, store.Write{Op: store.Remove, Key: codec.Hub, Rev: found[0].Rev})
	}
	if len(writes) > 0 {
		_, err = in.Apply(ctx, writes...)
	}
	return err
}
