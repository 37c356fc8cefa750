package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/office"
)

func (r *invocation) asking() *cobra.Command {
	var client, cycle, out, from string
	var sponsor, paper bool
	return r.command("questionnaires", 0, 0, func(o *pflag.FlagSet) {
		o.StringVar(&client, "client", "", r.words.T("cli.option.client"))
		o.StringVar(&cycle, "cycle", "", r.words.T("cli.option.cycle"))
		o.StringVar(&out, "out", "", r.words.T("cli.option.outdir"))
		o.StringVar(&from, "from", "", r.words.T("cli.option.from"))
		o.BoolVar(&sponsor, "sponsor", false, r.words.T("cli.option.sponsor"))
		o.BoolVar(&paper, "paper", false, r.words.T("cli.option.paper"))
	}, func(ctx context.Context, _ []string) error {
		by := desk.Bringing{Tag: r.words.Tag(), Me: r.me(), From: from, Sponsor: sponsor, Paper: paper, At: r.Now()}
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
	var placed []office.Placed
	err = s.Desk.HandOut(ctx, id, account.CycleName(cycle), all, func() (err error) {
		placed, err = office.WriteLists(ctx, out, all, data.Path(), nil)
		return err
	})
	if err != nil {
		return err
	}
	for i, o := range all {
		line := cleanLine(o.Name) + ": " + cleanLine(placed[i].Path) + ".xlsx, .eml"
		if o.Paper != nil {
			line += ", .pdf"
		}
		if !o.Email {
			line += " " + r.words.T("cli.questionnaires.noaddress")
		}
		for _, name := range placed[i].Beside {
			line += "\n  " + r.words.T("cli.questionnaires.beside", cleanLine(name))
		}
		if _, err := fmt.Fprintln(r.Out, line); err != nil {
			return err
		}
	}
	r.unsigned(by.Me, by.From)
	_, err = fmt.Fprintln(r.Out, r.words.N("cli.questionnaires.made", len(all), cleanLine(out)))
	return err
}
