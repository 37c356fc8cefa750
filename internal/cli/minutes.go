package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/language"
	"kwi/internal/office"
	"kwi/internal/report"
)

func (r *invocation) minuting() *cobra.Command {
	var client, cycle, out, tongue string
	return r.command("minutes", 0, 0, func(o *pflag.FlagSet) {
		o.StringVar(&client, "client", "", r.words.T("cli.option.client"))
		o.StringVar(&cycle, "cycle", "", r.words.T("cli.option.cycle"))
		o.StringVar(&out, "out", "", r.words.T("cli.option.document", r.anyOf(desk.MinutesForms())))
		o.StringVar(&tongue, "report-lang", "", r.words.T("cli.option.reportlang", strings.Join(language.Tags(), "|")))
	}, func(ctx context.Context, _ []string) error {
		return r.minutes(ctx, client, account.CycleName(cycle), out, tongue)
	})
}

// minutes makes the whole document before it writes any of it.
func (r *invocation) minutes(ctx context.Context, id string, cycle account.CycleName, out, tongue string) error {
	if err := r.wrongForm(out, desk.MinutesForms()); err != nil {
		return err
	}
	switch {
	case tongue != "" && !language.Known(tongue):
		return wrongUsage("cli.wrong.reportlang", cleanLine(tongue), r.oneOf(language.Tags()))
	case tongue == "":
		tongue = r.lang
	}
	data, err := r.data()
	if err != nil {
		return err
	}
	s := r.at(data)
	if id, err = chosen(ctx, s.Desk, id); err != nil {
		return err
	}
	now := r.Now()
	o := report.Options{Language: tongue, Today: account.Date(now.Format("2006-01-02"))}
	content, err := s.Desk.Minutes(ctx, id, cycle, desk.FormOf(out), o, desk.Sender{Me: r.me(), Other: r.words.Tag(), At: now})
	if err != nil {
		return err
	}
	return office.Write(ctx, out, content, data.Path())
}
