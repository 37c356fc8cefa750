package cli

import (
	"context"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hub"
	"kwi/store"
)

// Hub is the hub of the team that a data file belongs to, as a window works with it.
type Hub struct {
	Store    store.Store
	Owner    string                      // below whom clients lie there that are brought from here
	User     string                      // as others hear of them
	Where    string                      // the hub is
	Computer string                      // the same
	Is       func(context.Context) error // asks the hub whether it is the one of the team; nil: there is nothing to ask
	Told     func(error) error           // what an error of it means to its user; nil: as it is

	Seen func(context.Context, account.Moment) error // notes when the data file was the same as it last; nil: nobody does
}

// hubOf is the hub of the team that the data file of a session belongs to, as its user;
// nil where it belongs to none. Where there is no way to sign in, one works on alone and
// is told why: what waits goes later.
func (r *invocation) hubOf(ctx context.Context, s *Session) (*Hub, error) {
	m, is, err := hub.MembershipOf(ctx, s.Desk.Store())
	if err != nil || !is {
		return nil, err
	}
	s.Team, s.Member = m.Prefix, m.User
	d := s.Desk
	h, err := r.ownHub(ctx, teamAsked{from: secret{fd: -1}}, m)
	if isProblem(err, "team.password.nothing") || isProblem(err, "team.password.terminal") {
		return nil, cannot("team.unasked")
	}
	if err != nil {
		return nil, err
	}
	return &Hub{
		Store: h.Store, Where: h.Way.Endpoints, Owner: hub.Owner(m.User), User: m.User, Computer: r.window().Computer,
		Is: func(ctx context.Context) error {
			now, _, err := hub.MembershipOf(ctx, d.Store()) // an earlier copy may stand there
			switch {
			case err != nil:
				return err
			case now.Team != m.Team:
				return fault.New(fault.LeftTeam, m.Prefix)
			}
			return h.Is(ctx, m)
		},
		Told: func(err error) error { return hub.Fault(err, h.Way) },
		Seen: func(ctx context.Context, at account.Moment) error { return hub.Seen(ctx, d.Store(), m.Team, at) },
	}, nil
}
