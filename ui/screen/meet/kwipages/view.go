package kwipages

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// View draws the KWI in hand.
func (s Screen) View(f kit.Frame) kit.Page {
	i := s.at(&f)
	if i < 0 {
		return kit.Page{Body: cells.Block([]string{"", "  " + f.Theme.Faint.Render(cells.Line(f.T("meet.kwi.empty"), f.W-2))}, f.W, f.H)}
	}
	y := f.Y()
	k := &y.KWIs[i]
	w := min(f.W-6, 96)
	lines := []string{""}
	for _, l := range cells.Wrap(k.Title, w) {
		lines = append(lines, f.Theme.Strong.Render(l))
	}
	if words := strings.TrimSpace(k.Expectation); words != "" {
		lines = append(lines, "")
		for _, l := range cells.Wrap("“"+words+"”", w) {
			lines = append(lines, f.Theme.Quote.Render(l))
		}
	}
	lines = append(lines, "")
	line := f.Scores.Table(y.Name)
	figure := line.Line(k.Code)
	side := beside(&f, y, k)
	var big []string
	if shown := figure.Sums.Score(); shown.OK() {
		big = widget.BigFigure(f.Theme, f.Words.Score(int(shown), true))
	}
	wide := 0
	if len(big) > 0 {
		wide = cells.Width(big[0]) + 4
	}
	for n := range max(len(big), len(side)) {
		b, x := "", ""
		if n < len(big) {
			b = big[n]
		}
		if n < len(side) {
			x = side[n]
		}
		lines = append(lines, cells.Pad(b, wide)+cells.Cut(x, w-wide))
	}
	lines = append(lines, "")
	lines = append(lines, agreed(&f, k, w)...)
	return kit.Page{Body: cells.Block(cells.Indent(lines, 3), f.W, f.H)}
}

// beside is what stands next to the figure.
func beside(f *kit.Frame, y *account.Cycle, k *account.KWI) (out []string) {
	if k.Target != 0 {
		out = append(out, f.T("meet.kwi.target", f.Words.Target(k.Target)))
	}
	before := score.None
	var trend []score.Figure
	for _, p := range f.Scores.Trend(k.Code, y.Name) {
		if p.Cycle != y.Name && p.Score.OK() {
			before = p.Score
		}
		trend = append(trend, p.Score)
	}
	if before.OK() {
		text := f.T("meet.kwi.before", f.Words.Score(int(before), true))
		if c := f.Scores.Change(k.Code, y.Name); c.OK {
			text += "   " + f.Words.Change(c.By, true)
		}
		out = append(out, text)
	}
	if spark := widget.Sparkline(f.Theme, trend, 12); strings.TrimSpace(spark) != "" && len(trend) > 1 {
		out = append(out, spark)
	}
	if q := k.Standard(account.Noticed); q != nil {
		if sums := score.OfQuestion(y, q.Code); sums.Answers > 0 {
			out = append(out, f.T("meet.kwi.noticed", f.Words.Score(int(sums.Score()), true)))
		}
	}
	if all, done := counted(y, k.Code); all > 0 {
		out = append(out, f.T("meet.kwi.actions", done, all))
	}
	return out
}

// counted is how many actions on a KWI there are, and how many are done.
func counted(y *account.Cycle, code account.KWICode) (all, done int) {
	for _, a := range y.Actions {
		if a.KWI == code && a.Status != account.Dropped {
			if all++; a.Status == account.Done {
				done++
			}
		}
	}
	return all, done
}

// agreed is what was agreed on a KWI and is not done yet.
func agreed(f *kit.Frame, k *account.KWI, w int) (lines []string) {
	for _, a := range f.Client.OpenActions(f.Y().Name) {
		if a.Action.KWI != k.Code {
			continue
		}
		who := strings.TrimSpace(a.Action.For + "  " + f.Words.ShortMoment(a.Action.Due, f.Today))
		for i, l := range cells.Wrap(a.Action.Text, w-2) {
			sign := "  "
			if i == 0 {
				sign = f.Theme.Glyphs.Dot + " "
			}
			lines = append(lines, sign+l)
		}
		if who != "" {
			lines = append(lines, "  "+f.Theme.Faint.Render(cells.Line(who, w-2)))
		}
	}
	if len(lines) > 0 {
		lines = append([]string{f.Theme.Faint.Render(f.T("meet.kwi.agreed"))}, lines...)
	}
	return lines
}
