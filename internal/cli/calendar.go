package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/desk"
	"kwi/internal/office"
)

func (r *invocation) dating() *cobra.Command {
	var client, out string
	return r.command("calendar", 0, 0, func(o *pflag.FlagSet) {
		o.StringVar(&client, "client", "", r.words.T("cli.option.client"))
		o.StringVar(&out, "out", "", r.words.T("cli.option.ics"))
	}, func(ctx context.Context, _ []string) error { return r.calendar(ctx, client, out) })
}

// calendar writes the dates of the client's running cycle for a calendar.
func (r *invocation) calendar(ctx context.Context, id, out string) error {
	if out == "" {
		return wrongUsage("cli.wrong.ics")
	}
	s, err := r.data()
	if err != nil {
		return err
	}
	c, err := r.client(ctx, r.at(s), id)
	if err != nil {
		return err
	}
	content, dates, err := desk.Calendar(&c, r.words, r.Now())
	if err != nil {
		return err
	}
	if out == standard {
		_, err := r.Out.Write(content)
		return err
	}
	if err := office.Write(ctx, out, content, s.Path()); err != nil {
		return err
	}
	_, err = fmt.Fprintln(r.Out, r.words.N("cli.calendar.made", dates, cleanLine(out)))
	return err
}
