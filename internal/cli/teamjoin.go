package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/fault"
	"kwi/internal/hub"
	"kwi/internal/settings"
	"kwi/internal/sync"
)

// teamJoin makes the data file one of a team. Broken off, it goes on where it was.
func (r *invocation) teamJoin() *cobra.Command {
	var a teamAsked
	var yes bool
	return r.command("team.join", 1, -1, func(o *pflag.FlagSet) {
		o.StringVar(&a.user, "user", "", r.words.T("cli.option.team.user"))
		r.goes(o, &a)
		r.signs(o, &a)
		o.BoolVar(&yes, "yes", false, r.words.T("cli.option.team.yes"))
	}, func(ctx context.Context, args []string) error {
		if a.user == "" {
			return wrongUsage("cli.team.join.user")
		}
		way, err := r.way(args, a)
		if err != nil {
			return err
		}
		s, err := r.session()
		if err != nil {
			return err
		}
		password, err := r.hubPassword(ctx, a.from, way.User)
		if err != nil {
			return err
		}
		if way.Prefix == "" {
			if way.Prefix, err = r.onlyTeam(ctx, hubWay{way, password}); err != nil {
				return err
			}
		}
		h, err := hub.Open(way, password)
		if err != nil {
			return err
		}
		defer func() { _ = h.Close() }()
		return hub.Fault(r.join(ctx, s, h, yes), way)
	})
}

// onlyTeam is the team at a hub that a user is in, where that is one.
func (r *invocation) onlyTeam(ctx context.Context, w hubWay) (string, error) {
	h, err := hub.Open(w.way, w.password)
	if err != nil {
		return "", err
	}
	defer func() { _ = h.Close() }()
	all, err := h.Teams(ctx)
	switch {
	case err != nil:
		return "", err
	case len(all) == 0:
		return "", fault.New(fault.Forbidden, w.way.User)
	case len(all) > 1:
		return "", wrongUsage("cli.team.join.which", strings.Join(all, ", "))
	}
	return all[0], nil
}

// join says what would go and come, and does it after a yes.
func (r *invocation) join(ctx context.Context, s Session, h *hub.Hub, yes bool) error {
	about, err := h.About(ctx)
	if err != nil {
		return err
	}
	if err := h.MayJoin(ctx, s.Desk, about); err != nil {
		return err
	}
	p := sync.New(s.Desk, h.Store, hub.Owner(h.Way.User), r.whoAmI(h.Way.User))
	first, err := p.First(ctx)
	if err != nil {
		return err
	}
	_, again, err := hub.MembershipOf(ctx, s.Desk.Store())
	if err != nil {
		return err
	}
	r.saysFirst(ctx, s, first)
	switch {
	case len(first.Going)+len(first.Coming)+len(first.Both)+len(first.Done) == 0:
		r.say(r.words.T("team.join.nothing"))
	case !yes && !again: // to go on was agreed
		sure, err := r.confirms(ctx, r.words.T("team.join.sure", h.Way.Prefix, h.Way.User))
		if err != nil {
			return err
		}
		if !sure {
			return cannot("team.join.unsure")
		}
	}
	m, err := h.Join(ctx, s.Desk)
	if err != nil {
		return err
	}
	if err := r.remembersWay(h.Way); err != nil {
		return err
	}
	r.say(r.words.T("team.join.done", h.Way.Prefix, h.Way.User))
	if err := p.Been(ctx, 0, r.now()); err != nil { // from now on it may have clients, also where it is broken off
		return err
	}
	did, err := r.makeSame(ctx, s, p, m, len(first.Done))
	if err != nil {
		return err
	}
	return r.tellsMade(ctx, s, did)
}

// saysFirst says what would go and come, and where it goes on.
func (r *invocation) saysFirst(ctx context.Context, s Session, first sync.Beginning) {
	names := r.namesOf(ctx, s)
	if n := len(first.Done); n > 0 {
		r.say(r.words.N("team.join.goeson", n))
	}
	for _, of := range []struct {
		key string
		ids []string
	}{{"team.join.goes", first.Going}, {"team.join.comes", first.Coming}, {"team.join.both", first.Both}} {
		if n := len(of.ids); n > 0 {
			r.say(r.words.N(of.key, n, namedShort(of.ids, names)))
		}
	}
}

// whoAmI is the user as others hear of them.
func (r *invocation) whoAmI(user string) sync.Who {
	return sync.Who{User: user, Computer: r.window().Computer}
}

// namesOf are the clients that are here by their IDs.
func (r *invocation) namesOf(ctx context.Context, s Session) map[string]string {
	names := map[string]string{}
	lines, err := s.Desk.Portfolio(ctx)
	if err != nil {
		return names
	}
	for _, l := range lines {
		names[l.ID] = cleanLine(l.Name)
	}
	return names
}

// namedShort names some clients, as many as a sentence holds.
func namedShort(ids []string, names map[string]string) string {
	var all []string
	for i, id := range ids {
		if i == mostNamed {
			all = append(all, "…")
			break
		}
		name := names[id]
		if name == "" {
			name = cleanLine(id)
		}
		all = append(all, name)
	}
	return strings.Join(all, ", ")
}

// hubWay is a way to a hub, with the password for it.
type hubWay struct {
	way      settings.Hub
	password string
}

// teamLeave makes the data file one of no team again.
func (r *invocation) teamLeave() *cobra.Command {
	var yes bool
	return r.command("team.leave", 0, 0, func(o *pflag.FlagSet) {
		o.BoolVar(&yes, "yes", false, r.words.T("cli.option.team.leave.yes"))
	}, func(ctx context.Context, _ []string) error {
		s, err := r.session()
		if err != nil {
			return err
		}
		m, err := r.joined(ctx, s)
		if err != nil {
			return err
		}
		p := sync.New(s.Desk, nil, hub.Owner(m.User), sync.Who{})
		waiting, err := p.Waiting(ctx)
		if err != nil {
			return err
		}
		apart, err := p.Apart(ctx, "")
		if err != nil {
			return err
		}
		if n := len(waiting); n > 0 && !yes {
			return cannot("team.leave.waiting", r.words.N("team.clients", n))
		}
		if n := len(apart); n > 0 && !yes {
			return cannot("team.leave.apart", r.words.N("team.choices", n))
		}
		if err := hub.Leave(ctx, s.Desk.Store()); err != nil {
			return err
		}
		_, err = fmt.Fprintln(r.Out, r.words.T("team.leave.done", m.Prefix, m.User, cleanLine(r.window().Computer)))
		return err
	})
}
