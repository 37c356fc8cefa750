package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/portable"
	"kwi/internal/text"
)

// supplying is the command that tells or changes whose data these are.
func (r *invocation) supplying() *cobra.Command {
	var name string
	var machine bool
	var set *pflag.FlagSet
	c := r.command("supplier", 0, 0, func(o *pflag.FlagSet) {
		set = o
		o.StringVar(&name, "name", "", r.words.T("cli.option.supplier"))
		r.forMachines(o, &machine)
	}, func(ctx context.Context, _ []string) error { return r.supply(ctx, name, set.Changed("name"), machine) })
	c.Long = r.words.T("cli.supplier.long")
	return c
}

// supply keeps the name that was given, and tells which it is.
func (r *invocation) supply(ctx context.Context, given string, changed, machine bool) error {
	name, dirty := text.Clean(given)
	if name = text.Line(name); changed && (dirty || name == "" || len([]rune(name)) > portable.LineRoom) {
		return wrongUsage("cli.wrong.value", cleanLine(given), "--name")
	}
	s, err := r.session()
	if err != nil {
		return err
	}
	if changed {
		if err := s.Desk.RenameSupplier(ctx, name); err != nil {
			return err
		}
	}
	now, err := s.Desk.Supplier(ctx)
	if err != nil {
		return err
	}
	if machine {
		return writeJSON(r.Out, map[string]string{"supplier": now})
	}
	said := r.words.T("cli.supplier.is", now)
	if now == "" {
		said = r.words.T("cli.supplier.nobody")
	}
	_, err = fmt.Fprintln(r.Out, said)
	return err
}
