package account

import (
	"slices"

	"kwi/internal/fault"
)

// What a session agrees of KWIs is for the cycle that follows: the measured
// one keeps its words, its codes and its figures. Until the next cycle begins
// it waits in the record of the session, and StartCycle takes it in.

// After is the cycle that follows one, or nil.
func (c *Client) After(cycle CycleName) *Cycle {
	for i := range c.Cycles {
		if c.Cycles[i].Name > cycle {
			return &c.Cycles[i]
		}
	}
	return nil
}

// Coming is how a KWI of a cycle will be put in the next one, as far as the
// session agreed.
func (y *Cycle) Coming(code KWICode) NextKWI {
	n := NextKWI{KWI: code}
	if k := y.KWI(code); k != nil {
		n.Title, n.Expectation, n.Target = k.Title, k.Expectation, k.Target
	}
	for _, agreed := range y.Meeting.Next {
		if agreed.KWI == code && code != 0 {
			return n.with(agreed)
		}
	}
	return n
}

// with is one with the words of another where that has any.
func (n NextKWI) with(agreed NextKWI) NextKWI {
	if agreed.Title != "" {
		n.Title = agreed.Title
	}
	if agreed.Expectation != "" {
		n.Expectation = agreed.Expectation
	}
	if agreed.Target != 0 {
		n.Target = agreed.Target
	}
	return n
}

// SharpenKWI agrees other words or another target for a KWI from the next cycle
// on: the change gets it as it is coming. What is as it was in the measured
// cycle is no agreement. Where the next cycle has begun it changes there.
func (c *Client) SharpenKWI(cycle CycleName, code KWICode, change func(*NextKWI)) error {
	y := c.Cycle(cycle)
	if y == nil {
		return fault.New(fault.NoCycle, string(cycle))
	}
	k := y.KWI(code)
	if k == nil {
		return fault.New(fault.Removed, code.String())
	}
	if next := c.After(y.Name); next != nil {
		return c.Words(next.Name, code, func(k *KWI) {
			n := NextKWI{Title: k.Title, Expectation: k.Expectation, Target: k.Target}
			change(&n)
			k.Title, k.Expectation, k.Target = n.Title, n.Expectation, n.Target
		})
	}
	if y.Stage == Closed {
		return fault.New(fault.Frozen, string(y.Name))
	}
	n := y.Coming(code)
	change(&n)
	agreed := NextKWI{KWI: code}
	if n.Title != k.Title {
		agreed.Title = n.Title
	}
	if n.Expectation != k.Expectation {
		agreed.Expectation = n.Expectation
	}
	if n.Target != k.Target {
		agreed.Target = n.Target
	}
	y.agree(agreed, agreed.identity())
	return nil
}

// agree puts what was agreed in the place of what is known as was, or at the
// end. What says nothing goes.
func (y *Cycle) agree(n NextKWI, was string) {
	next := slices.Clone(y.Meeting.Next)
	i := slices.IndexFunc(next, func(m NextKWI) bool { return m.identity() == was })
	none := n == NextKWI{KWI: n.KWI}
	switch {
	case none && i >= 0:
		next = slices.Delete(next, i, i+1)
	case none:
	case i >= 0:
		next[i] = n
	default:
		next = append(next, n)
	}
	y.Meeting.Next = next
}

// AgreeKWI agrees a new KWI for the next cycle, which gets its code when that
// begins. It has a title of its own, and a respondent one KWI at most. Where
// the next cycle has begun it is added there.
func (c *Client) AgreeKWI(cycle CycleName, n NextKWI, std Standard) error {
	y := c.Cycle(cycle)
	if y == nil {
		return fault.New(fault.NoCycle, string(cycle))
	}
	n.KWI, n.Noticed = 0, std.Noticed
	if n.Title == "" {
		return fault.New(fault.Missing)
	}
	if next := c.After(y.Name); next != nil {
		_, err := c.AddKWI(next.Name, n.asKWI(), std)
		return err
	}
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if err := c.agrees(y, n, ""); err != nil {
		return err
	}
	y.agree(n, n.identity())
	return nil
}

// ChangeAgreed changes a new KWI that waits for the next cycle, known by its
// title. With an empty title it goes.
func (c *Client) ChangeAgreed(cycle CycleName, title string, change func(*NextKWI)) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	was := NextKWI{Title: title}.identity()
	i := slices.IndexFunc(y.Meeting.Next, func(n NextKWI) bool { return n.identity() == was })
	if i < 0 {
		return fault.New(fault.Removed, title)
	}
	n := y.Meeting.Next[i]
	change(&n)
	n.KWI, n.Noticed = 0, y.Meeting.Next[i].Noticed
	if n.Title == "" {
		y.agree(NextKWI{}, was)
		return nil
	}
	if err := c.agrees(y, n, was); err != nil {
		return err
	}
	y.agree(n, was)
	return nil
}

// agrees refuses a new KWI of nobody who is known, of one who has one, or with
// the title of another; was is the one in whose place it comes.
func (c *Client) agrees(y *Cycle, n NextKWI, was string) error {
	if err := c.known(n.WishedBy); err != nil {
		return err
	}
	if k := y.WishOf(n.WishedBy); k != nil {
		return fault.New(fault.OneKWI, string(n.WishedBy), k.Code.String())
	}
	for _, other := range y.Meeting.Next {
		switch {
		case other.KWI != 0 || other.identity() == was:
		case other.Title == n.Title:
			return fault.New(fault.Doubled, n.Title)
		case other.WishedBy == n.WishedBy && n.WishedBy != "":
			return fault.New(fault.OneKWI, string(n.WishedBy), other.Title)
		}
	}
	return nil
}

func (n NextKWI) asKWI() KWI {
	return KWI{Title: n.Title, Expectation: n.Expectation, WishedBy: n.WishedBy, Target: n.Target}
}

// takeIn takes what the session of a cycle agreed into the one that follows.
// Who has got a KWI since leaves a new one to all.
func (c *Client) takeIn(agreed []NextKWI, next CycleName) error {
	y := c.Cycle(next)
	for _, n := range agreed {
		if n.KWI != 0 {
			if k := y.KWI(n.KWI); k != nil {
				n = NextKWI{Title: k.Title, Expectation: k.Expectation, Target: k.Target}.with(n)
				k.Title, k.Expectation, k.Target = n.Title, n.Expectation, n.Target
			}
			continue
		}
		k := n.asKWI()
		if y.WishOf(k.WishedBy) != nil || c.Respondent(k.WishedBy) == nil {
			k.WishedBy = ""
		}
		if _, err := c.AddKWI(next, k, Standard{Noticed: n.Noticed}); err != nil {
			return err
		}
		y = c.Cycle(next)
	}
	return nil
}
