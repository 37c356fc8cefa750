//go:build unix

package main

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/portable"
)

// TestARandomWalkInATerminal walks through a meeting in the real program, where
// nobody says who sits there: the screen, and all that was ever written to the
// terminal, holds no mark that the client may not see then. It ends by ctrl+c,
// to an empty screen.
func TestARandomWalkInATerminal(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	binary, folder := build(t), t.TempDir()
	var m marker
	c := m.marked(kept(t, stocked(t), "newmedia"))
	c.Archived, c.Newest().Stage = "", account.Session
	var b bytes.Buffer
	if err := portable.Write(&b, portable.File{Supplier: "BESTSELLER", Clients: []account.Client{c}}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "kwi.db")
	if err := os.WriteFile(filepath.Join(folder, "in.json"), b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(binary, "--file", file, "import", filepath.Join(folder, "in.json")).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	allowed := marksIn(c.Shown(account.Room{}))
	maps.Copy(allowed, marksIn(c.Shown(account.Room{Known: true, Guests: true}))) // what anybody may see of whom it was said that they sit here
	home := filepath.Join(folder, "home")
	if err := os.Mkdir(home, 0o700); err != nil {
		t.Fatal(err)
	}
	s := run(t, binary, []string{"HOME=" + home, "TMPDIR=" + home, "KWI_SETTINGS=" + filepath.Join(folder, "settings.json")}, "--file", file, "meet", "--client", c.ID)
	s.see("beginnen")
	random, seen := rand.New(rand.NewPCG(8, 8)), map[string]bool{}
	for n := range 4000 {
		key := terminalKey(random)
		if s.press(key); key == "\x1b" {
			time.Sleep(2 * escWait) // it is a key of its own only when nothing follows
		}
		if n%10 == 9 {
			time.Sleep(10 * time.Millisecond)
			shown := s.shown()
			holds(t, shown, &m, allowed)
			maps.Copy(seen, marksIn(shown))
		}
	}
	time.Sleep(200 * time.Millisecond)
	holds(t, s.sent(), &m, allowed)
	if len(seen) < 10 {
		t.Errorf("only %d marks were seen:\n%s", len(seen), s.shown())
	}
	s.press("\x03")
	if code := s.end(); code != 0 {
		t.Errorf("exit status %d", code)
	}
	s.restored()
	if left := strings.TrimSpace(s.shown()); left != "" {
		t.Errorf("it ends on:\n%s", left)
	}
	if files, _ := os.ReadDir(home); len(files) > 0 {
		t.Errorf("written are %v", files)
	}
}

// holds fails the test where a text holds a mark that may not be seen.
func holds(t *testing.T, text string, m *marker, allowed map[string]bool) {
	t.Helper()
	for word := range marksIn(text) {
		if m.issued[word] && !allowed[word] {
			t.Fatalf("%s is seen:\n%s", word, text)
		}
	}
}

// terminalKey is what a terminal sends for some key, click, wheel or paste. It
// is never who sits here, and nothing that ends a meeting.
func terminalKey(r *rand.Rand) string {
	return pick(r, "\r", "\r", "\r", "\x1b[A", "\x1b[B", "\x1b[B", "\x1b[C", "\x1b[C", "\x1b[D", "\x1b", "\t", "\x1b[Z", "\x1a", "\x19", "\x13", "\x1bOP", "\x7f", " ",
		"1", "1", "2", "2", "3", "4", "5", "6", "7", "n", "x", "g", "a", "e", "r", "q", "M", "?", "+", "-", "L", "T", "é",
		"\x1b[<0;40;24M", "\x1b[<65;40;10M", "\x1b[<64;40;10M", "\x1b[200~klaar\r\x1b[201~", "\x1b[200~een zin\x1b[201~")
}
