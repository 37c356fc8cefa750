package cells_test

import (
	"strings"
	"testing"
	"unsafe"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit/kittest"
	"kwi/ui/part"
	"kwi/ui/theme"
)

func TestSafe(t *testing.T) {
	for _, c := range [][2]string{
		{"gewoon\n\x1b[1mvet\x1b[0m ●", "gewoon\n\x1b[1mvet\x1b[0m ●"}, {"\x1b[38;2;1;2;3mkleur\x1b[m", "\x1b[38;2;1;2;3mkleur\x1b[m"}, {"\x1b[4:3mgolf\x1b[24m", "\x1b[4:3mgolf\x1b[24m"},
		{"\x1b[2Jweg", "[2Jweg"}, {"\x1b]0;titel\x07", "]0;titel"}, {"8,1\r9,9", "8,19,9"}, {"\x9b2J", "\ufffd2J"}, {"\u009b2J", "2J"}, {"a\u202eb\u2066c", "abc"}, {"eind\x1b", "eind"}, {"eind\x1b[1", "eind[1"}, {"a\x00b\x7fc\bd", "abcd"},
		{"a\tb", "a b"}, {"\x1b[?25l", "[?25l"}, {"\xff", "\ufffd"}, {"\ufeffa", "a"}, {"a\u2028b", "ab"}, {"\x1b[1\x1b[2m", "[1\x1b[2m"}, {"“quote” — 8–10 …", "“quote” — 8–10 …"}, {"�", "�"},
	} {
		if got := cells.Safe(c[0]); got != c[1] {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
	}
}

func TestSafeLetsNoOrderThrough(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		got := cells.Safe(kittest.Hostile.Draw(t, "text"))
		if cells.Safe(got) != got {
			t.Errorf("not safe after all: %q", got)
		}
		// Without its styles nothing is left that steers.
		rest := got
		for i := strings.IndexByte(rest, '\x1b'); i >= 0; i = strings.IndexByte(rest, '\x1b') {
			end := strings.IndexByte(rest[i:], 'm')
			if end < 0 || strings.Trim(rest[i+2:i+end], "0123456789:;") != "" {
				t.Fatalf("no style: %q", rest[i:])
			}
			rest = rest[:i] + rest[i+end+1:]
		}
		kittest.NoOrders(t, rest)
	})
}

// A screen in which nothing is wrong is not even copied.
func TestSafeIsCheapForOurOwnScreens(t *testing.T) {
	s := screenful(120, 40)
	if got := cells.Safe(s); unsafe.StringData(got) != unsafe.StringData(s) {
		t.Error("copied a screen that is safe")
	}
}

func screenful(w, h int) string {
	t := theme.Dark()
	lines := []string{part.Steps(t, account.Extended, account.Realise), t.Rule(w)}
	for len(lines) < h {
		lines = append(lines, t.Accent.Render("▸ KWI-01")+"  "+t.Text.Render(cells.Fit("Wie bij ons komt werken kent “ons” vooraf — en dat merken wij in één oogopslag", w-30))+"  "+t.Bar.Render("████▌")+t.Faint.Render("│8,0")+" "+t.Good.Render("+0,31"))
	}
	return strings.Join(lines, "\n")
}

func BenchmarkSafe120x40(b *testing.B) {
	s := screenful(120, 40)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		cells.Safe(s)
	}
}

func BenchmarkFit(b *testing.B) {
	for b.Loop() {
		cells.Fit("Wie bij ons komt werken kent “ons” vooraf — en dat merken wij", 40)
	}
}
