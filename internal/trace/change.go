package trace

import (
	"kwi/internal/account"
	"kwi/internal/score"
)

// change is ±: the two scores that it is the difference of, and like for like
// the answers that went up or down.
func (m *maker) change() bool {
	w, code := m.Words, m.t.KWI
	c := m.Scores.Change(code, m.y.Name)
	if code != 0 && m.y.KWI(code) == nil || !c.OK {
		return false
	}
	m.Title, m.Figure = w.T("trace.change.title", m.called(code), string(m.y.Name)), w.ChangeIn(c.Tenths, c.By, true)
	then := m.before(code)
	if then == nil {
		return false
	}
	earlier := m.Scores.Table(then.Name)
	now, was := m.figure(sums(&m.table, code)), m.figureIn(then, sums(&earlier, code))
	m.fact(w.T("trace.difference", now, was, m.Figure))
	m.section("trace.madeof",
		Row{Text: string(m.y.Name), Right: now, To: m.scoreOf(code, m.y.Name)},
		Row{Text: string(then.Name), Right: was, To: m.scoreOf(code, then.Name)})
	match := m.Scores.Match(m.Client, code, m.y.Name)
	if !m.y.Named() || !then.Named() {
		m.section("trace.like", m.quiet("trace.bygroup"))
		return true
	}
	if !match.OK() {
		m.section("trace.like", m.quiet("insight.like.nothing"))
		return true
	}
	like := match.Change()
	m.fact(w.T("trace.like.fact", m.figure(match.Now), m.figure(match.Then), w.Change(like.By, true), w.Moved(&match)))
	if len(match.Reworded) > 0 {
		m.fact(w.T("insight.reworded", string(match.Since), w.Codes(match.Reworded)))
	}
	var rows []Row
	for _, g := range m.Scores.MadeOfBoth(m.Client, code, m.y.Name) {
		row := m.answerRow(m.y, g.Who, g.Answer, string(g.Who)+" "+m.asked(g.Answer.Question))
		row.Right = g.Before.String() + " → " + answered(g.Answer)
		rows = append(rows, row)
	}
	m.section("trace.like", rows...)
	return true
}

// before is the last cycle before the one looked at in which a KWI, or all of
// them, has a score.
func (m *maker) before(code account.KWICode) (then *account.Cycle) {
	for _, p := range m.Scores.Trend(code, m.y.Name) {
		if p.Cycle != m.y.Name && p.Score.OK() {
			then = m.Client.Cycle(p.Cycle)
		}
	}
	return then
}

// target is what a KWI aims for, how far the score is from it, and where it
// comes from.
func (m *maker) target() bool {
	w, k := m.Words, m.y.KWI(m.t.KWI)
	if k == nil || k.Target == 0 {
		return false
	}
	m.Title, m.Figure = w.T("trace.target.title", m.called(k.Code), string(m.y.Name)), w.Target(k.Target)
	s := sums(&m.table, k.Code)
	figure := s.Score()
	if gap := figure.Since(score.Aim(k.Target)); gap.OK {
		m.fact(w.T("trace.distance", m.figure(s), w.Target(k.Target), w.ChangeIn(!m.y.Named() && k.Target%10 == 0, gap.By, true), m.rung(k)))
	}
	var from []Row
	if then := m.Client.Before(m.y.Name); then != nil {
		before := then.KWI(k.Code)
		coming := then.Coming(k.Code)
		switch {
		case before != nil && before.Target == k.Target:
			from = append(from, Row{Text: w.T("trace.target.carried", string(then.Name)), Right: w.Target(before.Target), To: Thing{Kind: Target, KWI: k.Code, Cycle: then.Name}})
		case before != nil && coming.Target == k.Target:
			from = append(from, m.sessionRow(then))
		}
	}
	m.origin(append(m.aimed(k), from...), "trace.target.unknown")
	m.section("trace.beside", Row{Text: w.T("trace.all", m.called(k.Code)), Right: m.figure(s), To: m.scoreOf(k.Code, m.y.Name)}, m.kwiRow(k.Code, m.y.Name))
	return true
}

// rung says where a score stands to its target.
func (m *maker) rung(k *account.KWI) string {
	switch m.table.Rung(k.Code, k.Target) {
	case score.LessThanExpected:
		return m.Words.T("kit.rung.less")
	case score.AsExpected:
		return m.Words.T("kit.rung.as")
	case score.MoreThanExpected:
		return m.Words.T("kit.rung.more")
	}
	return ""
}
