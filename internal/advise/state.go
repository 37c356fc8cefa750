package advise

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/internal/guide"
	"kwi/internal/score"
)

// state is a situation with what is asked of it more than once.
type state struct {
	Situation
	guide  *guide.Guide
	c      *account.Client
	y      *account.Cycle
	simple bool
	people []account.Respondent // whose list is awaited
	open   []account.Action     // agreements, of the cycles before too
	table  score.Table
	plan   *account.Plan
	gates  map[account.Stage][]account.Check // those that were asked for
}

// stateOf looks at a situation; false where there is nothing to advise on: at a
// stage of a closed cycle, or one that the approach passes over.
func stateOf(g *guide.Guide, s Situation) (*state, bool) {
	n := &state{Situation: s, guide: g, c: s.Client, y: s.cycle(), gates: map[account.Stage][]account.Check{}}
	if n.c == nil {
		return n, s.Empty
	}
	n.simple, n.plan = n.c.Approach == account.Simple, n.c.Plan(s.Year)
	stage, isStage := account.ParseStage(s.Place)
	switch {
	case s.Place == Plan:
		if n.y == nil {
			n.y = &account.Cycle{}
		}
		return n, true
	case n.y == nil, isStage && (n.y.Stage == account.Closed || stage.Skipped(n.c.Approach)):
		return nil, false
	}
	n.people = n.c.Awaited(n.y)
	for _, a := range n.c.OpenActions(n.y.Name) {
		n.open = append(n.open, a.Action)
	}
	if s.Place == Monitor || s.Place == account.Measure.String() {
		n.table = score.Of(n.c, n.y) // no other place says anything of figures
	}
	return n, true
}

// gate is the checklist of a stage, made once.
func (n *state) gate(stage account.Stage) []account.Check {
	if n.gates[stage] == nil {
		n.gates[stage] = n.c.Gate(n.y, stage, n.Today)
	}
	return n.gates[stage]
}

// lacks reports whether a condition of a stage's gate is not met.
func (n *state) lacks(stage account.Stage, name account.CheckName) bool {
	return slices.ContainsFunc(n.gate(stage), func(c account.Check) bool { return c.Name == name && !c.Met })
}

// ready reports whether the gate of the stage that the cycle is in is met, and
// one looks at that stage.
func (n *state) ready() bool {
	return n.Place == n.y.Stage.String() && account.Passes(n.gate(n.y.Stage))
}

// somebody reports whether any respondent who is awaited is such.
func (n *state) somebody(is func(account.Initials) bool) bool {
	return slices.ContainsFunc(n.people, func(r account.Respondent) bool { return is(r.Initials) })
}

// everybody reports whether all are, and there is somebody.
func (n *state) everybody(is func(account.Initials) bool) bool {
	return len(n.people) > 0 && !n.somebody(func(who account.Initials) bool { return !is(who) })
}

func (n *state) spoken(who account.Initials) bool { return n.c.SpokenWith(n.y, who) }

// visits counts the conversations with a respondent, held or planned, and tells
// the day of the last that was held.
func (n *state) visits(who account.Initials) (count int, last account.Date) {
	v := n.y.Visited(who, account.Moment(n.Today))
	return v.Held + v.Planned, v.Last
}

// anyKWI reports whether any KWI of the cycle is such.
func (n *state) anyKWI(is func(*account.KWI) bool) bool {
	for i := range n.y.KWIs {
		if is(&n.y.KWIs[i]) {
			return true
		}
	}
	return false
}

// anyOpen reports whether any open agreement is such.
func (n *state) anyOpen(is func(account.Action) bool) bool { return slices.ContainsFunc(n.open, is) }

// anyAction reports whether any agreement of the cycle is such.
func (n *state) anyAction(is func(account.Action) bool) bool {
	return slices.ContainsFunc(n.y.Actions, is)
}

// answers is how many lists are in.
func (n *state) answers() (in int) {
	for _, r := range n.c.Participants(n.y) {
		if n.y.HasAnswered(r.Initials) {
			in++
		}
	}
	return in
}

// rung reports whether a KWI stands on a rung of the ladder, as far as that may
// be shown.
func (n *state) rung(on score.Rung) bool {
	return n.anyKWI(func(k *account.KWI) bool { return n.table.Rung(k.Code, k.Target) == on })
}

// late reports whether anything of a kind is late.
func (n *state) late(kind due.Kind) bool {
	d := due.Of(n.c)
	return slices.ContainsFunc(d.Days(), func(d due.Day) bool { return d.Kind == kind && d.Late(account.Moment(n.Today)) })
}

// within reports whether a day is today or comes within so many days.
func (n *state) within(on account.Date, days int) bool {
	left, ok := n.Today.Until(on)
	return ok && left >= 0 && left <= days
}

// past reports whether a day lies before today.
func (n *state) past(on account.Date) bool { return on.Passed(n.Today) }

func always(*state) bool { return true }

// forMany are the moments that only the extended approach knows: two people hold
// no kick-off, need no GO beside the value question, rank nothing, make no concept
// and plan no session for many.
var forMany = []string{
	"initialise.kickoff", "initialise.strategy", "initialise.allwilling", "initialise.nogo",
	"draft.nobody", "draft.noconcept", "draft.unspoken", "draft.rank", "draft.notyet", "draft.nowish", "draft.unwanted", "draft.why", "draft.so",
	"realise.quiet",
	"measure.unplanned", "measure.short", "measure.noplace", "measure.announce", "measure.silent",
}

// passesOver reports whether a moment is none of the approach.
func (n *state) passesOver(m moment) bool { return n.simple && slices.Contains(forMany, m.name) }
