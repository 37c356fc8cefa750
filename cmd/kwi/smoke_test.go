//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// coloured finds a sequence that sets a colour.
var coloured = regexp.MustCompile(`\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]`)

// noTour is in the environment of whoever had the tour of the example before.
const noTour = "KWI_TOURED=on"

// TestInATerminal drives the real program as its user and their machine do.
func TestInATerminal(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	binary := build(t)

	t.Run("a demo opens, ends and leaves nothing", func(t *testing.T) {
		temp := t.TempDir()
		s := run(t, binary, []string{"TMPDIR=" + temp, noTour}, "demo")
		s.see("NewMedia")
		s.see("Gemeente Dorpstad")
		s.press("q")
		if code := s.end(); code != 0 {
			t.Errorf("exit status %d", code)
		}
		s.restored()
		if left, _ := os.ReadDir(temp); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
		if !coloured.MatchString(s.sent()) {
			t.Error("no colour at all")
		}
	})

	t.Run("NO_COLOR is honoured at any value", func(t *testing.T) {
		s := run(t, binary, []string{"NO_COLOR=yes", noTour}, "--lang", "en", "demo")
		s.see("Vonk Installations")
		s.press("q")
		s.end()
		if found := coloured.FindString(s.sent()); found != "" {
			t.Errorf("a colour: %q", found)
		}
		if !strings.Contains(s.sent(), "\x1b[1m") {
			t.Error("bold is gone too")
		}
	})

	t.Run("a terminal of lines gets a sentence and nothing else", func(t *testing.T) {
		s := run(t, binary, []string{"TERM=dumb", noTour}, "--lang", "en", "demo")
		s.see("and kwi draws a")
		if code := s.end(); code != 1 || strings.Contains(s.sent(), "\x1b") {
			t.Errorf("exit status %d, and %q", code, s.sent())
		}
	})

	t.Run("high contrast has its own ground in every cell", func(t *testing.T) {
		s := run(t, binary, []string{"KWI_THEME=contrast", "COLORTERM=truecolor", noTour}, "--lang", "en", "demo")
		s.see("Vonk Installations")
		bare := s.bare()
		for end := time.Now().Add(patience); bare != "" && time.Now().Before(end); bare = s.bare() {
			time.Sleep(10 * time.Millisecond) // the last line is on its way
		}
		if bare != "" {
			t.Errorf("the cell at %s has no ground", bare)
		}
		s.press("q")
		s.end()
		s.restored()
	})

	t.Run("asked to end, it ends well", func(t *testing.T) {
		for _, sig := range []os.Signal{syscall.SIGTERM, syscall.SIGHUP, os.Interrupt} {
			s := run(t, binary, []string{noTour}, "demo")
			s.see("NewMedia")
			if err := s.cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			if code := s.end(); code != 0 {
				t.Errorf("%v: exit status %d", sig, code)
			}
			s.restored()
		}
	})

	t.Run("a command that waits can be interrupted", func(t *testing.T) {
		pipe := filepath.Join(t.TempDir(), "pipe")
		if err := syscall.Mkfifo(pipe, 0o600); err != nil {
			t.Skip(err)
		}
		s := run(t, binary, []string{"KWI_FILE=" + filepath.Join(t.TempDir(), "kwi.db")}, "import", pipe)
		says, err := os.OpenFile(pipe, os.O_WRONLY, 0) // returns when the program has opened the other end
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = says.Close() }()
		s.press("\x03")
		if code := s.end(); code != 130 {
			t.Errorf("exit status %d", code)
		}
		s.see("Gestopt, er is niets veranderd")
	})

	t.Run("a grade is found again after the program was killed", func(t *testing.T) {
		s, file := grading(t, binary)
		s.press("9")
		s.see("bewaard")
		if err := s.cmd.Process.Signal(syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		s.end()
		found(t, binary, file, `"2.05": "9"`)
	})

	t.Run("a grade is kept when the window is closed on it", func(t *testing.T) {
		s, file := grading(t, binary)
		s.closes.Store(true)
		s.press("9")
		s.end()
		found(t, binary, file, `"2.05": "9"`)
	})
}

// TestARescueFileIsNamedAfterwards takes the data file away under the program
// and asks it to end: what could not be kept is in a file that it names.
func TestARescueFileIsNamedAfterwards(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	binary := build(t)
	s, file := grading(t, binary)
	other := filepath.Join(filepath.Dir(file), "other")
	if err := os.WriteFile(other, []byte("not a data file"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(other, file); err != nil {
		t.Fatal(err)
	}
	s.press("9")
	s.see("niet bewaard")
	if err := s.cmd.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	s.end()
	s.restored()
	s.see("Er is een reddingsbestand: ")
	path := regexp.MustCompile(`reddingsbestand: (\S+\.json)\.`).FindStringSubmatch(s.sent())
	if path == nil {
		t.Fatalf("no file is named: %q", s.shown())
	}
	if text, err := os.ReadFile(path[1]); err != nil || !strings.Contains(string(text), `"2.05": "9"`) {
		t.Errorf("%v: the grade is not in %s", err, path[1])
	}
}

// TestAMouseReportInTwoIsNoGrade cuts a report of the wheel at every place,
// with pauses on both sides of what the program waits for Esc.
func TestAMouseReportInTwoIsNoGrade(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	s, file := grading(t, build(t))
	before := export(t, s.cmd.Path, file)
	report := "\x1b[<65;48;17M"
	for _, pause := range []time.Duration{20, 60, 130} {
		for cut := len(report) - 1; cut > 1; cut-- {
			s.press(report[:cut])
			time.Sleep(pause * time.Millisecond)
			s.press(report[cut:])
		}
	}
	s.see("Kees Klant (KK)")
	s.press("\x1b")
	time.Sleep(100 * time.Millisecond)
	s.press(report[1:])
	s.see("Kees Klant") // Esc closed the list
	s.press("6")
	s.see("Kees Klant")
	if after := export(t, s.cmd.Path, file); after != before {
		t.Errorf("something was typed:\n%s", after)
	}
}

// export is the data file as another program would read it.
func export(t *testing.T, binary, file string) string {
	t.Helper()
	out, err := exec.Command(binary, "--file", file, "export").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// grading opens the list of Kees Klant at the first question that they have not
// answered.
func grading(t *testing.T, binary string) (*window, string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "kwi.db")
	cases := filepath.Join("..", "..", "internal", "portable", "testdata", "newmedia.json")
	if out, err := exec.Command(binary, "--file", file, "import", cases).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	s := run(t, binary, nil, "--file", file)
	s.see("NewMedia")
	s.press("\r")
	s.see("NewMedia · 2011H1")
	s.press("6")
	s.see("Kees Klant")
	s.press("\x1b[B\x1b[B\x1b[B\x1b[B\r") // down to the fifth, and open it
	s.see("Kees Klant (KK)")
	return s, file
}

// found asks that a text is in an export, as another program would read it.
func found(t *testing.T, binary, file, text string) {
	t.Helper()
	if !strings.Contains(export(t, binary, file), text) {
		t.Errorf("%s is not there", text)
	}
}
