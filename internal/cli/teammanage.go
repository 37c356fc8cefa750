package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/fault"
	"kwi/internal/hub"
	"kwi/internal/sync"
)

// teamInit makes a team at a hub.
func (r *invocation) teamInit() *cobra.Command {
	var a teamAsked
	return r.command("team.init", 1, -1, func(o *pflag.FlagSet) {
		r.goes(o, &a)
		r.signs(o, &a)
	}, func(ctx context.Context, args []string) error {
		if a.prefix == "" {
			return wrongUsage("cli.team.init.prefix")
		}
		way, err := r.way(args, a)
		if err != nil {
			return err
		}
		s, err := r.session()
		if err != nil {
			return err
		}
		m, is, err := hub.MembershipOf(ctx, s.Desk.Store())
		if err != nil {
			return err
		}
		if is && m.Prefix != way.Prefix {
			return fault.New(fault.OtherTeam, m.Prefix, m.User)
		}
		supplier, err := s.Desk.Supplier(ctx)
		if err != nil {
			return err
		}
		founded, err := hub.Founded(ctx, way)
		if err != nil {
			return err
		}
		var password string
		if founded {
			password, err = r.hubPassword(ctx, a.from, hub.Root)
		} else {
			password, err = r.newPassword(ctx, a.from, hub.Root)
		}
		if err != nil {
			return err
		}
		was, err := hub.Found(ctx, way, password, founded, r.Nonce(), supplier)
		if err != nil {
			return notRoot(err)
		}
		now := r.settings.Hub
		if way.PasswordFile = ""; now.Prefix == way.Prefix { // the file is the administrator's, not the user's
			way.User, way.PasswordFile = now.User, now.PasswordFile
		}
		if err := r.remembersWay(way); err != nil {
			return err
		}
		said := "team.init.done"
		if was {
			said = "team.init.was"
		}
		r.say(r.words.T(said, way.Prefix, way.Endpoints))
		if supplier == "" && !was {
			r.say(r.words.T("team.init.supplier"))
		}
		return nil
	})
}

// teamAdd adds somebody to the team.
func (r *invocation) teamAdd() *cobra.Command {
	var a teamAsked
	var director bool
	return r.command("team.add", 1, 1, func(o *pflag.FlagSet) {
		o.BoolVar(&director, "director", false, r.words.T("cli.option.team.director"))
		r.signs(o, &a)
		r.takesNew(o, &a)
	}, func(ctx context.Context, args []string) error {
		if err := validUser(args[0]); err != nil {
			return err
		}
		return r.administering(ctx, a, func(h *hub.Hub) error {
			all, err := h.Members(ctx)
			if err != nil {
				return err
			}
			if m := memberOf(all, args[0]); m != nil && m.Whole() {
				return fault.New(fault.KnownUser, args[0])
			}
			password, err := r.newPassword(ctx, fromFile(a.new), args[0])
			if err != nil {
				return err
			}
			if err := h.Add(ctx, args[0], password, director); err != nil {
				return err
			}
			said := "team.add.manager"
			if director {
				said = "team.add.director"
			}
			r.say(r.words.T(said, args[0], h.Way.Endpoints))
			return nil
		})
	})
}

// memberOf is a member by name, nil where there is none.
func memberOf(all []hub.Member, user string) *hub.Member {
	if i := slices.IndexFunc(all, func(m hub.Member) bool { return m.User == user }); i >= 0 {
		return &all[i]
	}
	return nil
}

// teamRemove takes somebody out of the team.
func (r *invocation) teamRemove() *cobra.Command {
	var a teamAsked
	var laptop string
	return r.command("team.remove", 1, 1, func(o *pflag.FlagSet) {
		o.StringVar(&laptop, "laptop", "", r.words.T("cli.option.team.laptop"))
		r.signs(o, &a)
	}, func(ctx context.Context, args []string) error {
		user := args[0]
		if err := validUser(user); err != nil {
			return err
		}
		return r.administering(ctx, a, func(h *hub.Hub) error {
			if laptop != "" {
				return r.forgetsLaptop(ctx, h, user, laptop)
			}
			all, err := h.Members(ctx)
			if err != nil {
				return err
			}
			if memberOf(all, user) == nil {
				return fault.New(fault.NoUser, user)
			}
			if err := h.Remove(ctx, user); err != nil {
				return err
			}
			places, err := sync.Places(ctx, h.Store)
			if err != nil {
				return err
			}
			places = slices.DeleteFunc(places, func(p sync.Place) bool { return p.Owner != user })
			r.say(r.words.T("team.remove.done", user))
			if n := len(places); n > 0 {
				r.say(r.words.N("team.remove.stay", n, user))
			}
			return r.forgetsLaptop(ctx, h, user, "")
		})
	})
}

// teamPassword gives somebody another password.
func (r *invocation) teamPassword() *cobra.Command {
	var a teamAsked
	return r.command("team.password", 0, 1, func(o *pflag.FlagSet) {
		r.signs(o, &a)
		r.takesNew(o, &a)
	}, func(ctx context.Context, args []string) error {
		user := hub.Root
		if len(args) > 0 && args[0] != hub.Root {
			if user = args[0]; validUser(user) != nil {
				return validUser(user)
			}
		}
		return r.administering(ctx, a, func(h *hub.Hub) error {
			all, err := h.Members(ctx)
			if err != nil {
				return err
			}
			if memberOf(all, user) == nil {
				return fault.New(fault.NoUser, user)
			}
			password, err := r.newPassword(ctx, fromFile(a.new), user)
			if err != nil {
				return err
			}
			if err := h.Password(ctx, user, password); err != nil {
				return err
			}
			r.say(r.words.T("team.password.done", user))
			return nil
		})
	})
}
