//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"kwi/internal/portable"
)

// linesOf is the real program in lines, on a data file of its own.
func linesOf(t *testing.T, folder string, args ...string) *exec.Cmd {
	t.Helper()
	c := exec.Command(build(t), args...)
	c.Dir, c.Env = folder, linesEnv(folder)
	return c
}

func linesEnv(folder string) []string {
	return []string{"HOME=" + folder, "PATH=" + os.Getenv("PATH"), "KWI_FILE=" + filepath.Join(folder, "kwi.db"), "KWI_SETTINGS=" + filepath.Join(folder, "settings.json"), "KWI_WELCOMED=on", "TZ=UTC"}
}

// playLines are the lines of the user in the play of a whole cycle.
func playLines(t *testing.T, language string) string {
	t.Helper()
	play, err := os.ReadFile(filepath.Join("testdata", "lines", "cycle-"+language+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(typedIn(string(play)), "\n") + "\n"
}

// broughtBy is all that a data file holds.
func broughtBy(t *testing.T, folder string) portable.File {
	t.Helper()
	c := linesOf(t, folder, "export")
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := portable.Read(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// TestAWholeCycleInLinesByTheRealProgram: from a pipe into a pipe, in both languages,
// with the option and with the name in the environment that all programs know.
func TestAWholeCycleInLinesByTheRealProgram(t *testing.T) {
	t.Parallel()
	for language, how := range map[string][]string{"nl": {"--accessible", "--lang", "nl"}, "en": {"--lang", "en"}} {
		folder := t.TempDir()
		c := linesOf(t, folder, how...)
		if language == "en" {
			c.Env = append(c.Env, "ACCESSIBLE=1")
		}
		c.Stdin = strings.NewReader(playLines(t, language))
		var wrong bytes.Buffer
		c.Stderr = &wrong
		out, err := c.Output()
		if err != nil || wrong.Len() > 0 {
			t.Errorf("%s: %v %s", language, err, wrong.String())
		}
		onlyText(t, string(out))
		playedToItsEnd(t, broughtBy(t, folder))
	}
}

// TestAWholeCycleInLinesInATerminal: there too it draws nothing, asks the terminal for
// nothing, and leaves it as it was.
func TestAWholeCycleInLinesInATerminal(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	s := run(t, build(t), linesEnv(folder), "--accessible", "--lang", "en")
	for line := range strings.Lines(playLines(t, "en")) {
		if strings.TrimSpace(line) == "lists" {
			line = filepath.Join(folder, "lists") + "\n"
		}
		s.press(line)
	}
	if code := s.end(); code != 0 {
		t.Errorf("exit status %d", code)
	}
	for end := time.Now().Add(patience); !strings.Contains(s.sent(), "Goodbye") && time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
	}
	onlyText(t, s.sent())
	s.restored()
	playedToItsEnd(t, broughtBy(t, folder))
}

// TestCtrlCLeavesTheLinesWhole, in the middle of a question and of a text; so does a
// signal.
func TestCtrlCLeavesTheLinesWhole(t *testing.T) {
	t.Parallel()
	for _, ends := range []func(*window){func(s *window) { s.press("\x03") }, func(s *window) { _ = s.cmd.Process.Signal(syscall.SIGTERM) }, func(s *window) { s.press("\x04") }} {
		folder := t.TempDir()
		s := run(t, build(t), linesEnv(folder), "--accessible", "--lang", "en")
		s.press("new client\nBESTSELLER\nThe Mill\npeople\nnew respondent\nCasey Client\n\n")
		s.see("Function?")
		ends(s)
		if code := s.end(); code != 0 {
			t.Errorf("exit status %d", code)
		}
		s.see("Everything is kept.")
		if file := broughtBy(t, folder); len(file.Clients) != 1 || len(file.Clients[0].Respondents) != 1 {
			t.Errorf("kept: %+v", file.Clients)
		}
	}
}

// TestAKillBetweenTwoLinesLosesNone: the first lines of a text that was never ended are
// there again.
func TestAKillBetweenTwoLinesLosesNone(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	c := linesOf(t, folder, "--accessible", "--lang", "en")
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	_, err = in.Write([]byte("new client\nBESTSELLER\nThe Mill\npeople\nnew respondent\nCasey Client\n\n\n\n\nback\ntalks about\nCasey\nnew note\n1\nThe first line.\nThe second line.\n"))
	if err != nil {
		t.Fatal(err)
	}
	again := func() string {
		x := linesOf(t, folder, "--accessible", "--lang", "en")
		x.Stdin = strings.NewReader("The Mill\nstop\n")
		out, _ := x.Output()
		return string(out)
	}
	const want = "Still half typed: The first line. The second line."
	for end := time.Now().Add(patience); !strings.Contains(again(), want) && time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
	}
	_ = c.Process.Kill()
	_ = c.Wait()
	if got := again(); !strings.Contains(got, want) {
		t.Errorf("after the kill it says:\n%s", got)
	}
	if file := broughtBy(t, folder); len(file.Clients[0].Respondents) != 1 {
		t.Errorf("kept: %+v", file.Clients)
	}
}

// TestTheExampleIsHeardInLines, and a meeting is, which ends the program; a window that
// follows it is not: that is said, with what to do.
func TestTheExampleIsHeardInLines(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	c := linesOf(t, folder, "demo", "--accessible", "--lang", "nl")
	c.Stdin = strings.NewReader("NewMedia\nuitkomst\nde scores\nde trends\nklantwaardemonitor\nalles\nterug\nterug\nstop\n")
	out, err := c.Output()
	if err != nil || !strings.Contains(string(out), "oefenen") || !strings.Contains(string(out), "hoger dan de vorige keer") {
		t.Errorf("%v:\n%s", err, out)
	}
	onlyText(t, string(out))
	made := linesOf(t, folder, "--accessible", "--lang", "en")
	made.Stdin = strings.NewReader("new client\nBESTSELLER\nThe Mill\n")
	if err := made.Run(); err != nil {
		t.Fatal(err)
	}
	meets := linesOf(t, folder, "meet", "--client", "the-mill", "--accessible", "--lang", "en")
	meets.Stdin = strings.NewReader("back\ndone\n")
	out, err = meets.Output()
	if said := string(out); err != nil || !strings.Contains(said, "From here on you only hear what The Mill may know.") || !strings.Contains(said, "The meeting is closed.\n") || strings.Contains(said, "Clients") {
		t.Errorf("%v:\n%s", err, out)
	}
	meet := linesOf(t, folder, "meet", "--client", "the-mill", "--follow", "--accessible", "--lang", "en")
	var wrong bytes.Buffer
	meet.Stderr = &wrong
	if err := meet.Run(); err == nil || meet.ProcessState.ExitCode() != 1 || !strings.Contains(wrong.String(), "kwi meet --accessible --client the-mill") {
		t.Errorf("%v: %s", err, wrong.String())
	}
}

// TestTheOptionGoesAboveTheNameOfThisProgramAndThatAboveTheOneOfAll, with the setting
// below all.
func TestTheOptionGoesAboveTheNameOfThisProgramAndThatAboveTheOneOfAll(t *testing.T) {
	t.Parallel()
	for _, one := range []struct {
		env   []string
		file  string
		args  []string
		lines bool
	}{
		{nil, "", nil, false},
		{nil, `{"accessible": "on"}`, nil, true},
		{[]string{"ACCESSIBLE=yes"}, `{"accessible": "off"}`, nil, true},
		{[]string{"ACCESSIBLE=yes", "KWI_ACCESSIBLE=off"}, "", nil, false},
		{[]string{"KWI_ACCESSIBLE=off"}, "", []string{"--accessible"}, true},
	} {
		folder := t.TempDir()
		if one.file != "" {
			if err := os.WriteFile(filepath.Join(folder, "settings.json"), []byte(one.file), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		c := linesOf(t, folder, one.args...)
		c.Env = append(c.Env, one.env...)
		out, err := c.Output()
		if lines := err == nil && len(out) > 0; lines != one.lines {
			t.Errorf("%v %s %v: %t, %v", one.env, one.file, one.args, lines, err)
		}
	}
}

// TestHostileInputOfAPipeIsCleaned: orders, zeros and a line of two million
// signs are answered as any other, in short, and none of it comes back.
func TestHostileInputOfAPipeIsCleaned(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	c := linesOf(t, folder, "--accessible", "--lang", "en")
	c.Stdin = strings.NewReader("\x1b[2J\x1b]52;c;aGk=\a\x00\n" + strings.Repeat("word ", 400_000) + "\nnew client\nBEST\x1b[31mSELLER\x00\nThe \u202eMill\npeople\nnew respondent\n" + strings.Repeat("x", 2_000_000) + "\n")
	out, err := c.Output()
	if err != nil || len(out) > 200_000 {
		t.Errorf("%v: %d bytes", err, len(out))
	}
	onlyText(t, string(out))
	if file := broughtBy(t, folder); file.Supplier != "BESTSELLER" && !strings.Contains(file.Supplier, "SELLER") || strings.ContainsAny(file.Supplier+file.Clients[0].Name, "\x1b\x00\u202e") {
		t.Errorf("kept: %q, %q", file.Supplier, file.Clients[0].Name)
	}
}

// TestDocumentsAreWrittenAndListsReadInLines, by whoever writes and reads them for the
// screens: a path that cannot be is refused, and asked for again.
func TestDocumentsAreWrittenAndListsReadInLines(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	c := linesOf(t, folder, "--accessible", "--lang", "en")
	c.Stdin = strings.NewReader(playLines(t, "en"))
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
	c = linesOf(t, folder, "--accessible", "--lang", "en", "--client", "the-mill")
	c.Stdin = strings.NewReader("write documents\naction list\n" + filepath.Join(folder, "list.doc") + "\n" + filepath.Join(folder, "list.md") + "\nback\nsend and\nread filled\n" + filepath.Join(folder, "lists") + "\nback\nstop\n")
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	list, err := os.ReadFile(filepath.Join(folder, "list.md"))
	if err != nil || !strings.Contains(string(list), "Make the file of the first quarter") {
		t.Errorf("%v: %s\n%s", err, list, out)
	}
	for _, want := range []string{"Written: " + filepath.Join(folder, "list.md"), ".md, .html"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	_, read, _ := strings.Cut(string(out), "read filled")
	if !strings.Contains(read, "lists") || strings.Contains(read, "is no choice") {
		t.Errorf("read back:\n%s", out)
	}
	onlyText(t, string(out))
}
