package large_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"kwi/internal/cells"
	"kwi/internal/example"
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
		for _, sheet := range large.Sheets(w, h, large.Title(look, text), large.Lines("a"), large.Words(look, text, wish), large.Number(look, text, 4)) {
			fits(t, "sheet", sheet, w, h)
		}
		for _, s := range spots {
			if s.X < 0 || s.Y < 0 || s.H < 0 || s.H > 0 && (s.X+s.W > w || s.Y+s.H > h) {
				t.Errorf("%+v lies outside %d by %d", s, w, h)
			}
		}
	})
}

func TestTextLook(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"question", question}, {"expectation", expectation}, {"letters", letters}, {"signs", signs}, {"short", "Waarnaar zullen wij u over zes maanden vragen?"},
		{"missing", "品質を高める workshops, en dat elk half jaar opnieuw met het hele team van NewMedia."},
	} {
		var b strings.Builder
		for _, r := range rooms {
			fmt.Fprintf(&b, "# %d by %d\n%s", r[0], r[1], show(large.Text(theme.Plain(), c.text, r[0], r[1], 0)))
		}
		kittest.Golden(t, c.name, b.String())
	}
}

// TestTextFillsItsRoom: what is asked and expected in the examples is drawn in
// letters of dots on a page of its own, and fills at least half of it.
func TestTextFillsItsRoom(t *testing.T) {
	looked := 0
	for _, l := range []string{"nl", "en"} {
		for _, c := range example.Portfolio(l, kittest.Today).Clients {
			for _, k := range c.Newest().KWIs {
				texts := []string{k.Expectation}
				for _, q := range k.Questions {
					texts = append(texts, q.Text)
				}
				for _, text := range texts {
					for _, r := range rooms[1:] {
						lines := large.Text(theme.Plain(), text, r[0], r[1], 0)
						if len(lines) < (r[1]+1)/2 || !strings.ContainsAny(strings.Join(lines, ""), "█▌▐") {
							t.Errorf("%q has %d of %d lines", text, len(lines), r[1])
						}
						looked++
					}
				}
			}
		}
	}
	if looked < 100 {
		t.Errorf("only %d texts", looked)
	}
}

// TestWishes: a wish makes text smaller, down to plain letters, and larger
// where there is room or where it may go on on another page.
func TestWishes(t *testing.T) {
	area := func(text string, w, h, wish int) int {
		lines := large.Text(theme.Plain(), text, w, h, wish)
		return len(lines) * cells.Width(lines[0])
	}
	if a, b, c := area("Ja", 197, 56, -1), area("Ja", 197, 56, 0), area("Ja", 197, 56, 1); a >= b || b >= c {
		t.Errorf("%d, %d, %d cells", a, b, c)
	}
	if got := show(large.Text(theme.Plain(), question, 77, 20, -9)); !strings.Contains(got, "BESTSELLER") {
		t.Errorf("the smallest letters are not plain: %s", got)
	}
	if a, b := area(question, 77, 20, 0), area(question, 77, 20, 9); a != b {
		t.Errorf("%d cells, and %d where more is wished than fits", a, b)
	}
	for wish, pages := range map[int]int{-9: 1, 0: 1, 1: 2} {
		if got := len(large.Pages(theme.Plain(), question, 77, 20, wish)); got < pages || pages == 1 && got != 1 {
			t.Errorf("wish %d: %d pages", wish, got)
		}
	}
}

// TestLongTextGoesOn: what no page holds says so with …, and goes on where
// there are pages.
func TestLongTextGoesOn(t *testing.T) {
	long := strings.Repeat(question+" ", 40)
	for _, text := range []string{long, strings.Repeat("品質 kwaliteit ", 200)} {
		cut := large.Text(theme.Plain(), text, 77, 20, 0)
		if last := cut[len(cut)-1]; len(cut) != 20 || !strings.HasSuffix(last, "…") {
			t.Errorf("%d lines end with %q", len(cut), last)
		}
	}
	if got := len(large.Pages(theme.Plain(), long, 77, 20, 0)); got < 10 {
		t.Errorf("%d pages", got)
	}
	var words []string
	for _, page := range large.Pages(theme.Plain(), long, 77, 20, -9) {
		words = append(words, strings.Fields(strings.Join(page, " "))...)
	}
	if !slices.Equal(words, strings.Fields(long)) {
		t.Error("words are lost between the pages")
	}
}

// TestPagesLook are whole pages, without colour.
func TestPagesLook(t *testing.T) {
	look := theme.Plain()
	relevance := []string{"minder", "evenveel", "meer"}
	trend := []large.Bar{{Label: "2025H1", Figure: 710, Text: "7,10"}, {Label: "2025H2", Figure: score.None, Text: "–"}, {Label: "2026H1", Figure: 725, Text: "7,25"}, {Label: "2026H2", Figure: 830, Text: "8,30"}}
	for name, blocks := range map[string]func(h int) []large.Block{
		"answer": func(h int) []large.Block {
			return []large.Block{large.Lines("NewMedia · Kees Klant"), large.Words(look, question, 0), large.Options(look, grades, 7, max(4, h/5))}
		},
		"choices": func(h int) []large.Block {
			return []large.Block{large.Options(look, grades, 2, h/3), large.Options(look, relevance, 1, h/3)}
		},
		"kwi": func(h int) []large.Block {
			return []large.Block{large.Title(look, "02 Kennisborging"), large.Beside(large.Number(look, "7,60", h/2), large.Words(look, "doel 8,0\nvorige keer 7,3", 0))}
		},
		"trend": func(h int) []large.Block {
			return []large.Block{large.Title(look, "02 Kennisborging"), large.Trend(look, trend, large.Line{At: 800, Name: "doel 8,0"})}
		},
	} {
		var b strings.Builder
		for _, r := range rooms {
			lines, _ := large.Page(r[0], r[1], blocks(r[1])...)
			fmt.Fprintf(&b, "# %d by %d\n%s", r[0], r[1], show(lines))
		}
		kittest.Golden(t, "page-"+name, b.String())
	}
}

// TestSheets: an expectation that a page has no room for in letters of dots has
// a sheet of its own, and the figure the next; a wish for larger letters too.
func TestSheets(t *testing.T) {
	look := theme.Plain()
	long := "“Wij willen van geen enkele leverancier afhankelijk zijn: wat bij ons geleerd wordt moet blijven, en wie hier begint moet ons al kennen.”"
	sheets := func(text string, w, h, wish int) [][]string {
		return large.Sheets(w, h, large.Title(look, "Kennisborging"), large.Words(look, text, wish), large.Number(look, "7,60", 8))
	}
	var b strings.Builder
	for _, r := range rooms {
		for i, s := range sheets(long, r[0], r[1], 0) {
			fmt.Fprintf(&b, "# %d by %d, %d\n%s", r[0], r[1], i+1, show(s))
		}
	}
	kittest.Golden(t, "sheets", b.String())
	for _, c := range []struct {
		text          string
		w, h, wish, n int
	}{{"Ja", 77, 20, 0, 1}, {long, 77, 20, 0, 3}, {long, 197, 56, 0, 1}, {long, 197, 56, 2, 3}, {"品質", 77, 20, 0, 1}, {"品質", 77, 20, 3, 1}, {long, 77, 20, -3, 2}} {
		if got := len(sheets(c.text, c.w, c.h, c.wish)); got != c.n {
			t.Errorf("%q in %d by %d, wish %d: %d sheets, want %d", c.text, c.w, c.h, c.wish, got, c.n)
		}
	}
}

// TestTheLitOneIsSeenWithoutColour: no two options lit look the same.
func TestTheLitOneIsSeenWithoutColour(t *testing.T) {
	for _, r := range append(rooms, [2]int{20, 1}, [2]int{30, 2}) {
		seen := map[string]bool{}
		for lit := range len(grades) + 1 {
			seen[show(large.Choice(theme.Mono(), grades, lit-1, r[0], r[1]))] = true
		}
		if len(seen) != len(grades)+1 {
			t.Errorf("%v: only %d of %d choices can be told apart", r, len(seen), len(grades)+1)
		}
	}
}

// TestFiguresAreLarge: a grade is at least five rows high on the smallest
// terminal, with or without a comma on the same line.
func TestFiguresAreLarge(t *testing.T) {
	lines := large.Figure(theme.Plain(), "10,00", 77, 7)
	rows := 0
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			rows++
		}
	}
	if rows < 5 || len(large.Figure(theme.Plain(), "10", 77, 7)) != len(lines) {
		t.Errorf("%d rows of %q", rows, lines)
	}
}

func BenchmarkPage(b *testing.B) {
	look := theme.Dark()
	for b.Loop() {
		large.Page(197, 56, large.Title(look, "02 Kennisborging"), large.Words(look, expectation, 0), large.Options(look, grades, 7, 11))
	}
}
