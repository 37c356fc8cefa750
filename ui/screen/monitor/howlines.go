package monitor

import (
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/keys"
	"kwi/ui/part"
)

// howPage is the lines of one figure: what it is of, its sum, and its answers.
type howPage struct{ saying }

func (p *howPage) title(text string) {
	p.blank()
	p.wrapped(text, p.f.Theme.Strong.Render)
}

// grouped says why nothing is added up here, where that is so by group.
func (p *howPage) grouped() bool {
	if p.y.Named() {
		return false
	}
	p.quiet(part.Grouped(p.f, p.t))
	p.quiet(p.f.T("insight.bygroup"))
	return true
}

// score is how a score comes about, 357 ÷ 47.
func (p *howPage) score(name string, code account.KWICode) {
	f := p.f
	p.title(name)
	given := p.t.MadeOf(p.y, code)
	switch {
	case p.grouped():
		return
	case len(given) == 0:
		p.quiet(f.T("insight.how.none"))
		return
	}
	s := sums(given, false)
	p.text(f.T("insight.how.sum", f.Words.Int(s.Points), f.Words.Int(s.Weight), p.shown(s)))
	p.text(f.T("insight.how.average", f.Words.Int(s.Grades), f.Words.Int(s.Answers), p.figure(s.Average())))
	if is, ok := f.Scores.Corrected(code, p.y.Name); ok {
		p.quiet(f.Words.Corrected(name, p.y.Name, p.y.AnswersBy, is))
	}
	p.quiet(f.T("insight.how.weights"))
	p.byRespondent(given, func(g score.Given) string {
		points := score.OfAnswer(g.Answer)
		return p.answer(g.Answer) + f.T("monitor.points", points.Points, points.Weight)
	}, func(own []score.Given) string {
		s := sums(own, false)
		return f.T("insight.how.row", f.Words.Int(s.Points), f.Words.Int(s.Weight), p.shown(s))
	})
}

// change is how ± comes about, and the change like for like beside it.
func (p *howPage) change(name string, code account.KWICode) {
	f := p.f
	p.title(f.T("insight.how.like", name))
	if p.grouped() {
		return
	}
	m := f.Scores.Match(&f.Client, code, p.y.Name)
	if m.Since == "" {
		p.quiet(f.T("insight.like.none"))
		return
	}
	before := f.Scores.Table(m.Since)
	now, then, by := lineOf(p.t, code), lineOf(&before, code), f.Scores.Change(code, p.y.Name)
	if by.OK {
		p.text(f.T("insight.how.shown", p.shown(now), p.shown(then), f.Words.Change(by.By, true)))
	}
	for _, text := range p.rewordedSince(&m) {
		p.quiet(text)
	}
	if !m.OK() {
		p.quiet(f.T("insight.like.nothing"))
		return
	}
	for _, side := range []struct {
		cycle account.CycleName
		sums  score.Sums
	}{{p.y.Name, m.Now}, {m.Since, m.Then}} {
		p.text(f.T("insight.how.cycle", string(side.cycle), f.Words.Int(side.sums.Points), f.Words.Int(side.sums.Weight), p.shown(side.sums)))
	}
	like := m.Change()
	p.text(f.T("insight.how.difference", p.shown(m.Now), p.shown(m.Then), f.Words.Change(like.By, true)))
	p.text(f.Words.Moved(&m))
	p.quiet(f.T("insight.how.between", string(m.Since), string(p.y.Name)))
	p.byRespondent(f.Scores.MadeOfBoth(&f.Client, code, p.y.Name), func(g score.Given) string {
		return p.answer(g.Before) + keys.Sign("right") + " " + g.Answer.String()
	}, func(own []score.Given) string {
		now, then := sums(own, false), sums(own, true)
		return p.shown(then) + " " + keys.Sign("right") + " " + p.shown(now)
	})
}

func lineOf(t *score.Table, code account.KWICode) score.Sums {
	if code == 0 {
		return t.Total.Sums
	}
	return t.Line(code).Sums
}

func (p *howPage) rewordedSince(m *score.Matched) []string {
	if len(m.Reworded) == 0 {
		return nil
	}
	return []string{p.f.T("insight.reworded", string(m.Since), p.f.Words.Codes(m.Reworded))}
}

// recommended is how the NPS comes about, and what the silent can make of it.
func (p *howPage) recommended() {
	f, n := p.f, p.t.NPS
	p.title(f.T("nps.name"))
	if !n.OK() {
		p.lines = append(p.lines, recommended(f, p.t)...)
		return
	}
	p.text(f.T("insight.how.nps", n.Promoters, n.Detractors, n.Answers, f.Words.Signed(n.Score())))
	if silent := score.Silent(&f.Client, p.y); silent > 0 {
		least, most := n.Between(silent)
		p.text(f.T("insight.how.least", n.Promoters, n.Detractors+silent, n.Answers+silent, f.Words.Signed(least)))
		p.text(f.T("insight.how.most", n.Promoters+silent, n.Detractors, n.Answers+silent, f.Words.Signed(most)))
	}
	if p.grouped() {
		return
	}
	if !p.y.NPSNamed() {
		p.quiet(f.T("insight.how.nameless"))
		return
	}
	p.blank()
	for _, r := range f.Client.Respondents {
		if given := p.y.Voice(r.Initials).Recommendation; given != nil {
			p.lines = append(p.lines, "  "+cells.Fit(p.person(r.Initials), min(p.w/2, mostName))+cells.PadLeft(strconv.Itoa(given.Score), 3)+"  "+f.T("nps."+groupKey(given.Score)))
		}
	}
}

// byRespondent lists answers under who gave them, with what they come to.
func (p *howPage) byRespondent(given []score.Given, answer func(score.Given) string, own func([]score.Given) string) {
	parts, wide := make([]string, len(given)), 0
	for i, g := range given {
		parts[i] = answer(g)
		wide = max(wide, cells.Width(parts[i]))
	}
	for i := range parts {
		parts[i] = cells.Pad(parts[i], wide)
	}
	width := min(p.w-figureMargin, 76)
	for len(given) > 0 {
		n := 1
		for n < len(given) && given[n].Who == given[0].Who {
			n++
		}
		end := own(given[:n])
		p.blank()
		p.lines = append(p.lines, "  "+p.f.Theme.Strong.Render(cells.Fit(p.person(given[0].Who), width-cells.Width(end)-1))+" "+end)
		for _, l := range wrapParts(parts[:n], "   ", width) {
			p.lines = append(p.lines, "  "+p.f.Theme.Faint.Render(strings.TrimRight(l, " ")))
		}
		given, parts = given[n:], parts[n:]
	}
}

// answer is a question and its grade, each in a column.
func (p *howPage) answer(a account.Answer) string {
	return cells.Pad(a.Question.String(), codeColumn) + cells.Pad(cells.PadLeft(a.Grade.String(), 2)+a.Relevance.Sign(), 4)
}

func (p *howPage) figure(v score.Figure) string { return p.f.Words.Score(int(v), v.OK()) }
