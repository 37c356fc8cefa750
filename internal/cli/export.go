package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/fault"
	"kwi/internal/office"
	"kwi/internal/portable"
)

func (r *invocation) exporting() *cobra.Command {
	var client, out string
	return r.command("export", 0, 0, func(o *pflag.FlagSet) {
		o.StringVar(&client, "client", "", r.words.T("cli.option.only"))
		o.StringVar(&out, "out", standard, r.words.T("cli.option.out"))
	}, func(ctx context.Context, _ []string) error { return r.exports(ctx, client, out) })
}

// exports reads everything before it writes any of it. Of a damaged data
// file it writes the clients that are sound, and fails all the same, for the
// others are missing.
func (r *invocation) exports(ctx context.Context, client, out string) error {
	if out == "" {
		return wrongUsage("cli.wrong.out")
	}
	s, err := r.data()
	if err != nil {
		return err
	}
	d := r.at(s).Desk
	var ids []string
	if client != "" {
		id, err := chosen(ctx, d, client)
		if err != nil {
			return err
		}
		ids = append(ids, id)
	}
	var partly error
	f, err := d.ExportTold(ctx, r.far.counting(inClients), ids...)
	if fault.Has(err, fault.Damaged) && client == "" {
		if some, reading := r.readSound(ctx, s); reading == nil && len(some.Clients) > 0 {
			f, err, partly = some.File, nil, some.partly(s.Path())
		}
	}
	if err != nil {
		return err
	}
	if out == standard {
		w := bufio.NewWriterSize(r.Out, 1<<16) // everything was read: nothing but the way out can fail now
		err = errors.Join(portable.Write(w, f), w.Flush())
	} else {
		var b bytes.Buffer
		if err = portable.Write(&b, f); err == nil {
			err = office.Write(ctx, out, b.Bytes(), s.Path())
		}
	}
	if err != nil {
		return err
	}
	return partly
}
