package widget_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit/kittest"
	"kwi/ui/part"
	"kwi/ui/theme"
	"kwi/ui/widget"
)

func TestFiguresLook(t *testing.T) {
	f := kittest.Frame(77, 20, "nl", account.Client{})
	var b strings.Builder
	b.WriteString("# bars\n")
	for _, c := range []struct {
		f score.Figure
		t account.Target
	}{{760, 800}, {696, 750}, {896, 750}, {750, 750}, {1000, 1000}, {100, 725}, {score.None, 750}, {760, 0}} {
		fmt.Fprintf(&b, "%5s  %s\n", f.Words.Score(int(c.f), c.f.OK()), widget.Bar(f, c.f, c.t, 60))
	}
	b.WriteString("\n# trends\n")
	none := score.None
	for _, v := range [][]score.Figure{{700, 710, none, 735, 760}, {700, 700, 700}, {690, 700, 710}, {100, 1000, 550}, {none, none, 750}, {none}, {}} {
		fmt.Fprintf(&b, "|%s| %v\n", widget.Sparkline(f.Theme, v, score.Scale{Low: 6, High: 9}, 8), v)
	}
	b.WriteString("\n# steps\n")
	for _, at := range []account.Stage{account.Initialise, account.Realise, account.Session, account.Closed} {
		fmt.Fprintf(&b, "%s  %s\n", part.Steps(f.Theme, account.Extended, at), part.ShortSteps(f.Theme, account.Extended, at))
	}
	kittest.Golden(t, "figures", b.String())
}

func TestRungWords(t *testing.T) {
	for tag, want := range map[string][]string{"en": {"", "less than expected", "as expected", "more than expected"}, "nl": {"", "minder dan verwacht", "zoals verwacht", "meer dan verwacht"}} {
		f := kittest.Frame(77, 20, tag, account.Client{})
		for r, want := range want {
			if got := widget.RungWord(f, score.Rung(r)); got != want {
				t.Errorf("%d in %s: %q, want %q", r, tag, got, want)
			}
		}
	}
}

func TestFiguresStayWithinTheirWidth(t *testing.T) {
	f := kittest.Frame(77, 20, "nl", account.Client{}, kittest.Theme(theme.Light()))
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.IntRange(0, 80).Draw(t, "w")
		figure := rapid.Map(rapid.IntRange(99, 1000), func(n int) score.Figure {
			if n == 99 {
				return score.None
			}
			return score.Figure(n)
		})
		if got := cells.Width(widget.Bar(f, figure.Draw(t, "f"), account.Target(rapid.IntRange(0, 1000).Draw(t, "target")), w)); got > w {
			t.Errorf("a bar of %d in %d", got, w)
		}
		values := rapid.SliceOfN(figure, 0, 20).Draw(t, "values")
		if got := cells.Width(widget.Sparkline(f.Theme, values, score.ScaleOf(values), w)); got != min(w, len(values)) {
			t.Errorf("a trend of %d in %d", got, w)
		}
	})
}

func TestGlyphsAreOneCellWide(t *testing.T) {
	g := theme.Plain().Glyphs
	for _, s := range append(append([]string{g.Cursor, g.Done, g.Now, g.Todo, g.Line, g.Rule, g.Column, g.Dot, g.On, g.Off, g.None, g.Ok, g.No, g.Ellipsis, g.Edit, g.Target, "‹", "›"}, g.Spark...), g.Bars...) {
		if cells.Width(s) != 1 {
			t.Errorf("%q is %d wide", s, cells.Width(s))
		}
	}
}

func TestBlocks(t *testing.T) {
	if got := cells.Block([]string{"een", "tweeeee", "drie", "vier"}, 5, 3); got != "een\ntwee…\ndrie" {
		t.Errorf("%q", got)
	}
	if got := cells.Block([]string{"een"}, 5, 3); got != "een\n\n" {
		t.Errorf("%q", got)
	}
	if got := cells.Columns("a\nlang woord\nc", 6, "x\n\ny\nz", 3, 2); got != "a       x\nlang …\nc       y\n        z" {
		t.Errorf("%q", got)
	}
}
