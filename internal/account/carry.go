package account

import "kwi/internal/fault"

// Carried is the last cycle before this one that had the KWI too, "" where it
// is new.
func (c *Client) Carried(cycle CycleName, code KWICode) (from CycleName) {
	for i := range c.Cycles {
		y := &c.Cycles[i]
		if y.Name == cycle {
			break
		}
		if y.KWI(code) != nil {
			from = y.Name
		}
	}
	return from
}

// RenewKWI puts a new KWI in the place of one that no longer says what the
// client expects: the same respondents, who finds it important too and the
// target, but another code, since it is another promise. It is refused once
// the old one was graded in this cycle.
func (c *Client) RenewKWI(cycle CycleName, code KWICode, title, why string, std Standard, on Date) (KWICode, error) {
	y, err := c.running(cycle)
	if err != nil {
		return 0, err
	}
	k := y.KWI(code)
	if k == nil {
		return 0, fault.New(fault.Removed, code.String())
	}
	was := k.clone()
	next := KWI{Title: title, WishedBy: was.WishedBy, SharedBy: was.SharedBy, Target: was.Target, Made: on}
	for _, h := range was.Wishes { // they wish the new one in words of its own
		next.Wishes = append(next.Wishes, Wish{By: h.By})
	}
	new := c.lastKWI() + 1
	if err := c.endKWI(cycle, Turn{Date: on, KWI: code, How: TurnedRenewed, Into: []KWICode{new}, Why: why}); err != nil {
		return 0, err
	}
	return c.AddKWI(cycle, next, std)
}
