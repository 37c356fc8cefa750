package kwipages

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/widget"
	"kwi/ui/widget/large"
)

// View draws the KWI in hand.
func (s Screen) View(f kit.Frame) kit.Page {
	if s.at(&f) < 0 {
		return kit.Page{Body: cells.Block([]string{"", "  " + f.Theme.Faint.Render(cells.Line(f.T("meet.kwi.empty"), f.W-2))}, f.W, f.H)}
	}
	all := s.sheets(&f)
	return kit.Page{Body: cells.Block(all[min(s.sheet, len(all)-1)], f.W, f.H)}
}

// sheets are the KWI in hand: what is expected, and what came of it, on one
// sheet where that can be read across a room, else on more.
func (s Screen) sheets(f *kit.Frame) [][]string {
	i := s.at(f)
	if i < 0 {
		return nil
	}
	y := f.Y()
	k := &y.KWIs[i]
	var blocks []large.Block
	if words := strings.TrimSpace(k.Expectation); words != "" {
		blocks = append(blocks, large.Words(f.Theme, "“"+words+"”", f.Scale))
	}
	title, blocks := large.Title(f.Theme, k.Title), append(blocks, figures(f, y, k))
	if s.whole {
		lines, _ := large.Page(f.W, f.H, append([]large.Block{title}, blocks...)...)
		return [][]string{lines}
	}
	return large.Sheets(f.W, f.H, title, blocks...)
}

// figureRows is how high the figure is: a quarter of the page, and five rows
// at least.
func figureRows(f *kit.Frame) int { return max(f.H/4, 7) }

// figures is the figure of a KWI, and what stands beside it.
func figures(f *kit.Frame, y *account.Cycle, k *account.KWI) large.Block {
	return large.Block{Draw: func(w, _ int) []string {
		table := f.Scores.Table(y.Name)
		line := table.Line(k.Code)
		var big []string
		wide := 0
		if shown := line.Sums.Score(); shown.OK() {
			big = large.Figure(f.Theme, f.Words.Score(int(shown), true), w/2, figureRows(f))
			wide = cells.Width(big[0]) + 4
		}
		side := beside(f, y, k)
		lines := make([]string, max(len(big), len(side)))
		for n := range lines {
			b, x := "", ""
			if n < len(big) {
				b = big[n]
			}
			if n < len(side) {
				x = side[n]
			}
			lines[n] = cells.Pad(b, wide) + cells.Cut(x, w-wide)
		}
		return lines
	}}
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
