package advise

import (
	"slices"

	"kwi/internal/account"
)

// initialising are the moments of the first stage.
func initialising() []moment {
	willing := func(n *state, who account.Initials) bool { return n.c.Respondent(who).Willing != "" }
	unsponsored := func(n *state) bool { return !n.simple && n.c.Sponsor == "" }
	all := func(n *state) bool {
		return n.everybody(func(who account.Initials) bool { return willing(n, who) })
	}
	sponsorGave := func(n *state, low, high int) bool {
		last := n.c.LastRecommendation(n.y.Name, n.c.Sponsor)
		return n.c.Sponsor != "" && last != nil && low <= last.Score && last.Score <= high
	}
	return []moment{
		{name: "initialise.nosponsor", when: func(n *state) bool { return unsponsored(n) && n.lacks(account.Initialise, account.HasSponsor) }},
		{name: "ready", rank: next, when: (*state).ready, also: []string{"initialise", "draft", "test", "communicate", "realise", "measure"}},
		{name: "initialise.winning", rank: next, when: func(n *state) bool { return unsponsored(n) && !n.lacks(account.Initialise, account.HasSponsor) }},
		{name: "simple.value", rank: next, behind: "valuequestion", also: []string{"initialise"}, when: func(n *state) bool { return n.simple && n.y.Go == "" }},
		{name: "initialise.critic", rank: next, also: []string{"measure", "session"}, when: func(n *state) bool { return sponsorGave(n, 0, 6) }},
		{name: "initialise.lukewarm", rank: next, when: func(n *state) bool { return sponsorGave(n, 7, 8) }},
		{name: "initialise.noresponsible", rank: next, when: func(n *state) bool {
			return n.c.Responsible == "" && len(n.c.StayingColleagues()) > 0
		}},
		{name: "initialise.approach", rank: next, behind: "selection", when: func(n *state) bool { return n.c.Advice().Approach == "" }},
		{name: "initialise.internal", rank: next, behind: "simple.steps", when: func(n *state) bool { return n.c.Kind == account.Internal && !n.simple }},
		{name: "initialise.again", rank: next, behind: "valuequestion", when: func(n *state) bool { return n.c.Before(n.y.Name) != nil && n.y.Go == "" }},
		{name: "initialise.kickoff", rank: next, when: func(n *state) bool { return n.y.Kickoff.Date == "" }},
		{name: "initialise.strategy", rank: next, when: func(n *state) bool { return n.y.Kickoff.Strategy == "" }},
		{name: "initialise.arguments", rank: next, behind: "arguments", when: func(n *state) bool { return !n.simple && len(n.y.Kickoff.Arguments) == 0 }},
		{name: "initialise.few", rank: next, when: func(n *state) bool { return !n.simple && len(n.people) < 3 }},
		{name: "initialise.sponsored", rank: next, when: func(n *state) bool {
			return n.c.Sponsor != "" && len(n.people) < account.MostRespondents && n.y.Go == ""
		}},
		{name: "initialise.willing", rank: next, when: func(n *state) bool { return !n.simple && len(n.people) > 0 && !all(n) }},
		{name: "initialise.allwilling", rank: next, when: func(n *state) bool { return all(n) && n.y.Go == "" }},
		{name: "initialise.nogo", rank: next, behind: "differences", when: func(n *state) bool { return n.y.Go == "" }},
		{name: "initialise.needs", rank: good, when: func(n *state) bool {
			return slices.Contains([]account.Reply{n.c.Needs.ClientKnows, n.c.Needs.SupplierKnows}, account.Unanswered)
		}},
		{name: "initialise.full", rank: good, when: func(n *state) bool { return len(n.people) >= account.MostRespondents }},
		{name: "initialise.proposal", rank: good, when: func(n *state) bool { return n.c.Selection.Business != account.Yes && n.y.Go == "" }},
	}
}
