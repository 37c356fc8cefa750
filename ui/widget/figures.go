package widget

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// Sparkline draws a trend, a cell a figure and the newest at the right; a
// cycle without a figure is a gap. Trends that can be held against each other
// have one scale, so that a tenth looks like a tenth in all of them. Only the
// last w figures are drawn.
func Sparkline(t theme.Theme, values []score.Figure, scale score.Scale, w int) string {
	if w <= 0 {
		return ""
	}
	var b strings.Builder
	for _, v := range values[max(len(values)-w, 0):] {
		if !v.OK() {
			b.WriteByte(' ')
			continue
		}
		b.WriteString(t.Glyphs.Spark[scale.Step(v, len(t.Glyphs.Spark))])
	}
	return t.Bar.Render(b.String())
}

// ScaleEnds says between which grades a trend is drawn, as 6–9.
func ScaleEnds(fr kit.Frame, s score.Scale) string {
	return fr.Words.Int(s.Low) + "–" + fr.Words.Int(s.High)
}

// Bar draws a figure as a bar and its target as a tick with its number, in w
// cells. The bar begins at zero, so that its length tells the truth, and a
// ten leaves room for the number. Where it runs past the target, the tick
// stands in the bar and the number behind it.
func Bar(fr kit.Frame, f score.Figure, target account.Target, w int) string {
	if w <= 0 {
		return ""
	}
	t, ten := fr.Theme, w
	number := t.Glyphs.Target + fr.Words.Target(target)
	if w > 2*numberRoom {
		ten -= numberRoom
	} else {
		number = t.Glyphs.Target
	}
	bar := filledCells(t, f, ten)
	if target == 0 {
		return t.Bar.Render(string(bar))
	}
	tick := min(int(target)*ten/1000, w-1)
	if tick >= len(bar) {
		return t.Bar.Render(string(bar)) + cells.Spaces(tick-len(bar)) + t.Faint.Render(number)
	}
	if tick == len(bar)-1 {
		return t.Bar.Render(string(bar[:tick])) + t.Faint.Render(number)
	}
	out := t.Bar.Render(string(bar[:tick])) + t.Faint.Render(t.Glyphs.Target) + t.Bar.Render(string(bar[tick+1:]))
	if ten < w {
		out += " " + t.Faint.Render(fr.Words.Target(target))
	}
	return out
}

// numberRoom is the room for a target behind a bar: a space, the tick, 10,00.
const numberRoom = 7

// filledCells is the cells of a bar, in eighths of a cell.
func filledCells(t theme.Theme, f score.Figure, w int) []rune {
	if !f.OK() {
		return nil
	}
	eighths := min(max((int(f)*w*8+500)/1000, 1), w*8)
	bar := strings.Repeat(t.Glyphs.Bars[7], eighths/8)
	if part := eighths % 8; part > 0 {
		bar += t.Glyphs.Bars[part-1]
	}
	return []rune(bar)
}

// RungWord says a rung in a few words, "" for none.
func RungWord(fr kit.Frame, r score.Rung) string { return rungText(fr, r, "") }

// RungShort says it in a word, for a column whose title names the target.
func RungShort(fr kit.Frame, r score.Rung) string { return rungText(fr, r, ".short") }

func rungText(fr kit.Frame, r score.Rung, form string) string {
	switch r {
	case score.LessThanExpected:
		return fr.T("kit.rung.less" + form)
	case score.AsExpected:
		return fr.T("kit.rung.as" + form)
	case score.MoreThanExpected:
		return fr.T("kit.rung.more" + form)
	}
	return ""
}

// RungStyle is the look of a rung; the word goes with it.
func RungStyle(t theme.Theme, r score.Rung) theme.Style {
	switch r {
	case score.LessThanExpected:
		return t.Warn
	case score.MoreThanExpected:
		return t.Good
	}
	return t.Text
}
