package measure

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/text"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget/large"
)

// leastLists is the narrowest list of respondents beside which the one in hand
// stands in full.
const leastLists = 66

// How much room there is before their score stands in large figures.
const (
	largeFromW = 60
	largeFromH = 40
	largeHigh  = 5
)

// inFull is the respondent in hand: where their list is and how they were asked,
// what colours their answers, what they gave and wrote. Nothing stands here that
// may not stand beside a name.
func inFull(f *kit.Frame, who account.Initials, h int) []string {
	y, t := f.Y(), f.Theme
	d := part.ReadIn(f)
	d.Text(t.Strong, f.Client.NameOf(who)+" ("+string(who)+")")
	if r := f.Client.Respondent(who); r != nil {
		d.Quiet(r.Function)
	}
	d.Blank()
	ownFigure(f, d, who)
	n, all := y.Given(who), len(y.Assigned[who])
	d.Text(t.Text, listStanding(f, y, who, n, all))
	if told := askings(f, who); len(told) > 0 {
		d.Head(f.T("measure.full.asked"))
		for _, one := range told {
			d.Behind(t.Glyphs.Dot, t.Text, one)
		}
	}
	for _, c := range chased(f) {
		if c.Who == who {
			step, look := nextStep(f, c)
			d.Head(f.T("measure.chase.step"))
			d.Text(look, step)
			d.Quiet(f.T("measure.chase.why." + string(c.Step)))
		}
	}
	d.Text(t.Text, openOf(f, who))
	if coloured := []string{part.Colouring(f, who), part.Colouring(f, "")}; coloured[0]+coloured[1] != "" {
		d.Head(f.T("measure.full.colours"))
		d.Text(t.Text, coloured[0])
		d.Text(t.Text, coloured[1])
	}
	ownWords(f, d, y.Voice(who))
	ownScores(f, d, who)
	return d.Within(h)
}

// ownFigure is their score in large figures, where there is room and it may stand
// beside the name.
func ownFigure(f *kit.Frame, d *part.Reading, who account.Initials) {
	t := f.Table()
	own := cellOf(&t, &t.Total, who)
	if !own.OK() || f.W < largeFromW || f.H < largeFromH {
		return
	}
	all := t.Total.Sums.Score()
	big := large.Figure(f.Theme, f.Words.Score(int(own), true), f.W/2, largeHigh)
	for i, l := range big {
		if i == len(big)/2 {
			l += "   " + f.Theme.Faint.Render(f.T("measure.full.all", f.Words.Score(int(all), all.OK())))
		}
		d.Drawn(l)
	}
	d.Blank()
}

// ownWords is what they wrote below their list and with the recommendation. Who
// did not release a remark wrote it for the analysis: beside a list of names,
// where one looks for who has answered, only that it is there is said.
func ownWords(f *kit.Frame, d *part.Reading, v account.Voice) {
	t := f.Theme
	if v.Remark != "" {
		d.Head(f.T("measure.full.remark"))
		if v.Aloud {
			d.Quote(v.Remark)
			d.Behind(t.Glyphs.Ok, t.Good, f.T("monitor.released"))
		} else {
			d.Behind(t.Glyphs.Todo, t.Warn, f.T("monitor.unreleased"))
		}
	}
	n := v.Recommendation
	if n == nil {
		return
	}
	d.Head(f.T("measure.full.recommends", n.Score))
	for _, said := range []struct{ key, text string }{{"monitor.nps.because", n.Why}, {"monitor.nps.pleased", n.Pleased}, {"monitor.nps.missed", n.Missed}} {
		d.Behind(cells.Pad(f.T(said.key), wordLabel), t.Text, text.Line(said.text))
	}
}

// wordLabel is how wide a word is that tells what was answered.
const wordLabel = 9

// ownScores is their score of each KWI beside that of all together.
func ownScores(f *kit.Frame, d *part.Reading, who account.Initials) {
	t := f.Table()
	own := cellOf(&t, &t.Total, who)
	if !own.OK() {
		return
	}
	row := func(name, own, all string) string {
		return cells.Fit(name, f.W-2*figureW) + cells.FitRight(own, figureW) + cells.FitRight(all, figureW)
	}
	d.Blank()
	d.Drawn(f.Theme.Faint.Render(row("KWI", string(who), f.T("measure.full.col.all"))))
	for i := range t.KWIs {
		l := &t.KWIs[i]
		if theirs := cellOf(&t, l, who); theirs.OK() {
			d.Drawn(row(strings.TrimPrefix(kwiName(f.Y(), l.Code), "KWI-"), shown(f, theirs), shown(f, l.Sums.Score())))
		}
	}
	d.Drawn(f.Theme.Strong.Render(row(f.T("measure.effect.total"), shown(f, own), shown(f, t.Total.Sums.Score()))))
}

// figureW is how wide a score is with the space before it.
const figureW = 8
