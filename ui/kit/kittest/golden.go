package kittest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kwi/internal/cells"
	"kwi/ui/kit"
)

var update = flag.Bool("update", false, "write the goldens anew; read them as prose before keeping them")

// Golden compares a text with testdata/golden/NAME.txt beside the test.
func Golden(t testing.TB, name, text string) {
	t.Helper()
	path := filepath.Join("testdata", "golden", filepath.FromSlash(name)+".txt")
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; write it with go test -update", err)
	}
	if got := strings.TrimRight(text, "\n"); got != strings.TrimRight(string(want), "\n") {
		t.Errorf("%s is not what it was.\n--- is now\n%s\n--- was\n%s", path, got, want)
	}
}

// Show is what a page looks like as plain text: without styles and without
// spaces at the ends of lines, with the caret as ▏.
func Show(p kit.Page) string {
	lines := strings.Split(ansi.Strip(cells.Safe(p.Body)), "\n")
	if c := p.Cursor; c != nil {
		for len(lines) <= c.Y {
			lines = append(lines, "")
		}
		l := cells.Pad(lines[c.Y], c.X)
		lines[c.Y] = ansi.Truncate(l, c.X, "") + "▏" + ansi.TruncateLeft(l, c.X, "")
	}
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// View draws the screen in front as plain text.
func (p *Play) View() string { return Show(p.Top().View(p.Frame)) }

// Failer is a test of any kind, of rapid too.
type Failer interface {
	Helper()
	Errorf(format string, args ...any)
}

// Fits tests that a page stays within the frame.
func Fits(t Failer, f kit.Frame, p kit.Page) {
	t.Helper()
	lines := strings.Split(p.Body, "\n")
	if len(lines) > f.H {
		t.Errorf("%d lines in a body of %d", len(lines), f.H)
	}
	for i, l := range lines {
		if w := cells.Width(l); w > f.W {
			t.Errorf("line %d is %d wide in a body of %d: %q", i, w, f.W, l)
		}
	}
	if c := p.Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= f.W || c.Y >= f.H) {
		t.Errorf("the caret is at %d,%d in a body of %d by %d", c.X, c.Y, f.W, f.H)
	}
}
