package monitor

import (
	"kwi/internal/account"
	"kwi/internal/score"
)

// people is every respondent beside all together, and what the total would be
// without them.
func (p *saying) people() {
	f := p.f
	leans := p.t.Leans(0)
	if len(leans) == 0 {
		return
	}
	voices := p.t.Voices(0)
	p.head("insight.people")
	widths := []int{8, 13, 8, 9}
	if p.w < 70 {
		widths = []int{6, 13, 8, 8}
	}
	p.titles(f.T("insight.col.respondent"), widths, f.T("monitor.col.score"), f.T("insight.col.against"), f.T("insight.col.without"), f.T("insight.col.shift"))
	for _, l := range leans {
		own := l.Own.Score()
		row := []string{f.Words.Score(int(own), own.OK()), f.Words.Change(l.More.By, l.More.OK), "", ""}
		for _, v := range voices {
			if v.Who == l.Who {
				row[2], row[3] = f.Words.Score(int(v.Sums.Score()), true), f.Words.Change(v.Shift.By, true)
			}
		}
		p.row(p.person(l.Who), widths, row...)
	}
	p.quiet(f.T("insight.people.about"))
	p.text(f.Words.Loudest(p.t, p.name))
}

// name is how a respondent is called in a sentence.
func (p *saying) name(who account.Initials) string { return personName(p.f, who) }

// person is who somebody is, initials first, for those stand in the table.
func (p *saying) person(who account.Initials) string {
	if name := personName(p.f, who); name != string(who) {
		return string(who) + " " + name
	}
	return string(who)
}

// shown is a score with two decimals.
func (p *saying) shown(s score.Sums) string {
	figure := s.Score()
	return p.f.Words.Score(int(figure), figure.OK())
}

// agreement is for every KWI how far its respondents agree, and who is above
// and below all together.
func (p *saying) agreement() {
	f := p.f
	p.head("insight.kwis")
	dot := " " + f.Theme.Glyphs.Dot + " "
	for i := range p.y.KWIs {
		k := &p.y.KWIs[i]
		p.text(kwiName(k) + ": " + f.Words.Agreement(p.t, k.Code, p.name))
		for _, l := range wrapParts(f.Words.Leanings(p.t, k.Code), dot, p.w-figureMargin-3) {
			p.lines = append(p.lines, "     "+f.Theme.Faint.Render(l))
		}
	}
}
