package monitor

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/theme"
	"kwi/ui/widget"
)

// scores is the table of scores, a bar below every KWI, and below all of it
// the total, the recommendation and what is still waited for. Where not every
// KWI fits, it goes by whole ones. Where there is room the KWI in hand stands in
// full beside it or below.
func (s Screen) scores(f *kit.Frame, y *account.Cycle, h int) []string {
	if len(y.KWIs) == 0 {
		return cells.Lines(part.Empty(f, f.T("monitor.nokwis"), f.T("monitor.nokwis.how")))
	}
	if pair := s.pair(f); pair.Wide() {
		return pair.Beside(s.scoreRows(pair.LeftOf(f), y, h), s.kwiInFull(pair.RightOf(f), y, h).Within(h))
	}
	lines := s.scoreRows(f, y, h)
	if f.H < roomyFrom {
		return lines
	}
	full := s.kwiInFull(part.Pair{Left: min(f.W, part.WidestText)}.LeftOf(f), y, h-len(lines)-1)
	if full.Room(h-len(lines)-1) < 0 {
		return lines
	}
	return append(append(lines, ""), full.Within(h)...)
}

// scoreRows is the table with all that stands below it.
func (s Screen) scoreRows(f *kit.Frame, y *account.Cycle, h int) []string {
	t := f.Table()
	sh := sheetOf(f, y, &t)
	foot := s.foot(f, y, &t, sh)
	room := h - 1 - len(foot)
	tall := s.tall(f, y, sh)
	visible := max(room/tall, 1)
	if visible < len(y.KWIs) {
		visible = max((room-1)/tall, 1)
	} else if spare := room - tall*len(y.KWIs); spare >= len(y.KWIs) {
		tall++ // a blank line below every one
	}
	from, to := s.kwis.Window(len(y.KWIs), visible)
	lines := []string{sh.head(f)}
	span := ""
	for i := from; i < to; i++ {
		var block []string
		block, span = s.kwi(f, y, &t, sh, i, span)
		for len(block) < tall {
			block = append(block, "")
		}
		lines = append(lines, block...)
	}
	if more := widget.More(*f, from, len(y.KWIs)-to); more != "" {
		lines = append(lines, "  "+f.Theme.Faint.Render(more))
	}
	return append(lines, foot...)
}

// tall is how many lines a KWI takes: its name and figures, and a bar once
// anything was ever answered.
func (s Screen) tall(f *kit.Frame, y *account.Cycle, sh scoreSheet) int {
	n := 1
	if sh.tall {
		n++
	}
	for _, p := range f.Scores.Trend(0, y.Name) {
		if p.Score.OK() {
			return n + 1
		}
	}
	return n
}

// fit is how many KWIs are in view, for going by page.
func (s Screen) fit(f *kit.Frame, y *account.Cycle) int {
	t := f.Table()
	return max((f.H-headLines-7)/s.tall(f, y, sheetOf(f, y, &t)), 1)
}

// kwi is one KWI: its name, its figures, and below them the bar. span is that
// of the trend above, which need not be said again.
func (s Screen) kwi(f *kit.Frame, y *account.Cycle, t *score.Table, sh scoreSheet, i int, span string) ([]string, string) {
	k := &y.KWIs[i]
	line := t.Line(k.Code)
	line.Target = k.Target // of a KWI that is withheld the table knows none
	inHand := i == s.kwis.In(len(y.KWIs))
	sign, look := "  ", f.Theme.Strong
	if inHand {
		sign, look = f.Theme.Accent.Render(f.Theme.Glyphs.Cursor)+" ", f.Theme.Accent
	}
	title := k.Code.Short() + " " + k.Title
	change := f.Scores.Change(k.Code, y.Name)
	var lines []string
	if sh.tall {
		lines = append(lines, sign+markedName(f, k.Code, y.Name, look, title, f.W-figureMargin), sh.line(f, "", &line, change, false))
	} else {
		lines = append(lines, sh.line(f, sign+markedName(f, k.Code, y.Name, look, title, sh.label), &line, change, false))
	}
	if s.tall(f, y, sh) > len(lines) {
		bar, now := sh.belowScore(f, y, k, line.Sums.Score(), min(f.W, max(sh.width(), 77)), span)
		return append(lines, bar), now
	}
	return lines, span
}

// markedName is a name with a mark behind it where its figure was corrected.
func markedName(f *kit.Frame, code account.KWICode, cycle account.CycleName, look theme.Style, name string, w int) string {
	if _, is := f.Scores.Corrected(code, cycle); !is {
		return look.Render(cells.Line(name, w))
	}
	return look.Render(cells.Line(name, w-2)) + " " + corrected
}

// correctedNotes say which of the figures were corrected since they were told.
func correctedNotes(f *kit.Frame, y *account.Cycle, t *score.Table) string {
	var said []string
	say := func(code account.KWICode, name string) {
		if is, ok := f.Scores.Corrected(code, y.Name); ok {
			said = append(said, corrected+" "+f.Words.Corrected(name, y.Name, t.AnswersBy, is))
		}
	}
	for i := range y.KWIs {
		say(y.KWIs[i].Code, y.KWIs[i].Title)
	}
	say(0, f.T("term.total"))
	return strings.Join(said, " ")
}

// barIndent is how far the bar stands in, below the name behind its number.
const barIndent = 5

// belowScore is the bar with its target, the trend with the cycles it spans, and a
// word for where the score stands on the ladder of expectation.
func (sh scoreSheet) belowScore(f *kit.Frame, y *account.Cycle, k *account.KWI, figure score.Figure, w int, before string) (line, span string) {
	points, span := trendOf(f, k.Code, y.Name)
	shown := span
	if span == before {
		shown = ""
	}
	// As wide for every KWI, so that all bars have one scale.
	spark := min(max(len(f.Scores.Trend(0, y.Name)), 5), 12)
	word := rungWord(f, k)
	side := 0
	if w >= 70 {
		side = 13 + figureGap // 2024H2–2026H2
	} else {
		shown = ""
	}
	right := 21 // − minder dan verwacht
	bar := max(w-barIndent-figureGap-spark-figureGap-side-right, 8)
	drawn := f.Theme.Faint.Render(earlier(f, k.Code, y.Name))
	if figure.OK() {
		drawn = widget.Bar(*f, figure, k.Target, bar)
	}
	text := strings.Repeat(" ", barIndent) + cells.FitDrawn(drawn, bar) + "  "
	course := ""
	if span != "" {
		course = widget.Sparkline(f.Theme, points, sh.scale, spark)
	}
	text += cells.Pad(course, spark)
	text += "  "
	if side > 0 {
		text += cells.Pad(f.Theme.Faint.Render(shown), side)
	}
	return strings.TrimRight(cells.Cut(text+word, f.W), " "), span
}

// earlier says what the last score was, where there is none now.
func earlier(f *kit.Frame, code account.KWICode, name account.CycleName) (said string) {
	for _, p := range f.Scores.Trend(code, name) {
		if p.Score.OK() {
			said = f.T("monitor.earlier", f.Words.ScoreBy(p.By, int(p.Score), true), string(p.Cycle))
		}
	}
	return said
}

// rungWord says with a sign and a word how a score stands to its target.
func rungWord(f *kit.Frame, k *account.KWI) string {
	t := f.Table()
	r := t.Rung(k.Code, k.Target)
	sign := map[score.Rung]string{score.LessThanExpected: "− ", score.AsExpected: "= ", score.MoreThanExpected: "+ "}[r]
	return widget.RungStyle(f.Theme, r).Render(sign + widget.RungWord(*f, r))
}

// trendOf is the scores up to a cycle from the first one there was, with the
// names of the first and the last cycle that have one.
func trendOf(f *kit.Frame, code account.KWICode, upTo account.CycleName) ([]score.Figure, string) {
	var out []score.Figure
	var first, last account.CycleName
	for _, p := range f.Scores.Trend(code, upTo) {
		if p.Score.OK() {
			if first == "" {
				first = p.Cycle
			}
			last = p.Cycle
		}
		if first != "" {
			out = append(out, p.Score)
		}
	}
	if first == last {
		return out, ""
	}
	return out, string(first) + "–" + string(last)
}
