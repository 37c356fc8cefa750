package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/fault"
	"kwi/internal/hub"
	"kwi/internal/sync"
	"kwi/store"
	"kwi/store/bolt"
)

// joined is to which team the data file belongs, which it must.
func (r *invocation) joined(ctx context.Context, s Session) (hub.Membership, error) {
	m, is, err := hub.MembershipOf(ctx, s.Desk.Store())
	if err == nil && !is {
		err = cannot("team.alone.command")
	}
	return m, err
}

// teamSync makes the data file and the hub the same, once.
func (r *invocation) teamSync() *cobra.Command {
	var a teamAsked
	return r.command("team.sync", 0, 0, func(o *pflag.FlagSet) { r.signs(o, &a) }, func(ctx context.Context, _ []string) error {
		s, err := r.session()
		if err != nil {
			return err
		}
		m, err := r.joined(ctx, s)
		if err != nil {
			return err
		}
		h, err := r.ownHub(ctx, a, m)
		if err != nil {
			return err
		}
		defer func() { _ = h.Close() }()
		p, err := h.Pair(ctx, s.Desk, m, r.whoAmI(m.User))
		if err != nil {
			return err
		}
		return hub.Fault(r.makeSame(ctx, s, p, m), h.Way)
	})
}

// ownHub is the hub of the settings, as the user to whom the data file belongs.
func (r *invocation) ownHub(ctx context.Context, a teamAsked, m hub.Membership) (*hub.Hub, error) {
	way := r.settings.Hub
	if way.Endpoints == "" {
		return nil, fault.New(fault.NoHub)
	}
	if way.Prefix != m.Prefix || way.User != m.User {
		return nil, fault.New(fault.OtherTeam, m.Prefix, m.User)
	}
	password, err := r.hubPassword(ctx, a.from, m.User)
	if err != nil {
		return nil, err
	}
	return hub.Open(way, password)
}

// made is what making a data file and a hub the same did, by client.
type made struct {
	took, gave, gone, held, unread []string
	apart                          int
}

// makeSame makes everything the same here and at the hub, and tells what was done. One
// client who cannot be read here or there holds up nobody else.
func (r *invocation) makeSame(ctx context.Context, s Session, p *sync.Pair, m hub.Membership) error {
	ids, err := p.Behind(ctx)
	if err != nil {
		return err
	}
	told := r.far.counting(inClients)
	var did made
	for i, id := range ids {
		told.Tell(i, len(ids))
		round, err := p.Client(ctx, id)
		switch {
		case fault.Has(err, fault.Damaged, fault.Newer, fault.OtherSupplier):
			did.unread = append(did.unread, id)
			continue
		case err != nil && ctx.Err() == nil && i > 0:
			return errors.Join(cannot("team.sync.broken", r.words.Int(i), r.words.Int(len(ids))), hub.Fault(err, r.settings.Hub))
		case err != nil:
			return err
		}
		for list, is := range map[*[]string]bool{&did.took: round.Took, &did.gave: round.Gave, &did.gone: round.Gone, &did.held: round.Held} {
			if is {
				*list = append(*list, id)
			}
		}
		did.apart += len(round.Apart)
	}
	if m.Seen = r.now(); len(did.unread) == 0 {
		if err := m.Keep(ctx, s.Desk.Store()); err != nil && !errors.Is(err, store.ErrConflict) {
			return err
		}
	}
	return r.tellsMade(ctx, s, did)
}

// tellsMade tells what was done.
func (r *invocation) tellsMade(ctx context.Context, s Session, did made) error {
	names := r.namesOf(ctx, s)
	for _, of := range []struct {
		key string
		ids []string
	}{{"team.sync.gave", did.gave}, {"team.sync.took", did.took}, {"team.sync.gone", did.gone}, {"team.sync.held", did.held}} {
		if n := len(of.ids); n > 0 {
			r.say(r.words.N(of.key, n, namedShort(of.ids, names)))
		}
	}
	if len(did.gave)+len(did.took)+len(did.gone)+len(did.held)+len(did.unread) == 0 {
		r.say(r.words.T("team.sync.same"))
	}
	if did.apart > 0 {
		r.say(r.words.N("team.sync.apart", did.apart))
	}
	if n := len(did.unread); n > 0 {
		return cannot("team.sync.unread", namedShort(did.unread, names))
	}
	return nil
}

// teamOfFile is the team that a data file belongs to, as far as it can be read as it is.
func (r *invocation) teamOfFile(ctx context.Context, path string) (team string, is bool) {
	s, err := bolt.Open(path, bolt.AsItIs)
	if err != nil {
		return "", false
	}
	if _, err := s.Get(ctx); err != nil {
		return "", false
	}
	m, is, err := hub.MembershipOf(ctx, r.at(s).Desk.Store())
	return m.Prefix, is && err == nil
}
