package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/guide"
	"kwi/internal/hand"
	"kwi/internal/office"
	"kwi/internal/table"
)

func (r *invocation) tabling() *cobra.Command {
	var client string
	var said tableSaid
	var yes, aside, machine bool
	c := r.command("table", 1, 1, func(o *pflag.FlagSet) {
		o.StringVar(&client, "client", "", r.words.T("cli.option.client"))
		o.StringArrayVar(&said.initials, "initials", nil, r.words.T("cli.option.tableinitials"))
		o.StringArrayVar(&said.columns, "column", nil, r.words.T("cli.option.tablecolumn"))
		o.BoolVar(&said.replace, "replace", false, r.words.T("cli.option.tablereplace"))
		o.BoolVar(&yes, "yes", false, r.words.T("cli.option.taketable"))
		o.BoolVar(&aside, "aside", false, r.words.T("cli.option.tableaside"))
		r.forMachines(o, &machine)
	}, func(ctx context.Context, names []string) error {
		return r.table(ctx, names[0], client, said, taking{yes, aside, machine})
	})
	c.Long = r.words.T("cli.table.long")
	return c
}

// tableSaid is what the user says of a table: who is who in it, what the columns of a
// form hold, and that its answers take the place of others.
type tableSaid struct {
	initials, columns []string
	replace           bool
}

// taking is whether a table is taken over, also where that takes questions away that
// were answered, and whether a program reads what comes of it.
type taking struct{ yes, aside, machine bool }

// table tells what would come of a table, and takes it over where that was asked.
func (r *invocation) table(ctx context.Context, name, id string, said tableSaid, how taking) error {
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
	today := r.today()
	std := guide.StandardQuestions(c.Approach, c.StandardLanguage(r.words.Tag()), supplier)
	if t, err = r.columns(&c, t.Because(r.words.T("table.form.because")), today, std, said); err != nil {
		return err
	}
	p, err := r.who(&c, t, today, std, said.initials)
	if err != nil {
		return err
	}
	if how.machine {
		told := r.tableJSON(&c, p)
		err := r.settleTable(ctx, s, &c, p, how, func(ends string) error {
			told.Taken = ends == "cli.table.taken"
			return nil
		})
		return r.tellJSON(told, err)
	}
	for _, line := range p.Lines(r.words) {
		if _, err := io.WriteString(r.Out, cells.Clean(line)+"\n"); err != nil {
			return err
		}
	}
	return r.settleTable(ctx, s, &c, p, how, func(ends string) error {
		if ends == "" {
			_, err := fmt.Fprintln(r.Out, r.words.T("cli.table.open", firstOpen(p)...))
			return err
		}
		line := r.words.T(ends, cleanLine(c.Name))
		if left := p.Left(); left > 0 {
			line += " " + r.words.N("table.left", left)
		}
		_, err := fmt.Fprintln(r.Out, line)
		return err
	})
}

// settleTable takes a table over where that was asked, and tells how it ended: "" where
// the user has to say first who somebody is.
func (r *invocation) settleTable(ctx context.Context, s Session, c *account.Client, p table.Proposal, how taking, told func(ends string) error) error {
	ends := "cli.table.would"
	switch result := p.Result(); {
	case result == table.Nothing && len(p.Odd) > 0:
		return cannot("cli.table.none")
	case result == table.Nothing:
		return cannot("cli.table.nothing")
	case result == table.Present:
		ends = "cli.table.same"
	case p.Open() && how.yes:
		return cannot("cli.table.open", firstOpen(p)...)
	case p.Open():
		ends = ""
	case how.yes && p.Aside() > 0 && !how.aside:
		return cannot("cli.table.aside")
	case how.yes:
		if err := s.Desk.TakeTable(ctx, c.ID, p, hand.Told{Today: r.today(), By: r.settings.Me.Known(), Aside: p.Aside(), Words: account.SameQuestion}); err != nil {
			return err
		}
		ends = "cli.table.taken"
	}
	return told(ends)
}

// firstOpen is the first of whom the user must say who they are, and who they may be.
func firstOpen(p table.Proposal) []any {
	for _, a := range p.Asked {
		if a.Open() {
			return []any{string(a.Initials), string(a.Like)}
		}
	}
	return nil
}

// columns is a table with what the user says of the columns of a form: HEAD=CODE, where
// the code is nps, why or remark too, or - for one that is left out.
func (r *invocation) columns(c *account.Client, t table.Table, today account.Date, std account.Standard, said tableSaid) (table.Table, error) {
	for _, s := range said.columns {
		i := strings.LastIndex(s, "=")
		if i < 1 || strings.TrimSpace(s[i+1:]) == "" {
			return t, wrongUsage("cli.wrong.column", cleanLine(s))
		}
		next, err := table.Plan(c, t, today, std).Column(s[:i], s[i+1:])
		if err != nil {
			return t, err
		}
		t = next
	}
	if said.replace {
		t = t.Replacing()
	}
	return t, nil
}

// who is what would come of a table with what the user says of the people in
// it: WHO=XX, where WHO are initials that it has or that were proposed, or a
// name.
func (r *invocation) who(c *account.Client, t table.Table, today account.Date, std account.Standard, initials []string) (table.Proposal, error) {
	first := table.Plan(c, t, today, std)
	p := first
	for _, said := range initials {
		i := strings.LastIndex(said, "=")
		if i < 1 || !account.ValidInitials(said[i+1:]) {
			return p, wrongUsage("cli.wrong.initials", cleanLine(said))
		}
		key, err := first.Find(said[:i])
		if err != nil {
			return p, err
		}
		p = table.Plan(c, p.Choose(key, account.Initials(said[i+1:])), today, std)
	}
	return p, nil
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
