package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"kwi/internal/lang"
)

// screenOf is a terminal on which standard output and standard error both appear.
type screenOf struct {
	lock sync.Mutex
	all  strings.Builder
}

func (s *screenOf) Write(p []byte) (int, error) {
	s.lock.Lock()
	defer s.lock.Unlock()
	return s.all.Write(p)
}

func (s *screenOf) text() string {
	s.lock.Lock()
	defer s.lock.Unlock()
	return s.all.String()
}

// TestACommandThatTakesLongTellsHowFarItIs: after a second, on one line that makes
// room for what is said and is gone at the end.
func TestACommandThatTakesLongTellsHowFarItIs(t *testing.T) {
	for tag, want := range map[string][]string{"nl": {"kwi slow: bezig, 1 s.", "kwi slow: 12 van 40. ctrl+c stopt"}, "en": {"kwi slow: at it, 1 s.", "kwi slow: 12 of 40. ctrl+c stops"}} {
		s := &screenOf{}
		r := &invocation{Env: Env{Out: s, Err: s, Terminal: true}, words: lang.For(tag)}
		failed := errors.New("at the end")
		err := r.telling("slow", func() error {
			time.Sleep(farFirst + farNext)
			r.far.Tell(12, 40)
			time.Sleep(2 * farNext)
			fmt.Fprintln(r.Out, "said")
			r.far.asks(true)
			before := s.text()
			time.Sleep(2 * farNext)
			if s.text() != before {
				t.Error("it is drawn over a question")
			}
			return failed
		})
		if !errors.Is(err, failed) {
			t.Error(err)
		}
		all := s.text()
		for _, w := range want {
			if !strings.Contains(all, w) {
				t.Errorf("%q is not in %q", w, all)
			}
		}
		if !strings.HasSuffix(all, emptyLine+"said\n") {
			t.Errorf("the line is not gone: %q", all)
		}
		for _, line := range strings.Split(all, emptyLine) {
			if len([]rune(line)) > farWide+1 {
				t.Errorf("too long for a terminal: %q", line)
			}
		}
	}
}

// TestAShortCommandTellsNothing, and neither does one whose errors go to a file.
func TestAShortCommandTellsNothing(t *testing.T) {
	s := &screenOf{}
	r := &invocation{Env: Env{Out: s, Err: s, Terminal: true}, words: lang.For("nl")}
	_ = r.telling("quick", func() error { return nil })
	r.Terminal = false
	_ = r.telling("slow", func() error { time.Sleep(farFirst + 2*farNext); r.far.Tell(1, 2); return nil })
	if s.text() != "" {
		t.Errorf("%q", s.text())
	}
}

// TestEveryCommandTellsHowFarItIs but those that are the interface: they are all
// made by command, and by nothing else.
func TestEveryCommandTellsHowFarItIs(t *testing.T) {
	for _, name := range []string{"import", "export", "backup", "restore", "check", "questionnaires", "collect", "send", "letters", "report", "minutes", "plan", "colleagues", "table", "show", "score", "due", "calendar", "me", "version"} {
		s := &screenOf{}
		r := &invocation{Env: Env{In: strings.NewReader(""), Out: s, Err: s, Terminal: true, Getenv: func(string) string { return "" }}, words: lang.For("nl")}
		seen := false
		c := r.command(name, 0, -1, nil, func(context.Context, []string) error {
			seen = r.far != nil && r.far.name == "kwi "+name
			return nil
		})
		if err := c.RunE(c, nil); err != nil || !seen {
			t.Errorf("%s tells nothing of how far it is: %v", name, err)
		}
	}
	made := 0
	r := &invocation{Env: Env{In: strings.NewReader(""), Out: &screenOf{}, Err: &screenOf{}}, words: lang.For("nl")}
	for _, c := range r.tree().Commands() {
		if c.Name() != "help" && c.DisableFlagsInUseLine { // as command makes them
			made++
		} else if c.Name() != "help" {
			t.Errorf("%s is not made by command", c.Name())
		}
	}
	if made < 20 {
		t.Errorf("only %d commands", made)
	}
}

// TestALineThatFallsDoesNotTakeTheCommandAlong: the command does what it does, and what
// fell is told at its end.
func TestALineThatFallsDoesNotTakeTheCommandAlong(t *testing.T) {
	s := &screenOf{}
	r := &invocation{Env: Env{Out: s, Err: s, Terminal: true}, words: lang.For("en")}
	err := r.telling("slow", func() error {
		r.far.lock.Lock()
		r.far.now = nil // which draws no line
		r.far.lock.Unlock()
		<-r.far.over
		fmt.Fprintln(r.Out, "done")
		return nil
	})
	if all := s.text(); err != nil || !strings.Contains(all, "done\n") || !strings.Contains(all, "a mistake in kwi") {
		t.Errorf("%v, %q", err, all)
	}
}
