package advise

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/internal/score"
)

// measuring are the moments of the lists that go out and come back, and of what
// they say.
func measuring() []moment {
	const measure = "measure"
	shown := []string{measure, Monitor}
	coming := func(n *state, days int) bool { return n.within(n.y.Session, days) }
	back := func(n *state) bool {
		return !n.lacks(account.Measure, account.ListsBack) && !n.lacks(account.Measure, account.SameAnswered)
	}
	return []moment{
		{name: "measure.unplanned", also: []string{"realise"}, when: func(n *state) bool {
			return n.y.Session == "" && (n.Place == measure || n.Today >= n.y.ExpectedAsking().Add(-account.InvitedBefore))
		}},
		{name: "measure.short", when: func(n *state) bool { return n.c.ShortNotice(n.y, n.Today) }},
		{name: "measure.send", when: func(n *state) bool {
			return coming(n, account.AskedBefore) && n.somebody(func(who account.Initials) bool {
				_, asked := n.y.WaitsSince(who)
				return !asked && !n.y.HasAnswered(who)
			})
		}},
		{name: "measure.silent", when: func(n *state) bool { return n.late(due.Answers) || n.late(due.Reply) }},
		{name: "measure.noplace", rank: next, when: func(n *state) bool { return n.y.Session != "" && n.y.Place == "" }},
		{name: "measure.announce", rank: next, when: func(n *state) bool { return n.y.Session != "" && n.Today < n.y.Asking() }},
		{name: "measure.negotiating", rank: next, when: func(n *state) bool { return n.named() && n.negotiating() }},
		{name: "measure.allback", rank: next, behind: "analysis", when: func(n *state) bool {
			return !n.simple && back(n) && n.lacks(account.Measure, account.AnalysisDone)
		}},
		{name: "measure.noproposals", rank: next, when: func(n *state) bool {
			return !n.simple && back(n) && !n.lacks(account.Measure, account.AnalysisDone) && n.lacks(account.Measure, account.MeasuresReady)
		}},
		{name: "measure.critic", rank: next, also: []string{"session"}, when: func(n *state) bool { return !n.simple && n.named() && coming(n, account.InvitedBefore) }},
		{name: "simple.again", rank: next, behind: "simple.steps", also: []string{measure}, when: func(n *state) bool { return n.simple && n.answers() == 0 }},
		{name: "simple.look", rank: next, behind: "analysis", also: []string{measure, "session"}, when: func(n *state) bool {
			return n.simple && n.answers() > 0 && n.lacks(account.Session, account.AnswersStudied)
		}},
		{name: "measure.coloured", rank: next, when: func(n *state) bool {
			return !n.negotiating() && n.y.Analysis.Remarks == "" && (n.answers() > 0 || n.somebody(func(who account.Initials) bool { _, asked := n.y.WaitsSince(who); return asked }))
		}},
		{name: "measure.below", rank: next, behind: "ladder", also: shown, when: func(n *state) bool { return n.rung(score.LessThanExpected) }},
		{name: "measure.above", rank: good, behind: "ladder", also: shown, when: func(n *state) bool { return n.rung(score.MoreThanExpected) }},
		{name: "measure.nps", rank: good, behind: "nps", also: shown, when: func(n *state) bool { return n.named() && n.table.NPS.OK() }},
		{name: "measure.answers", rank: good, when: func(n *state) bool { return n.named() && n.answers() > 0 }},
		{name: "measure.group", rank: next, also: []string{Monitor, "session"}, when: func(n *state) bool { return !n.named() && n.answers() > 0 }},

		{name: "monitor.nothing", rank: next, when: func(n *state) bool { return n.answers() == 0 }},
		{name: "monitor.first", rank: next, when: func(n *state) bool {
			return n.answers() > 0 && !slices.ContainsFunc(n.c.Cycles, func(z account.Cycle) bool { return z.Name != n.y.Name && len(z.Answers) > 0 })
		}},
		{name: "monitor.figures", rank: good, behind: "survey", when: func(n *state) bool { return n.named() && n.answers() > 0 }},
	}
}

// named reports whether one may ask people what grade they gave. By group that
// was promised away.
func (n *state) named() bool { return n.y.AnswersBy != account.ByGroup }

// negotiation are beginnings of words by which one notes that something is being
// negotiated, in both languages.
var negotiation = []string{"contract", "onderhand", "aanbested", "offerte", "negotiat", "tender", "renewal", "prijsgesprek"}

// negotiating reports whether it was noted with the analysis that something is
// being negotiated.
func (n *state) negotiating() bool {
	said := strings.ToLower(n.y.Analysis.Remarks + " " + n.y.Analysis.Outliers + " " + n.y.Analysis.Surprise)
	return slices.ContainsFunc(negotiation, func(word string) bool { return strings.Contains(said, word) })
}
