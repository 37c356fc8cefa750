package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/office"
)

// rowsAsked is what `kwi data` was asked.
type rowsAsked struct {
	client, cycle, out string
	all, machine       bool
}

func (r *invocation) tabulating() *cobra.Command {
	var asked rowsAsked
	return r.command("data", 0, 0, func(o *pflag.FlagSet) {
		o.StringVar(&asked.client, "client", "", r.words.T("cli.option.client"))
		o.BoolVar(&asked.all, "all", false, r.words.T("cli.option.all"))
		o.StringVar(&asked.cycle, "cycle", "", r.words.T("cli.option.cycles"))
		o.BoolVar(&asked.machine, "json", false, r.words.T("cli.option.rows.json"))
		o.StringVar(&asked.out, "out", standard, r.words.T("cli.option.rows", r.anyOf(desk.RowForms())))
	}, func(ctx context.Context, _ []string) error { return r.rows(ctx, asked) })
}

// rows writes answers and figures for other programs, all of them made before
// any is written.
func (r *invocation) rows(ctx context.Context, asked rowsAsked) error {
	form, err := r.rowForm(asked)
	if err != nil {
		return err
	}
	data, err := r.data()
	if err != nil {
		return err
	}
	d := r.at(data).Desk
	clients, err := r.observed(ctx, d, asked)
	if err != nil {
		return err
	}
	content, rows, err := d.Rows(ctx, clients, account.CycleName(asked.cycle), form, asked.out != standard)
	switch {
	case fault.Has(err, fault.NoCycle) && asked.all:
		return cannot("cli.data.nocycle", cleanLine(asked.cycle))
	case err != nil:
		return err
	}
	if asked.out == standard {
		_, err = r.Out.Write(content)
		return err
	}
	if err := office.Write(ctx, asked.out, content, data.Path()); err != nil {
		return err
	}
	_, err = fmt.Fprintln(r.Out, r.words.N("cli.data.made", rows, cleanLine(asked.out)))
	return err
}

// rowForm is the form that the rows are written in.
func (r *invocation) rowForm(asked rowsAsked) (desk.Form, error) {
	if asked.all && asked.client != "" {
		return "", wrongUsage("cli.wrong.all")
	}
	if asked.out == standard {
		if asked.machine {
			return ".json", nil
		}
		return ".csv", nil
	}
	form := desk.FormOf(asked.out)
	if err := r.wrongForm(asked.out, desk.RowForms()); err != nil {
		return "", err
	}
	if asked.machine && form != ".json" {
		return "", wrongUsage("cli.wrong.form", cleanLine(asked.out), ".json")
	}
	return form, nil
}

// observed are the clients that the rows are about: those that are put away too,
// where it is all of them.
func (r *invocation) observed(ctx context.Context, d *desk.Desk, asked rowsAsked) ([]account.Client, error) {
	if asked.all {
		f, err := d.ExportTold(ctx, r.far.counting(inClients))
		return f.Clients, err
	}
	id, err := chosen(ctx, d, asked.client)
	if err != nil {
		return nil, err
	}
	c, err := d.Client(ctx, id)
	return []account.Client{c}, err
}
