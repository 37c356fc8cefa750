package advise

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/due"
)

// manyOpen is from how many open agreements on one says so.
const manyOpen = 8

// quietDays is within how many days something must be due for it not to be quiet.
const quietDays = 14

// realising are the moments of the months between the promises and the figures.
func realising() []moment {
	ours := func(a account.Action) bool { return a.Side != account.ClientSide }
	visited := func(n *state, least int) bool {
		return n.everybody(func(who account.Initials) bool { count, _ := n.visits(who); return count >= least })
	}
	return []moment{
		{name: "realise.silence", when: func(n *state) bool {
			return n.somebody(func(who account.Initials) bool {
				_, last := n.visits(who)
				days, ok := last.Until(n.Today)
				return ok && days >= n.c.Silence(who)
			})
		}},
		{name: "realise.overdue", when: func(n *state) bool { return n.lacks(account.Realise, account.NothingOverdue) }},
		{name: "realise.noaction", behind: "realise", when: func(n *state) bool { return len(n.y.KWIs) > 0 && n.lacks(account.Realise, account.KWIsActed) }},
		{name: "realise.quiet", rank: next, when: func(n *state) bool { return n.y.Session == "" && n.quiet() }},
		{name: "realise.theirs", rank: next, when: func(n *state) bool {
			return n.anyOpen(func(a account.Action) bool { return !ours(a) && a.Overdue(account.Moment(n.Today)) })
		}},
		{name: "realise.loose", rank: next, when: func(n *state) bool { return n.anyOpen(func(a account.Action) bool { return a.Lacks() }) }},
		{name: "realise.idea", rank: next, also: []string{"session"}, when: func(n *state) bool {
			return slices.ContainsFunc(n.c.StandingIdeas(n.y), func(i account.StandingIdea) bool { return !i.Idea.Answered() })
		}},
		{name: "realise.unannounced", rank: next, when: func(n *state) bool {
			return n.anyOpen(func(a account.Action) bool { return ours(a) && !a.Internal && a.KWI != 0 && a.Announced == "" })
		}},
		{name: "realise.unshown", rank: next, when: func(n *state) bool {
			return n.anyAction(func(a account.Action) bool { return ours(a) && a.Status == account.Done && a.Evidence == "" })
		}},
		{name: "realise.unvisited", rank: next, when: func(n *state) bool { return len(n.people) > 0 && !visited(n, account.VisitsAtLeast) }},
		{name: "realise.once", rank: next, when: func(n *state) bool { return visited(n, account.VisitsAtLeast) && !visited(n, account.VisitsPreferred) }},
		{name: "realise.nowhy", rank: next, when: func(n *state) bool { // asked once: who said it of one action knows
			return len(n.y.Actions) > 0 && !n.anyAction(func(a account.Action) bool { return a.Why != "" || a.So != "" })
		}},
		{name: "realise.finished", rank: next, when: func(n *state) bool {
			return n.anyKWI(func(k *account.KWI) bool {
				on := func(a account.Action) bool { return a.KWI == k.Code }
				return n.anyAction(func(a account.Action) bool { return on(a) && a.Status == account.Done }) && !n.anyOpen(on)
			})
		}},
		{name: "realise.much", rank: next, behind: "notall", when: func(n *state) bool { return len(n.open) >= manyOpen }},
		{name: "simple.notice", rank: next, behind: "simple.steps", also: []string{"realise"}, when: func(n *state) bool { return n.simple }},
		{name: "realise.announced", rank: good, when: func(n *state) bool {
			return n.anyOpen(func(a account.Action) bool { return ours(a) && a.Announced != "" })
		}},
		{name: "realise.visible", rank: good, behind: "threequestions", when: func(n *state) bool { return len(n.open) > 0 }},
		{name: "realise.visited", rank: good, behind: "trust", when: func(n *state) bool {
			return slices.ContainsFunc(n.y.Visits, func(v account.Visit) bool { return !v.Planned(account.Moment(n.Today)) })
		}},
		{name: "realise.ideas", rank: good, behind: "realise", when: func(n *state) bool { return len(n.y.KWIs) > 0 && !n.lacks(account.Realise, account.KWIsActed) }},
		{name: "realise.simplify", rank: good, behind: "simplify", when: func(n *state) bool { return len(n.y.KWIs) > 0 }},
		{name: "realise.service", rank: good, behind: "servicerules", when: always},
	}
}

// quiet reports whether nothing is late or due soon, but for a session to plan.
func (n *state) quiet() bool {
	d := due.Of(n.c)
	return !slices.ContainsFunc(d.Within(n.Today, quietDays), func(i due.Item) bool { return i.Kind != due.Planning })
}
