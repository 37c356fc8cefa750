package cli

import (
	"bytes"
	"context"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/fault"
	"kwi/internal/office"
	"kwi/internal/post"
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
	events := post.Events(&c, r.words)
	if len(events) == 0 {
		return fault.New(fault.NoDates, cleanLine(c.Name))
	}
	var b bytes.Buffer
	if err := post.Calendar(&b, r.words.T("post.calendar.name", c.Name), r.Now(), events); err != nil {
		return err
	}
	if out == standard {
		_, err := r.Out.Write(b.Bytes())
		return err
	}
	if err := office.Write(ctx, out, b.Bytes(), s.Path()); err != nil {
		return err
	}
	_, err = fmt.Fprintln(r.Out, r.words.N("cli.calendar.made", len(events), cleanLine(out)))
	return err
}
