package cli

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/cells"
	"kwi/internal/hub"
	"kwi/internal/sync"
)

// teamChoose lists what was done in two places and collides, or chooses.
func (r *invocation) teamChoose() *cobra.Command {
	var here, there string
	return r.command("team.choose", 0, 0, func(o *pflag.FlagSet) {
		o.StringVar(&here, "here", "", r.words.T("cli.option.team.here"))
		o.StringVar(&there, "hub", "", r.words.T("cli.option.team.hub"))
	}, func(ctx context.Context, _ []string) error {
		if here != "" && there != "" {
			return wrongUsage("cli.team.choose.both")
		}
		s, err := r.session()
		if err != nil {
			return err
		}
		m, err := r.joined(ctx, s)
		if err != nil {
			return err
		}
		p := sync.New(s.Desk, nil, hub.Owner(m.User), sync.Who{})
		all, err := p.Apart(ctx, "")
		if err != nil {
			return err
		}
		if here+there == "" {
			return r.listsApart(ctx, s, all)
		}
		n, err := strconv.Atoi(here + there)
		if err != nil || n < 1 || n > len(all) {
			return cannot("team.choose.number", cleanLine(here+there))
		}
		if err := p.Choose(ctx, all[n-1], here != ""); err != nil {
			return err
		}
		said := "team.choose.hub"
		if here != "" {
			said = "team.choose.here"
		}
		r.say(r.words.T(said, r.namesOf(ctx, s)[all[n-1].Client]))
		if left := len(all) - 1; left > 0 {
			r.say(r.words.N("team.sync.apart", left))
		}
		return nil
	})
}

// listsApart tells what waits for a choice, each with its number.
func (r *invocation) listsApart(ctx context.Context, s Session, all []sync.Apart) error {
	if len(all) == 0 {
		r.say(r.words.T("team.choose.nothing"))
		return nil
	}
	for i, a := range all {
		c, err := s.Desk.Client(ctx, a.Client)
		if err != nil {
			return err
		}
		by := a.By.User
		if by == "" {
			by = r.words.T("team.somebody")
		}
		r.say(r.words.T("team.choose.line", r.words.Int(i+1), cleanLine(c.Name), cleanLine(by)))
		differences := a.Differences(&c)
		for _, d := range differences {
			line := r.words.Changed(&c, &d, r.today())
			if at := r.words.Spots(&c, d.At); at != "" {
				line = at + " · " + line
			}
			r.say("    " + cells.Line(line, 200))
		}
		if len(differences) == 0 {
			r.say("    " + r.words.T("team.choose.whole"))
		}
	}
	r.say(r.words.T("team.choose.how"))
	return nil
}
