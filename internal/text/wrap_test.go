package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"kwi/internal/text"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		s    string
		room float64
		want string
	}{
		{"", 5, ""}, {"een twee drie", 8, "een twee|drie"}, {"een\n\ntwee", 8, "een||twee"}, {"  een   twee ", 20, "een twee"},
		{"onafhankelijkheid", 6, "onafha|nkelij|kheid"}, {"e-mail@voorbeeld", 8, "e-mail@|voorbeel|d"}, {"a bcdefgh", 4, "a|bcde|fgh"}, {"ab", 0, "a|b"},
	} {
		if got := strings.Join(text.Wrap(c.s, c.room, text.Each), "|"); got != c.want {
			t.Errorf("%q in %v: %q, want %q", c.s, c.room, got, c.want)
		}
	}
	if got := strings.Join(text.Fill("een\nonafhankelijkheid twee", 8, text.Each), "|"); got != "een|onafhankelijkheid|twee" {
		t.Errorf("Fill breaks a word: %q", got)
	}
}

// Nothing is left out, and no line is wider than its room unless one
// character is.
func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, room := rapid.StringOf(rapid.SampledFrom([]rune("aé漢 -/\n"))).Draw(t, "s"), float64(rapid.IntRange(0, 12).Draw(t, "room"))
		ruler := func(r rune) float64 {
			if r > 0x2e80 {
				return 2
			}
			return 1
		}
		lines := text.Wrap(s, room, ruler)
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got := bare(strings.Join(lines, " ")); got != bare(s) {
			t.Fatalf("%q became %q", s, lines)
		}
		for _, l := range lines {
			if text.Measure(l, ruler) > room && utf8.RuneCountInString(l) > 1 {
				t.Fatalf("%q is wider than %v", l, room)
			}
		}
	})
}

func TestOneLine(t *testing.T) {
	for _, c := range []struct {
		s    string
		most int
		want string
	}{
		{" een\n\ttwee\u2028drie ", 0, "een twee drie"}, {"a\x1b[2Jb\u202ec", 0, "a[2Jbc"}, {"a\xffb", 0, "a\ufffdb"}, {"abcdef", 4, "abc…"}, {"ab cdef", 4, "ab…"}, {"éééé", 4, "éééé"},
	} {
		if got := text.OneLine(c.s, c.most); got != c.want {
			t.Errorf("%q: %q, want %q", c.s, got, c.want)
		}
	}
}

func TestDecodeWindows(t *testing.T) {
	if got := text.DecodeWindows([]byte("\x80 caf\xe9 \x93x\x94 \x81")); got != "€ café “x” \ufffd" {
		t.Errorf("got %q", got)
	}
}
