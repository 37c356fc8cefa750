package account

import (
	"math"
	"slices"

	"kwi/internal/fault"
)

// AddKWI adds what a respondent finds most important as a KWI with the next
// code, and its standard question with it. A respondent has one KWI at most;
// a joint one has no respondent. Who wished it can judge all of it.
func (c *Client) AddKWI(cycle CycleName, k KWI, std Standard) (KWICode, error) {
	y, err := c.running(cycle)
	if err != nil {
		return 0, err
	}
	if err := c.known(append(slices.Clone(k.SharedBy), k.WishedBy)...); err != nil {
		return 0, err
	}
	if wished := y.WishOf(k.WishedBy); wished != nil {
		return 0, fault.New(fault.OneKWI, string(k.WishedBy), wished.Code.String())
	}
	last := c.lastKWI()
	if last == math.MaxUint16 {
		return 0, fault.New(fault.BadValue, "KWI-65536", "KWI-01 … KWI-65535")
	}
	k.Code, k.Questions, k.LastSerial = last+1, nil, 0
	c.LastKWI = 0
	y.KWIs = append(y.KWIs, k)
	if _, err := c.AddQuestion(cycle, k.Code, Question{Kind: Noticed, Text: std.Noticed}); err != nil {
		return 0, err
	}
	return k.Code, nil
}

// known refuses whoever is not on the client's list; "" is nobody.
func (c *Client) known(people ...Initials) error {
	for _, who := range people {
		if who != "" && c.Respondent(who) == nil {
			return fault.New(fault.Removed, string(who))
		}
	}
	return nil
}

// lastKWI is the highest code ever given.
func (c *Client) lastKWI() KWICode {
	last := c.LastKWI
	for _, y := range c.Cycles {
		for _, k := range y.KWIs {
			last = max(last, k.Code)
		}
	}
	return last
}

// has reports whether a KWI is in any cycle.
func (c *Client) has(code KWICode) bool {
	return slices.ContainsFunc(c.Cycles, func(y Cycle) bool { return y.KWI(code) != nil })
}

// DropKWI takes a KWI out of a cycle. It is refused once it was graded there;
// its code and those of its questions are never given again.
func (c *Client) DropKWI(cycle CycleName, code KWICode) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if y.KWI(code) == nil {
		return fault.New(fault.Removed, code.String())
	}
	for _, sheet := range y.Answers {
		if slices.ContainsFunc(sheet, func(a Answer) bool { return a.Question.KWI == code }) {
			return hasAnswers(y, code.String())
		}
	}
	last, serial := c.lastKWI(), c.lastSerial(code)
	y.KWIs = slices.DeleteFunc(y.KWIs, func(k KWI) bool { return k.Code == code })
	for who, codes := range y.Assigned {
		y.Assigned[who] = slices.DeleteFunc(codes, func(q QuestionCode) bool { return q.KWI == code })
	}
	y.forget(code)
	for i := range c.Cycles {
		if k := c.Cycles[i].KWI(code); k != nil {
			k.LastSerial = serial // its numbers were given in another cycle, and so are settled
			return nil
		}
	}
	if c.lastKWI() < last {
		c.LastKWI = last
	}
	for i := range c.Cycles {
		c.Cycles[i].forget(code)
	}
	for i := range c.Caught {
		if c.Caught[i].KWI == code {
			c.Caught[i].KWI = 0
		}
	}
	c.leaveKWI(code)
	return nil
}

// forget takes a KWI off the notes, actions and ideas of a cycle.
func (y *Cycle) forget(code KWICode) {
	for i := range y.Notes {
		if y.Notes[i].KWI == code {
			y.Notes[i].KWI = 0
		}
	}
	for i := range y.Actions {
		if y.Actions[i].KWI == code {
			y.Actions[i].KWI = 0
		}
	}
	for _, ideas := range [][]Idea{y.Ideas, y.Meeting.Ideas} {
		for i := range ideas {
			if ideas[i].KWI == code {
				ideas[i].KWI = 0
			}
		}
	}
	y.Meeting.Next = slices.DeleteFunc(y.Meeting.Next, func(n NextKWI) bool { return n.KWI == code })
}

// Words changes the words of a KWI: its title, expectation, why, target, who
// wished it and who finds it important too. Code and questions stay.
func (c *Client) Words(cycle CycleName, code KWICode, change func(*KWI)) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	k := y.KWI(code)
	if k == nil {
		return fault.New(fault.Removed, code.String())
	}
	next := k.clone()
	change(&next)
	next.Code, next.Questions, next.LastSerial = k.Code, k.Questions, k.LastSerial
	if err := c.known(append(slices.Clone(next.SharedBy), next.WishedBy)...); err != nil {
		return err
	}
	if wished := y.WishOf(next.WishedBy); wished != nil && next.WishedBy != k.WishedBy {
		return fault.New(fault.OneKWI, string(next.WishedBy), wished.Code.String())
	}
	*k = next
	return nil
}

// ShareKWI notes that a KWI matters to a respondent too, or that it does not.
func (c *Client) ShareKWI(cycle CycleName, code KWICode, who Initials, matters bool) error {
	return c.Words(cycle, code, func(k *KWI) {
		k.SharedBy = slices.DeleteFunc(k.SharedBy, func(w Initials) bool { return w == who })
		if matters {
			k.SharedBy = append(k.SharedBy, who)
		}
	})
}
