package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/fault"
	"kwi/internal/hub"
	"kwi/internal/sync"
)

// teamJSON is the shape of `kwi team status --json`: what is not known is "", null or
// empty.
type teamJSON struct {
	State     string       `json:"state"` // alone, same, waiting, offline, refused
	Why       string       `json:"why"`   // of offline and refused, in words
	Prefix    string       `json:"prefix"`
	User      string       `json:"user"`
	Endpoints []string     `json:"endpoints"`
	Waiting   []string     `json:"waiting"` // clients by their IDs
	Coming    []string     `json:"coming"`
	Gone      []string     `json:"gone"`
	Second    []secondJSON `json:"second"` // clients who have another ID here than at the hub
	Apart     int          `json:"apart"`
	Seen      string       `json:"seen"`
	Version   string       `json:"version"`
	Bytes     int64        `json:"bytes"`
	Full      bool         `json:"full"`
	Exposed   []string     `json:"exposed"` // files that open the hub and others on this computer can get at
	Members   []memberJSON `json:"members"` // null: this user may not know
	Laptops   []laptopJSON `json:"laptops"` // null: the hub was not asked
	Erased    []erasedJSON `json:"erased"`  // from here, and not all done

	names map[string]string // of clients, by ID
}

type secondJSON struct {
	Client string `json:"client"` // their ID here
	Owner  string `json:"owner"`  // who brought them
	ID     string `json:"id"`     // at the hub
}

type memberJSON struct {
	User     string   `json:"user"`
	Manages  bool     `json:"manages"`
	Director bool     `json:"director"`
	Changes  []string `json:"changes"` // of others, OWNER/ID, or OWNER/ for all of theirs
	Looks    []string `json:"looks"`
}

// teamStatus tells how the data file and the hub stand to each other.
func (r *invocation) teamStatus() *cobra.Command {
	var a teamAsked
	var members, machine bool
	return r.command("team.status", 0, 0, func(o *pflag.FlagSet) {
		o.BoolVar(&members, "members", false, r.words.T("cli.option.team.members"))
		r.signs(o, &a)
		r.forMachines(o, &machine)
	}, func(ctx context.Context, _ []string) error {
		out, err := r.standing(ctx, a, members)
		if err != nil {
			return err
		}
		if machine {
			return writeJSON(r.Out, out)
		}
		return r.tellsStanding(out)
	})
}

// standing is that. A hub to which there is no way is no fault of the command.
func (r *invocation) standing(ctx context.Context, a teamAsked, members bool) (out teamJSON, err error) {
	out = teamJSON{State: "alone", Endpoints: strings.Fields(r.settings.Hub.Endpoints), Waiting: []string{}, Coming: []string{}, Gone: []string{}, Second: []secondJSON{}, Exposed: append([]string{}, hub.Exposed(r.settings.Hub)...)}
	s, err := r.session()
	if err != nil {
		return out, err
	}
	m, is, err := hub.MembershipOf(ctx, s.Desk.Store())
	if err != nil {
		return out, err
	}
	if is {
		if err := r.standingOf(ctx, s, m, a, members, &out); err != nil {
			return out, err
		}
	}
	if members {
		err = r.administering(ctx, a, func(h *hub.Hub) error {
			health, err := h.Health(ctx)
			if err != nil {
				return err
			}
			out.Version, out.Bytes, out.Full, out.Prefix = health.Version, health.Size, health.Full, h.Way.Prefix
			all, err := h.Members(ctx)
			out.Members = membersJSON(all)
			return err
		})
	}
	return out, err
}

// standingOf is how a data file stands that belongs to a team.
func (r *invocation) standingOf(ctx context.Context, s Session, m hub.Membership, a teamAsked, alone bool, out *teamJSON) error {
	local := sync.New(s.Desk, nil, hub.Owner(m.User), sync.Who{})
	waiting, err := local.Waiting(ctx)
	if err != nil {
		return err
	}
	gone, err := local.Gone(ctx)
	if err != nil {
		return err
	}
	apart, err := local.Apart(ctx, "")
	if err != nil {
		return err
	}
	second, err := local.Seconds(ctx)
	if err != nil {
		return err
	}
	for _, c := range second {
		out.Second = append(out.Second, secondJSON{c.Client, c.At.Owner, c.At.ID})
	}
	out.Prefix, out.User, out.Seen, out.Apart = m.Prefix, m.User, string(m.Seen), len(apart)
	out.Waiting, out.Gone = append(out.Waiting, waiting...), append(out.Gone, gone...)
	erased, err := local.Erasures(ctx)
	if err != nil {
		return err
	}
	out.erased(erased)
	out.names = r.namesOf(ctx, s)
	out.State = "same"
	if len(waiting) > 0 {
		out.State = "waiting"
	}
	if alone { // whoever asks for the members signs in as another
		return nil
	}
	h, err := r.ownHub(ctx, a, m)
	if err == nil {
		defer func() { _ = h.Close() }()
		err = r.asksHub(ctx, s, h, m, out)
	}
	var p problem
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &p) && p.usage:
		return err
	case fault.Has(err, fault.Unreachable):
		out.State = "offline"
	default:
		out.State = "refused"
	}
	out.Why = r.sentence(err)
	return nil
}

// asksHub adds what the hub says.
func (r *invocation) asksHub(ctx context.Context, s Session, h *hub.Hub, m hub.Membership, out *teamJSON) error {
	p, err := h.Pair(ctx, s.Desk, m, r.whoAmI(m.User))
	if err != nil {
		return err
	}
	behind, err := p.Behind(ctx)
	if err != nil {
		return hub.Fault(err, h.Way)
	}
	for _, id := range behind {
		if !slices.Contains(out.Waiting, id) {
			out.Coming = append(out.Coming, id)
		}
	}
	laptops, err := p.Laptops(ctx)
	if err != nil {
		return hub.Fault(err, h.Way)
	}
	out.Laptops = laptopsJSON(laptops)
	erased, err := p.Erasures(ctx)
	if err != nil {
		return hub.Fault(err, h.Way)
	}
	out.erased(erased)
	health, err := h.Health(ctx)
	if err != nil {
		return hub.Fault(err, h.Way)
	}
	out.Version, out.Bytes, out.Full = health.Version, health.Size, health.Full
	return nil
}

func membersJSON(all []hub.Member) []memberJSON {
	out := []memberJSON{}
	for _, m := range all {
		one := memberJSON{User: m.User, Manages: m.Manages, Director: m.Director, Changes: []string{}, Looks: []string{}}
		for _, at := range m.Changes {
			one.Changes = append(one.Changes, at.Owner+"/"+at.ID)
		}
		for _, at := range m.LooksAt {
			one.Looks = append(one.Looks, at.Owner+"/"+at.ID)
		}
		out = append(out, one)
	}
	return out
}

// tellsStanding tells it in words.
func (r *invocation) tellsStanding(out teamJSON) error {
	t := r.words.T
	switch out.State {
	case "alone":
		r.say(t("team.status.alone"))
	case "offline":
		if out.Seen == "" {
			r.say(t("team.status.never"))
		} else {
			r.say(t("team.status.offline", r.words.ShortMoment(account.Moment(out.Seen), r.today())))
		}
		r.say(out.Why)
	case "refused":
		r.say(t("team.status.refused", out.Why))
	case "waiting":
		r.say(r.words.N("team.status.waiting", len(out.Waiting)))
	default:
		r.say(t("team.status.same"))
	}
	if n := len(out.Waiting); n > 0 && out.State != "waiting" {
		r.say(r.words.N("team.status.waiting", n))
	}
	if n := len(out.Coming); n > 0 {
		r.say(r.words.N("team.status.coming", n))
	}
	if out.Prefix != "" {
		as := out.User
		if as == "" {
			as = hub.Root
		}
		r.say(t("team.status.hub", out.Prefix, as, cells.Line(strings.Join(out.Endpoints, " "), 200)))
	}
	if out.Version != "" {
		r.say(t("team.status.etcd", cleanLine(out.Version), r.words.Int(int((out.Bytes+1<<20-1)>>20))))
	}
	if out.Full {
		r.say(t("team.status.full"))
	}
	if n := len(out.Gone); n > 0 {
		r.say(r.words.N("team.status.gone", n, namedShort(out.Gone, nil)))
	}
	for _, c := range out.Second {
		r.say(r.words.T("team.sync.second", cleanLine(c.Client), c.Owner, c.ID, c.Client))
	}
	if out.Apart > 0 {
		r.say(r.words.N("team.sync.apart", out.Apart))
	}
	r.tellsExposed()
	for _, e := range out.Erased {
		for i, line := range r.erasureLines(e.is, out.names) {
			if i == 0 || out.Laptops != nil { // without the hub nobody knows who has been back
				r.say(line)
			}
		}
	}
	for _, m := range out.Members {
		r.say(r.member(m))
	}
	return nil
}

// member is a line about somebody in the team.
func (r *invocation) member(m memberJSON) string {
	parts := []string{}
	for _, of := range []struct {
		is  bool
		key string
	}{{m.Manages, "team.member.manages"}, {m.Director, "team.member.director"}, {!m.Manages && !m.Director, "team.member.own"}} {
		if of.is {
			parts = append(parts, r.words.T(of.key))
		}
	}
	if len(m.Changes) > 0 {
		parts = append(parts, r.words.T("team.member.changes", r.places(m.Changes)))
	}
	if len(m.Looks) > 0 {
		parts = append(parts, r.words.T("team.member.looks", r.places(m.Looks)))
	}
	return cleanLine(m.User) + ": " + strings.Join(parts, "; ")
}
