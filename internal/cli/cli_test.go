package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"kwi/internal/fault"
	"kwi/internal/lang"
)

// env is a world in memory around a data file of its own.
func env(t *testing.T) (Env, *bytes.Buffer, *bytes.Buffer) {
	t.Helper()
	var out, err bytes.Buffer
	nonce := 0
	file := filepath.Join(t.TempDir(), "kwi.db")
	return Env{
		In: strings.NewReader(""), Out: &out, Err: &err,
		Getenv: func(name string) string { return map[string]string{"KWI_FILE": file}[name] },
		Now:    func() time.Time { return time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC) },
		Nonce:  func() string { nonce++; return string(rune('a' + nonce)) },
		Screens: []Screen{
			{Name: "portfolio"}, {Name: "measure", Client: true},
		},
		Interactive: func(context.Context, Session) error { return nil },
		Show: func(_ context.Context, _ Session, v View) (string, error) {
			return v.Client + " " + string(v.Cycle) + "\n", nil
		},
	}, &out, &err
}

// TestEveryTextOfHelpIsThere asks for the help of every command in both
// languages: no key without its text, no word of cobra's own.
func TestEveryTextOfHelpIsThere(t *testing.T) {
	for _, tag := range []string{"nl", "en"} {
		e, _, _ := env(t)
		r := &invocation{Env: e, words: chooseLanguage([]string{"--lang", tag}, "", e.Getenv)}
		commands := append(r.tree().Commands(), r.tree())
		if len(commands) < 10 {
			t.Fatalf("only %d commands", len(commands))
		}
		for _, c := range commands {
			text := r.help(c)
			for _, bad := range []string{"‹", "[flags]", "Available", "help for", "Flags"} {
				if strings.Contains(text, bad) {
					t.Errorf("%s, %s: %q in\n%s", tag, c.Name(), bad, text)
				}
			}
			for _, option := range append(options(c.LocalNonPersistentFlags()), options(c.Root().PersistentFlags())...) {
				_, takes, _ := strings.Cut(option[0], " ")
				if takes != strings.ToUpper(takes) && takes != "nl|en" {
					t.Errorf("%s, %s: %q names what it takes with a word of the library", tag, c.Name(), option[0])
				}
			}
			if c.Args != nil && !r.words.Has("cli."+c.Name()+".count") {
				t.Errorf("%s says nothing of a wrong number of arguments", c.Name())
			}
		}
	}
}

func TestAPanicIsASentence(t *testing.T) {
	e, _, said := env(t)
	e.Interactive = func(context.Context, Session) error { panic("with\nlines and \x1b[31m") }
	if code := Run(t.Context(), e, nil); code != broke {
		t.Errorf("exit status %d", code)
	}
	if text := said.String(); strings.Count(text, "\n") != 1 || strings.Contains(text, "\x1b") || !strings.Contains(text, "fout van kwi zelf") {
		t.Errorf("%q", text)
	}
}

func TestADemoHasItsOwnFile(t *testing.T) {
	e, _, said := env(t)
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	e.Interactive = func(ctx context.Context, s Session) error {
		lines, err := s.Desk.Portfolio(ctx)
		if err != nil || len(lines) < 6 {
			t.Errorf("%d clients, %v", len(lines), err)
		}
		return errors.New("whatever ends it")
	}
	if code := Run(t.Context(), e, []string{"demo"}); code != failed {
		t.Errorf("exit status %d: %s", code, said)
	}
	if left, _ := os.ReadDir(temp); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if _, err := os.Stat(e.Getenv("KWI_FILE")); err == nil {
		t.Error("the user's own file was touched")
	}
}

// TestAnInterruptedReadEnds hangs on a standard input that says nothing.
func TestAnInterruptedReadEnds(t *testing.T) {
	e, _, said := env(t)
	in, keeps := io.Pipe()
	defer func() { _ = keeps.Close() }()
	e.In = in
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	if code := Run(ctx, e, []string{"import", "-"}); code != halted || !strings.HasPrefix(said.String(), "Gestopt, er is niets veranderd.") {
		t.Errorf("exit status %d: %s", code, said)
	}
}

// TestAFullDiskNamesWhatIsOnIt asks that a full disk is told of the file, and
// of standard output only where that is what could not be written. Nothing that was typed
// stays in a command that ended.
func TestAFullDiskNamesWhatIsOnIt(t *testing.T) {
	r := &invocation{words: lang.For("en")}
	full := &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}
	for _, c := range []struct {
		err  error
		want string
	}{
		{fault.New(fault.Full, "/data/kwi.db").By(full), "/data/kwi.db is full, and this did not succeed"},
		{fault.New(fault.NoRoom, "/out/a.pdf").By(full), "/out/a.pdf"},
		{outputError{full}, "not all output was written"},
	} {
		if said := r.sentence(c.err); !strings.Contains(said, c.want) || strings.Contains(said, " -.") || strings.Contains(said, "what you typed") {
			t.Errorf("it says %q, not %q", said, c.want)
		}
	}
}
