package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/settings"
)

// manual writes the page that man shows: every command with its options as
// help has them, what the environment says, where the files are and what the
// exit status means. It is written in the macros of man(7), which groff and
// mandoc both read.
func (r *invocation) manual(root *cobra.Command) error {
	t := r.words.T
	var p manualPage
	version, _, _ := strings.Cut(r.Version, " ") // not for which machine: one page goes with the programs for all
	p.line(`.TH KWI 1 "" "kwi ` + strings.ReplaceAll(version, `"`, "") + `"`)
	p.section(t("cli.man.name"))
	p.text("kwi - " + strings.TrimPrefix(root.Short, "kwi "))
	p.section(t("cli.man.synopsis"))
	p.line(".B kwi")
	p.line(".br")
	p.text("kwi " + t("cli.help.command"))
	p.section(strings.TrimSuffix(t("cli.help.own"), ":"))
	p.options(root.LocalNonPersistentFlags())
	p.section(strings.TrimSuffix(t("cli.help.everywhere"), ":"))
	p.options(root.PersistentFlags())
	p.section(strings.TrimSuffix(t("cli.man.commands"), ":"))
	for _, c := range everyCommand(root) {
		if !c.IsAvailableCommand() {
			continue
		}
		p.line(".SS " + quotedArgument(c.UseLine()))
		p.text(c.Short + ".")
		if c.Long != "" {
			p.line(".PP")
			p.text(c.Long)
		}
		p.options(c.LocalNonPersistentFlags())
	}
	p.section(t("cli.man.environment"))
	p.entry("KWI_FILE", t("cli.man.file"))
	p.entry("KWI_SETTINGS", t("cli.man.settings"))
	keys := settings.Keys()
	for i, variable := range settings.Variables() {
		p.entry(variable, t("settings.name."+keys[i])+": "+t("settings.does."+keys[i]))
	}
	for _, variable := range settings.HubVariables() {
		p.entry(variable, t("cli.man.hub."+strings.ToLower(variable)))
	}
	p.entry("KWI_SMTP_PASSWORD", t("cli.man.password"))
	p.entry("NO_COLOR", t("cli.man.colour"))
	p.section(t("cli.man.status"))
	for _, status := range []string{"0", "1", "2", "130"} {
		p.entry(status, t("cli.man.status."+status))
	}
	_, err := io.WriteString(r.Out, p.String())
	return err
}

// everyCommand are the commands of a command with those below them, which stand behind
// it.
func everyCommand(of *cobra.Command) (all []*cobra.Command) {
	for _, c := range of.Commands() {
		all = append(append(all, c), everyCommand(c)...)
	}
	return all
}

// manualPage is a page of the manual as it grows.
type manualPage struct{ strings.Builder }

// line writes a line as it is: a macro.
func (p *manualPage) line(s string) { p.WriteString(s + "\n") }

func (p *manualPage) section(head string) {
	p.line(".SH " + quotedArgument(strings.ToUpper(head)))
}

// text writes a line of text, of which nothing is a macro.
func (p *manualPage) text(s string) {
	s = escapedText(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = `\&` + s
	}
	p.line(s)
}

// entry writes a name and, indented below it, its text.
func (p *manualPage) entry(name, text string) {
	p.line(".TP")
	p.line(`\fB` + escapedText(name) + `\fR`)
	p.text(text)
}

func (p *manualPage) options(set *pflag.FlagSet) {
	for _, row := range options(set) {
		p.entry(row[0], row[1])
	}
}

// escapedText keeps a text from being read as roff: a backslash, a hyphen that
// must stay one when it is copied, and whatever is not ASCII, which roff knows by
// its number alone.
func escapedText(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\\':
			b.WriteString(`\e`)
		case r == '-':
			b.WriteString(`\-`)
		case r < ' ':
			b.WriteByte(' ')
		case r > '~':
			fmt.Fprintf(&b, `\[u%04X]`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// quotedArgument is a text as one argument of a macro.
func quotedArgument(s string) string {
	return `"` + strings.ReplaceAll(escapedText(s), `"`, `\(dq`) + `"`
}
