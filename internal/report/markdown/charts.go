package markdown

import (
	"strings"
	"unicode/utf8"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/report"
	"kwi/internal/score"
)

const (
	chartWidth = 41 // from the lowest grade of the scale to the highest
	labelWidth = 28
)

// bars draws the figures as text on the scale that is told: ● the score, │ the
// target, and between them the distance.
func (b *markdownPage) bars(x report.Bars) {
	if len(x.Bars) == 0 {
		return
	}
	w, scale := lang.For(b.tag), x.Reach()
	wide := 0
	for _, bar := range x.Bars {
		wide = max(wide, min(utf8.RuneCountInString(bar.Label), labelWidth))
	}
	var t strings.Builder
	t.WriteString("```text\n")
	for _, said := range []string{x.Caption, x.About} {
		if said != "" {
			t.WriteString(fencedText(said) + "\n")
		}
	}
	for _, bar := range x.Bars {
		t.WriteString(fitLabel(bar.Label, wide) + "  " + padLeft(w.ScoreBy(bar.By, int(bar.Score), bar.Score.OK()), 5) + "  " + drawDistance(bar.Score, bar.Target, scale))
		if bar.Target.OK() {
			t.WriteString("  " + w.T("report.text.target", w.Score(int(bar.Target), true)))
		}
		t.WriteString("\n")
	}
	low, high := w.Int(scale.Low), w.Int(scale.High)
	t.WriteString(strings.Repeat(" ", wide+9) + low + padLeft(high, chartWidth-len(low)) + "\n")
	t.WriteString("```")
	b.line(t.String())
}

// drawDistance is a figure and its target on a scale. A figure that misses its
// target never stands on it.
func drawDistance(f, target score.Figure, scale score.Scale) string {
	line := []rune(strings.Repeat("·", chartWidth))
	at := func(v score.Figure) int {
		return min(max(((int(v)-100*scale.Low)*(chartWidth-1)*2+100*(scale.High-scale.Low))/(200*(scale.High-scale.Low)), 0), chartWidth-1)
	}
	score, aim := at(f), at(target)
	if f.OK() && target.OK() {
		switch {
		case score == aim && f < target:
			if score--; score < 0 {
				score, aim = 0, 1
			}
		case score == aim && f > target:
			if score++; score == chartWidth {
				score, aim = chartWidth-1, chartWidth-2
			}
		}
		for i := min(score, aim) + 1; i < max(score, aim); i++ {
			line[i] = '─'
		}
	}
	if target.OK() {
		line[aim] = '│'
	}
	if f.OK() {
		line[score] = '●'
	}
	return string(line)
}

// trendHeights are the heights of a trend, from the lowest grade to the highest.
var trendHeights = []rune("▁▂▃▄▅▆▇█")

// lines draws each trend as a row of steps with its last figure and what was
// aimed for, all on the scale that the caption tells.
func (b *markdownPage) lines(x report.Lines) {
	if len(x.Lines) == 0 {
		return
	}
	w := lang.For(b.tag)
	wide := 0
	for _, l := range x.Lines {
		wide = max(wide, min(utf8.RuneCountInString(l.Label), labelWidth))
	}
	scale := x.Reach()
	var t strings.Builder
	t.WriteString("```text\n")
	if x.Caption != "" {
		t.WriteString(fencedText(x.Caption))
		if n := len(x.Cycles); n > 0 {
			t.WriteString(", " + x.Cycles[0])
			if n > 1 {
				t.WriteString(" – " + x.Cycles[n-1])
			}
		}
		t.WriteString(", " + w.T("kit.scale", w.Int(scale.Low)+"–"+w.Int(scale.High)))
		t.WriteString("\n")
	}
	for _, l := range x.Lines {
		t.WriteString(fitLabel(l.Label, wide) + "  ")
		last, by := score.None, account.ByName
		for i, f := range l.Figures {
			if !f.OK() {
				t.WriteRune('·')
				continue
			}
			last, by = f, l.At(i)
			t.WriteRune(trendHeights[scale.Step(f, len(trendHeights))])
		}
		t.WriteString("  " + padLeft(w.ScoreBy(by, int(last), last.OK()), 5))
		if aim := l.Target(len(x.Cycles) - 1); aim.OK() {
			t.WriteString("  " + w.T("report.text.target", w.Score(int(aim), true)))
		}
		t.WriteString("\n")
	}
	t.WriteString("```")
	b.line(t.String())
}

// fencedText is a text within a fence, which nothing can end.
func fencedText(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "`", "'")
}

// fitLabel is a label cut or filled to a width.
func fitLabel(s string, w int) string {
	r := []rune(fencedText(s))
	if len(r) > w {
		r = append(r[:max(w-1, 0)], '…')
	}
	return string(r) + strings.Repeat(" ", w-len(r))
}

func padLeft(s string, w int) string {
	return strings.Repeat(" ", max(w-utf8.RuneCountInString(s), 0)) + s
}
