package account

import "slices"

// FirstNeed is what a cycle needs first on a day before it makes sense to go on
// from its stage; false where nothing is missing, or where all that is cannot be
// there yet. The checklist begins there, and the list of clients says it.
func (c *Client) FirstNeed(y *Cycle, today Date) (Check, bool) {
	for _, k := range Unmet(c.Gate(y, y.Stage, today)) {
		if !y.comesLater(k.Name, today) {
			return k, true
		}
	}
	return Check{}, false
}

// comesLater reports whether a condition can only be met once the session that is
// planned has been held.
func (y *Cycle) comesLater(name CheckName, today Date) bool {
	return (name == PresentNoted || name == TalkHeld) && y.Session > today
}

// Need is what a cycle needs first, as it is from a day on for as long as nothing
// is changed.
type Need struct {
	From  Date // "" from the beginning
	Check      // of no name where nothing is needed
}

// FirstNeeds is what a cycle needs first, day after day: only days with another need
// than the one before. A gate looks at the day, and what is kept of a client for
// the list of all must stay true on any.
func (c *Client) FirstNeeds(y *Cycle) (out []Need) {
	last := Check{}
	for _, day := range c.daysOfGates(y) {
		k, _ := c.FirstNeed(y, day)
		if k.Name != last.Name || !slices.Equal(k.Missing, last.Missing) {
			out = append(out, Need{day, k})
		}
		last = k
	}
	return out
}

// daysOfGates are the days from which a gate may be another than on the day
// before: a conversation was held, an agreement is overdue, the session is there.
func (c *Client) daysOfGates(y *Cycle) []Date {
	days := []Date{"", y.Session}
	for _, v := range y.Visits {
		days = append(days, v.Date, v.Date.Add(1)) // what was noted beforehand was had the day after
	}
	for _, a := range c.OpenActions(y.Name) {
		if day := a.Action.Due.Date(); day.Valid() {
			days = append(days, day.Add(1))
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// Called is the name of a respondent or of somebody of the supplier by their
// initials, or what stands there where they are nobody's.
func (c *Client) Called(who string) string {
	if m := c.Colleague(Initials(who)); m != nil && m.Name != "" {
		return m.Name
	}
	return c.NameOf(Initials(who))
}
