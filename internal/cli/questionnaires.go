package cli

import (
	"context"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/desk"
)

func (r *invocation) asking() *cobra.Command {
	var h handing
	var from, only string
	var sponsor, paper, browser bool
	return r.command("questionnaires", 0, 0, func(o *pflag.FlagSet) {
		o.StringVar(&h.client, "client", "", r.words.T("cli.option.client"))
		o.StringVar(&h.cycle, "cycle", "", r.words.T("cli.option.cycle"))
		o.StringVar(&h.folder, "out", "", r.words.T("cli.option.outdir"))
		o.StringVar(&from, "from", "", r.words.T("cli.option.from"))
		o.BoolVar(&sponsor, "sponsor", false, r.words.T("cli.option.sponsor"))
		o.BoolVar(&paper, "paper", false, r.words.T("cli.option.paper"))
		o.BoolVar(&browser, "html", false, r.words.T("cli.option.browser"))
		r.forMachines(o, &h.machine)
		o.StringVar(&only, "only", "", r.words.T("cli.option.onlythose"))
	}, func(ctx context.Context, _ []string) error {
		by := desk.Bringing{Tag: r.words.Tag(), Me: r.me(), From: from, Sponsor: sponsor, Paper: paper, Unset: r.tellUnset, Browser: browser, At: r.Now(), Told: r.half(0)}
		for _, who := range listedInitials(only) {
			by.Only = append(by.Only, account.Initials(who))
		}
		return r.questionnaires(ctx, h, by)
	})
}

// questionnaires makes all files before it puts any of them in the folder.
func (r *invocation) questionnaires(ctx context.Context, h handing, by desk.Bringing) error {
	switch {
	case h.folder == "":
		return wrongUsage("cli.wrong.outdir")
	case h.folder == standard && h.machine:
		return wrongUsage("cli.wrong.twovalues")
	}
	data, err := r.data()
	if err != nil {
		return err
	}
	s := r.at(data)
	if h.client, err = chosen(ctx, s.Desk, h.client); err != nil {
		return err
	}
	all, err := s.Desk.Questionnaires(ctx, h.client, account.CycleName(h.cycle), by)
	if err != nil {
		return err
	}
	if h.folder == standard {
		if len(all) != 1 {
			return cannot("cli.questionnaires.one", len(all))
		}
		return s.Desk.HandOut(ctx, h.client, account.CycleName(h.cycle), all, func() error { return r.oneList(all[0]) })
	}
	h.made, h.unsigned, h.endings = "cli.questionnaires.made", isUnsigned(by.Me, by.From), func(o desk.Outgoing) []string {
		ends := []string{".xlsx", ".eml"}
		if o.Page != nil {
			ends[0] = ".html"
		}
		if o.Paper != nil {
			ends = append(ends, ".pdf")
		}
		return ends
	}
	return r.handOut(ctx, data, h, all)
}

// oneList writes the list of one respondent to standard output: on paper where that was
// asked, else the page for the browser or the workbook.
func (r *invocation) oneList(o desk.Outgoing) error {
	switch {
	case o.Paper != nil:
		return r.toStandard(".pdf", o.Paper)
	case o.Page != nil:
		return r.toStandard(".html", o.Page)
	}
	return r.toStandard(".xlsx", o.Book)
}
