package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/letter"
	"kwi/internal/report"
)

// writingLetters is the command that writes the letters beside the lists.
func (r *invocation) writingLetters() *cobra.Command {
	var h handing
	var kind, to, from string
	var how mailing
	var send bool
	c := r.command("letters", 0, 0, func(o *pflag.FlagSet) {
		o.StringVar(&h.client, "client", "", r.words.T("cli.option.client"))
		o.StringVar(&h.cycle, "cycle", "", r.words.T("cli.option.cycle"))
		o.StringVar(&kind, "kind", "", r.words.T("cli.option.kind", r.oneOf(letterKinds())))
		o.StringVar(&to, "to", "", r.words.T("cli.option.to"))
		o.StringVar(&h.folder, "out", "", r.words.T("cli.option.outletters"))
		r.forMachines(o, &h.machine)
		o.BoolVar(&send, "send", false, r.words.T("cli.option.send"))
		o.BoolVar(&how.yes, "yes", false, r.words.T("cli.option.yes"))
		o.StringVar(&from, "from", "", r.words.T("cli.option.from"))
	}, func(ctx context.Context, _ []string) error {
		by := desk.Bringing{Tag: r.words.Tag(), Me: r.me(), From: from, At: r.Now(), Told: r.half(0)}
		for _, who := range listedInitials(to) {
			by.Only = append(by.Only, account.Initials(who))
		}
		switch {
		case !slices.Contains(letterKinds(), kind):
			return wrongUsage("cli.wrong.kind", cleanLine(kind), r.oneOf(letterKinds()))
		case send && letter.Kind(kind) == letter.Reminder:
			return wrongUsage("cli.wrong.sendreminder")
		case send:
			how.machine = h.machine
			return how.sends(ctx, r, func(ctx context.Context) (*sendingJSON, error) {
				return r.mailLetters(ctx, h.client, h.cycle, letter.Kind(kind), by, how.yes)
			})
		}
		return r.letters(ctx, h, letter.Kind(kind), by)
	})
	c.Long = r.words.T("cli.letters.long")
	return c
}

// letterKinds are the kinds of letter as they are typed.
func letterKinds() (all []string) {
	for _, k := range letter.Kinds() {
		all = append(all, string(k))
	}
	return all
}

// letters makes all letters before it puts any of them in the folder, and says
// what was written for whom.
func (r *invocation) letters(ctx context.Context, h handing, kind letter.Kind, by desk.Bringing) error {
	if h.folder == "" {
		return wrongUsage("cli.wrong.outletters")
	}
	data, err := r.data()
	if err != nil {
		return err
	}
	s := r.at(data)
	c, err := r.client(ctx, s, h.client)
	if err != nil {
		return err
	}
	all, err := s.Desk.Letters(ctx, c, account.CycleName(h.cycle), kind, by)
	if err != nil {
		return err
	}
	h.client, h.made, h.unsigned, h.endings = c.ID, "cli.letters.made", isUnsigned(by.Me, by.From), func(o desk.Outgoing) []string {
		ends := []string{".eml", ".md"}
		switch {
		case o.Book != nil:
			ends = append(ends, ".xlsx")
		case o.Page != nil:
			ends = append(ends, ".html")
		}
		return ends
	}
	return r.handOut(ctx, data, h, all)
}

// informing is the command that writes the page for colleagues.
func (r *invocation) informing() *cobra.Command {
	var client, cycle, out string
	return r.command("colleagues", 0, 0, func(o *pflag.FlagSet) {
		o.StringVar(&client, "client", "", r.words.T("cli.option.client"))
		o.StringVar(&cycle, "cycle", "", r.words.T("cli.option.cycle"))
		o.StringVar(&out, "out", "", r.words.T("cli.option.document", r.anyOf(desk.MinutesForms())))
	}, func(ctx context.Context, _ []string) error {
		return r.document(ctx, client, out, desk.MinutesForms(), func(d *desk.Desk, c account.Client, form desk.Form) ([]byte, error) {
			return d.Colleagues(ctx, c, account.CycleName(cycle), form, report.Options{Today: r.today(), Now: r.now(), Unset: r.tellUnset}, desk.Sender{Me: r.me(), Other: r.words.Tag(), At: r.Now()})
		})
	})
}
