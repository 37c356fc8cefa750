package due

import (
	"slices"

	"kwi/internal/account"
)

// Kept is what became of the promises of the supplier: agreements that it
// carries, alone or together with the client, and concepts. What has no day
// cannot be kept by it and is not counted. What is between ourselves is no
// promise to the client either: the figure is the same whoever looks along.
type Kept struct {
	Kept    int // done by their day
	Broken  int // done later, or not at all though their day has passed
	Dropped int // apart: of those nobody waits any more
}

// Due is how many promises have come to their end.
func (k Kept) Due() int { return k.Kept + k.Broken }

func (k *Kept) add(other Kept) {
	k.Kept += other.Kept
	k.Broken += other.Broken
	k.Dropped += other.Dropped
}

// With is what became of the promises on a day: those of which the day has
// passed since are broken. An hour counts in no balance, for of what was done
// only the day is noted.
func (k Kept) With(days []Day, today account.Date) Kept {
	for _, d := range days {
		if d.Kind.Promised() && d.Ours && !d.Internal && d.Late(account.Moment(today)) {
			k.Broken++
		}
	}
	return k
}

// On is what became of all promises to the client, on a day.
func (c *Client) On(today account.Date) Kept { return c.Kept.With(c.Days(), today) }

// KeptIn is what became of the promises of one cycle, on a day.
func KeptIn(c *account.Client, y *account.Cycle, today account.Date) Kept {
	d := Of(c)
	days := slices.DeleteFunc(d.Items, func(i Item) bool { return i.Cycle != y.Name })
	return settledIn(c, y).With((&Client{Items: days}).Days(), today)
}

// settled is what became of the promises to a client that are no longer open.
func settled(c *account.Client) (k Kept) {
	for i := range c.Cycles {
		k.add(settledIn(c, &c.Cycles[i]))
	}
	return k
}

func settledIn(c *account.Client, y *account.Cycle) (k Kept) {
	for i := range y.Actions {
		k.add(settledAction(&y.Actions[i]))
	}
	for who, p := range y.Promised {
		k.add(settledConcept(c, y, who, p))
	}
	return k
}

func settledAction(a *account.Action) (k Kept) {
	switch {
	case a.Internal || a.Side == account.ClientSide || a.Status == account.Open:
	case a.Status == account.Dropped:
		k.Dropped++
	case a.Due == "" || a.Done == "": // nobody knows whether it was in time
	case a.Done <= a.Due.Date():
		k.Kept++
	default:
		k.Broken++
	}
	return k
}

// settledConcept counts a concept. Where the cycle is closed nobody gets it any
// more, and who has left waits for none.
func settledConcept(c *account.Client, y *account.Cycle, who account.Initials, p account.Concept) (k Kept) {
	r := c.Respondent(who)
	switch {
	case p.Due == "":
	case p.Done != "" && p.Done <= p.Due:
		k.Kept++
	case p.Done != "":
		k.Broken++
	case r == nil || r.Left != "":
		k.Dropped++
	case y.Stage == account.Closed:
		k.Broken++
	}
	return k
}
