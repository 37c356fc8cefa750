package main

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/cli"
	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/memory"
	"kwi/ui/linear"
)

// player gives a program the lines of a play, one for each time that it asks, and
// notes them where they were given.
type player struct {
	lines []string
	out   *bytes.Buffer
}

// Read implements io.Reader.
func (p *player) Read(b []byte) (int, error) {
	if len(p.lines) == 0 {
		return 0, io.EOF
	}
	line := p.lines[0]
	p.lines = p.lines[1:]
	p.out.WriteString("> " + line + "\n")
	return copy(b, line+"\n"), nil
}

// typedIn are the lines of the user in a play.
func typedIn(play string) (lines []string) {
	for line := range strings.Lines(play) {
		if typed, is := strings.CutPrefix(line, ">"); is {
			lines = append(lines, strings.TrimSpace(typed))
		}
	}
	return lines
}

// inLinesOn plays lines on a store, at a moment that stands still, and gives what was
// said on both sides.
func inLinesOn(t *testing.T, s store.Store, language string, lines []string, change func(*linear.Config)) string {
	t.Helper()
	at := func() time.Time { return day }
	session := cli.Session{Desk: desk.New(s, nonce).From(desk.New(s, nonce).Window(), at), Words: lang.For(language)}
	session.Getenv = func(string) string { return "" }
	session.Environ = session.Getenv
	c, err := lined(t.Context(), session, at)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	c.In, c.Out = &player{lines, &out}, &out
	if change != nil {
		change(&c)
	}
	if err := linear.Run(t.Context(), c); err != nil {
		t.Errorf("it ended with %v", err)
	}
	return out.String()
}

// writesPlays is that the plays are written anew.
func writesPlays() bool { return flag.Lookup("update").Value.String() == "true" }

// TestAWholeCycleInLines plays the whole cycle, from a client who is not there yet to
// the cycle after the first, as a screen reader hears it. The plays are read as prose.
func TestAWholeCycleInLines(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		t.Run(language, func(t *testing.T) {
			path, err := filepath.Abs(filepath.Join("testdata", "lines", "cycle-"+language+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			s := memory.New()
			playAs(t, s, language, path)
			file, err := desk.New(s, nonce).Export(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			playedToItsEnd(t, file)
		})
	}
}

// playAs plays a play on a store and holds it against what stands in its file.
func playAs(t *testing.T, s store.Store, language, path string) {
	t.Helper()
	play, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Chdir(home)
	got := strings.ReplaceAll(inLinesOn(t, s, language, typedIn(string(play)), nil), home, "HOME")
	if writesPlays() {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	} else if got != string(play) {
		t.Errorf("%s is told otherwise:\n%s", filepath.Base(path), firstDifference(string(play), got))
	}
}

// playedToItsEnd holds what the play brought about against what a file knows of it.
func playedToItsEnd(t *testing.T, file portable.File) {
	t.Helper()
	if len(file.Clients) != 1 || len(file.Clients[0].Cycles) != 2 {
		t.Fatalf("%+v", file.Clients)
	}
	c := file.Clients[0]
	y, next := &c.Cycles[0], &c.Cycles[1]
	people := len(c.Respondents) == 2 && len(c.Colleagues) == 1 && c.Sponsor == c.Respondents[0].Initials
	talks := len(y.Notes) == 2 && strings.Contains(y.Notes[0].Text, "\n") && y.Notes[0].KWI == 1 && len(y.Visits) == 2 && len(y.Promised) == 1
	lists := len(y.Tested) == 2 && len(y.Sent) == 2 && len(y.Sendings) == 2 && len(y.Confirmed) == 2 && len(y.Informed) == 1
	first := c.Respondents[0].Initials
	grades := y.Answers[first].Of(account.QuestionCode{KWI: 1, Serial: 1}) == account.Answer{Question: account.QuestionCode{KWI: 1, Serial: 1}, Grade: 8, Relevance: account.More}
	session := y.Session != "" && len(y.Meeting.Present) == 3 && len(y.Meeting.Decisions) == 1 && y.Analysis.Proposals != ""
	promises := len(y.Actions) == 2 && y.Actions[0].Status == account.Done && y.Actions[0].Evidence != "" && y.Actions[1].Due != "" && y.Actions[1].KWI == 1
	closed := y.Stage == account.Closed && len(y.Reasons) == 0 && next.Stage == account.Initialise && next.KWIs[0].Title != y.KWIs[0].Title
	if !people || !talks || !lists || !grades || !session || !promises || !closed {
		t.Errorf("people %t, talks %t, lists %t, grades %t, session %t, promises %t, closed %t", people, talks, lists, grades, session, promises, closed)
	}
}

// firstDifference is where two texts part.
func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return strings.Join(a[max(0, i-3):i], "\n") + "\n- " + a[i] + "\n+ " + b[i]
		}
	}
	return "one goes on where the other ends"
}
