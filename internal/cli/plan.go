package cli

import (
	"context"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/office"
	"kwi/internal/report"
)

func (r *invocation) planning() *cobra.Command {
	var client, out string
	var year int
	return r.command("plan", 0, 0, func(o *pflag.FlagSet) {
		o.StringVar(&client, "client", "", r.words.T("cli.option.client"))
		o.IntVar(&year, "year", 0, r.words.T("cli.option.year"))
		o.StringVar(&out, "out", "", r.words.T("cli.option.document", r.anyOf(desk.PlanForms())))
	}, func(ctx context.Context, _ []string) error { return r.plan(ctx, client, year, out) })
}

// plan makes the whole plan before it writes any of it. Without a year it is
// that of today.
func (r *invocation) plan(ctx context.Context, id string, year int, out string) error {
	form, now := desk.FormOf(out), r.Now()
	if err := r.wrongForm(out, desk.PlanForms()); err != nil {
		return err
	}
	switch {
	case year == 0:
		year = now.Year()
	case year < 1000 || year > 9999:
		return wrongUsage("cli.wrong.bounds", "--year", 1000, 9999)
	}
	data, err := r.data()
	if err != nil {
		return err
	}
	s := r.at(data)
	if id, err = chosen(ctx, s.Desk, id); err != nil {
		return err
	}
	o := report.Options{Language: r.words.Tag(), Audience: report.Internal, Today: account.Date(now.Format("2006-01-02"))}
	content, err := s.Desk.Plan(ctx, id, year, form, o)
	if err != nil {
		return err
	}
	return office.Write(ctx, out, content, data.Path())
}
