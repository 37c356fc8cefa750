package advise

import (
	"slices"

	"kwi/internal/account"
)

// meeting are the moments of the session.
func meeting() []moment {
	held := func(n *state) bool { return n.y.Stage == account.Session && n.past(n.y.Session) }
	return []moment{
		{name: "session.loose", when: func(n *state) bool { return n.lacks(account.Session, account.ActionsAgreed) }},
		{name: "session.close", rank: next, when: (*state).ready},
		{name: "session.after", rank: next, when: held},
		{name: "session.before", rank: next, behind: "agenda", when: func(n *state) bool { return !n.simple && (n.y.Session == "" || n.Today < n.y.Session) }},
		{name: "simple.talk", rank: next, behind: "simple.dialogue", also: []string{"session"}, when: func(n *state) bool { return n.simple }},
		{name: "session.lookback", rank: next, when: func(n *state) bool { return len(n.c.LookBack(n.y, n.Today)) > 0 }},
		{name: "session.onesided", rank: next, when: func(n *state) bool {
			return len(n.y.Actions) > 0 && !n.anyAction(func(a account.Action) bool { return a.Side != account.SupplierSide })
		}},
		{name: "session.sharpen", rank: next, when: func(n *state) bool { return !n.simple && len(n.y.Meeting.Next) == 0 }},
		{name: "session.talking", rank: good, behind: "agenda", when: always},
	}
}

// planning are the moments of the account plan, and of pages that are empty.
func planning() []moment {
	return []moment{
		{name: "plan.none", rank: next, when: func(n *state) bool { return n.plan == nil }},
		{name: "plan.behind", when: func(n *state) bool {
			return n.plan != nil && slices.ContainsFunc(n.plan.KPIs, func(k account.KPI) bool {
				return slices.ContainsFunc(k.Agreed, func(a account.KPIAction) bool { return a.Overdue(account.Moment(n.Today)) })
			})
		}},
		{name: "plan.nokpis", rank: next, when: func(n *state) bool { return n.plan != nil && len(n.plan.KPIs) == 0 && len(n.y.KWIs) > 0 }},
		{name: "plan.vision", rank: next, when: func(n *state) bool { return n.plan != nil && n.plan.Vision == "" }},
		{name: "plan.mission", rank: next, when: func(n *state) bool { return n.plan != nil && n.plan.Mission == "" }},
		{name: "plan.smart", rank: next, when: func(n *state) bool {
			return n.plan != nil && slices.ContainsFunc(n.plan.KPIs, func(k account.KPI) bool { return k.Smart == account.Smart{} })
		}},
		{name: "plan.elsewhere", rank: next, when: func(n *state) bool { return n.plan != nil && n.plan.Preconditions == "" }},
		{name: "plan.gaps", rank: next, when: func(n *state) bool {
			return n.plan != nil && (n.plan.Vision == "" || n.plan.Mission == "" || n.plan.Factors == "")
		}},
		{name: "plan.habits", rank: good, behind: "habits", when: func(n *state) bool { return n.plan != nil }},

		{name: "portfolio.empty", rank: next, behind: "simplefirst", when: always},
		{name: "promises.empty", rank: next, when: always},
	}
}
