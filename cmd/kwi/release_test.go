package main

import (
	"os"
	"strings"
	"testing"
)

// TestAReleaseIsWholeAndKnowsItsVersion: the version of a release comes from its commit,
// which the go command notes where it is told to and nothing lies about; six programs,
// each with licence, readme, manual and what the shells complete.
func TestAReleaseIsWholeAndKnowsItsVersion(t *testing.T) {
	read := func(name string) string {
		b, err := os.ReadFile("../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	release := read(".goreleaser.yaml")
	for _, want := range []string{"flags: [-trimpath, -buildvcs=true]", "go build -buildvcs=true -o bin/kwi", `ldflags: ["-s -w"]`, "goos: [linux, darwin, windows]", "goarch: [amd64, arm64]",
		"- LICENSE", "- README.md", "src: bin/man/*", "src: bin/completions/*", "name_template: checksums.txt"} {
		if !strings.Contains(release, want) {
			t.Errorf("%q is not in it", want)
		}
	}
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if !strings.Contains(release, "bin/kwi completion "+shell) {
			t.Errorf("nothing of %s", shell)
		}
	}
	for _, made := range []string{"/bin/", "/dist/"} { // of which the go command would say +dirty
		if !strings.Contains(read(".gitignore"), made+"\n") {
			t.Errorf("%s is not ignored", made)
		}
	}
}
