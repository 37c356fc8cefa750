package cli

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// TestAShellKnowsEveryCommand and what goes behind it: clients, cycles, respondents,
// years, kinds and the copies that were kept, each by what the command takes. The manual
// page has every command too.
func TestAShellKnowsEveryCommand(t *testing.T) {
	b := brokenAt(t)
	proposed := func(line ...string) string {
		b.out.Reset()
		if code := Run(t.Context(), b.env, append([]string{cobra.ShellCompRequestCmd}, line...)); code != 0 {
			t.Errorf("%q: exit %d, %s", line, code, b.said)
		}
		return b.out.String()
	}
	commands := proposed("")
	b.env.Version = "v1.2.3 (abc 2026-11-27) go1.26.8 linux/amd64"
	manual := b.run(0, "man")
	if head, _, _ := strings.Cut(manual, "\n"); head != `.TH KWI 1 "" "kwi v1.2.3"` { // the same for every machine
		t.Errorf("it begins with %s", head)
	}
	// Those of kwi alone stand under a heading of their own, and not as if each command had them.
	if options, commands := strings.Index(manual, `\-\-accessible`), strings.Index(manual, `.SH "COMMANDS"`); options < 0 || options > commands {
		t.Errorf("the options of kwi stand at %d, its commands at %d", options, commands)
	}
	r := &invocation{Env: b.env, words: chooseLanguage(nil, "", b.env.Getenv), ctx: context.Background()}
	for _, c := range r.tree().Commands() {
		if name := c.Name(); c.IsAvailableCommand() && (!strings.Contains(commands, name+"\t") || !strings.Contains(manual, ".SS \"kwi "+name)) {
			t.Errorf("%s is not known:\n%s", name, commands)
		}
	}
	for line, want := range map[string][]string{
		"erase --client ":                          {"newmedia\t"},
		"erase --client newmedia --person ":        {"KK\tKees Klant"},
		"person --client newmedia --person K":      {"KK\tKees Klant"},
		"letters --client newmedia --to ":          {"KK\tKees Klant"},
		"letters --kind i":                         {"invitation"},
		"questionnaires --client newmedia --only ": {"KK\tKees Klant"},
		"send --client newmedia --again ":          {"KK\tKees Klant"},
		"send --moment ":                           {"communicate", "measure", "reminder"},
		"minutes --client newmedia --cycle ":       {"2026H2", "2024H2"},
		"plan --client newmedia --year ":           {"2026"},
		"report --client newmedia --report-lang ":  {"nl", "en"},
		"show ":                       {"measure"},
		"restore ":                    {"2026-11-24-"},
		"completion ":                 {"fish", "powershell"},
		"lock --new-passphrase-file ": {":0"}, // a file
		"rescue ":                     {":0"},
		"doctor --":                   {"--mail", "--json"},
		"unlock --":                   {"--passphrase-file"},
	} {
		said := proposed(strings.Split(line, " ")...)
		for _, w := range want {
			if !strings.Contains(said, w) {
				t.Errorf("%q: %q is not proposed in\n%s", line, w, said)
			}
		}
	}
	shown := proposed("send", "--moment", "m")
	if lines := strings.Split(shown, "\n"); !slices.Contains(lines, "measure") || slices.Contains(lines, "reminder") {
		t.Error(shown)
	}
}

// TestFilesAreProposedOnlyWhereTheyBelong: behind a command that takes none, and behind an
// option whose value is none, a shell proposes no file.
func TestFilesAreProposedOnlyWhereTheyBelong(t *testing.T) {
	t.Parallel()
	e, out, _ := env(t)
	r := &invocation{Env: e, words: chooseLanguage(nil, "", e.Getenv), ctx: context.Background()}
	named := strings.Fields("file out passphrase-file new-passphrase-file password-file new-password-file ca certificate key")
	takes := strings.Fields("import collect table backup restore rescue")
	proposes := func(files bool, line ...string) {
		t.Helper()
		out.Reset()
		end := ":4\n" // ShellCompDirectiveNoFileComp
		if files {
			end = ":0\n"
		}
		if code := Run(t.Context(), e, append([]string{cobra.ShellCompRequestCmd}, line...)); code != 0 || !strings.HasSuffix(out.String(), end) {
			t.Errorf("%q: exit %d, %q", line, code, out)
		}
	}
	root := r.tree()
	for _, c := range append(everyCommand(root), root) {
		path := strings.Fields(c.CommandPath())[1:]
		if c.Hidden || c.Name() == "help" {
			continue
		}
		proposes(len(path) == 1 && slices.Contains(takes, path[0]), append(path, "")...)
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.NoOptDefVal == "" {
				proposes(slices.Contains(named, f.Name), append(path, "--"+f.Name, "")...)
			}
		})
	}
	proposes(false, "--client", "newmedia", "")
}
