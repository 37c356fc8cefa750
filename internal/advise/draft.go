package advise

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/due"
)

// manyKWIs is from how many KWIs on one says so, whoever wished them.
const manyKWIs = 5

// drafting are the moments of the talks and of what comes of them.
func drafting() []moment {
	noted := func(n *state, who account.Initials) (notes int) {
		for _, note := range n.y.Notes {
			if note.With == who {
				notes++
			}
		}
		return notes
	}
	undecided := func(n *state, least, most int) bool {
		return n.somebody(func(who account.Initials) bool {
			notes := noted(n, who)
			return n.y.WishOf(who) == nil && notes >= least && notes <= most
		})
	}
	anySpoken := func(n *state) bool { return n.somebody(n.spoken) }
	return []moment{
		{name: "draft.late", when: func(n *state) bool { return n.late(due.Concept) || n.late(due.Inspiration) }},
		{name: "draft.nobody", rank: next, behind: "hostmanship", when: func(n *state) bool { return len(n.people) > 0 && !anySpoken(n) }},
		{name: "draft.noconcept", rank: next, when: func(n *state) bool {
			return n.somebody(func(who account.Initials) bool {
				_, promised := n.y.Concept(who)
				return n.spoken(who) && !promised
			})
		}},
		{name: "draft.unspoken", rank: next, when: func(n *state) bool { return len(n.people) > 0 && !n.everybody(n.spoken) }},
		{name: "draft.rank", rank: next, when: func(n *state) bool { return undecided(n, 2, 1<<20) }},
		{name: "draft.notyet", rank: next, behind: "inspiration", when: func(n *state) bool { return undecided(n, 1, 1) }},
		{name: "draft.nowish", rank: next, when: func(n *state) bool { return n.anyKWI(func(k *account.KWI) bool { return k.Expectation == "" }) }},
		{name: "draft.halfyear", rank: next, behind: "valuequestion", when: func(n *state) bool {
			return n.anyKWI(func(k *account.KWI) bool { return k.Standard(account.Own) == nil })
		}},
		{name: "simple.noted", rank: next, behind: "simple.steps", also: []string{"draft"}, when: func(n *state) bool {
			return n.simple && n.lacks(account.Draft, account.QuestionsNoted)
		}},
		{name: "simple.mail", rank: next, behind: "simple.steps", also: []string{"draft"}, when: func(n *state) bool {
			return n.simple && !n.lacks(account.Draft, account.QuestionsNoted) && n.lacks(account.Draft, account.QuestionsMailed)
		}},
		{name: "draft.unwanted", rank: next, when: func(n *state) bool { return anySpoken(n) && len(n.y.NotExpected) == 0 }},
		{name: "draft.container", rank: next, behind: "probing", when: func(n *state) bool {
			return n.anyKWI(func(k *account.KWI) bool { _, _, found := n.guide.Probe(k.Expectation); return found })
		}},
		{name: "draft.why", rank: next, when: func(n *state) bool {
			return len(n.y.KWIs) > 0 && !n.anyKWI(func(k *account.KWI) bool { return k.Why != "" })
		}},
		{name: "draft.so", rank: next, when: func(n *state) bool { // asked once: who said it of one KWI knows
			return n.anyKWI(func(k *account.KWI) bool { return k.Why != "" }) && !n.anyKWI(func(k *account.KWI) bool { return k.So != "" })
		}},
		{name: "draft.many", rank: next, when: func(n *state) bool {
			return len(n.y.KWIs) >= manyKWIs || len(n.y.KWIs) > max(len(n.people), 1) || n.lacks(account.Draft, account.OneKWIEach)
		}},
		{name: "draft.long", rank: next, also: []string{"test", "communicate"}, when: func(n *state) bool {
			longest := 0
			for _, codes := range n.y.Assigned {
				longest = max(longest, len(codes))
			}
			return account.IsLong(longest)
		}},
		{name: "draft.carried", rank: next, when: func(n *state) bool {
			return n.anyKWI(func(k *account.KWI) bool { return n.c.Carried(n.y.Name, k.Code) != "" })
		}},
		{name: "draft.allspoken", rank: next, when: func(n *state) bool { return n.everybody(n.spoken) }},
		{name: "draft.shared", rank: good, behind: "denominator", when: func(n *state) bool { return len(n.y.KWIs) > 1 }},
		{name: "draft.eight", rank: good, when: func(n *state) bool {
			return n.anyKWI(func(k *account.KWI) bool { return k.Standard(account.Own) != nil })
		}},
		{name: "draft.else", rank: good, when: anySpoken},
	}
}

// checking are the moments at which others than who wished a KWI see it: the test
// and the lists.
func checking() []moment {
	tested := func(n *state) func(account.Initials) bool {
		return func(who account.Initials) bool { return n.y.Tested[who] != "" }
	}
	unsent := func(n *state) func(account.Initials) bool {
		return func(who account.Initials) bool { return len(n.y.Sent[who]) == 0 }
	}
	return []moment{
		{name: "test.unjudged", when: func(n *state) bool { return n.lacks(account.Test, account.QuestionsJudged) }},
		{name: "test.surprise", rank: next, when: func(n *state) bool { return n.somebody(tested(n)) && !n.everybody(tested(n)) }},
		{name: "test.again", rank: next, when: func(n *state) bool { return n.c.Before(n.y.Name) != nil && !n.somebody(tested(n)) }},
		{name: "test.judgesnothing", rank: next, when: func(n *state) bool {
			return len(n.y.KWIs) > 0 && n.somebody(func(who account.Initials) bool { return len(n.y.Assigned[who]) == 0 })
		}},
		{name: "test.untested", rank: next, when: func(n *state) bool { return len(n.y.KWIs) > 0 && len(n.people) > 0 && !n.everybody(tested(n)) }},
		{name: "test.irrelevant", rank: good, when: func(n *state) bool {
			return n.somebody(func(who account.Initials) bool {
				codes := n.y.Assigned[who]
				return len(codes) > 0 && n.anyKWI(func(k *account.KWI) bool {
					return !slices.ContainsFunc(codes, func(q account.QuestionCode) bool { return q.KWI == k.Code })
				})
			})
		}},
		{name: "test.merge", rank: good, when: func(n *state) bool { return len(n.y.KWIs) > 1 }},

		{name: "communicate.waiting", when: func(n *state) bool {
			return n.somebody(func(who account.Initials) bool {
				sent := n.y.Sent[who]
				return len(sent) > 0 && n.y.Confirmed[who] == "" && sent[len(sent)-1] <= n.Today.Add(-2)
			})
		}},
		{name: "communicate.unsent", rank: next, when: func(n *state) bool { return n.somebody(unsent(n)) }},
		{name: "communicate.unconfirmed", rank: next, when: func(n *state) bool {
			return n.somebody(func(who account.Initials) bool { return !unsent(n)(who) && n.y.Confirmed[who] == "" })
		}},
		{name: "communicate.colleagues", rank: next, also: []string{"realise"}, when: func(n *state) bool { return len(n.c.Uninformed(n.y)) > 0 }},
		{name: "communicate.voices", rank: good, when: func(n *state) bool { return len(n.c.Colleagues) < 4 }},
		{name: "communicate.informed", rank: good, also: []string{"realise"}, when: func(n *state) bool { return len(n.y.Informed) > 0 }},
	}
}
