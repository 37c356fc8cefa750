package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/desk"
)

func (r *invocation) asking() *cobra.Command {
	var client, cycle, out, from, only string
	var sponsor, paper, browser bool
	return r.command("questionnaires", 0, 0, func(o *pflag.FlagSet) {
		o.StringVar(&client, "client", "", r.words.T("cli.option.client"))
		o.StringVar(&cycle, "cycle", "", r.words.T("cli.option.cycle"))
		o.StringVar(&out, "out", "", r.words.T("cli.option.outdir"))
		o.StringVar(&from, "from", "", r.words.T("cli.option.from"))
		o.BoolVar(&sponsor, "sponsor", false, r.words.T("cli.option.sponsor"))
		o.BoolVar(&paper, "paper", false, r.words.T("cli.option.paper"))
		o.BoolVar(&browser, "html", false, r.words.T("cli.option.browser"))
		o.StringVar(&only, "only", "", r.words.T("cli.option.onlythose"))
	}, func(ctx context.Context, _ []string) error {
		by := desk.Bringing{Tag: r.words.Tag(), Me: r.me(), From: from, Sponsor: sponsor, Paper: paper, Unset: r.tellUnset, Browser: browser, At: r.Now(), Told: r.half(0)}
		for _, who := range listedInitials(only) {
			by.Only = append(by.Only, account.Initials(who))
		}
		return r.questionnaires(ctx, client, cycle, out, by)
	})
}

// questionnaires makes all files before it puts any of them in the folder.
func (r *invocation) questionnaires(ctx context.Context, id, cycle, out string, by desk.Bringing) error {
	if out == "" {
		return wrongUsage("cli.wrong.outdir")
	}
	data, err := r.data()
	if err != nil {
		return err
	}
	s := r.at(data)
	if id, err = chosen(ctx, s.Desk, id); err != nil {
		return err
	}
	all, err := s.Desk.Questionnaires(ctx, id, account.CycleName(cycle), by)
	if err != nil {
		return err
	}
	err = r.handOut(ctx, data, id, cycle, out, all, func(o desk.Outgoing) string {
		ends := ".xlsx, .eml"
		if o.Page != nil {
			ends = ".html, .eml"
		}
		if o.Paper != nil {
			ends += ", .pdf"
		}
		return ends
	})
	if err != nil {
		return err
	}
	r.unsigned(by.Me, by.From)
	_, err = fmt.Fprintln(r.Out, r.words.N("cli.questionnaires.made", len(all), cleanLine(out)))
	return err
}
