package large_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit/kittest"
	"kwi/ui/theme"
	"kwi/ui/widget/large"
)

const (
	question    = "BESTSELLER biedt ons workshops en seminars aan waar wij iets aan hebben."
	expectation = "“Wij willen van geen enkele leverancier afhankelijk zijn: wat bij ons geleerd wordt, moet blijven.”"
	letters     = "ABCDEFGHIJKLM NOPQRSTUVWXYZ abcdefghijklm nopqrstuvwxyz 0123456789 é è ê ë ï í ó ö ü ñ ç å Å Ö É ø ß œ æ š ů ő ą ł"
	signs       = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ “a” ‘b’ „c“ «d» – — … · • € £ § ° ± − × ÷ ² →"
)

var grades = strings.Fields("1 2 3 4 5 6 7 8 9 10")

// rooms are the bodies of the terminals that are tested.
var rooms = [][2]int{{57, 16}, {77, 20}, {117, 36}, {197, 56}}

func show(lines []string) string {
	for i, l := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(l), " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// fits tests that lines are drawn within their room.
func fits(t kittest.Failer, what string, lines []string, w, h int) {
	t.Helper()
	if len(lines) > max(h, 0) {
		t.Errorf("%s: %d lines in %d", what, len(lines), h)
	}
	for _, l := range lines {
		if cells.Width(l) > max(w, 0) || strings.Contains(l, "\n") {
			t.Errorf("%s: %q is %d wide in %d", what, l, cells.Width(l), w)
		}
	}
}

var anyText = rapid.OneOf(kittest.Hostile, rapid.StringMatching(`[a-zé ,]{0,300}`), rapid.SampledFrom([]string{"", " ", "\n\n", question, expectation, letters, signs, "品質", "a\u0301\u0301\u0301", "\u0301", "\u200b"}))

func TestNothingIsDrawnOutside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := anyText.Draw(t, "text")
		w, h, wish := rapid.IntRange(-1, 210).Draw(t, "w"), rapid.IntRange(-1, 70).Draw(t, "h"), rapid.IntRange(-3, 3).Draw(t, "wish")
		look := rapid.SampledFrom([]theme.Theme{theme.Plain(), theme.Mono(), theme.Dark()}).Draw(t, "theme")
		lines := large.Text(look, text, w, h, wish)
		fits(t, "text", lines, w, h)
		if !slices.Equal(lines, large.Text(look, text, w, h, wish)) {
			t.Errorf("%q is drawn in two ways", text)
		}
		for _, page := range large.Pages(look, text, w, h, wish) {
			fits(t, "page", page, w, h)
		}
		figure := large.Figure(look, text, w, h)
		fits(t, "figure", figure, w, h)
		for _, l := range figure {
			if cells.Width(l) != cells.Width(figure[0]) {
				t.Errorf("a figure of unequal lines: %q", figure)
			}
		}
		options := append(rapid.SliceOfN(anyText, 0, 4).Draw(t, "options"), grades...)
		fits(t, "choice", large.Choice(look, options, rapid.IntRange(-1, len(options)).Draw(t, "lit"), w, h), w, h)
		bars := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) large.Bar {
			return large.Bar{Label: anyText.Draw(t, "label"), Figure: score.Figure(rapid.IntRange(100, 1000).Draw(t, "figure")), Text: anyText.Draw(t, "text")}
		}), 0, 6).Draw(t, "bars")
		fits(t, "bars", large.Bars(look, append(bars, large.Bar{Figure: score.None}), large.Line{At: score.Figure(rapid.IntRange(0, 1000).Draw(t, "at")), Name: text}, w, h), w, h)
		page, spots := large.Page(w, h, large.Title(look, text), large.Words(look, text, wish), large.Lines("a", strings.Repeat("b", 300)), large.Words(look, question, wish))
		fits(t, "page", page, w, h)
		for _, s := range spots {
			if s.X < 0 || s.Y < 0 || s.H < 0 || s.H > 0 && (s.X+s.W > w || s.Y+s.H > h) {
				t.Errorf("%+v lies outside %d by %d", s, w, h)
			}
		}
	})
}

func TestTextLook(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"question", question}, {"expectation", expectation}, {"letters", letters}, {"signs", signs}, {"short", "Wat moet ik u over een half jaar vragen?"},
		{"missing", "品質を高める workshops, en dat elk half jaar opnieuw met het hele team van NewMedia."},
	} {
		var b strings.Builder
		for _, r := range rooms {
			fmt.Fprintf(&b, "# %d by %d\n%s", r[0], r[1], show(large.Text(theme.Plain(), c.text, r[0], r[1], 0)))
		}
		kittest.Golden(t, c.name, b.String())
	}
}
