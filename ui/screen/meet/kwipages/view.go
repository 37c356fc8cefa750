package kwipages

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget/large"
)

// View draws the sheet in hand of the KWI in hand.
func (s Screen) View(f kit.Frame) kit.Page {
	i := s.at(&f)
	if i < 0 {
		lines, _ := large.Page(f.W, f.H, large.Words(f.Theme, f.T("meet.kwi.empty"), f.Scale))
		return kit.Page{Body: cells.Block(lines, f.W, f.H)}
	}
	all := s.sheets(&f, i)
	return kit.Page{Body: cells.Block(all[s.on(len(all))](), f.W, f.H)}
}

// sheet draws one of the pages of a KWI.
type sheet func() []string

// sheets are the pages of a KWI: the client's words with the figure below them,
// or before it where they need the room; what each of those who wish
// it together said; how it went; and each agreement. Only the one that is looked at
// is drawn.
func (s Screen) sheets(f *kit.Frame, i int) (all []sheet) {
	y := f.Y()
	k := &y.KWIs[i]
	head := large.Title(f.Theme, part.TitledWish(f, k))
	blocks := []large.Block{figures(f, y, k)}
	if words := strings.TrimSpace(k.Expectation); words != "" {
		blocks = append([]large.Block{large.Words(f.Theme, "“"+words+"”", f.Scale)}, blocks...)
	}
	page := func(blocks ...large.Block) sheet {
		return func() []string {
			lines, _ := large.Page(f.W, f.H, append([]large.Block{head}, blocks...)...)
			return lines
		}
	}
	drawn := large.Sheets(f.W, f.H, head, blocks...)
	if s.whole {
		return []sheet{one(f, drawn, k, page(blocks...))}
	}
	for _, lines := range drawn {
		all = append(all, func() []string { return lines })
	}
	for _, h := range eachOnesOwn(k) {
		all = append(all, page(large.Words(f.Theme, "“"+strings.TrimSpace(h.Words)+"”", f.Scale), large.Note(f.Theme, f.Theme.Strong, part.NameOf(f, h.By))))
	}
	if trend, ok := course(f, y, k); ok {
		all = append(all, page(trend))
	}
	for _, a := range agreed(f, k) {
		all = append(all, func() []string {
			return page(large.Words(f.Theme, a.Text, f.Scale), large.Note(f.Theme, f.Theme.Strong, by(f, a)))()
		})
	}
	return all
}

// eachOnesOwn is what those who wish a KWI together said, each in their own words,
// as far as the room may know. What stands above it as the wish of all is not said
// twice where only one has own words.
func eachOnesOwn(k *account.KWI) (out []account.Wish) {
	own := false
	for _, h := range k.Wishes {
		if strings.TrimSpace(h.Words) != "" {
			out, own = append(out, h), own || h.Words != k.Expectation
		}
	}
	if !own {
		return nil
	}
	return out
}

// one is the only sheet of a second window that follows somebody who works
// alone: all of it in letters of dots, or the figure where there is one, or the
// words; whole where that is none of these.
func one(f *kit.Frame, drawn [][]string, k *account.KWI, whole sheet) sheet {
	table := f.Scores.Table(f.Y().Name)
	line := table.Line(k.Code)
	at := len(drawn) - 1
	if !line.Sums.Score().OK() && at > 0 {
		if at > 1 {
			return whole
		}
		at = 0
	}
	return func() []string { return drawn[at] }
}

// figureRows is how high the figure is: somewhat more than a quarter of the
// page, and seven rows at least.
func figureRows(f *kit.Frame) int { return max(f.H*2/7, 7) }

// figures is the figure of a KWI, and what stands beside it.
func figures(f *kit.Frame, y *account.Cycle, k *account.KWI) large.Block {
	table := f.Scores.Table(y.Name)
	line := table.Line(k.Code)
	side := beside(f, y, k)
	if shown := line.Sums.Score(); shown.OK() {
		return large.Beside(large.Number(f.Theme, f.Words.ScoreBy(table.AnswersBy, int(shown), true), figureRows(f)), large.Block{Draw: func(w, h int) []string {
			return large.Text(f.Theme, strings.Join(side, "\n"), w, min(h, figureRows(f)), f.Scale)
		}})
	}
	return large.Lines(side...)
}

// beside is what stands next to the figure.
func beside(f *kit.Frame, y *account.Cycle, k *account.KWI) (out []string) {
	if k.Target != 0 {
		out = append(out, f.T("meet.kwi.target", f.Words.Target(k.Target)))
	}
	if before, ok := earlier(f, y, k.Code); ok {
		text := f.T("meet.kwi.before", f.Words.ScoreBy(before.By, int(before.Score), true))
		if c := f.Scores.Change(k.Code, y.Name); c.OK {
			text += "   " + f.Words.ChangeIn(c.Tenths, c.By, true)
		}
		out = append(out, text)
	}
	if q := k.Standard(account.Noticed); q != nil && y.Common() {
		if sums := score.OfQuestion(y, q.Code); sums.Answers > 0 {
			out = append(out, f.T("meet.kwi.noticed", f.Words.Score(int(sums.Score()), true)))
		}
	}
	if all, done := counted(y, k.Code); all > 0 {
		out = append(out, f.T("meet.kwi.actions", done, all))
	}
	return out
}

// earlier is the score of the last cycle before one that has any.
func earlier(f *kit.Frame, y *account.Cycle, code account.KWICode) (before score.Point, ok bool) {
	for _, p := range f.Scores.Trend(code, y.Name) {
		if p.Cycle != y.Name && p.Score.OK() {
			before, ok = p, true
		}
	}
	return before, ok
}

// course is the scores of all cycles as bars; false where fewer than two have
// one.
func course(f *kit.Frame, y *account.Cycle, k *account.KWI) (large.Block, bool) {
	var bars []large.Bar
	some := 0
	for _, p := range f.Scores.Trend(k.Code, y.Name) {
		bar := large.Bar{Label: string(p.Cycle), Figure: p.Score}
		if p.Score.OK() {
			bar.Text = f.Words.ScoreBy(p.By, int(p.Score), true)
			some++
		}
		if some > 0 {
			bars = append(bars, bar)
		}
	}
	for len(bars) > 0 && !bars[len(bars)-1].Figure.OK() {
		bars = bars[:len(bars)-1]
	}
	line := large.Line{At: score.Figure(k.Target), Name: f.T("meet.kwi.target", f.Words.Target(k.Target))}
	return large.Trend(f.Theme, bars, line), some > 1
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
func agreed(f *kit.Frame, k *account.KWI) (out []account.Action) {
	for _, a := range f.Client.OpenActions(f.Y().Name) {
		if a.Action.KWI == k.Code {
			out = append(out, a.Action)
		}
	}
	return out
}

// by is who does an action, and by when.
func by(f *kit.Frame, a account.Action) string {
	who := a.For
	if who == "" {
		who = f.T("agree.side." + string(a.Side))
	}
	if a.Due != "" {
		who += "  " + f.Theme.Glyphs.Dot + "  " + f.Words.ShortMoment(a.Due, f.Today)
	}
	return who
}
