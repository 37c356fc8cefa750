package monitor

import (
	"kwi/internal/score"
)

// leans is how the leanings of respondents come about, each from its two sums.
func (p *howPage) leans() {
	f := p.f
	p.title(f.T("insight.people"))
	leans := p.t.Leans(0)
	if len(leans) == 0 {
		p.quiet(f.T("insight.how.none"))
		return
	}
	p.quiet(f.T("insight.how.leans"))
	for _, l := range leans {
		p.blank()
		p.text(p.person(l.Who))
		for _, side := range []struct {
			key  string
			sums score.Sums
		}{{"insight.how.own", l.Own}, {"insight.how.all", l.All}} {
			p.text(f.T(side.key, f.Words.Int(side.sums.Points), f.Words.Int(side.sums.Weight), p.shown(side.sums)))
		}
		p.text(f.T("insight.how.difference", p.shown(l.Own), p.shown(l.All), f.Words.Change(l.More.By, l.More.OK)))
	}
}

// lost is how what is short comes about, a question at a time and the largest
// first: ten times the weight less the points, by answer.
func (p *howPage) lost() {
	f := p.f
	p.title(f.T("insight.matters"))
	all := score.Matters(p.y)
	if len(all) == 0 {
		p.quiet(f.T("insight.matters.none"))
		return
	}
	p.quiet(f.T("insight.how.lost"))
	p.blank()
	for _, m := range all {
		p.text(f.T("insight.how.lost.row", m.Question.String(), f.Words.Int(m.Sums.Weight), f.Words.Int(m.Sums.Points), f.Words.Int(m.Sums.Answers), f.Words.Score1(int(m.Lost()), true)))
	}
}
