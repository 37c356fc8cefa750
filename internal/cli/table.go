package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/guide"
	"kwi/internal/office"
	"kwi/internal/table"
	"kwi/ui/cells"
	"kwi/ui/part"
)

func (r *invocation) tabling() *cobra.Command {
	var client string
	var yes bool
	c := r.command("table", 1, 1, func(o *pflag.FlagSet) {
		o.StringVar(&client, "client", "", r.words.T("cli.option.client"))
		o.BoolVar(&yes, "yes", false, r.words.T("cli.option.taketable"))
	}, func(ctx context.Context, names []string) error { return r.table(ctx, names[0], client, yes) })
	c.Long = r.words.T("cli.table.long")
	return c
}

// table tells what would come of a table, and with yes does it.
func (r *invocation) table(ctx context.Context, name, id string, yes bool) error {
	file, err := r.tableFile(ctx, name)
	if err != nil {
		return err
	}
	t, err := desk.ReadTable(file)
	if err != nil {
		return err
	}
	s, err := r.session()
	if err != nil {
		return err
	}
	c, err := r.client(ctx, s, id)
	if err != nil {
		return err
	}
	supplier, err := s.Desk.Supplier(ctx)
	if err != nil {
		return err
	}
	today := account.Date(r.Now().Format("2006-01-02"))
	p := table.Plan(&c, t, today, guide.StandardQuestions(c.StandardLanguage(r.words.Tag()), supplier))
	for _, line := range part.ProposalLines(r.words, p) {
		if _, err := io.WriteString(r.Out, cells.Clean(line)+"\n"); err != nil {
			return err
		}
	}
	said := "cli.table.would"
	switch {
	case p.Empty() && p.Same == 0 && len(p.Odd) > 0:
		return cannot("cli.table.none")
	case p.Empty():
		said = "cli.table.same"
	case yes:
		if err := s.Desk.TakeTable(ctx, c.ID, p); err != nil {
			return err
		}
		said = "cli.table.taken"
	}
	_, err = fmt.Fprintln(r.Out, r.words.T(said, cleanLine(c.Name)))
	return err
}

// tableFile reads a file, or standard input, no further than it can be a
// table.
func (r *invocation) tableFile(ctx context.Context, name string) (desk.Incoming, error) {
	if name == standard {
		data, err := office.ReadBounded(ctx, r.In, r.words.T("cli.input"), table.MostBytes, nil)
		if errors.Is(err, office.ErrTooLong) {
			err = fault.New(fault.TableSize, strconv.Itoa(table.MostRows), strconv.Itoa(table.MostCells))
		}
		return desk.Incoming{Name: name, Data: data}, err
	}
	if err := noFolder(name); err != nil {
		return desk.Incoming{}, err
	}
	return office.ReadFile(ctx, name)
}
