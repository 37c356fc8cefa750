package text_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/bidi"
	"pgregory.net/rapid"

	"kwi/internal/text"
)

// What reads from right to left is written here with capitals: A to Z stand for
// Hebrew letters, for a reader to see the order.
var hebrew = strings.NewReplacer("A", "א", "B", "ב", "C", "ג", "D", "ד", "E", "ה", "F", "ו", "G", "ז", "H", "ח")

func TestVisual(t *testing.T) {
	for _, c := range []struct{ logical, want string }{
		{"", ""}, {"gewone tekst (met haakjes) 8,5", "gewone tekst (met haakjes) 8,5"},
		{"ABC DEF", "FED CBA"}, {"van ABC DEF (kk)", "van FED CBA (kk)"},
		{"door ABC, DEF.", "door FED ,CBA."}, {"een (ABC) naam", "een (CBA) naam"}, {"een [ABC (DEF)] naam", "een [(FED) CBA] naam"},
		{"ABC (DEF) GH", "HG (FED) CBA"}, {"ABC (abc) DEF", "FED (abc) CBA"},
		{"ABC 8 DEF 10, GH", "HG ,10 FED 8 CBA"}, {"ABC 8,5 DEF", "FED 8,5 CBA"}, {"ABC 100% DEF", "FED 100% CBA"},
		{"ABC HEF: abc DEF", "FED abc :FEH CBA"},
		{text.LeftToRightMark + "ABC abc", "CBA abc"}, {text.RightToLeftMark + "abc ABC", "CBA abc"}, {text.RightToLeftMark + "abc, def", "abc, def"}, {text.RightToLeftMark + "abc.", ".abc"},
		{"ABC ", " CBA"}, {text.LeftToRightMark + "ABC ", "CBA "},
		// our sentences: a date or a figure behind a name is not of the name
		{"van ABC, 8 dec 2026", "van CBA, 8 dec 2026"}, {text.LeftToRightMark + "ABC DEF · 2011h1", "FED CBA · 2011h1"}, {text.LeftToRightMark + "2026-01 ABC (DEF, 8 dec)", "2026-01 CBA (FED, 8 dec)"},
		{"zie ABC 8 DEF hier", "zie FED 8 CBA hier"}, {"zie ABC 8,5 DEF hier", "zie FED 8,5 CBA hier"}, {"van احمد, 8 dec", "van دمحا, 8 dec"},
	} {
		if got := text.Visual(hebrew.Replace(c.logical)); got != hebrew.Replace(c.want) {
			t.Errorf("%q became %q, not %q", c.logical, got, hebrew.Replace(c.want))
		}
	}
	const points, back = "שָׁלוֹם", "םוֹלשָׁ" // a mark stays behind its letter
	if got := text.Visual(points); got != back {
		t.Errorf("%+q, not %+q", got, back)
	}
}

// TestTheLibraryDoesNotOrderALine: as long as this holds the order is ours. A number
// and a word between what reads from the right are the same to the library, it
// does not take that a line reads from the left, and it loses a mark's letter.
func TestTheLibraryDoesNotOrderALine(t *testing.T) {
	pieces := func(line string, options ...bidi.Option) (out string) {
		var p bidi.Paragraph
		if _, err := p.SetString(line, options...); err != nil {
			t.Fatal(err)
		}
		order, err := p.Order()
		if err != nil {
			t.Fatal(err)
		}
		for i := range order.NumRuns() {
			run := order.Run(i)
			out += fmt.Sprintf("%d×%d ", run.Direction(), len([]rune(run.String())))
		}
		return out
	}
	number, word := hebrew.Replace("zie ABC8DEF hier"), hebrew.Replace("zie ABCxDEF hier")
	if a, b := pieces(number), pieces(word); a != b || text.Visual(number) == strings.Replace(text.Visual(word), "x", "8", 1) {
		t.Errorf("%s and %s: the library tells them apart", a, b)
	}
	if got := pieces(hebrew.Replace("ABC, abc"), bidi.DefaultDirection(bidi.LeftToRight)); got != pieces(hebrew.Replace("ABC, abc")) {
		t.Errorf("the library knows how a line reads: %s", got)
	}
	if got := bidi.ReverseString("שָׁ"); []rune(got)[0] == 'ש' {
		t.Errorf("the library keeps a mark behind its letter: %+q", got)
	}
}

// Arabic numbers behind Arabic letters stand as they are read, and so does what is
// not from right to left.
func TestVisualLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("abZ 12.,-()[]<>%אבגدמ ًעלم٣\u0301·"))).Draw(t, "text")
		got := text.Visual(s)
		count := func(s string) map[rune]int {
			out := map[rune]int{}
			for _, r := range strings.NewReplacer(")", "(", "]", "[", ">", "<").Replace(s) {
				out[r]++
			}
			return out
		}
		a, b := count(s), count(got)
		for r, n := range a {
			if b[r] != n {
				t.Fatalf("%q: %d of %q became %d in %q", s, n, r, b[r], got)
			}
		}
		if !text.HasRightToLeft(s) && got != s {
			t.Fatalf("%q became %q", s, got)
		}
	})
}

func TestShape(t *testing.T) {
	all := func(rune) bool { return true }
	for _, c := range []struct{ plain, want string }{
		{"abc", "abc"}, {"محمد", "\uFEE3\uFEA4\uFEE4\uFEAA"}, {"فاطمة", "\uFED3\uFE8E\uFEC3\uFEE4\uFE94"},
		{"لا", "\uFEFB"}, {"بلا", "\uFE91\uFEFC"}, {"الأحمد", "\uFE8D\uFEF7\uFEA3\uFEE4\uFEAA"},
		{"مُحَمَّد", "\uFEE3\u064F\uFEA4\u064E\uFEE4\u064E\u0651\uFEAA"}, {"کی", "\uFB90\uFBFD"}, {"ب\u200cا", "\uFE8F\u200c\uFE8D"}, {"ء", "\uFE80"},
	} {
		got, unjoined := text.Shape(c.plain, all)
		if got != c.want || len(unjoined) > 0 {
			t.Errorf("%q became %+q (%q), not %+q", c.plain, got, unjoined, c.want)
		}
		if again, _ := text.Shape(strings.ReplaceAll(got, "\u200c", ""), all); again != strings.ReplaceAll(got, "\u200c", "") {
			t.Errorf("%q is shaped twice: %+q", c.plain, again)
		}
	}
	if got, unjoined := text.Shape("محمد ا", func(r rune) bool { return r < 0xFB00 }); got != "محمد ا" || string(unjoined) != "محمد" {
		t.Errorf("without forms: %q, %q", got, string(unjoined))
	}
}
