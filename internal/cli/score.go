package cli

import (
	"context"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/score"
)

func (r *invocation) scoring() *cobra.Command {
	var client, cycle string
	var machine bool
	return r.command("score", 0, 0, func(o *pflag.FlagSet) {
		o.StringVar(&client, "client", "", r.words.T("cli.option.client"))
		o.StringVar(&cycle, "cycle", "", r.words.T("cli.option.scored"))
		o.BoolVar(&machine, "json", false, r.words.T("cli.option.json"))
	}, func(ctx context.Context, _ []string) error { return r.score(ctx, client, cycle, machine) })
}

func (r *invocation) score(ctx context.Context, id, cycle string, machine bool) error {
	s, err := r.session()
	if err != nil {
		return err
	}
	c, err := r.client(ctx, s, id)
	if err != nil {
		return err
	}
	h := score.HistoryOf(&c)
	t, err := scored(&c, h, cycle)
	if err != nil {
		return err
	}
	if machine {
		out := scoreOf(c.ID, t)
		insightInto(&out, &c, h, &t)
		return writeJSON(r.Out, out)
	}
	_, err = r.Out.Write([]byte(r.scoreText(&c, h, t)))
	return err
}

// scored is the table of the cycle asked for, or of the newest with answers.
func scored(c *account.Client, h score.History, cycle string) (score.Table, error) {
	if cycle != "" {
		y, err := cycleOf(c, cycle)
		if err != nil {
			return score.Table{}, err
		}
		return h.Table(y.Name), nil
	}
	t, ok := h.Newest()
	if !ok {
		return t, fault.New(fault.NoAnswers, c.Name)
	}
	return t, nil
}
