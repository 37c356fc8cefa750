//go:build unix

package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestAProjectorInTwoTerminals runs two windows of the real program on one data
// file: how soon the second shows the page that the first is at, and what it
// shows after either is ended or killed.
func TestAProjectorInTwoTerminals(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	binary, folder := build(t), t.TempDir()
	file := filepath.Join(folder, "kwi.db")
	if out, err := exec.Command(binary, "--file", file, "import", filepath.Join("..", "..", "internal", "portable", "testdata", "newmedia.json")).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	env := []string{"KWI_SETTINGS=" + filepath.Join(folder, "settings.json")}
	first := func() *window {
		s := run(t, binary, env, "--file", file)
		s.see("NewMedia")
		s.press("\r")
		s.see("NewMedia · 2011H1")
		return s
	}
	second := func() *window { return run(t, binary, env, "--file", file, "meet", "--client", "newmedia", "--follow") }

	a, b := first(), second()
	a.see("2e scherm")
	a.press("8")
	b.see("1 van 5")
	a.see("2e scherm: KWI voor KWI · KWI-01")
	seenAfter(t, "a page", 100, func(n int) { a.press([]string{"\x1b[B", "\x1b[A"}[n%2]) }, func(n int) bool {
		return strings.Contains(b.shown(), fmt.Sprintf("%d van 5", 1+(n+1)%2))
	})
	a.press("5")
	b.see("van 4")
	a.press("n")
	a.see("Wie ben jij")
	a.press("\x1b")
	a.see("Nieuwe afspraak")
	a.press("\x1b")
	a.see("Gesprekken")
	seenAfter(t, "a change", 10, func(n int) {
		a.press("n")
		a.see("Nieuwe afspraak")
		a.press(fmt.Sprintf("Proef %d!", n))
		a.see(fmt.Sprintf("Proef %d!", n))
		a.press("\x13")
	}, func(n int) bool { return strings.Contains(b.shown(), fmt.Sprintf("van %d", 5+n)) })

	a.press("8")
	b.see("van 5")
	kill(t, a)
	time.Sleep(300 * time.Millisecond)
	b.see("van 5")
	b.press("q\x1b\rx")
	a = first()
	a.press("8\x1b[F")
	b.see("5 van 5")
	kill(t, b)
	b = second()
	b.see("█")
	if shown := b.shown(); strings.Contains(shown, "van 5") && !strings.Contains(a.shown(), "2e scherm") {
		t.Errorf("it begins where the last one was:\n%s", shown)
	}
	b.see("5 van 5") // told by the first, which is still there
	a.press("\x1bq")
	time.Sleep(300 * time.Millisecond)
	a.press("\x03")
	a.end()
	b.see("5 van 5")
	kill(t, b)
	b = second()
	for end := time.Now().Add(patience); !b.taken() && time.Now().Before(end); {
		time.Sleep(10 * time.Millisecond) // until then ctrl+c stops a command, not a window
	}
	time.Sleep(500 * time.Millisecond)
	if shown := b.shown(); strings.Contains(shown, "van 5") {
		t.Errorf("it takes up a page of before:\n%s", shown)
	}
	b.press("\x03")
	if code := b.end(); code != 0 {
		t.Errorf("exit status %d", code)
	}
	b.restored()
	if left := strings.TrimSpace(b.shown()); left != "" {
		t.Errorf("it ends on:\n%s", left)
	}
	for _, text := range []string{"NewMedia · 2011H1", "Scores", "klantwaardemonitor"} {
		if strings.Contains(b.sent(), text) {
			t.Errorf("it wrote %q", text)
		}
	}
}

// seenAfter does something so many times, waits until it is seen, and logs how
// long that took. How long that is, is measured and never a condition.
func seenAfter(t *testing.T, what string, times int, do func(int), seen func(int) bool) {
	t.Helper()
	var took []time.Duration
	for n := range times {
		time.Sleep(40 * time.Millisecond)
		do(n)
		from := time.Now()
		for end := from.Add(patience); !seen(n); time.Sleep(time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("%s %d is never seen", what, n)
			}
		}
		took = append(took, time.Since(from))
	}
	slices.Sort(took)
	at := func(share int) time.Duration {
		return took[min(len(took)*share/100, len(took)-1)].Round(100 * time.Microsecond)
	}
	t.Logf("%s on the second window: p50 %v, p95 %v, most %v", what, at(50), at(95), at(100))
}

func kill(t *testing.T, s *window) {
	t.Helper()
	if err := s.cmd.Process.Signal(syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	s.end()
}
