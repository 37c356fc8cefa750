package beside

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/follow"
)

const (
	one   = "ONEWINDOW1"
	other = "ANOTHERWINDOW"
)

func sit(t *testing.T, f Folder, name string) *Seat {
	t.Helper()
	s, err := Sit(f, name, "vonk")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func page(at string) follow.Page {
	return follow.Page{Client: "vonk", Place: "meet.kwi", At: at, Room: account.Room{Known: true, Present: []account.Initials{"KK"}}}
}

// next is what a window is told within a moment.
func next(s *Seat) (follow.Page, error) {
	ctx, stop := context.WithTimeout(context.Background(), 60*time.Millisecond)
	defer stop()
	return s.Next(ctx)
}

func told(t *testing.T, s *Seat, at string) {
	t.Helper()
	if p, err := next(s); err != nil || p.At != at {
		t.Errorf("told is %+v, %v; want %s", p, err, at)
	}
}

func silent(t *testing.T, s *Seat) {
	t.Helper()
	if p, err := next(s); err == nil {
		t.Errorf("told is %+v", p)
	}
}

func tell(t *testing.T, l *Lead, turn uint64, at string, to ...string) {
	t.Helper()
	if err := l.Tell(turn, to, page(at)); err != nil {
		t.Fatal(err)
	}
}

func names(all []follow.Watcher) (out []string) {
	for _, w := range all {
		out = append(out, w.Name+" "+w.Page.At)
	}
	return out
}

func TestAWindowIsToldThePageAndTellsWhatItShows(t *testing.T) {
	f := At(filepath.Join(t.TempDir(), "kwi.db"))
	l := NewLead(f)
	if err := l.Tell(1, nil, page("KWI-01")); err == nil || len(l.look(time.Now())) > 0 {
		t.Error("there is a folder though nobody follows")
	}
	s, second := sit(t, f, one), sit(t, f, other)
	tell(t, l, 3, "KWI-02", one, other)
	told(t, s, "KWI-02")
	told(t, second, "KWI-02")
	tell(t, l, 2, "KWI-01", one, other) // was overtaken
	silent(t, s)
	s.Show(page("KWI-02"))
	if got := strings.Join(names(l.look(time.Now())), ","); got != other+" ,"+one+" KWI-02" {
		t.Errorf("those who follow are %q", got)
	}
	last := NewLead(f)
	tell(t, last, 1, "KWI-07", one)
	told(t, s, "KWI-07")
	silent(t, second)
	l.Close()
	if _, err := os.Stat(filepath.Join(f.path, pageName)); err != nil {
		t.Error("a window took away the page of another")
	}
	s.Leave()
	second.Leave()
	if _, err := os.Stat(f.path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder is left: %v", err)
	}
}

func TestNobodyTakesUpAPageOfBefore(t *testing.T) {
	f := At(filepath.Join(t.TempDir(), "kwi.db"))
	sit(t, f, one)
	tell(t, NewLead(f), 1, "KWI-01", one) // and both are killed
	silent(t, sit(t, f, other))
}

func TestAWindowThatIsKilledIsNotBelievedForLong(t *testing.T) {
	f := At(filepath.Join(t.TempDir(), "kwi.db"))
	s, l, now := sit(t, f, one), NewLead(f), time.Now()
	for _, after := range []time.Duration{0, believed - time.Second, believed + time.Second} {
		if got := l.look(now.Add(after)); (len(got) == 1) != (after < believed) {
			t.Errorf("after %v there is %v", after, names(got))
		}
	}
	_ = s.here()
	if got := l.look(now.Add(2 * believed)); len(got) != 1 {
		t.Error("it is back, and is not believed")
	}
	s.left = true
	l.look(now.Add(2*believed + leftFor + time.Second))
	if f.there() {
		t.Error("what it left stays for ever")
	}
	before := sit(t, f, other)
	old := now.Add(-time.Hour)
	if err := os.Chtimes(filepath.Join(f.path, other+".here"), old, old); err != nil {
		t.Fatal(err)
	}
	l = NewLead(f)
	if got := l.look(now); len(got) > 0 {
		t.Errorf("of an hour ago is %v", names(got))
	}
	_ = before.here()
	if got := l.look(now); len(got) != 1 {
		t.Error("it still follows, and is not believed")
	}
}

func TestWhatIsForeignIsAsIfItWereNotThere(t *testing.T) {
	folder := t.TempDir()
	f := At(filepath.Join(folder, "kwi.db"))
	s, l := sit(t, f, one), NewLead(f)
	at, here := filepath.Join(f.path, pageName), filepath.Join(f.path, other+".here")
	good, aside := string(address([]string{one}, page("KWI-02"))), filepath.Join(folder, "aside")
	put := func(path, text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for what, text := range map[string]string{
		"nothing": "", "no address": one, "rubbish": "\x00\x1b[2J\n{", "for another": strings.Replace(good, one, other, 1), "half": good[:len(good)-3],
		"too long": good + strings.Repeat(" ", mostBytes), "a line more": one + "\n" + good,
	} {
		put(at, text)
		if p, err := next(s); err == nil {
			t.Errorf("%s: read is %+v", what, p)
		}
	}
	put(here, "x\ny")
	put(filepath.Join(f.path, "..here"), good)
	put(aside, good)
	for path, name := range map[string]string{at: "page", filepath.Join(f.path, "LINKEDWINDOW.here"): "here"} {
		_ = os.Remove(path)
		if err := os.Symlink(aside, path); err != nil {
			t.Skip(err)
		}
		if content, _ := f.read(filepath.Base(path)); content != nil {
			t.Errorf("%s: a link is followed", name)
		}
	}
	silent(t, s)
	if got := names(l.look(time.Now())); len(got) != 1 || got[0] != one+" " {
		t.Errorf("those who follow are %q", got)
	}
	tell(t, l, 1, "KWI-03", one)
	told(t, s, "KWI-03")
	if text, _ := os.ReadFile(aside); string(text) != good {
		t.Error("a link is written through")
	}
	if info, err := os.Stat(at); err != nil || runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read the page: %v", info.Mode())
	}
	_ = os.RemoveAll(f.path)
	elsewhere := filepath.Join(folder, "elsewhere")
	if err := os.Mkdir(elsewhere, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, f.path); err != nil {
		t.Skip(err)
	}
	if _, err := Sit(f, other, "vonk"); err == nil {
		t.Error("a folder that is a link is sat in")
	}
	if err := l.Tell(2, []string{one}, page("KWI-04")); err == nil {
		t.Error("a folder that is a link is written to")
	}
}

// TestWhatKilledWindowsLeftIsSweptAway: a page that nobody takes away any more goes, with the
// windows that were to follow it; one that a window follows stays.
func TestWhatKilledWindowsLeftIsSweptAway(t *testing.T) {
	t.Parallel()
	f := At(filepath.Join(t.TempDir(), "kwi.db"))
	sit(t, f, one)
	long := time.Now().Add(-2 * leftFor)
	for n := range 2*mostWatchers + 1 {
		name := strings.Repeat("K", 8+n)
		sit(t, f, name)
		if err := os.Chtimes(filepath.Join(f.Path(), name+".here"), long, long); err != nil {
			t.Fatal(err)
		}
	}
	tell(t, NewLead(f), 1, "KWI-01", one)
	f.Sweep()
	entries, err := os.ReadDir(f.Path())
	if err != nil || len(entries) != 2 {
		t.Errorf("a window follows, and there is %v, %v", entries, err)
	}
	if err := os.Chtimes(filepath.Join(f.Path(), one+".here"), long, long); err != nil {
		t.Fatal(err)
	}
	f.Sweep()
	if _, err := os.Lstat(f.Path()); !os.IsNotExist(err) {
		t.Error("the folder is still there:", err)
	}
	f.Sweep() // of none it makes none
	if _, err := os.Lstat(f.Path()); !os.IsNotExist(err) {
		t.Error("the folder is there again:", err)
	}
}
