package account

import "slices"

// Renaming is that a respondent has other initials than before.
type Renaming struct{ Was, Is Initials }

// Renamings are the respondents of was who have other initials in now: somebody
// renamed them, or took that back.
func Renamings(was, now *Client) (all []Renaming) {
	only := func(there, absent *Client, who Initials) bool {
		return there.Respondent(who) != nil && absent.Respondent(who) == nil && absent.Colleague(who) == nil
	}
	for _, r := range now.Respondents {
		for _, old := range slices.Backward(r.Formerly) {
			if only(was, now, old) && only(now, was, r.Initials) {
				all = append(all, Renaming{old, r.Initials})
				break
			}
		}
	}
	for _, r := range was.Respondents {
		for _, old := range slices.Backward(r.Formerly) {
			if only(now, was, old) && only(was, now, r.Initials) {
				all = append(all, Renaming{r.Initials, old})
				break
			}
		}
	}
	return all
}

// AsCalledThen does a change that knows people by the initials that they had
// before they were renamed.
func (c *Client) AsCalledThen(renamed []Renaming, change func(*Client) error) error {
	var then []Renaming
	for _, n := range renamed {
		if c.Respondent(n.Is) != nil && c.callAgain(n.Is, n.Was) == nil {
			then = append(then, n)
		}
	}
	if err := change(c); err != nil {
		return err
	}
	for _, n := range then {
		if c.Respondent(n.Was) == nil {
			continue // they went, or got other initials once more
		}
		if err := c.callAgain(n.Was, n.Is); err != nil {
			return err
		}
	}
	return nil
}

// CalledThen is the client with the initials that respondents had before they
// were renamed.
func (c *Client) CalledThen(renamed []Renaming) Client {
	then := c.Clone()
	for _, n := range renamed {
		if then.Respondent(n.Is) != nil {
			_ = then.callAgain(n.Is, n.Was) // where somebody else has those now, they stay
		}
	}
	return then
}

// callAgain renames somebody and leaves what their initials once were as it is.
func (c *Client) callAgain(was, is Initials) error {
	formerly := c.Respondent(was).Formerly
	if err := c.RenameInitials(was, is); err != nil {
		return err
	}
	c.Respondent(is).Formerly = formerly
	return nil
}

// KnownNow are the initials that a respondent has now who is known by these: the
// same, or others where they were renamed.
func (c *Client) KnownNow(who Initials) Initials {
	if who == "" || c.Respondent(who) != nil || c.Colleague(who) != nil {
		return who
	}
	if r := c.Once(who); r != nil {
		return r.Initials
	}
	return who
}
