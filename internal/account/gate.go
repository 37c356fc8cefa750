package account

import "slices"

// Check is one condition of a gate: whether it is met, and what is missing.
type Check struct {
	Name    CheckName
	Met     bool
	Missing []string // initials, codes or numbers; never names
}

// Lack is what a condition misses, as it is kept with a reason.
func (k Check) Lack() Lack {
	l := Lack{Condition: k.Name}
	for _, m := range k.Missing {
		if k.Name.Misses() == MissesPeople {
			l.Of = append(l.Of, Initials(m))
		} else {
			l.Things = append(l.Things, m)
		}
	}
	return l
}

// Check is what was lacking, as a condition that is not met.
func (l Lack) Check() Check {
	k := Check{Name: l.Condition, Missing: slices.Clone(l.Things)}
	for _, who := range l.Of {
		k.Missing = append(k.Missing, string(who))
	}
	return k
}

// Gate is the checklist of a stage of a cycle on a day. The simple approach,
// with its one contact, has conditions of its own.
func (c *Client) Gate(y *Cycle, stage Stage, today Date) []Check {
	var g gate
	if c.Approach == Simple {
		c.simpleGate(&g, y, stage.In(Simple), today)
		return g
	}
	people := len(c.Awaited(y))
	switch stage {
	case Initialise:
		g.add(HasSponsor, nil, c.Sponsor != "" || c.winsSponsor(y))
		g.add(HasRespondents, c.lacking(y, c.willing), people > 0 && people <= MostRespondents)
		g.add(HasGo, nil, y.Go != "")
	case Draft:
		g.add(SpokenWithAll, c.lacking(y, func(i Initials) bool { return c.SpokenWith(y, i) }), people > 0)
		g.add(OneKWIEach, y.wishedTwice(), true)
		g.add(KWIsComplete, y.incomplete(), len(y.KWIs) > 0)
	case Test:
		g.add(QuestionsJudged, c.unjudged(y), true)
		g.add(RespondentsJudge, c.lacking(y, y.asked), people > 0)
		g.add(TestedWithAll, c.lacking(y, func(i Initials) bool { return y.Tested[i] != "" }), people > 0)
	case Communicate:
		g.add(SentToAll, c.lacking(y, y.sent), people > 0)
		g.add(ConfirmedByAll, c.lacking(y, func(i Initials) bool { return y.Confirmed[i] != "" }), people > 0)
		g.add(ColleaguesKnow, initialsOf(c.Uninformed(y)), true)
	case Realise:
		g.add(VisitedAll, c.lacking(y, y.visitedBy(today)), people > 0)
		g.add(KWIsActed, c.withoutAction(y), len(y.KWIs) > 0)
		g.add(NothingOverdue, c.overdueSilent(y, today), true)
	case Measure:
		g.add(SessionPlanned, nil, y.Session != "")
		g.add(ListsBack, c.lacking(y, y.HasAnswered), people > 0 || len(y.Answers) > 0)
		g.add(AnalysisDone, nil, y.analysed())
		g.add(MeasuresReady, nil, y.Analysis.Proposals != "" || len(y.FindingsOn(Proposals)) > 0)
	case Session:
		g.add(ActionsAgreed, y.loose(), true)
		g.add(PresentNoted, nil, len(y.Meeting.Present) > 0)
	}
	return g
}

// gate is a checklist that is being made.
type gate []Check

func (g *gate) add(name CheckName, missing []string, also bool) {
	*g = append(*g, Check{Name: name, Met: len(missing) == 0 && also, Missing: missing})
}

// lacking are those whose turn it is and of whom something is not so.
func (c *Client) lacking(y *Cycle, has func(Initials) bool) (out []string) {
	for _, r := range c.Awaited(y) {
		if !has(r.Initials) {
			out = append(out, string(r.Initials))
		}
	}
	return out
}

// Passes reports whether every condition is met.
func Passes(gate []Check) bool { return len(Unmet(gate)) == 0 }

// Unmet are the conditions that are not met.
func Unmet(gate []Check) (out []Check) {
	for _, c := range gate {
		if !c.Met {
			out = append(out, c)
		}
	}
	return out
}

// winsSponsor: an open action of ours on no KWI, while there is no sponsor.
func (c *Client) winsSponsor(y *Cycle) bool {
	return slices.ContainsFunc(c.OpenActions(y.Name), func(a OpenAction) bool { return a.Action.KWI == 0 && a.Action.Side != ClientSide })
}

// SpokenWith reports whether a respondent was spoken to in a cycle. What they
// wished in an earlier one says nothing of this one.
func (c *Client) SpokenWith(y *Cycle, who Initials) bool {
	z := *y
	z.KWIs = slices.DeleteFunc(slices.Clone(y.KWIs), func(k KWI) bool { return c.Carried(y.Name, k.Code) != "" })
	return z.SpokenWith(who)
}

// SpokenWith reports whether anything was caught in a talk with a respondent.
func (y *Cycle) SpokenWith(who Initials) bool {
	for _, n := range y.Notes {
		if n.With == who {
			return true
		}
	}
	return y.NotExpected[who] != "" || y.WishOf(who) != nil
}

func (y *Cycle) wishedTwice() (out []string) {
	seen := map[Initials]int{}
	for _, k := range y.KWIs {
		for _, who := range k.Wishers() {
			if seen[who]++; seen[who] == 2 {
				out = append(out, string(who))
			}
		}
	}
	return out
}

func (y *Cycle) incomplete() (out []string) {
	for _, k := range y.KWIs {
		if k.Expectation == "" || k.Standard(Own) == nil {
			out = append(out, k.Code.String())
		}
	}
	return out
}

// unjudged are the codes of the questions that nobody is left to judge.
func (c *Client) unjudged(y *Cycle) (out []string) {
	for _, k := range y.KWIs {
		for _, q := range k.Questions {
			if !c.isJudged(y, q.Code) {
				out = append(out, q.Code.String())
			}
		}
	}
	return out
}

// isJudged says whether somebody judges a question, or did before they left.
func (c *Client) isJudged(y *Cycle, q QuestionCode) bool {
	for who := range y.Assigned {
		if !y.IsAssigned(who, q) {
			continue
		}
		r := c.Respondent(who)
		if r != nil && r.Left == "" || y.Answers[who].Of(q).Grade != 0 {
			return true
		}
	}
	return false
}

// Judges are the respondents who were given a question, in alphabetical order.
func (y *Cycle) Judges(q QuestionCode) (out []Initials) {
	for _, who := range sortedKeys(y.Assigned) {
		if y.IsAssigned(who, q) {
			out = append(out, who)
		}
	}
	return out
}

func initialsOf(who []Initials) (out []string) {
	for _, i := range who {
		out = append(out, string(i))
	}
	return out
}

// visitedBy reports whether a respondent was visited, and not only is to be.
func (y *Cycle) visitedBy(today Date) func(Initials) bool {
	return func(who Initials) bool { return y.Visited(who, Moment(today)).Held >= VisitsAtLeast }
}

func (y *Cycle) visited(who Initials) bool {
	for _, v := range y.Visits {
		if v.With == who {
			return true
		}
	}
	return false
}

func (c *Client) withoutAction(y *Cycle) (out []string) {
	acted := map[KWICode]bool{}
	for _, a := range y.Actions {
		acted[a.KWI] = acted[a.KWI] || a.Status != Dropped
	}
	for _, a := range c.OpenActions(y.Name) {
		acted[a.Action.KWI] = true
	}
	for _, k := range y.KWIs {
		if !acted[k.Code] {
			out = append(out, k.Code.String())
		}
	}
	return out
}

func (c *Client) overdueSilent(y *Cycle, today Date) (out []string) {
	for _, a := range c.OpenActions(y.Name) {
		if a.Action.Overdue(Moment(today)) && a.Action.Delay == "" && a.Action.Evidence == "" { // where a word stood until there was a place for it
			out = append(out, a.Action.Number)
		}
	}
	return out
}

// Overdue reports whether an open action's day has passed or, where it has one
// and that of now is known, its hour.
func (a Action) Overdue(now Moment) bool {
	return a.Status == Open && a.Due.Passed(now)
}

// loose are the open actions without a person or a date.
func (y *Cycle) loose() (out []string) {
	for _, a := range y.Actions {
		if a.Lacks() {
			out = append(out, a.Number)
		}
	}
	return out
}

// analysed reports whether anything was said of the answers, beside what is
// proposed.
func (y *Cycle) analysed() bool {
	return y.Analysis != Analysis{Proposals: y.Analysis.Proposals} || len(y.FindingsOn(Proposals)) < len(y.Findings)
}
