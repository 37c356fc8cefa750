package account

import (
	"cmp"
	"slices"
	"strings"
)

// Renaming is that a respondent has other initials than before.
type Renaming struct{ Was, Is Initials }

// CycleRenaming is that a cycle has another name than before.
type CycleRenaming struct{ Was, Is CycleName }

// Renames is what of a client is called otherwise than before: somebody gave it
// another name, or took that back.
type Renames struct {
	People []Renaming
	Cycles []CycleRenaming
}

// None reports whether all is called as it was.
func (n Renames) None() bool { return len(n.People)+len(n.Cycles) == 0 }

// Who is what somebody is called now who had these initials.
func (n Renames) Who(was Initials) Initials {
	for _, one := range n.People {
		if one.Was == was {
			return one.Is
		}
	}
	return was
}

// Cycle is what a cycle is called now that had this name.
func (n Renames) Cycle(was CycleName) CycleName {
	for _, one := range n.Cycles {
		if one.Was == was {
			return one.Is
		}
	}
	return was
}

// Back is what these renames come to for whoever looks from now to then.
func (n Renames) Back() (back Renames) {
	for _, one := range n.People {
		back.People = append(back.People, Renaming{Was: one.Is, Is: one.Was})
	}
	for _, one := range n.Cycles {
		back.Cycles = append(back.Cycles, CycleRenaming{Was: one.Is, Is: one.Was})
	}
	return back
}

// Place is a place on a screen as it is called now: of its parts, between
// slashes, those that are a cycle or people, alone or several with a plus between
// them.
func (n Renames) Place(was string) string {
	if n.None() {
		return was
	}
	parts := strings.Split(was, "/")
	for i, part := range parts {
		part = string(n.Cycle(CycleName(part)))
		people := strings.Split(part, "+")
		for j, who := range people {
			people[j] = string(n.Who(Initials(who)))
		}
		if now := strings.Join(people, "+"); now != part { // in order, and others of the client last
			slices.SortFunc(people, func(a, b string) int {
				return cmp.Or(strings.Count(a, "*")-strings.Count(b, "*"), strings.Compare(a, b))
			})
			part = strings.Join(people, "+")
		}
		parts[i] = part
	}
	return strings.Join(parts, "/")
}

// RenamesOf are the respondents and the cycles of was that are called otherwise
// in now.
func RenamesOf(was, now *Client) Renames {
	return Renames{People: peopleRenamed(was, now), Cycles: cyclesRenamed(was, now)}
}

func peopleRenamed(was, now *Client) (all []Renaming) {
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

// cyclesRenamed are the cycles with another name. Only the newest gets one, and a
// calendar goes on knowing it by the name that it had first.
func cyclesRenamed(was, now *Client) (all []CycleRenaming) {
	for i := range was.Cycles {
		old := &was.Cycles[i]
		if now.named(old.Name) != nil {
			continue
		}
		for j := range now.Cycles {
			y := &now.Cycles[j]
			if was.named(y.Name) == nil && y.CalendarName() == old.CalendarName() {
				all = append(all, CycleRenaming{old.Name, y.Name})
			}
		}
	}
	return all
}

// named is the cycle of exactly this name, or nil.
func (c *Client) named(name CycleName) *Cycle {
	if name == "" {
		return nil
	}
	return c.Cycle(name)
}

// AsCalledThen does a change that knows people and cycles by what they were called
// before they were renamed. Where somebody or something else is called that by
// now it is done without.
func (c *Client) AsCalledThen(renamed Renames, change func(*Client) error) error {
	var then Renames
	for _, n := range renamed.People {
		if c.Respondent(n.Is) != nil && c.callAgain(n.Is, n.Was) == nil {
			then.People = append(then.People, n)
		}
	}
	for _, n := range renamed.Cycles {
		if c.callCycle(n.Is, n.Was) {
			then.Cycles = append(then.Cycles, n)
		}
	}
	if err := change(c); err != nil {
		return err
	}
	for _, n := range then.Cycles {
		c.callCycle(n.Was, n.Is) // it went, or got another name once more: then it has that
	}
	for _, n := range then.People {
		if c.Respondent(n.Was) == nil {
			continue // they went, or got other initials once more
		}
		if err := c.callAgain(n.Was, n.Is); err != nil {
			return err
		}
	}
	return nil
}

// CalledThen is the client with what people and cycles were called before they
// were renamed.
func (c *Client) CalledThen(renamed Renames) Client {
	then := c.Clone()
	for _, n := range renamed.People {
		if then.Respondent(n.Is) != nil {
			_ = then.callAgain(n.Is, n.Was) // where somebody else has those now, they stay
		}
	}
	for _, n := range renamed.Cycles {
		then.callCycle(n.Is, n.Was)
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

// Formerly is what respondents were called before, where nobody else is called that
// now.
func (c *Client) Formerly() (n Renames) {
	for i := range c.Respondents {
		for _, was := range c.Respondents[i].Formerly {
			if c.Respondent(was) == nil && c.Colleague(was) == nil {
				n.People = append(n.People, Renaming{was, c.Respondents[i].Initials})
			}
		}
	}
	return n
}

// NamedNow is what a cycle is called now that is known by this name: the same, or
// another where it was given one.
func (c *Client) NamedNow(name CycleName) CycleName {
	y := c.Newest() // no other cycle is ever given another name
	if name == "" || y == nil || y.Calendar == "" || c.Cycle(name) != nil {
		return name
	}
	return y.Name
}
