package cli

import (
	"context"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/desk"
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

// plan writes the plan of a year; without one it is that of today.
func (r *invocation) plan(ctx context.Context, id string, year int, out string) error {
	switch {
	case year == 0:
		year = r.Now().Year()
	case year < 1000 || year > 9999:
		return wrongUsage("cli.wrong.bounds", "--year", 1000, 9999)
	}
	o := report.Options{Language: r.words.Tag(), Audience: report.Internal, Today: r.today(), Now: r.now(), Unset: r.tellUnset}
	return r.document(ctx, id, out, desk.PlanForms(), func(d *desk.Desk, c account.Client, form desk.Form) ([]byte, error) {
		return d.Plan(ctx, c, year, form, o)
	})
}
