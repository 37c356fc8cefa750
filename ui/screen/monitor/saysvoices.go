package monitor

import (
	"strings"

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
	p.loudest(voices)
}

// person is who somebody is, initials first, for those stand in the table.
func (p *saying) person(who account.Initials) string {
	if name := personName(p.f, who); name != string(who) {
		return string(who) + " " + name
	}
	return string(who)
}

// loudest says whose voice does most to the total, or that none does more than
// all others.
func (p *saying) loudest(voices []score.Without) {
	if len(voices) == 0 {
		return
	}
	f, first := p.f, voices[0]
	if len(voices) > 1 && abs(voices[1].Shift.By) < abs(first.Shift.By) || len(voices) == 1 {
		p.text(f.T("insight.voice", personName(f, first.Who), p.shown(first.Sums), p.shown(p.t.Total.Sums)))
		return
	}
	low, high := first.Sums.Score(), first.Sums.Score()
	for _, v := range voices {
		low, high = min(low, v.Sums.Score()), max(high, v.Sums.Score())
	}
	p.text(f.T("insight.voice.any", f.Words.Score(int(low), true), f.Words.Score(int(high), true)))
}

func abs(n int) int { return max(n, -n) }

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
		p.text(kwiName(k) + ": " + p.agreed(k.Code))
		var parts []string
		for _, l := range p.t.Leans(k.Code) {
			parts = append(parts, string(l.Who)+" "+f.Words.Change(l.More.By, l.More.OK))
		}
		if len(parts) > 0 {
			for _, l := range wrapParts(parts, dot, p.w-figureMargin-3) {
				p.lines = append(p.lines, "     "+f.Theme.Faint.Render(l))
			}
		}
	}
}

// agreed is in words how far the respondents of a KWI agree.
func (p *saying) agreed(code account.KWICode) string {
	f := p.f
	s := p.t.Spread(code)
	say := func(v score.Figure) string { return f.Words.Score(int(v), v.OK()) }
	switch s.Agreement {
	case score.Together:
		return f.T("insight.agree.together", say(s.Lowest), say(s.Most))
	case score.OneApart:
		if len(s.Low) == 1 {
			return f.T("insight.agree.apart", personName(f, s.Low[0]), say(s.Lowest), say(s.HighFrom), say(s.Most))
		}
		return f.T("insight.agree.apart", personName(f, s.High[0]), say(s.Most), say(s.Lowest), say(s.LowTo))
	case score.TwoCamps:
		return f.T("insight.agree.camps", initials(s.Low), say(s.Lowest), say(s.LowTo), initials(s.High), say(s.HighFrom), say(s.Most))
	case score.Scattered:
		return f.T("insight.agree.scattered", say(s.Lowest), say(s.Most))
	}
	if line := p.t.Line(code); line.Respondents == 1 {
		return f.T("insight.agree.alone")
	}
	return f.T("insight.agree.nobody")
}

func initials(people []account.Initials) string {
	out := make([]string, len(people))
	for i := range people {
		out[i] = string(people[i])
	}
	return strings.Join(out, ", ")
}
