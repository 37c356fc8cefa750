package account

import "slices"

// MayBeInternal reports whether an agreement may be kept between ourselves: one
// that we carry alone, that nobody announced, and that did not come from an idea
// of a session, where the client heard it made.
func (c *Client) MayBeInternal(a Action) bool {
	return (a.Side == SupplierSide || a.Side == "") && a.Announced == "" && !c.fromIdea(a.Number)
}

// fromIdea reports whether an idea of a session became the agreement of that
// number.
func (c *Client) fromIdea(number string) bool {
	return number != "" && slices.ContainsFunc(c.Cycles, func(y Cycle) bool {
		return slices.ContainsFunc(y.Meeting.Ideas, func(i Idea) bool { return i.Action == number })
	})
}
