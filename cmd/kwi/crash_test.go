//go:build unix

package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kwi/internal/example"
)

// reportsIn are the reports in a home folder, which are this user's alone.
func reportsIn(t *testing.T, home string) (all []string) {
	t.Helper()
	folder := filepath.Join(home, "cache", "kwi", "crashes")
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		about, err := d.Info()
		want := fs.FileMode(0o600)
		if d.IsDir() {
			want = 0o700
		}
		if err != nil || about.Mode().Perm() != want {
			t.Errorf("%s is %v, %v", path, about.Mode(), err)
		}
		if d.IsDir() {
			return nil
		}
		b, err := os.ReadFile(path)
		all = append(all, string(b))
		return err
	})
	if err != nil {
		t.Error(err)
	}
	return all
}

// namesNobody fails the test where a report holds a word of the example's data.
func namesNobody(t *testing.T, report string) {
	t.Helper()
	for _, c := range append(example.Portfolio("nl", "2026-11-27").Clients, example.Portfolio("en", "2026-11-27").Clients...) {
		words := []string{c.Name}
		for _, r := range c.Respondents {
			words = append(words, r.Name, r.Email)
		}
		for i := range c.Cycles {
			for _, k := range c.Cycles[i].KWIs {
				words = append(words, k.Title, k.Expectation)
			}
		}
		for _, w := range words {
			if w != "" && regexp.MustCompile(`(^|\W)`+regexp.QuoteMeta(w)+`(\W|$)`).MatchString(report) {
				t.Errorf("%q stands in the report:\n%s", w, report)
			}
		}
	}
	if strings.Contains(report, "NewMedia") || !strings.Contains(report, ".go:") {
		t.Errorf("the report:\n%s", report)
	}
}

// TestACrashLeavesTheTerminalAndAReport: whatever falls, of the real program in a
// terminal, it is as it was, says where its report is and what became of what was
// typed, and ends with a status of its own. A screen that falls does not end it.
func TestACrashLeavesTheTerminalAndAReport(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the program")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	start := func(t *testing.T, language string) (*window, string) {
		home := t.TempDir()
		return run(t, self, []string{falls + "=on", "HOME=" + home, "XDG_CACHE_HOME=" + filepath.Join(home, "cache"), "TMPDIR=" + t.TempDir(), noTour}, "--lang", language, "demo"), home
	}
	one := func(t *testing.T, home string, says ...string) {
		all := reportsIn(t, home)
		if len(all) != 1 {
			t.Fatalf("%d reports", len(all))
		}
		namesNobody(t, all[0])
		for _, word := range append(says, "80x24", "version") {
			if !strings.Contains(all[0], word) {
				t.Errorf("no %q in\n%s", word, all[0])
			}
		}
	}
	for key, says := range map[string]string{"U": ".felling.Update", "R": "[]string", "S": "index out of range [1]"} {
		t.Run(key, func(t *testing.T) {
			t.Parallel()
			s, home := start(t, "en")
			s.see("NewMedia")
			s.press(key)
			if code := s.end(); code != 70 {
				t.Errorf("exit status %d", code)
			}
			s.restored()
			s.see("start kwi again")
			flat := strings.Join(strings.Fields(s.shown()), "")
			if !strings.Contains(flat, "crashes/kwi-") || !strings.Contains(flat, "halftypedstandsreadyasadraft") || strings.Contains(flat, "said") {
				t.Errorf("it says\n%s", s.shown())
			}
			one(t, home, says, "interface")
		})
	}
	t.Run("screen", func(t *testing.T) {
		t.Parallel()
		s, home := start(t, "nl")
		s.see("NewMedia")
		s.press("\r8")
		s.see("standing")
		s.press("d")
		s.see("Dit scherm werkt even niet")
		if flat := strings.Join(strings.Fields(s.shown()), ""); !strings.Contains(flat, "crashes/kwi-") || !strings.Contains(flat, "staatklaaralsconcept") {
			t.Errorf("it says\n%s", s.shown())
		}
		s.press("\r")
		s.see("standing")
		s.press("d")
		s.see("Dit scherm werkt even niet")
		s.press("\x1b")
		s.see("NewMedia")
		s.press("\x03")
		if code := s.end(); code != 0 {
			t.Errorf("exit status %d", code)
		}
		one(t, home, "monitor", ".frail.View")
	})
}

// TestACrashOfACommandLeavesAReport: of a command, and of the interface in lines.
func TestACrashOfACommandLeavesAReport(t *testing.T) {
	t.Parallel()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for name, args := range map[string][]string{"show": {"show", "portfolio"}, "kwi": {"--accessible"}} {
		home := t.TempDir()
		cmd := exec.Command(self, append([]string{"--lang", "nl"}, args...)...)
		cmd.Env = []string{falls + "=on", "HOME=" + home, "XDG_CACHE_HOME=" + filepath.Join(home, "cache"), "PATH=" + os.Getenv("PATH")}
		var errs bytes.Buffer
		cmd.Stderr = &errs
		_ = cmd.Run()
		if code := cmd.ProcessState.ExitCode(); code != 70 || strings.Count(errs.String(), "\n") != 1 || !strings.Contains(errs.String(), filepath.Join(home, "cache", "kwi", "crashes", "kwi-")) {
			t.Errorf("%s: exit status %d, %s", name, code, &errs)
		}
		all := reportsIn(t, home)
		if len(all) != 1 {
			t.Fatalf("%s: %d reports", name, len(all))
		}
		namesNobody(t, all[0])
		if !strings.Contains(all[0], name) {
			t.Errorf("no %s in\n%s", name, all[0])
		}
	}
}
