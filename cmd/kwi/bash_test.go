package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestBashCompletesWithNothingElseInstalled: a tab proposes commands and goes on with what was begun, also where the
// package bash-completion is not there, and says no error.
func TestBashCompletesWithNothingElseInstalled(t *testing.T) {
	t.Parallel()
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("bash is not installed here; .ci/run installs it")
	}
	kwi := build(t)
	for typed, want := range map[string]string{"kwi sco": "score", "kwi completion f": "fish", "kwi --lang n": "nl"} {
		c := exec.Command(bash, "--norc", "--noprofile", "-c", `
			PATH="$1:$PATH"
			source <("$2" completion bash)
			COMP_LINE=$3 COMP_POINT=${#3} COMP_TYPE=9
			COMP_WORDS=($3) COMP_CWORD=$((${#COMP_WORDS[@]}-1))
			__start_kwi
			echo "${COMPREPLY[@]}"`, "bash", filepath.Dir(kwi), kwi, typed)
		c.Env = append(c.Environ(), "KWI_FILE="+filepath.Join(t.TempDir(), "kwi.db"), "KWI_SETTINGS="+filepath.Join(t.TempDir(), "settings"))
		said, err := c.CombinedOutput()
		lines := strings.Split(strings.TrimSpace(string(said)), "\n")
		if got := lines[len(lines)-1]; err != nil || !strings.HasPrefix(got, want) || strings.Contains(string(said), "not found") {
			t.Errorf("%s: %s, %v", typed, said, err)
		}
	}
}
