package cli

import (
	"context"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/language"
)

// shells are those that kwi completes in, by the name of what writes their
// script.
var shells = []struct {
	name  string
	write func(*cobra.Command, io.Writer) error
}{
	{"bash", writeBash},
	{"zsh", func(root *cobra.Command, w io.Writer) error { return root.GenZshCompletion(w) }},
	{"fish", func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) }},
	{"powershell", func(root *cobra.Command, w io.Writer) error {
		return root.GenPowerShellCompletionWithDesc(w)
	}},
}

func shellNames() (names []string) {
	for _, s := range shells {
		names = append(names, s.name)
	}
	return names
}

// completing is the command that writes the script a shell reads.
func (r *invocation) completing(root *cobra.Command) *cobra.Command {
	c := r.command("completion", 1, 1, nil, func(_ context.Context, args []string) error {
		for _, s := range shells {
			if s.name == args[0] {
				return s.write(root, r.Out)
			}
		}
		return wrongUsage("cli.wrong.shell", cleanLine(args[0]), r.oneOf(shellNames()))
	})
	c.Long = r.words.T("cli.completion.how")
	c.ValidArgs = shellNames()
	return c
}

// isCompletion reports whether a shell asks how a line may go on.
func isCompletion(args []string) bool {
	return len(args) > 0 && (args[0] == cobra.ShellCompRequestCmd || args[0] == cobra.ShellCompNoDescRequestCmd)
}

// namesFile reports whether an option names a file or a folder, which the shell proposes by itself.
func namesFile(option string) bool {
	switch option {
	case "file", "out", passphraseFile, "new-passphrase-file", "password-file", newPasswordFile, "ca", "certificate", "key":
		return true
	}
	return false
}

// takesFiles reports whether files stand behind a command, and so whether the shell proposes them.
func takesFiles(c *cobra.Command) bool {
	switch c.Name() {
	case "import", "collect", "table", "backup", "restore", "rescue":
		return true
	}
	return false
}

// completes says what a shell may propose: for an option of this name, with
// every command that has it. Files are proposed where an option or a command takes them.
func (r *invocation) completes(root *cobra.Command) {
	proposed := map[string]func(context.Context, *cobra.Command) []string{
		"client": r.proposeClients,
		"cycle":  r.proposeCycles,
		"with":   r.proposeRespondents,
		"person": r.proposeRespondents,
		"only":   r.proposeRespondents, // the first of several
		"to":     r.proposeRespondents,
		"again":  r.proposeRespondents,
		"year":   r.proposeYears,
		"kind":   these(letterKinds()),
		"moment": these(rounds()),
		"lang":   these(language.Tags()), "report-lang": these(language.Tags()),
	}
	for _, c := range append(everyCommand(root), root) {
		for name, propose := range proposed {
			if c.HasParent() && c.Parent() != root {
				continue // with whom a client is shared is no respondent
			}
			if c.Flags().Lookup(name) == nil && c.PersistentFlags().Lookup(name) == nil {
				continue
			}
			// An error would say that there is no such option, or that it was told twice.
			_ = c.RegisterFlagCompletionFunc(name, func(c *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
				return beginning(propose(c.Context(), c), begun), cobra.ShellCompDirectiveNoFileComp
			})
		}
		if c.Name() == "share" || c.Name() == "unshare" {
			c.ValidArgsFunction = func(c *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
				if len(args) > 0 {
					return nil, cobra.ShellCompDirectiveNoFileComp
				}
				return beginning(r.proposeClients(c.Context(), c), begun), cobra.ShellCompDirectiveNoFileComp
			}
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if !namesFile(f.Name) { // of those above it says that they were told already
				_ = c.RegisterFlagCompletionFunc(f.Name, cobra.NoFileCompletions)
			}
		})
		if !takesFiles(c) && len(c.ValidArgs) == 0 {
			c.ValidArgsFunction = cobra.NoFileCompletions
		}
		if c.Name() == "restore" {
			c.ValidArgsFunction = func(c *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
				if len(args) > 0 {
					return nil, cobra.ShellCompDirectiveNoFileComp
				}
				return beginning(r.proposeCopies(), begun), cobra.ShellCompDirectiveDefault // or a file
			}
		}
		if c.Name() == "show" {
			c.ValidArgsFunction = func(_ *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
				if len(args) > 0 {
					return nil, cobra.ShellCompDirectiveNoFileComp
				}
				var names []string
				for _, s := range r.Screens {
					names = append(names, s.Name)
				}
				return beginning(names, begun), cobra.ShellCompDirectiveNoFileComp
			}
		}
	}
}

// these are proposals that do not depend on the data.
func these(names []string) func(context.Context, *cobra.Command) []string {
	return func(context.Context, *cobra.Command) []string { return slices.Clone(names) }
}

// proposeCopies are the copies that were kept, by the name that stays theirs: a number
// of the list is another's once there is a newer one.
func (r *invocation) proposeCopies() (names []string) {
	s, err := r.dataFile()
	if err != nil {
		return nil
	}
	for _, c := range s.Copies() {
		names = append(names, cobra.CompletionWithDesc(cleanLine(c.Name), r.words.CopyMoment(c.At, c.Twin)+" · "+r.words.CopyCause(string(c.Cause))))
	}
	return names
}

// beginning are the proposals that go on with what was typed.
func beginning(all []string, begun string) []string {
	return slices.DeleteFunc(all, func(s string) bool { return !strings.HasPrefix(s, begun) })
}

// completionDesk is the desk on the data file, nil where there is none to read. A
// shell that asks changes nothing, so a new file is not begun.
func (r *invocation) completionDesk(ctx context.Context) *desk.Desk {
	r.asksNobody = true
	s, err := r.session()
	if err != nil {
		return nil
	}
	if holds, err := s.Desk.Holds(ctx); err != nil || !holds {
		return nil
	}
	return s.Desk
}

func (r *invocation) proposeClients(ctx context.Context, _ *cobra.Command) (names []string) {
	d := r.completionDesk(ctx)
	if d == nil {
		return nil
	}
	lines, err := d.Portfolio(ctx)
	if err != nil {
		return nil
	}
	for _, l := range current(lines) {
		names = append(names, cobra.CompletionWithDesc(l.ID, cleanLine(l.Name)))
	}
	return names
}

// completionClient is the client that the line is about so far.
func (r *invocation) completionClient(ctx context.Context, c *cobra.Command) (account.Client, bool) {
	d := r.completionDesk(ctx)
	if d == nil {
		return account.Client{}, false
	}
	asked := ""
	if f := c.Flags().Lookup("client"); f != nil {
		asked = f.Value.String()
	}
	id, err := chosen(ctx, d, asked)
	if err != nil {
		return account.Client{}, false
	}
	found, err := d.Client(ctx, id)
	return found, err == nil
}

func (r *invocation) proposeCycles(ctx context.Context, c *cobra.Command) (names []string) {
	found, ok := r.completionClient(ctx, c)
	if !ok {
		return nil
	}
	for i := range found.Cycles {
		names = append(names, cleanLine(string(found.Cycles[i].Name)))
	}
	slices.Reverse(names) // the newest first
	return names
}

func (r *invocation) proposeRespondents(ctx context.Context, c *cobra.Command) (names []string) {
	found, ok := r.completionClient(ctx, c)
	if !ok {
		return nil
	}
	for i := range found.Respondents {
		p := &found.Respondents[i]
		names = append(names, cobra.CompletionWithDesc(cleanLine(string(p.Initials)), cleanLine(p.Name)))
	}
	return names
}

// proposeYears are those of the plans of the client, the newest first.
func (r *invocation) proposeYears(ctx context.Context, c *cobra.Command) (names []string) {
	found, ok := r.completionClient(ctx, c)
	if !ok {
		return nil
	}
	for i := range found.Plans {
		names = append(names, strconv.Itoa(found.Plans[i].Year))
	}
	slices.Sort(names)
	slices.Reverse(names)
	return names
}
