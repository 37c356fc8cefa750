package cli

import (
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
)

// The bounds of a screen that is printed; 80×24 unless asked otherwise.
const (
	narrowest, widestScreen = 20, 500
	lowest, highest         = 5, 500
)

func (r *invocation) showing() *cobra.Command {
	var v View
	var cycle string
	var machine bool
	c := r.command("show", 1, 2, func(o *pflag.FlagSet) {
		o.StringVar(&v.Client, "client", "", r.words.T("cli.option.client"))
		o.StringVar(&cycle, "cycle", "", r.words.T("cli.option.cycle"))
		o.IntVar(&v.Year, "year", 0, r.words.T("cli.option.year"))
		o.StringVar(&v.Of, "of", "", r.words.T("cli.option.of"))
		o.StringVar(&v.With, "with", "", r.words.T("cli.option.with"))
		o.IntVar(&v.W, "width", 80, r.words.T("cli.option.width"))
		o.IntVar(&v.H, "height", 24, r.words.T("cli.option.height"))
		o.BoolVar(&machine, "json", false, r.words.T("cli.option.json.show"))
	}, func(ctx context.Context, args []string) error {
		v.Screen, v.Cycle = args[0], account.CycleName(cycle)
		if len(args) > 1 {
			v.Entry = args[1]
		}
		return r.show(ctx, v, machine)
	})
	c.Long = r.words.T("cli.show.screens", r.screens())
	return c
}

// screens names all that can be shown.
func (r *invocation) screens() string {
	var names []string
	for _, s := range r.Screens {
		names = append(names, s.Name)
	}
	return strings.Join(names, ", ")
}

func (r *invocation) show(ctx context.Context, v View, machine bool) error {
	i := slices.IndexFunc(r.Screens, func(s Screen) bool { return s.Name == v.Screen })
	switch {
	case i < 0:
		return wrongUsage("cli.wrong.screen", cleanLine(v.Screen), r.screens())
	case v.Entry != "" && !r.Screens[i].Entries:
		return wrongUsage("cli.wrong.entry", cleanLine(v.Screen))
	case v.Client != "" && !r.Screens[i].Client && !r.Screens[i].Either:
		return wrongUsage("cli.wrong.everyone", cleanLine(v.Screen))
	case v.Cycle != "" && (!r.Screens[i].Client || r.Screens[i].Yearly):
		return wrongUsage("cli.wrong.cycle", cleanLine(v.Screen))
	case v.Year != 0 && !r.Screens[i].Yearly:
		return wrongUsage("cli.wrong.yearly", cleanLine(v.Screen))
	case v.Year != 0 && (v.Year < 1000 || v.Year > 9999):
		return wrongUsage("cli.wrong.bounds", "--year", 1000, 9999)
	case v.Of != "" && !r.Screens[i].Named:
		return wrongUsage("cli.wrong.of", cleanLine(v.Screen))
	case v.With != "" && !r.Screens[i].Person:
		return wrongUsage("cli.wrong.with", cleanLine(v.Screen))
	case v.W < narrowest || v.W > widestScreen:
		return wrongUsage("cli.wrong.bounds", "--width", narrowest, widestScreen)
	case v.H < lowest || v.H > highest:
		return wrongUsage("cli.wrong.bounds", "--height", lowest, highest)
	}
	s, err := r.session()
	if err != nil {
		return err
	}
	if r.Screens[i].Client || v.Client != "" {
		if err := r.about(ctx, s, &v); err != nil {
			return err
		}
	}
	if machine {
		return r.showMachine(ctx, s, v)
	}
	text, err := r.Show(ctx, s, v)
	if err != nil {
		return err
	}
	_, err = io.WriteString(r.Out, text)
	return err
}

// about settles which client and cycle a screen is about.
func (r *invocation) about(ctx context.Context, s Session, v *View) error {
	c, err := r.client(ctx, s, v.Client)
	if err != nil {
		return err
	}
	v.Client = c.ID
	if v.Cycle == "" {
		return nil
	}
	_, err = cycleOf(&c, string(v.Cycle))
	return err
}
