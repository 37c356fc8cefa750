package account

import (
	"maps"
	"slices"

	"kwi/internal/fault"
)

// Handover is what becomes of all that a respondent has in the cycle that runs
// when they leave: what stays theirs, and what another can take over.
type Handover struct {
	Who Initials

	// What stays theirs, in this cycle and the earlier ones.
	Answers   int  // of this cycle
	Questions int  // of those they were asked in it
	Earlier   int  // earlier cycles in which they answered
	Said      bool // a recommendation or a remark in this cycle
	Talks     int
	Wish      KWICode // the KWI that they wish, or 0

	// What moves.
	Open       []QuestionCode // questions without an answer
	Agreements []string       // the numbers of the open ones that they do
	Planned    []Date         // talks with them that are still to come
	Concept    Concept        // that they were promised and have not got

	Lists   int  // that are out with them in this cycle
	Sent    Date // when the last one went
	Sponsor bool
}

// Moves reports whether there is anything for another to take over.
func (h Handover) Moves() bool {
	return len(h.Open) > 0 || len(h.Agreements) > 0 || len(h.Planned) > 0 || h.Concept.Open()
}

// HandoverOf is what becomes of what a respondent has, were they to leave on a
// day.
func (c *Client) HandoverOf(who Initials, on Date) Handover {
	h := Handover{Who: who, Sponsor: who != "" && c.Sponsor == who}
	for _, a := range c.openOf(who) {
		h.Agreements = append(h.Agreements, a.Number)
	}
	running := c.Newest()
	for i := range c.Cycles {
		y := &c.Cycles[i]
		h.Talks += len(slices.DeleteFunc(slices.Clone(y.Visits), func(v Visit) bool { return v.With != who || v.Date > on }))
		if running.Name != y.Name && y.HasAnswered(who) {
			h.Earlier++
		}
	}
	y := running
	if y == nil || y.Stage == Closed {
		if y != nil && y.HasAnswered(who) {
			h.Earlier++
		}
		return h
	}
	h.Answers, h.Questions = y.Given(who), len(y.Assigned[who])
	h.Said = y.Recommends(who) || y.Remarked(who)
	if k := y.WishOf(who); k != nil {
		h.Wish = k.Code
	}
	h.Open = y.openOf(who)
	for _, v := range y.Visits {
		if v.With == who && v.Date > on {
			h.Planned = append(h.Planned, v.Date)
		}
	}
	if p := y.Promised[who]; p.Open() {
		h.Concept = p
	}
	if !y.HasAnswered(who) || len(h.Open) > 0 {
		h.Lists = len(y.Sendings[who])
		if days := y.Sent[who]; len(days) > 0 {
			h.Lists, h.Sent = max(h.Lists, 1), days[len(days)-1]
		}
	}
	return h
}

// openOf are the questions of a respondent that they have not answered.
func (y *Cycle) openOf(who Initials) (out []QuestionCode) {
	for _, q := range y.Assigned[who] {
		if !y.Gave(who, q) {
			out = append(out, q)
		}
	}
	return out
}

// TakeOver lets another respondent take over from one who leaves on a day, or
// has left. What that one answered, said and was told stays theirs, for it is
// what they said. The questions that are open become the other's, as far as
// those have not got them already; so do the open agreements, the talks that are
// still to come and a draft that was promised. The lists that are out are not
// sent to the other: they get one of their own.
func (c *Client) TakeOver(who, to Initials, on Date) error {
	r, next := c.Respondent(who), c.Respondent(to)
	switch {
	case r == nil:
		return fault.New(fault.Removed, string(who))
	case next == nil || next.Left != "" || to == who:
		return fault.New(fault.Removed, string(to))
	case !on.Valid():
		return fault.New(fault.BadDate, string(on))
	}
	if r.Left == "" {
		if err := c.Leave(who, on); err != nil {
			return err
		}
	}
	if next.Follows == "" && !c.comesAfter(who, to) {
		next.Follows = who
	}
	c.renameOwner(who, to)
	y := c.Newest()
	if y == nil || y.Stage == Closed {
		return nil
	}
	if open := y.openOf(who); len(open) > 0 {
		delete(y.Excused, to)
		y.giveQuestions(who, to, open)
		if n := c.seats(y); n > MostRespondents {
			return tooMany(n)
		}
	}
	for i := range y.Visits {
		if v := &y.Visits[i]; v.With == who && v.Date > on {
			v.With = to
		}
	}
	if p := y.Promised[who]; p.Open() && !y.Promised[to].Open() {
		delete(y.Promised, who)
		setMapKey(&y.Promised, to, p)
	}
	return nil
}

// giveQuestions makes questions of one those of another; what the one answered
// stays with them.
func (y *Cycle) giveQuestions(who, to Initials, open []QuestionCode) {
	left := slices.DeleteFunc(slices.Clone(y.Assigned[who]), func(q QuestionCode) bool { return slices.Contains(open, q) })
	if len(left) == 0 {
		delete(y.Assigned, who)
	} else {
		y.Assigned[who] = left
	}
	all := append(slices.Clone(y.Assigned[to]), open...)
	slices.SortFunc(all, CompareCodes)
	setMapKey(&y.Assigned, to, slices.Compact(all))
}

// comesAfter reports whether a respondent took over from another, or from
// somebody who did.
func (c *Client) comesAfter(who, from Initials) bool {
	for range c.Respondents {
		r := c.Respondent(who)
		if r == nil || r.Follows == "" {
			return false
		}
		if who = r.Follows; who == from {
			return true
		}
	}
	return false
}

// Successor is who took over from a respondent, nil where nobody did.
func (c *Client) Successor(who Initials) *Respondent {
	for i := range c.Respondents {
		if r := &c.Respondents[i]; who != "" && r.Follows == who {
			return r
		}
	}
	return nil
}

// Heir is who has the seat of a respondent now: themselves, or whoever took over
// in the end and has not left; "" where that is nobody.
func (c *Client) Heir(who Initials) Initials {
	for range c.Respondents {
		r := c.Respondent(who)
		switch {
		case r == nil:
			return ""
		case r.Left == "":
			return who
		}
		next := c.Successor(who)
		if next == nil {
			return ""
		}
		who = next.Initials
	}
	return ""
}

// inherited is who judges what in the cycle that comes: of a respondent who has
// left, whoever took over from them.
func (c *Client) inherited(assigned map[Initials][]QuestionCode) map[Initials][]QuestionCode {
	out := Cycle{Assigned: maps.Clone(assigned)}
	for _, who := range sortedKeys(assigned) {
		if heir := c.Heir(who); heir != "" && heir != who {
			out.giveQuestions(who, heir, assigned[who])
		}
	}
	return out.Assigned
}
