package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/cells"
)

// helpWidth is how wide a line of help is at most.
const helpWidth = 80

// help is what --help prints, all of it in the user's language.
func (r *invocation) help(c *cobra.Command) string {
	t := r.words.T
	var b strings.Builder
	paragraph := func(text string) {
		b.WriteString(strings.Join(cells.Wrap(text, helpWidth), "\n") + "\n\n")
	}
	paragraph(c.Short)
	if c.Long != "" {
		paragraph(c.Long)
	}
	b.WriteString(t("cli.help.usage") + "\n")
	b.WriteString("  " + strings.Join(cells.Wrap(c.UseLine(), helpWidth-6), "\n      ") + "\n")
	if c.HasAvailableSubCommands() {
		b.WriteString("  " + c.CommandPath() + " " + t("cli.help.command") + "\n")
		var rows [][2]string
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() {
				rows = append(rows, [2]string{sub.Name(), sub.Short})
			}
		}
		columns(&b, t("cli.help.commands"), rows)
	}
	columns(&b, t("cli.help.own"), options(c.LocalNonPersistentFlags()))
	columns(&b, t("cli.help.everywhere"), options(c.Root().PersistentFlags()))
	return b.String()
}

// options are the rows of a set of options. What an option takes stands in
// backquotes before its text.
func options(set *pflag.FlagSet) (rows [][2]string) {
	set.VisitAll(func(f *pflag.Flag) {
		value, text := pflag.UnquoteUsage(f)
		name := "--" + f.Name
		if f.Value.Type() != "bool" {
			name += " " + value
			text = strings.TrimPrefix(text, value+" ")
		}
		rows = append(rows, [2]string{name, text})
	})
	return rows
}

// columns writes rows of a name and a text under a head.
func columns(b *strings.Builder, head string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	w := 0
	for _, row := range rows {
		w = max(w, cells.Width(row[0]))
	}
	b.WriteString("\n" + head + "\n")
	for _, row := range rows {
		for i, line := range cells.Wrap(row[1], helpWidth-w-4) {
			name := row[0]
			if i > 0 {
				name = ""
			}
			b.WriteString("  " + cells.Pad(name, w) + "  " + line + "\n")
		}
	}
}
