package account

import (
	"slices"
	"strconv"
)

// AsCalledThen does a change that knows people and cycles by what they were called
// before they were renamed. Whoever else has the initials of somebody by now has
// those of the renamed meanwhile, so that the change is done of whom it was meant
// for. Where another cycle is called that by now it is done without.
func (c *Client) AsCalledThen(renamed Renames, change func(*Client) error) error {
	steps := c.callBack(renamed.People)
	var then []CycleRenaming
	for _, n := range renamed.Cycles {
		if c.callCycle(n.Is, n.Was) {
			then = append(then, n)
		}
	}
	if err := change(c); err != nil {
		return err
	}
	for _, n := range then {
		c.callCycle(n.Was, n.Is) // it went, or got another name once more: then it has that
	}
	for _, n := range slices.Backward(steps) {
		if err := c.callAgain(n.Is, n.Was); err != nil {
			return err
		}
	}
	return nil
}

// CalledThen is the client with what people and cycles were called before they
// were renamed.
func (c *Client) CalledThen(renamed Renames) Client {
	then := c.Clone()
	then.callBack(renamed.People)
	for _, n := range renamed.Cycles {
		then.callCycle(n.Is, n.Was)
	}
	return then
}

// callBack gives respondents the initials that they had, and whoever has those now
// the ones that come free. It tells the steps in which it did, of which the last is
// undone first.
func (c *Client) callBack(people []Renaming) (steps []Renaming) {
	at := map[Initials]Initials{} // where somebody has gone who is known by these now
	for _, n := range people {
		at[n.Is] = n.Is
	}
	step := func(was, is Initials) {
		if c.callAgain(was, is) == nil {
			steps = append(steps, Renaming{was, is})
		}
	}
	for _, n := range people {
		is := at[n.Is]
		switch {
		case is == n.Was || c.Respondent(is) == nil:
		case c.Respondent(n.Was) == nil && c.Colleague(n.Was) == nil:
			step(is, n.Was)
		default:
			free := c.freeInitials()
			step(is, free)
			step(n.Was, is)
			step(free, n.Was)
			for who, where := range at {
				if where == n.Was {
					at[who] = is
				}
			}
		}
		at[n.Is] = n.Was
	}
	return steps
}

// freeInitials are initials that nobody has or had.
func (c *Client) freeInitials() Initials {
	for n := 1; ; n++ {
		if free := Initials("Z" + strconv.Itoa(n)); !c.HasInitials(free) && c.Once(free) == nil {
			return free
		}
	}
}

// callAgain renames somebody, if they are there, and leaves what their initials once
// were as it is.
func (c *Client) callAgain(was, is Initials) error {
	r := c.Respondent(was)
	if r == nil && c.Colleague(was) == nil {
		return nil // they went, or got other initials once more
	}
	var formerly []Initials
	if r != nil {
		formerly = r.Formerly
	}
	if err := c.RenameInitials(was, is); err != nil {
		return err
	}
	if r != nil {
		c.Respondent(is).Formerly = formerly
	}
	return nil
}

// callCycle gives a cycle another name, where there is one of that name and none
// of the other.
func (c *Client) callCycle(was, is CycleName) bool {
	y := c.named(was)
	if y == nil || c.named(is) != nil {
		return false
	}
	y.rename(is)
	return true
}
