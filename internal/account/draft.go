package account

import (
	"math"
	"slices"

	"kwi/internal/fault"
)

// AddKWI adds what a respondent finds most important as a KWI with the next
// code, and its standard question with it. A respondent has one KWI at most;
// a joint one is the wish of several, or of nobody in particular. Whoever wished
// it can judge all of it.
func (c *Client) AddKWI(cycle CycleName, k KWI, std Standard) (KWICode, error) {
	y, err := c.running(cycle)
	if err != nil {
		return 0, err
	}
	if err := c.known(append(k.Wishers(), k.SharedBy...)...); err != nil {
		return 0, err
	}
	for _, who := range k.Wishers() {
		if wished := y.WishOf(who); wished != nil {
			return 0, fault.New(fault.OneKWI, string(who), wished.Code.String())
		}
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
	last := max(c.LastKWI, c.lastInCycles())
	for _, y := range c.Cycles {
		for _, g := range y.Gone {
			last = max(last, g.KWI.Code)
		}
	}
	return last
}

// lastInCycles is the highest code of those that cycles ask.
func (c *Client) lastInCycles() (last KWICode) {
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

// knows reports whether a KWI is in any cycle, or was and is gone.
func (c *Client) knows(code KWICode) bool {
	return c.has(code) || slices.ContainsFunc(c.Cycles, func(y Cycle) bool { return y.GoneKWI(code) != nil })
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
	if err := c.known(append(next.Wishers(), next.SharedBy...)...); err != nil {
		return err
	}
	for _, who := range next.Wishers() {
		if wished := y.WishOf(who); wished != nil && !k.IsWishOf(who) {
			return fault.New(fault.OneKWI, string(who), wished.Code.String())
		}
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
