package account

import (
	"slices"

	"kwi/internal/fault"
	"kwi/internal/text"
)

// MakeResponsible makes one of the supplier's people the one who answers for
// the client, or with "" nobody. Who has left answers for nothing any more.
func (c *Client) MakeResponsible(who Initials) error {
	if who != "" {
		if m := c.Colleague(who); m == nil || m.Left != "" {
			return fault.New(fault.Removed, string(who))
		}
	}
	c.Responsible = who
	return nil
}

// StayingColleagues are the supplier's people who have not left.
func (c *Client) StayingColleagues() []Colleague {
	return slices.DeleteFunc(slices.Clone(c.Colleagues), func(m Colleague) bool { return m.Left != "" })
}

// HandedOn is what a colleague who leaves has on them, and another may take over.
type HandedOn struct {
	Responsible bool
	Agreements  []string // the numbers of the open ones that they do
	Stays       bool     // there is something in a cycle that names them
}

// HandsOn is what a colleague would leave behind.
func (c *Client) HandsOn(who Initials) (h HandedOn) {
	h.Responsible = who != "" && c.Responsible == who
	for _, a := range c.openOf(who) {
		h.Agreements = append(h.Agreements, a.Number)
	}
	gone := c.Clone()
	h.Stays = gone.RemoveColleague(who) != nil || len(h.Agreements) > 0
	return h
}

// LeaveColleague marks that one of the supplier's people has gone, or with ""
// that they are back. What they had on them is another's from then on: the open
// agreements, and that they answer for the client; with "" it is nobody's.
func (c *Client) LeaveColleague(who, to Initials, on Date) error {
	m := c.Colleague(who)
	switch {
	case m == nil:
		return fault.New(fault.Removed, string(who))
	case !on.Valid() && on != "":
		return fault.New(fault.BadDate, string(on))
	case on == "":
		m.Left = ""
		return nil
	}
	if to != "" {
		if next := c.Colleague(to); next == nil || next.Left != "" || to == who {
			return fault.New(fault.Removed, string(to))
		}
		c.renameOwner(who, to)
	}
	if c.Responsible == who {
		c.Responsible = to
	}
	m.Left = on
	return nil
}

// openOf are the open agreements that somebody of either side does.
func (c *Client) openOf(who Initials) (out []*Action) {
	for i := range c.Cycles {
		for j := range c.Cycles[i].Actions {
			if a := &c.Cycles[i].Actions[j]; a.Status == Open && c.isNamed(who, a.For) {
				out = append(out, a)
			}
		}
	}
	return out
}

// isNamed reports whether a free text is the initials or the name of somebody of
// either side.
func (c *Client) isNamed(who Initials, written string) bool {
	written = text.Line(written)
	name := c.calledHere(who)
	return who != "" && written != "" && (text.Equal(written, string(who)) || name != string(who) && text.Equal(written, name))
}

// renameOwner makes the open agreements of one those of another, who is named
// there as the one was: by initials, or by name.
func (c *Client) renameOwner(who, to Initials) {
	for _, a := range c.openOf(who) {
		if text.Equal(text.Line(a.For), string(who)) {
			a.For = string(to)
		} else {
			a.For = c.calledHere(to)
		}
	}
}

// calledHere is the name of somebody of either side, or else their initials.
func (c *Client) calledHere(who Initials) string {
	if m := c.Colleague(who); m != nil && m.Name != "" {
		return m.Name
	}
	return c.NameOf(who)
}
