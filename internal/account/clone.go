package account

import (
	"maps"
	"slices"
)

// Clone is a copy that shares nothing that can change with the original; a
// test holds it to every field. Sheets are shared: they are never changed in
// place.
func (c Client) Clone() Client {
	c.Respondents = cloneEach(c.Respondents, func(r Respondent) Respondent { r.Formerly = slices.Clone(r.Formerly); return r })
	c.Colleagues = slices.Clone(c.Colleagues)
	c.Caught = slices.Clone(c.Caught)
	c.Library = cloneEach(c.Library, func(a Attached) Attached { a.Ticks = slices.Clone(a.Ticks); return a })
	c.FormHeads = slices.Clone(c.FormHeads)
	c.Cycles = cloneEach(c.Cycles, Cycle.Clone)
	c.Plans = cloneEach(c.Plans, Plan.clone)
	return c
}

// Clone is a copy that shares nothing that can change with the original.
func (y Cycle) Clone() Cycle {
	y.Kickoff.Present = slices.Clone(y.Kickoff.Present)
	y.Kickoff.Arguments = slices.Clone(y.Kickoff.Arguments)
	y.Notes = cloneEach(y.Notes, func(n Note) Note { n.Heard = slices.Clone(n.Heard); return n })
	y.NotExpected = maps.Clone(y.NotExpected)
	y.NotExpectedHeard = slices.Clone(y.NotExpectedHeard)
	y.Promised = maps.Clone(y.Promised)
	y.KWIs = cloneEach(y.KWIs, KWI.clone)
	y.Turns = cloneEach(y.Turns, Turn.clone)
	y.Gone = cloneEach(y.Gone, Gone.clone)
	y.Assigned = cloneLists(y.Assigned)
	y.Tested = maps.Clone(y.Tested)
	y.Confirmed = maps.Clone(y.Confirmed)
	y.PersonalWords = maps.Clone(y.PersonalWords)
	y.Sent = cloneLists(y.Sent)
	y.Sendings = cloneLists(y.Sendings)
	y.Informed = maps.Clone(y.Informed)
	y.Answers = maps.Clone(y.Answers)
	y.Answered = maps.Clone(y.Answered)
	y.AnsweredInTalk = maps.Clone(y.AnsweredInTalk)
	y.Excused = maps.Clone(y.Excused)
	y.Remarks = maps.Clone(y.Remarks)
	y.Released = slices.Clone(y.Released)
	y.NPS = maps.Clone(y.NPS)
	y.Meeting.Present = slices.Clone(y.Meeting.Present)
	y.Meeting.Notes = slices.Clone(y.Meeting.Notes)
	y.Meeting.Decisions = slices.Clone(y.Meeting.Decisions)
	y.Meeting.Agenda = slices.Clone(y.Meeting.Agenda)
	y.Meeting.Ideas = slices.Clone(y.Meeting.Ideas)
	y.Meeting.Next = slices.Clone(y.Meeting.Next)
	y.Actions = cloneEach(y.Actions, func(a Action) Action { a.Tellings = slices.Clone(a.Tellings); return a })
	y.Reminders = cloneLists(y.Reminders)
	y.ExcusedWhy = maps.Clone(y.ExcusedWhy)
	y.Colouring = maps.Clone(y.Colouring)
	y.AnsweredByPhone = maps.Clone(y.AnsweredByPhone)
	y.Findings = slices.Clone(y.Findings)
	y.Visits = slices.Clone(y.Visits)
	y.Ideas = slices.Clone(y.Ideas)
	y.Reasons = cloneEach(y.Reasons, Reason.clone)
	y.Passages = slices.Clone(y.Passages)
	y.Corrections = slices.Clone(y.Corrections)
	y.Amendments = slices.Clone(y.Amendments)
	return y
}

func (r Reason) clone() Reason {
	r.Open = cloneEach(r.Open, func(l Lack) Lack {
		l.Of, l.Things = slices.Clone(l.Of), slices.Clone(l.Things)
		return l
	})
	return r
}

func (k KWI) clone() KWI {
	k.Wishes = slices.Clone(k.Wishes)
	k.SharedBy = slices.Clone(k.SharedBy)
	k.Questions = slices.Clone(k.Questions)
	return k
}

func (p Plan) clone() Plan {
	p.KPIs = cloneEach(p.KPIs, KPI.clone)
	p.Numbers = maps.Clone(p.Numbers)
	for year, n := range p.Numbers {
		p.Numbers[year] = YearNumbers{n.Actual.clone(), n.Target.clone()}
	}
	return p
}

func (k KPI) clone() KPI {
	k.Actions = slices.Clone(k.Actions)
	k.Agreed = slices.Clone(k.Agreed)
	return k
}

func (f *Figures) clone() *Figures {
	if f == nil {
		return nil
	}
	g := *f
	for _, p := range []**int{&g.Contacts, &g.Meetings, &g.Leads, &g.Orders, &g.Sessions, &g.NPS} {
		if *p != nil {
			n := **p
			*p = &n
		}
	}
	return &g
}

func cloneEach[T any](in []T, clone func(T) T) []T {
	if in == nil {
		return nil
	}
	out := make([]T, len(in))
	for i, v := range in {
		out[i] = clone(v)
	}
	return out
}

func cloneLists[K comparable, V any](in map[K][]V) map[K][]V {
	out := maps.Clone(in)
	for k, v := range out {
		out[k] = slices.Clone(v)
	}
	return out
}
