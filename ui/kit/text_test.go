package kit_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"kwi/ui/kit"
)

// hostile is text as a file from elsewhere may hold it.
var hostile = rapid.Custom(func(t *rapid.T) string {
	parts := rapid.SliceOfN(rapid.SampledFrom([]string{
		"a", "woord", " ", "  ", "\n", "\t", "\r", "é", "e\u0301", "\u0301", "漢字", "👩‍👩‍👧", "🇳🇱", "👍🏽", "ﷺ", "\u200d", "\ufe0f", "☎\ufe0f", "한글", "\u1112\u1161\u11ab",
		"\x1b[31m", "\x1b]0;x\x07", "\x1b[2J", "\x1b", "\x9b2J", "\u009b2J", "\x00", "\x7f", "\u202e", "\u2066", "\u2028", "\ufeff", "\xff", "\xe2\x80", "ab-cd", "een-heel-lang-woord-zonder-spaties", "नि", "…",
	}), 0, 30).Draw(t, "parts")
	return strings.Join(parts, "") + rapid.String().Draw(t, "tail")
})

func noOrders(t interface{ Errorf(string, ...any) }, s string) {
	for i, r := range s {
		if r < 0x20 && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			t.Errorf("%U at %d of %q", r, i, s)
		}
	}
	if !utf8.ValidString(s) {
		t.Errorf("no text: %q", s)
	}
}

func TestTextStaysWithinItsWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, w := hostile.Draw(t, "text"), rapid.IntRange(0, 40).Draw(t, "width")
		clean := kit.Clean(s)
		noOrders(t, clean)
		if kit.Clean(clean) != clean {
			t.Errorf("cleaning twice is not cleaning once: %q", clean)
		}
		for name, l := range map[string]string{"Line": kit.Line(s, w), "Fit": kit.Fit(s, w), "FitRight": kit.FitRight(s, w)} {
			noOrders(t, l)
			if strings.Contains(l, "\n") {
				t.Errorf("%s: more than one line: %q", name, l)
			}
			got := ansi.StringWidth(l)
			if got > w || name != "Line" && got != w {
				t.Errorf("%s: %d cells for %d: %q", name, got, w, l)
			}
		}
		for _, l := range kit.Wrap(s, w) {
			noOrders(t, l)
			if got := ansi.StringWidth(l); got > w || strings.Contains(l, "\n") {
				t.Errorf("Wrap: %d cells for %d: %q", got, w, l)
			}
		}
	})
}

// Wrapping loses nothing but the spaces at which it breaks.
func TestWrapKeepsEveryWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, w := kit.Clean(hostile.Draw(t, "text")), rapid.IntRange(2, 40).Draw(t, "width")
		squeeze := func(s string) string { // marks that begin a line have gone
			return strings.Map(func(r rune) rune {
				if r == ' ' || r == '\n' || unicode.Is(unicode.M, r) || r == '\u200d' || r >= 0x1f3fb && r <= 0x1f3ff {
					return -1
				}
				return r
			}, s)
		}
		if got := strings.Join(kit.Wrap(s, w), ""); squeeze(got) != squeeze(s) {
			t.Errorf("%q became %q", s, got)
		}
	})
}

func TestWidthIsThatOfTheLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := kit.Clean(hostile.Draw(t, "text"))
		if got, want := kit.Width(s), ansi.StringWidth(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	})
	for r := rune(0x20); r < 0x30000; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		if got, want := kit.Width(string(r)), ansi.StringWidth(string(r)); got != want {
			t.Errorf("%U: %d, want %d", r, got, want)
		}
	}
}

func TestLine(t *testing.T) {
	for _, c := range []struct {
		in   string
		w    int
		want string
	}{
		{"NewMedia", 8, "NewMedia"}, {"NewMedia", 7, "NewMed…"}, {"NewMedia", 1, "…"}, {"NewMedia", 0, ""}, {"a\nb", 8, "a b"}, {"a\r\nb\tc", 8, "a b c"},
		{"漢字漢字", 5, "漢字…"}, {"漢字漢字", 4, "漢…"}, {"e\u0301e\u0301e\u0301", 2, "e\u0301…"}, {"👩‍👩‍👧 thuis", 3, "👩‍👩‍👧…"}, {"\x1b[31mrood", 9, "[31mrood"}, {"a\u202eb", 4, "ab"},
	} {
		if got := kit.Line(c.in, c.w); got != c.want {
			t.Errorf("%q in %d: %q, want %q", c.in, c.w, got, c.want)
		}
	}
	if got := kit.Cut("\x1b[1mvet en lang\x1b[m", 5); ansi.Strip(got) != "vet …" || !strings.HasSuffix(got, "\x1b[m") {
		t.Errorf("a style that is not closed: %q", got)
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in   string
		w    int
		want string
	}{
		{"", 10, ""}, {"een twee drie", 8, "een twee|drie"}, {"een twee drie", 9, "een twee|drie"}, {"een  twee", 5, "een|twee"}, {"a\n\nb", 5, "a||b"},
		{"onafhankelijkheid", 6, "onafha|nkelij|kheid"}, {"de onafhankelijkheid", 6, "de|onafha|nkelij|kheid"}, {"  ingesprongen", 20, "  ingesprongen"}, {"een ", 3, "een"}, {"a b", 1, "a|b"},
		{"漢字漢字", 5, "漢字|漢字"},
	} {
		if got := strings.Join(kit.Wrap(c.in, c.w), "|"); got != c.want {
			t.Errorf("%q in %d: %q, want %q", c.in, c.w, got, c.want)
		}
	}
}
