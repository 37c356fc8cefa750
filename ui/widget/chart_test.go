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
	"kwi/ui/theme"
	"kwi/ui/widget"
)

func chartOf(values, targets []score.Figure, called string) widget.Chart {
	f := kittest.Frame(77, 20, "nl", account.Client{})
	c := widget.Chart{Axis: 12, Cell: 9, Target: called, Scale: score.ScaleOf(append(append([]score.Figure{}, values...), targets...))}
	for i, v := range values {
		p := widget.ChartPoint{Label: fmt.Sprintf("202%dH1", i), Figure: v, Target: targets[i]}
		if v.OK() {
			p.Text = f.Words.Score(int(v), true)
		}
		c.Points = append(c.Points, p)
	}
	return c
}

func TestChartsLook(t *testing.T) {
	f := kittest.Frame(77, 20, "nl", account.Client{})
	none := score.None
	var b strings.Builder
	for _, d := range []struct {
		name            string
		values, targets []score.Figure
		called          string
		h               int
	}{
		{"a target that was raised, and a cycle without a figure", []score.Figure{633, 700, none, 735, 783}, []score.Figure{none, 700, 700, 700, 800}, "doel 8,0", 14},
		{"as expected is on the line, a little less below it", []score.Figure{750, 746, 745, 755, 754}, []score.Figure{750, 750, 750, 750, 750}, "doel 7,5", 9},
		{"one cycle", []score.Figure{760}, []score.Figure{800}, "doel 8,0", 7},
		{"the whole scale in few lines", []score.Figure{100, 1000, 550}, []score.Figure{none, none, none}, "", 7},
		{"nothing yet", []score.Figure{none, none}, []score.Figure{none, none}, "", 7},
	} {
		fmt.Fprintf(&b, "# %s\n%s\n\n", d.name, strings.Join(chartOf(d.values, d.targets, d.called).View(f, d.h), "\n"))
	}
	kittest.Golden(t, "charts", b.String())
}

func TestAChartStaysWithinItsSize(t *testing.T) {
	f := kittest.Frame(77, 20, "nl", account.Client{}, kittest.Theme(theme.Light()))
	figure := rapid.Map(rapid.IntRange(99, 1000), func(n int) score.Figure {
		if n == 99 {
			return score.None
		}
		return score.Figure(n)
	})
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 9).Draw(t, "n")
		c := chartOf(rapid.SliceOfN(figure, n, n).Draw(t, "values"), rapid.SliceOfN(figure, n, n).Draw(t, "targets"), "doel 7,25")
		c.Axis, c.Cell = rapid.IntRange(4, 40).Draw(t, "axis"), rapid.IntRange(7, 14).Draw(t, "cell")
		h := rapid.IntRange(0, 30).Draw(t, "h")
		lines := c.View(f, h)
		if len(lines) > h {
			t.Fatalf("%d lines in %d", len(lines), h)
		}
		for _, l := range lines {
			if cells.Width(l) > c.Axis+n*c.Cell {
				t.Fatalf("%q is %d wide", l, cells.Width(l))
			}
		}
	})
}
