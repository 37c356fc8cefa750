package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/hub"
	"kwi/internal/lang"
	"kwi/internal/settings"
	"kwi/store/bolt"
)

// examining is the command that tells how the program stands on this machine: what a
// colleague who helps has to know, and nothing of a client.
func (r *invocation) examining() *cobra.Command {
	var mail, machine bool
	c := r.command("doctor", 0, 0, func(o *pflag.FlagSet) {
		o.BoolVar(&mail, "mail", false, r.words.T("cli.option.doctor.mail"))
		r.forMachines(o, &machine)
	}, func(ctx context.Context, _ []string) error { return r.examine(ctx, mail, machine) })
	c.Long = r.words.T("cli.doctor.long")
	return c
}

// findings are what was found out about a machine, in the order in which it is told,
// and what of it is odd.
type findings struct {
	sections []section
	odd      []oddity
}

// section is what was found out about one thing. Its head, and what its facts are called,
// stand in the catalogue under doctor and these names.
type section struct {
	name  string
	facts []fact
}

// fact is one of them: a text, a number, or whether something is so. What is said in
// words where that is more than the value is says. A number that does not count things
// is not known where it is 0.
type fact struct {
	name   string
	value  any
	says   string
	counts bool
}

// oddity is something that may stand in the way, with what to do about it.
type oddity struct {
	Kind string `json:"kind"`
	Says string `json:"says"` // in the user's language
}

func (f *findings) add(name string, facts ...fact) {
	f.sections = append(f.sections, section{name, facts})
}

// examiner finds it out, and says it in words that may be others than those of the
// command: a window changes its language.
type examiner struct {
	*invocation
	words *lang.Words
	of    *bolt.Store
}

// examine tells all of it. Whatever is wrong is told and stops nothing.
func (r *invocation) examine(ctx context.Context, mail, machine bool) error {
	s, err := r.dataFile()
	if err != nil {
		return err
	}
	e := examiner{r, r.words, s}
	f, err := e.find(ctx, mail)
	if err != nil {
		return err
	}
	if machine {
		return writeJSON(r.Out, f.json())
	}
	for _, part := range e.told(f) {
		if err := part.print(r.Out); err != nil {
			return err
		}
	}
	return nil
}

// examines is what a window shows of the same; the mail server is not called.
func (r *invocation) examines(s *bolt.Store) func(context.Context, *lang.Words) ([]Examined, error) {
	return func(ctx context.Context, words *lang.Words) ([]Examined, error) {
		r.remembering.Lock() // a setting may change meanwhile
		defer r.remembering.Unlock()
		e := examiner{r, words, s}
		f, err := e.find(ctx, false)
		return e.told(f), err
	}
}

// Examined is what was found out about one thing, in words.
type Examined struct {
	Head  string
	Lines []string
}

func (e Examined) print(to io.Writer) error {
	_, err := fmt.Fprintln(to, strings.Join(append([]string{e.Head}, e.Lines...), "\n  "))
	return err
}

func (r examiner) find(ctx context.Context, mail bool) (f findings, err error) {
	r.examineProgram(&f)
	r.examineTerminal(&f)
	if err := r.examineFile(ctx, &f); err != nil {
		return f, err
	}
	return f, r.examineMail(ctx, &f, mail)
}

// told is all of it in words, at the end what is odd.
func (r examiner) told(f findings) (all []Examined) {
	for _, s := range f.sections {
		one := Examined{Head: r.words.T("doctor." + s.name)}
		for _, fact := range s.facts {
			one.Lines = append(one.Lines, r.words.T("doctor."+s.name+"."+fact.name)+": "+cells.Clean(r.factSaid(fact)))
		}
		all = append(all, one)
	}
	odd := Examined{Head: r.words.T("doctor.well")}
	for _, o := range f.odd {
		odd.Head = r.words.T("doctor.odd")
		odd.Lines = append(odd.Lines, cells.Clean(o.Says))
	}
	return append(all, odd)
}

// json is the shape of `kwi doctor --json`: an object for each section, and odd.
func (f *findings) json() map[string]any {
	out := map[string]any{"odd": append([]oddity{}, f.odd...)}
	for _, s := range f.sections {
		facts := map[string]any{}
		for _, one := range s.facts {
			facts[one.name] = one.value
		}
		out[s.name] = facts
	}
	return out
}

// factSaid is a fact in words.
func (r examiner) factSaid(f fact) string {
	if f.says != "" {
		return f.says
	}
	switch v := f.value.(type) {
	case bool:
		if v {
			return r.words.T("kit.yes")
		}
		return r.words.T("kit.no")
	case int:
		if v > 0 || f.counts {
			return r.words.Int(v)
		}
	case string:
		if v != "" {
			return v
		}
	}
	return "–"
}

func (r examiner) odd(f *findings, kind string, args ...any) {
	f.odd = append(f.odd, oddity{kind, r.words.T("doctor.odd."+kind, args...)})
}

// withoutHome is a path in which the user's own folder is ~, for who they are need not
// be told.
func (r *invocation) withoutHome(path string) string {
	for _, name := range []string{"HOME", "USERPROFILE"} {
		home := r.Getenv(name)
		if home == "" {
			continue
		}
		if rest, within := strings.CutPrefix(path, filepath.Clean(home)); within && (rest == "" || os.IsPathSeparator(rest[0])) {
			return "~" + rest
		}
	}
	return path
}

func (r examiner) examineProgram(f *findings) {
	kept, err := settings.Read(r.settingsPath())
	if err != nil {
		f.odd = append(f.odd, oddity{"settings", r.words.Fault(err)})
	}
	for _, name := range hub.Exposed(r.settings.Hub) {
		f.odd = append(f.odd, oddity{"exposedHub", r.words.T("team.exposed", cleanLine(r.withoutHome(name)))})
	}
	facts := []fact{
		{name: "version", value: r.Version}, {name: "system", value: runtime.GOOS + "/" + runtime.GOARCH}, {name: "language", value: r.words.Tag()},
		{name: "settings", value: r.withoutHome(r.settingsPath())},
	}
	for _, l := range kept.Lines(r.Getenv) {
		if l.Odd != "" {
			r.odd(f, "setting", l.Key, cleanLine(l.Odd), strings.Join(l.Choice, ", "))
		}
		switch l.Key {
		case "theme", "mouse", "accessible", "gradesGoOn":
			facts = append(facts, fact{name: l.Key, value: l.Value})
		}
	}
	documents := r.settings.Lists
	if documents == "" && r.Documents != nil {
		documents = r.Documents()
	}
	f.add("program", append(facts, fact{name: "documents", value: r.withoutHome(documents)})...)
}

// The smallest window in which all of a screen can be seen.
const usualWidth, usualHeight = 80, 24

func (r examiner) examineTerminal(f *findings) {
	var w Window
	if r.Window != nil {
		w = r.Window()
	}
	term, locale := r.Getenv("TERM"), ""
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale == "" {
			locale = r.Getenv(name)
		}
	}
	within := ""
	switch {
	case r.Getenv("TMUX") != "":
		within = "tmux"
	case r.Getenv("STY") != "":
		within = "screen"
	}
	unicode := runtime.GOOS == "windows" || strings.Contains(strings.ReplaceAll(strings.ToLower(locale), "-", ""), "utf8")
	f.add("terminal",
		fact{name: "is", value: r.OutTerminal}, fact{name: "width", value: w.W}, fact{name: "height", value: w.H}, fact{name: "colours", value: w.Colours},
		fact{name: "noColour", value: w.NoColour}, fact{name: "term", value: term}, fact{name: "program", value: r.Getenv("TERM_PROGRAM")},
		fact{name: "within", value: within}, fact{name: "remote", value: r.Getenv("SSH_CONNECTION") != ""}, fact{name: "locale", value: locale}, fact{name: "unicode", value: unicode})
	switch {
	case term == "dumb":
		r.odd(f, "dumb")
	case r.OutTerminal && w.W > 0 && (w.W < usualWidth || w.H < usualHeight):
		r.odd(f, "small", w.W, w.H, usualWidth, usualHeight)
	}
	if !unicode {
		r.odd(f, "locale", cleanLine(locale))
	}
	if w.NoColour != "" {
		r.odd(f, "colour", w.NoColour)
	}
}

// momentFact is a fact that is a moment, "" where there is none.
func (r examiner) momentFact(name string, at account.Moment) fact {
	f := fact{name: name, value: string(at)}
	if at != "" {
		f.says = r.words.Moment(at)
	}
	return f
}
