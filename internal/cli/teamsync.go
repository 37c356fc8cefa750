package cli

import (
	"context"
	"errors"
	"slices"

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
	var machine bool
	return r.command("team.sync", 0, 0, func(o *pflag.FlagSet) {
		r.signs(o, &a)
		r.forMachines(o, &machine)
	}, func(ctx context.Context, _ []string) error {
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
		did, err := r.makeSame(ctx, s, p, m, 0)
		if err = hub.Fault(err, h.Way); err == nil && !machine {
			return r.tellsMade(ctx, s, did)
		}
		if !machine || err != nil && did.done == 0 {
			return err
		}
		if err == nil {
			err = r.notRead(did, r.namesOf(ctx, s))
		}
		return r.tellJSON(did.json(m), err)
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
	took, gave, gone, held, erased, unread []string
	second                                 []sync.Second // of those that came
	apart                                  int
	done, all                              int
	here                                   *erasedHere
	erasures                               []sync.Erased
}

// syncJSON is the shape of `kwi team sync --json`: clients by their IDs.
type syncJSON struct {
	Prefix string   `json:"prefix"`
	User   string   `json:"user"`
	Gave   []string `json:"gave"`   // went to the hub
	Took   []string `json:"took"`   // came from it
	Gone   []string `json:"gone"`   // it has them no longer, or shows them no longer
	Held   []string `json:"held"`   // it does not let this user change them
	Erased []string `json:"erased"` // somebody was erased there, and here now too
	Unread []string `json:"unread"` // could not be read, here or there, or are too large for the hub
	Second []string `json:"second"` // of those that came, who have another ID here than at the hub
	Apart  int      `json:"apart"`  // how much collided
	Done   int      `json:"done"`   // how many clients were looked at
	All    int      `json:"all"`    // of how many
}

func (d made) json(m hub.Membership) syncJSON {
	list := func(ids []string) []string { return append([]string{}, ids...) }
	var second []string
	for _, c := range d.second {
		second = append(second, c.Client)
	}
	return syncJSON{m.Prefix, m.User, list(d.gave), list(d.took), list(d.gone), list(d.held), list(d.erased), list(d.unread), list(second), d.apart, d.done, d.all}
}

// makeSame makes everything the same here and at the hub. One client who cannot be read
// here or there holds up nobody else. It goes on behind those that were done before.
func (r *invocation) makeSame(ctx context.Context, s Session, p *sync.Pair, m hub.Membership, before int) (did made, err error) {
	did.here = r.erasesWhere(s, p)
	reached, err := p.Reach(ctx)
	if err != nil {
		return did, err
	}
	ids, err := p.Behind(ctx)
	if err != nil {
		return did, err
	}
	did.all = before + len(ids)
	told := r.far.counting(inClients)
	for i, id := range ids {
		did.done = before + i
		told.Tell(did.done, did.all)
		round, err := p.Client(ctx, id)
		switch {
		case fault.Has(err, fault.Damaged, fault.Newer, fault.OtherSupplier), errors.Is(err, store.ErrTooLarge):
			did.unread = append(did.unread, id)
			continue
		case err != nil && ctx.Err() != nil && did.done > 0:
			return did, problem{key: "team.sync.stopped", args: []any{r.words.Int(did.done), r.words.Int(did.all)}, halts: true}
		case err != nil && did.done > 0:
			err = hub.Fault(err, r.settings.Hub)
			return did, errors.Join(cannot("team.sync.broken", r.words.Int(did.done), r.words.Int(did.all), r.sentence(err)), err)
		case err != nil:
			return did, err
		}
		for list, is := range map[*[]string]bool{&did.took: round.Took, &did.gave: round.Gave, &did.gone: round.Gone, &did.held: round.Held, &did.erased: round.Erased} {
			if is {
				*list = append(*list, id)
			}
		}
		did.apart += len(round.Apart)
	}
	did.done = did.all
	if did.second, err = p.Seconds(ctx); err != nil {
		return did, err
	}
	did.second = slices.DeleteFunc(did.second, func(c sync.Second) bool { return !slices.Contains(did.took, c.Client) })
	if len(did.unread) == 0 {
		if err := hub.Seen(ctx, s.Desk.Store(), m.Team, r.now()); err != nil {
			return did, err
		}
	}
	return did, r.afterwards(ctx, p, &did, reached)
}

// tellsMade tells what was done.
func (r *invocation) tellsMade(ctx context.Context, s Session, did made) error {
	names := r.namesOf(ctx, s)
	for _, of := range []struct {
		key string
		ids []string
	}{{"team.sync.gave", did.gave}, {"team.sync.took", did.took}, {"team.sync.gone", did.gone}, {"team.sync.held", did.held}, {"team.sync.erased", did.erased}} {
		if n := len(of.ids); n > 0 {
			r.say(r.words.N(of.key, n, namedShort(of.ids, names)))
		}
	}
	if len(did.gave)+len(did.took)+len(did.gone)+len(did.held)+len(did.unread) == 0 {
		r.say(r.words.T("team.sync.same"))
	}
	r.tellsSecond(did.second, names)
	if did.apart > 0 {
		r.say(r.words.N("team.sync.apart", did.apart))
	}
	r.tellsErasures(did, names)
	return r.notRead(did, names)
}

// tellsSecond tells who has another ID here than at the hub.
func (r *invocation) tellsSecond(all []sync.Second, names map[string]string) {
	for _, c := range all {
		name := names[c.Client]
		if name == "" {
			name = cleanLine(c.Client)
		}
		r.say(r.words.T("team.sync.second", name, c.At.Owner, c.At.ID, c.Client))
	}
}

// notRead is why it fails where somebody could not be read.
func (r *invocation) notRead(did made, names map[string]string) error {
	if len(did.unread) == 0 {
		return nil
	}
	return cannot("team.sync.unread", namedShort(did.unread, names))
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
