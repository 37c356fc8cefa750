//go:build unix

package main

import (
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// f9Key is f9 as a terminal sends it.
const f9Key = "\x1b[20~"

// lastTitle is what the window was called last, "" where that is left to the shell.
func lastTitle(sent string) string {
	_, title, _ := strings.Cut(sent[max(0, strings.LastIndex(sent, "\x1b]2;")):], ";")
	end := strings.IndexAny(title, "\x07\x1b")
	return title[:max(0, end)]
}

// TestSuspendedItGivesTheTerminalBack, by its key and by the signal of another
// program, and comes back whole with what was looked at.
func TestSuspendedItGivesTheTerminalBack(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("bash is not installed here; .ci/run installs it")
	}
	s := run(t, bash, []string{"TMPDIR=" + t.TempDir(), noTour}, "--norc", "-c",
		`set -m; "$0" --lang en demo; for n in 1 2; do echo AWAY $n; read -r x; fg; done; echo ENDED; read -r x`, build(t))
	s.see("8 clients")
	away := func(n string) {
		t.Helper()
		s.see("AWAY " + n)
		s.restored()
		if got := lastTitle(s.sent()); got != "" {
			t.Errorf("to the shell the window is called %q", got)
		}
		s.press("\n")
		s.see("8 clients")
		if !s.taken() {
			t.Error("the screen is not taken again")
		}
		if got := lastTitle(s.sent()); got != "kwi – Clients" {
			t.Errorf("back again the window is called %q", got)
		}
	}
	s.press(f9Key)
	away("1")
	group, err := unix.IoctlGetInt(int(s.pty.Master().Fd()), unix.TIOCGPGRP)
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Kill(-group, syscall.SIGTSTP); err != nil {
		t.Fatal(err)
	}
	away("2")
	s.press("?") // keys are still keys
	s.see("Everything you can do here")
	s.press("\x03")
	s.see("ENDED")
	s.restored()
	if got := lastTitle(s.sent()); got != "" {
		t.Errorf("in the end the window is called %q", got)
	}
}

// TestWithoutAShellItGoesOn: the system stops nobody who could not be continued.
func TestWithoutAShellItGoesOn(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	s := run(t, build(t), []string{"TMPDIR=" + t.TempDir(), noTour}, "--lang", "en", "demo")
	s.see("8 clients")
	s.press(f9Key)
	time.Sleep(300 * time.Millisecond)
	s.press("?")
	s.see("Everything you can do here")
	s.press("\x1b")
	time.Sleep(2 * time.Second) // nothing of it comes later
	if !s.taken() {
		t.Error("the screen is not taken again")
	}
	s.press("q")
	if code := s.end(); code != 0 {
		t.Errorf("exit status %d", code)
	}
	s.restored()
}
