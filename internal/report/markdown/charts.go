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
	barWidth   = 40 // of ten
	labelWidth = 28
)

// bars draws the figures as text: a bar for the score, │ where the target is.
func (b *markdownPage) bars(x report.Bars) {
	if len(x.Bars) == 0 {
		return
	}
	w := lang.For(b.tag)
	wide := 0
	for _, bar := range x.Bars {
		wide = max(wide, min(utf8.RuneCountInString(bar.Label), labelWidth))
	}
	var t strings.Builder
	t.WriteString("```text\n")
	if x.Caption != "" {
		t.WriteString(fencedText(x.Caption) + "\n")
	}
	for _, bar := range x.Bars {
		t.WriteString(fitLabel(bar.Label, wide) + "  " + padLeft(w.ScoreBy(bar.By, int(bar.Score), bar.Score.OK()), 5) + "  " + drawBar(bar.Score, bar.Target))
		if bar.Target.OK() {
			t.WriteString("  " + w.T("report.text.target", w.Score(int(bar.Target), true)))
		}
		t.WriteString("\n")
	}
	t.WriteString("```")
	b.line(t.String())
}

// drawBar is one bar on a scale of ten, with the target in it.
func drawBar(f, target score.Figure) string {
	line := []rune(strings.Repeat("·", barWidth))
	for i := range line {
		if f.OK() && (i*2+1)*1000 <= int(f)*barWidth*2 {
			line[i] = '█'
		}
	}
	if target.OK() {
		line[min((int(target)*barWidth+500)/1000, barWidth-1)] = '│'
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
