package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/language"
	"kwi/internal/report"
)

// becoming is the command that tells what became of what the client said.
func (r *invocation) becoming() *cobra.Command {
	var client, cycle, out, tongue string
	return r.command("yousaid", 0, 0, func(o *pflag.FlagSet) {
		o.StringVar(&client, "client", "", r.words.T("cli.option.client"))
		o.StringVar(&cycle, "cycle", "", r.words.T("cli.option.cycle"))
		o.StringVar(&out, "out", "", r.words.T("cli.option.document", r.anyOf(desk.YouSaidForms())))
		o.StringVar(&tongue, "report-lang", "", r.words.T("cli.option.reportlang", strings.Join(language.Tags(), "|")))
	}, func(ctx context.Context, _ []string) error {
		o := report.Options{Today: r.today(), Now: r.now(), Unset: r.tellUnset}
		if err := r.reportLanguage(tongue, &o); err != nil {
			return err
		}
		return r.document(ctx, client, out, desk.YouSaidForms(), func(d *desk.Desk, c account.Client, form desk.Form) ([]byte, error) {
			return d.YouSaid(ctx, c, account.CycleName(cycle), form, o, r.words.Tag())
		})
	})
}
