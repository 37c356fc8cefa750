package main

import (
	"os"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/text"
)

// oddFlags are commands with a place for what somebody types, {}.
var oddFlags = map[string][]string{
	"a client":        {"score", "--client", "{}"},
	"a cycle":         {"score", "--client", "twee", "--cycle", "{}"},
	"a screen":        {"show", "{}"},
	"a width":         {"show", "monitor", "--client", "twee", "--width", "{}"},
	"whose page":      {"show", "brief", "--client", "twee", "--with", "{}"},
	"what is traced":  {"show", "trace", "--client", "twee", "--of", "{}"},
	"whose story":     {"show", "story", "--client", "twee", "--of", "{}"},
	"a year":          {"plan", "--client", "twee", "--year", "{}", "--out", "{out}/p.md"},
	"a report":        {"report", "--client", "twee", "--cycle", "{}", "--out", "{out}/r.md"},
	"minutes":         {"minutes", "--client", "twee", "--cycle", "{}", "--out", "{out}/m.md"},
	"you said":        {"yousaid", "--client", "twee", "--cycle", "{}", "--out", "{out}/y.md"},
	"whose list":      {"questionnaires", "--client", "twee", "--only", "{}", "--out", "{out}/lists"},
	"whose letter":    {"letters", "--client", "twee", "--kind", "invitation", "--to", "{}", "--out", "{out}/letters"},
	"a kind":          {"letters", "--client", "twee", "--kind", "{}", "--out", "{out}/letters"},
	"days":            {"due", "--days", "{}"},
	"a round":         {"send", "--client", "twee", "--moment", "{}"},
	"whom once more":  {"send", "--client", "twee", "--again", "{}"},
	"who is who":      {"table", "{out}/table.csv", "--client", "twee", "--initials", "{}", "--yes"},
	"a table":         {"table", "{}", "--client", "twee", "--yes"},
	"what came back":  {"collect", "{}"},
	"a file":          {"import", "{}"},
	"a language":      {"--lang", "{}", "version"},
	"of the document": {"report", "--client", "twee", "--report-lang", "{}", "--out", "{out}/r.md"},
}

// ofPeople are those for whom a flag that is there has to name somebody: what is for
// nobody is not for everybody.
var ofPeople = []string{"whose page", "whose list", "whose letter", "whom once more"}

// TestOddValuesOfFlagsAreRefusedInOneSentence: whatever somebody writes behind a flag
// that takes a name, a number or a day, the command says in the user's language what is
// wrong, makes nothing and keeps nothing, and what it repeats of it steers no terminal.
func TestOddValuesOfFlagsAreRefusedInOneSentence(t *testing.T) {
	c := said(account.ByName)
	w := newWorld(t, c)
	before := w.run("export", "--client", "twee")
	files := func() (names []string) {
		entries, err := os.ReadDir(w.folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			names = append(names, e.Name())
		}
		return names
	}
	there := files()
	for name, args := range oddFlags {
		for what, odd := range oddTexts {
			odd = strings.ReplaceAll(odd, "\x00", "") // no argument has one
			if odd == "" && !slices.Contains(ofPeople, name) {
				continue // which is as if the flag were not there
			}
			for _, language := range []string{"nl", "en"} {
				if language == "en" && len(what)%4 > 0 {
					continue // the sentences of both are held against each other elsewhere
				}
				all := []string{"--lang", language}
				if name == "a language" {
					all = nil
				}
				for _, a := range args {
					all = append(all, strings.ReplaceAll(strings.ReplaceAll(a, "{}", odd), "{out}", w.folder))
				}
				out := w.run(all...)
				if strings.ContainsFunc(out, func(r rune) bool { return text.Steers(r) && r != '\n' }) {
					t.Errorf("%s, %s: it steers the terminal: %q", name, what, cut(out))
				}
				if lines := strings.Count(strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(out, "(1)"), "(2)"), "\n"), "\n"); !strings.HasSuffix(out, "(0)") && lines > 3 {
					t.Errorf("%s, %s: it says more than a sentence: %s", name, what, cut(out))
				}
				if len(out) > 2500 && !strings.HasSuffix(out, "(0)") {
					t.Errorf("%s, %s: it repeats all of it: %s", name, what, cut(out))
				}
				if strings.Contains(out, "panic") || strings.Contains(out, "strconv") || strings.Contains(out, "pflag") {
					t.Errorf("%s, %s: that is no sentence of ours: %s", name, what, cut(out))
				}
				if strings.HasSuffix(out, "(0)") {
					t.Errorf("%s, %s: that is taken: %s", name, what, cut(out))
				}
			}
		}
	}
	if after := w.run("export", "--client", "twee"); after != before {
		t.Errorf("something was kept:\n%s", differing(before, after))
	}
	if now := files(); !slices.Equal(now, there) {
		t.Errorf("made are %v, there were %v", now, there)
	}
}
