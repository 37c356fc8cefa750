package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/language"
	"kwi/internal/text"
)

// tree is all commands, with their texts in the user's language.
func (r *invocation) tree() *cobra.Command {
	root := &cobra.Command{
		Use: "kwi", Short: r.words.T("cli.kwi.short"),
		SilenceErrors: true, SilenceUsage: true, SuggestionsMinimumDistance: 2, DisableFlagsInUseLine: true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		PersistentPreRunE: func(c *cobra.Command, _ []string) error { return r.globals(c) },
	}
	var only string
	root.Flags().StringVar(&only, "client", "", r.words.T("cli.option.alone"))
	r.inLines(root.Flags())
	var version bool
	root.Flags().BoolVarP(&version, "version", "V", false, r.words.T("cli.version.short"))
	root.RunE = func(c *cobra.Command, _ []string) error {
		if version {
			return r.version(false)
		}
		return r.open(c.Context(), only)
	}
	root.SetIn(r.In)
	root.SetOut(r.Out)
	root.SetErr(r.Err)
	root.SetFlagErrorFunc(flagError)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { fmt.Fprint(r.Out, r.help(c)) })
	all := root.PersistentFlags()
	all.StringVar(&r.file, "file", "", r.words.T("cli.option.file"))
	all.StringVar(&r.lang, "lang", "", r.words.T("cli.option.lang", strings.Join(language.Tags(), "|")))
	all.BoolVar(&r.readonly, "readonly", false, r.words.T("cli.option.readonly"))
	all.StringVar(&r.opens.file, passphraseFile, "", r.words.T("cli.option.passphrase.file"))
	all.IntVar(&r.opens.fd, passphraseFD, -1, r.words.T("cli.option.passphrase.fd"))
	all.BoolP("help", "h", false, r.words.T("cli.option.help"))
	root.AddCommand(
		r.command("demo", 0, 0, r.inLines, func(ctx context.Context, _ []string) error { return r.demo(ctx) }),
		r.meeting(), r.importing(), r.exporting(), r.scoring(), r.tabulating(), r.listing(), r.owing(), r.asking(), r.collecting(), r.tabling(), r.showing(), r.reporting(), r.minuting(), r.becoming(), r.packing(), r.planning(), r.erases(), r.keeping(),
		r.dating(), r.sending(), r.writingLetters(), r.informing(), r.introducing(), r.supplying(),
		r.backingUp(), r.restoring(),
		r.checking(), r.rescuing(), r.examining(),
		r.versioning(), r.teaming(),
		r.locking(), r.command("unlock", 0, 0, nil, r.unlocking),
		r.completing(root), r.command("man", 0, 0, nil, func(context.Context, []string) error { return r.manual(root) }),
	)
	help := &cobra.Command{Use: "help", Hidden: true, RunE: func(_ *cobra.Command, args []string) error {
		about, _, err := root.Find(args)
		if err != nil {
			return r.unknownCommand(root, err)
		}
		return about.Help()
	}}
	root.SetHelpCommand(help)
	r.completes(root)
	return root
}

// command makes one command. Its line in the help, its explanation and what
// it says about a wrong number of arguments stand in the catalogue under its
// name; most < 0 is any number. The name of a command of a command has a point in it.
func (r *invocation) command(name string, fewest, most int, options func(*pflag.FlagSet), do func(context.Context, []string) error) *cobra.Command {
	use, called := name[strings.LastIndexByte(name, '.')+1:], strings.ReplaceAll(name, ".", " ")
	if key := "cli." + name + ".use"; r.words.Has(key) {
		use += " " + r.words.T(key)
	}
	c := &cobra.Command{
		Use: use, Short: r.words.T("cli." + name + ".short"), DisableFlagsInUseLine: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < fewest || most >= 0 && len(args) > most {
				return wrongUsage("cli." + name + ".count")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if r.readonly && !onlyLooks(name) {
				return cannot("cli.readonly.command", called)
			}
			if isInterface(name) {
				return do(c.Context(), args)
			}
			r.named = called
			return r.telling(called, func() error {
				err := do(c.Context(), args)
				r.keepsCopy(c.Context())
				return err
			})
		},
	}
	if options != nil {
		options(c.Flags())
	}
	return c
}

// keepsCopy makes the copy of the day, where the command changed something, and tells
// where a copy was not kept.
func (r *invocation) keepsCopy(ctx context.Context) {
	if r.copier == nil || ctx.Err() != nil {
		return
	}
	r.copier.Daily(ctx)
	if err := r.copier.untold(); err != nil {
		fmt.Fprintln(r.Err, r.words.Uncopied(cleanPath(r.copier.Folder()), err))
	}
}

// isInterface reports whether a command is the interface, which has a terminal to
// itself and tells there how far it is.
func isInterface(name string) bool { return name == "demo" || name == "meet" }

// onlyLooks reports whether a command changes nothing in the data file: with --readonly no
// other is carried out. What check and restore can change they refuse themselves.
func onlyLooks(name string) bool {
	switch name {
	case "demo", "meet", "export", "score", "data", "list", "due", "show", "report", "minutes", "calendar", "plan", "pack", "colleagues", "yousaid", "me", "check", "person", "rescue", "backup", "restore", "doctor", "version", "completion", "man", "team.status":
		return true
	}
	return false
}

// globals refuses what is wrong with an option that every command has, or that
// names people and names none.
func (r *invocation) globals(c *cobra.Command) error {
	switch {
	case c.Flags().Changed("lang") && !language.Known(r.lang):
		return wrongUsage("cli.wrong.lang", cleanLine(r.lang), r.oneOf(language.Tags()))
	case c.Flags().Changed("file") && r.file == "":
		return wrongUsage("cli.wrong.file")
	}
	for _, name := range []string{"again", "only", "to", "with"} {
		if f := c.Flags().Lookup(name); f != nil && f.Changed && len(listedInitials(text.Narrow(f.Value.String()))) == 0 {
			return wrongUsage("cli.wrong.nobody", "--"+name) // else it would be for everybody
		}
	}
	return nil
}

func (r *invocation) versioning() *cobra.Command {
	var machine bool
	return r.command("version", 0, 0, func(o *pflag.FlagSet) { r.forMachines(o, &machine) },
		func(context.Context, []string) error { return r.version(machine) })
}

func (r *invocation) version(machine bool) error {
	if machine {
		return writeJSON(r.Out, map[string]string{"version": r.Version})
	}
	_, err := fmt.Fprintln(r.Out, "kwi", r.Version)
	return err
}
