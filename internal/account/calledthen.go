package account

import (
	"cmp"
	"reflect"
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
	for i := range now.Respondents {
		r := &now.Respondents[i]
		for _, old := range slices.Backward(r.Formerly) {
			if becameOf(was, now, old, r) {
				all = append(all, Renaming{old, r.Initials})
				break
			}
		}
	}
	for i := range was.Respondents {
		r := &was.Respondents[i]
		for _, old := range slices.Backward(r.Formerly) {
			if n := (Renaming{r.Initials, old}); becameOf(now, was, old, r) && !slices.Contains(all, n) {
				all = append(all, n)
				break
			}
		}
	}
	return all
}

// becameOf reports whether who has some initials in there is the respondent r in
// here, who had them once. Either initials may have become somebody else's, and then
// it takes a name or an address to know them by.
func becameOf(there, here *Client, old Initials, r *Respondent) bool {
	then := there.Respondent(old)
	if then == nil {
		return false
	}
	other, before := here.Respondent(old), there.Respondent(r.Initials)
	if other == nil && before == nil && here.Colleague(old) == nil && there.Colleague(r.Initials) == nil {
		return true
	}
	return alike(*then, *r) && (other == nil || !alike(*then, *other)) && (before == nil || !alike(*before, *r))
}

// alike reports whether two are one person, whatever their initials are.
func alike(a, b Respondent) bool {
	if SameName(a, b) || SameEmail(a, b) {
		return true
	}
	b.Initials, b.Formerly = a.Initials, a.Formerly
	return reflect.DeepEqual(a, b)
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
