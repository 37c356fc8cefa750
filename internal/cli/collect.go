package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/office"
)

func (r *invocation) collecting() *cobra.Command {
	var check, partial, replace, unmarked, machine bool
	return r.command("collect", 1, -1, func(o *pflag.FlagSet) {
		o.BoolVar(&check, "check", false, r.words.T("cli.option.check"))
		o.BoolVar(&partial, "partial", false, r.words.T("cli.option.partial"))
		o.BoolVar(&replace, "replace", false, r.words.T("cli.option.second"))
		o.BoolVar(&unmarked, "unmarked", false, r.words.T("cli.option.unmarked"))
		r.forMachines(o, &machine)
	}, func(ctx context.Context, names []string) error {
		return r.collect(ctx, names, check, unmarked, machine, desk.Taking{Partial: partial, Replace: replace, Today: r.today(), Why: r.words.T("collect.because")})
	})
}

// collect tells what is in all files before it keeps anything of them.
func (r *invocation) collect(ctx context.Context, names []string, check, unmarked, machine bool, how desk.Taking) error {
	arrived, err := r.incoming(ctx, names)
	if err != nil {
		return err
	}
	s, err := r.session()
	if err != nil {
		return err
	}
	all, err := s.Desk.Collect(ctx, arrived.Files, unmarked)
	if err != nil {
		return err
	}
	all.Unread = append(all.Unread, arrived.Unread...)
	if len(all.Unread) == 1 && len(names) == 1 && len(arrived.Files) <= 1 && len(all.Lists) == 0 {
		return all.Unread[0] // there is nothing else to tell
	}
	told := r.collectedOf(all, arrived, how, check)
	if !machine {
		if err := r.tellCollected(all, arrived, how); err != nil {
			return err
		}
	}
	if err := r.refusal(all, how); err != nil {
		if machine {
			return r.tellJSON(told, err)
		}
		return err
	}
	said := "collect.would"
	taken := all.Lists
	if !check {
		said = "collect.kept"
		if taken, err = s.Desk.Take(ctx, all, how); err != nil {
			return err
		}
	}
	lists, grades := 0, 0
	for _, f := range taken {
		if f.Takes(how.Partial, how.Replace) && !f.Same() {
			lists, grades = lists+1, grades+f.Graded()
		}
	}
	if machine {
		told.Kept, told.Grades = lists, grades
		return writeJSON(r.Out, told)
	}
	line := r.words.N(said, lists, r.words.N("collect.grades", grades))
	if check && lists > 0 {
		line += " " + r.words.T("collect.left")
	}
	_, err = fmt.Fprintln(r.Out, line)
	return err
}

// incoming reads what came back: files, folders, and standard input once.
func (r *invocation) incoming(ctx context.Context, names []string) (office.Arrived, error) {
	named := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return name == standard })
	if len(names)-len(named) > 1 {
		return office.Arrived{}, wrongUsage("cli.wrong.twice")
	}
	arrived, err := office.ReadIncoming(ctx, named, r.far.Tell)
	if err != nil || len(named) == len(names) {
		return arrived, err
	}
	called := r.words.T("cli.input")
	data, err := office.ReadBounded(ctx, r.In, called, desk.MostIncoming, nil)
	if errors.Is(err, office.ErrTooLong) {
		err = fault.New(fault.Overflow, called)
	}
	if err == nil {
		err = arrived.Take(ctx, desk.Incoming{Name: called, Data: data})
	}
	if err != nil && ctx.Err() == nil {
		arrived.Unread, err = append(arrived.Unread, err), nil
	}
	return arrived, err
}

// refusal is why nothing is kept, nil where something can be. The details
// were told already.
func (r *invocation) refusal(all desk.Collected, how desk.Taking) error {
	takes, bad, second, doubtful := 0, len(all.Unread), 0, 0
	for _, f := range all.Lists {
		switch {
		case f.Takes(how.Partial, how.Replace):
			takes++
		case f.Doubt != nil && f.Reads(how.Partial):
			doubtful++
		case f.Reads(how.Partial):
			second++
		default:
			bad++
		}
	}
	switch {
	case takes > 0 && (how.Partial || bad+second+doubtful == 0):
		return nil
	case bad > 0 && how.Partial:
		return cannot("cli.collect.none")
	case bad > 0:
		return cannot("cli.collect.refused")
	case doubtful > 0:
		return cannot("cli.collect.doubtful")
	case second > 0:
		return cannot("cli.collect.second")
	}
	return cannot("cli.collect.unfilled")
}

// tellCollected tells of every file what is in it, what cannot be read, and
// what was passed over.
func (r *invocation) tellCollected(all desk.Collected, arrived office.Arrived, how desk.Taking) error {
	var b strings.Builder
	for _, f := range all.Lists {
		b.WriteString(r.foundText(f, how))
	}
	for _, err := range all.Unread {
		b.WriteString(r.words.T("cli.collect.unread", r.sentence(err)) + "\n")
	}
	if n := all.Unfilled + arrived.Untouched; n > 0 {
		b.WriteString(r.words.N("collect.unfilled", n) + "\n")
	}
	if arrived.Drafts > 0 {
		b.WriteString(r.words.N("collect.drafts", arrived.Drafts) + "\n")
	}
	_, err := io.WriteString(r.Out, b.String())
	return err
}
