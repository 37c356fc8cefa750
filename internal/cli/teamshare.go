package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/fault"
	"kwi/internal/hub"
	"kwi/internal/sync"
)

// sharing is what is shared, or no longer.
type sharing struct {
	teamAsked
	with, of string
	look     bool
}

// withWhom are the options of a command that shares, or ends that.
func (r *invocation) withWhom(o *pflag.FlagSet, a *sharing) {
	o.StringVar(&a.with, "with", "", r.words.T("cli.option.team.with"))
	o.StringVar(&a.of, "of", "", r.words.T("cli.option.team.of"))
	r.signs(o, &a.teamAsked)
}

// shares finds what is shared with whom, and hands it over with that member.
func (r *invocation) shares(ctx context.Context, a sharing, args []string, do func(h *hub.Hub, at sync.Place, m *hub.Member) error) error {
	switch {
	case a.with == "":
		return wrongUsage("cli.team.share.with")
	case len(args) == 0 && a.of == "":
		return wrongUsage("cli.team.share.count")
	}
	for _, user := range []string{a.with, a.of} {
		if user != "" && !hub.ValidUser(user) {
			return fault.New(fault.BadUser, cleanLine(user))
		}
	}
	return r.administering(ctx, a.teamAsked, func(h *hub.Hub) error {
		at := sync.Place{Owner: a.of}
		if len(args) > 0 {
			found, err := r.finds(ctx, h, args[0], a.of)
			if err != nil {
				return err
			}
			at = found
		}
		all, err := h.Members(ctx)
		if err != nil {
			return err
		}
		m := memberOf(all, a.with)
		switch {
		case m == nil:
			return fault.New(fault.NoUser, a.with)
		case at.Owner == a.with:
			return cannot("team.share.own", a.with)
		}
		return do(h, at, m)
	})
}

// finds is where a client is at the hub, and names those that are there where it is not.
func (r *invocation) finds(ctx context.Context, h *hub.Hub, asked, of string) (sync.Place, error) {
	found, err := h.Find(ctx, r.idOf(ctx, asked), of)
	if !fault.Has(err, fault.NotAtHub) {
		return found, err
	}
	places, failed := sync.Places(ctx, h.Store)
	if failed != nil {
		return found, failed
	}
	var ids []string
	for _, p := range places {
		if of == "" || p.Owner == of {
			ids = append(ids, p.ID)
		}
	}
	if len(ids) == 0 {
		return found, err
	}
	return found, cannot("team.share.unknown", cleanLine(asked), namedShort(ids, nil))
}

// idOf is the ID of a client whom somebody names, where they are here; else it is
// taken for one.
func (r *invocation) idOf(ctx context.Context, asked string) string {
	s, err := r.session()
	if err != nil {
		return asked
	}
	lines, err := s.Desk.Portfolio(ctx)
	if err != nil {
		return asked
	}
	if id, err := findClientID(lines, asked); err == nil {
		return id
	}
	return strings.TrimSpace(asked)
}

// shared is what a sentence calls what is shared.
func (r *invocation) shared(at sync.Place) string {
	if at.ID == "" {
		return r.words.T("team.share.all", at.Owner)
	}
	return cleanLine(at.ID)
}

// teamShare lets somebody see a client whom another brought.
func (r *invocation) teamShare() *cobra.Command {
	var a sharing
	return r.command("team.share", 0, 1, func(o *pflag.FlagSet) {
		r.withWhom(o, &a)
		o.BoolVar(&a.look, "look", false, r.words.T("cli.option.team.look"))
	}, func(ctx context.Context, args []string) error {
		return r.shares(ctx, a, args, func(h *hub.Hub, at sync.Place, m *hub.Member) error {
			if err := h.Share(ctx, at, m.User, a.look); err != nil {
				return err
			}
			said := "team.share.change"
			if a.look {
				said = "team.share.look"
			}
			r.say(r.words.T(said, m.User, r.shared(at)))
			return nil
		})
	})
}

// teamUnshare ends that.
func (r *invocation) teamUnshare() *cobra.Command {
	var a sharing
	return r.command("team.unshare", 0, 1, func(o *pflag.FlagSet) { r.withWhom(o, &a) }, func(ctx context.Context, args []string) error {
		return r.shares(ctx, a, args, func(h *hub.Hub, at sync.Place, m *hub.Member) error {
			if !slices.Contains(m.Changes, at) && !slices.Contains(m.LooksAt, at) {
				return cannot("team.unshare.not", m.User, r.shared(at))
			}
			if err := h.Unshare(ctx, at, m.User); err != nil {
				return err
			}
			r.say(r.unshared(at, m))
			return nil
		})
	})
}

// unshared says what a member still sees of what is shared no longer.
func (r *invocation) unshared(at sync.Place, m *hub.Member) string {
	if m.Director {
		return r.words.T("team.unshare.director", m.User, r.shared(at))
	}
	var left []string
	for _, other := range append(slices.Clone(m.Changes), m.LooksAt...) {
		if other != at && other.Owner == at.Owner && (other.ID == "" || at.ID == "") {
			left = append(left, r.shared(other))
		}
	}
	if len(left) > 0 {
		return r.words.T("team.unshare.still", m.User, r.shared(at), r.words.And(left))
	}
	return r.words.T("team.unshare.done", m.User, r.shared(at))
}

// places names what is shared: a client below whoever brought them, or all of theirs.
func (r *invocation) places(all []string) string {
	named := make([]string, len(all))
	for i, at := range all {
		if named[i] = cleanPath(at); strings.HasSuffix(at, "/") {
			named[i] = r.words.T("team.share.all", strings.TrimSuffix(named[i], "/"))
		}
	}
	return strings.Join(named, ", ")
}
