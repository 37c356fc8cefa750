package main

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestTheReadmeNamesTheCommandsThatThereAre: every command stands in its table, and a
// command or an option that it names is there.
func TestTheReadmeNamesTheCommandsThatThereAre(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	w := newBareWorld(t)
	everywhere := []string{"--file", "--lang", "--readonly", "--help", "--version"}
	named := map[string]bool{}
	for _, m := range regexp.MustCompile("`kwi ([a-z]+)([^`]*)`").FindAllStringSubmatch(string(b), -1) {
		asked := []string{"--lang", "en", m[1], "--help"}
		if below := regexp.MustCompile(`^ ([a-z]+)`).FindStringSubmatch(m[2]); m[1] == "team" && below != nil {
			asked = []string{"--lang", "en", m[1], below[1], "--help"}
		}
		help := w.run(asked...)
		if named[m[1]] = true; !strings.HasSuffix(help, "(0)") {
			t.Errorf("%s: there is no such command", m[0])
			continue
		}
		for _, option := range regexp.MustCompile(`--[a-z-]+`).FindAllString(m[2], -1) {
			if !regexp.MustCompile(`(?m)^ +`+option+`\b`).MatchString(help) && !slices.Contains(everywhere, option) {
				t.Errorf("%s: %s has no option %s", m[0], m[1], option)
			}
		}
	}
	for _, m := range regexp.MustCompile(`(?m)^  ([a-z]+) {2,}`).FindAllStringSubmatch(w.run("--lang", "en", "--help"), -1) {
		if !named[m[1]] && m[1] != "help" {
			t.Errorf("%s stands nowhere in it", m[1])
		}
	}
}
