package account

import "slices"

// Hanging is what hangs on KWIs: notes and ideas of a cycle, agreements that are
// open in it or in one before it, and what is attached of the library.
type Hanging struct {
	Notes   int
	Actions []string // their numbers
	Library []string // the entries

	notes, ideas, said []int // their places
	attached           []Attached
}

// Hanging is what hangs on some KWIs of a cycle.
func (c *Client) Hanging(cycle CycleName, codes ...KWICode) Hanging {
	y := c.Cycle(cycle)
	if y == nil {
		return Hanging{}
	}
	return c.hanging(y, codes)
}

func (c *Client) hanging(y *Cycle, codes []KWICode) (h Hanging) {
	on := func(code KWICode) bool { return code != 0 && slices.Contains(codes, code) }
	for i, n := range y.Notes {
		if on(n.KWI) {
			h.notes = append(h.notes, i)
		}
	}
	for i, idea := range y.Ideas {
		if on(idea.KWI) {
			h.ideas = append(h.ideas, i)
		}
	}
	for i, idea := range y.Meeting.Ideas {
		if on(idea.KWI) {
			h.said = append(h.said, i)
		}
	}
	h.Notes = len(h.notes) + len(h.ideas) + len(h.said)
	for _, o := range c.OpenActions(y.Name) {
		if on(o.Action.KWI) {
			h.Actions = append(h.Actions, o.Action.Number)
		}
	}
	for _, a := range c.Library {
		if on(a.KWI) {
			h.attached = append(h.attached, a)
			h.Library = append(h.Library, a.Entry)
		}
	}
	return h
}

// hang hangs on a KWI what hung on others, as far as it goes along. An entry of
// the library that hangs there already stays as it is; what had to leave its KWI
// is with the client already.
func (c *Client) hang(y *Cycle, h Hanging, on KWICode, notes, actions, library bool) {
	if notes {
		for _, i := range h.notes {
			y.Notes[i].KWI = on
		}
		for _, i := range h.ideas {
			y.Ideas[i].KWI = on
		}
		for _, i := range h.said {
			y.Meeting.Ideas[i].KWI = on
		}
	}
	if actions {
		for _, number := range h.Actions {
			if _, a := c.Action(number); a != nil {
				a.KWI = on
			}
		}
	}
	if library {
		for _, a := range h.attached {
			c.reattach(a, on)
		}
	}
}

// reattach hangs what was attached to a KWI on another one.
func (c *Client) reattach(a Attached, on KWICode) {
	if c.Attachment(a.Entry, on) != nil {
		return
	}
	from := a.KWI
	if c.Attachment(a.Entry, from) == nil {
		from = 0 // where the KWI left it
	}
	if at := c.Attachment(a.Entry, from); at != nil && len(at.Ticks) == len(a.Ticks) && at.Note == a.Note {
		at.KWI = on
		return
	}
	a.KWI, a.Ticks = on, slices.Clone(a.Ticks)
	c.Library = append(c.Library, a)
}
