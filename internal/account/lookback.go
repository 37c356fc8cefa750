package account

import (
	"cmp"
	"slices"
	"strings"
)

// A session looks back on what was agreed since the one before it, and closes
// with what is to be done from then on.

// FromSession reports whether an agreement of a cycle was made in its session,
// seen on a day: it comes from an idea, or was agreed since the session's day.
// Without such a day, or where one meets before it, that is today.
func (y *Cycle) FromSession(a Action, today Date) bool {
	held := y.Session
	if held == "" || today < held {
		held = today
	}
	return a.Date >= held || slices.ContainsFunc(y.Meeting.Ideas, func(i Idea) bool { return i.Action == a.Number && a.Number != "" })
}

// Agreements are those of a cycle, and what is still open of the cycles before
// it, in order of their numbers.
func (c *Client) Agreements(y *Cycle) []Action {
	return c.actionsUpTo(y, func(z *Cycle, a *Action) bool { return z.Name == y.Name || a.Status == Open })
}

// LookBack is the agreements that the session of a cycle looks back on, in
// order of their numbers: those of the cycle itself, those of the session
// before, and what else is still open.
func (c *Client) LookBack(y *Cycle, today Date) []Action {
	var before *Cycle
	return c.actionsUpTo(y, func(z *Cycle, a *Action) bool {
		if z.Name == y.Name {
			return !z.FromSession(*a, today)
		}
		if before == nil {
			before = c.Before(y.Name)
		}
		return a.Status == Open || z.Name == before.Name && z.FromSession(*a, today)
	})
}

// Answered is the agreements with which we answer, seen in a cycle, what the
// client expects: those of the cycle, those of the session before, what was done
// since that, and what else is still open, in order of their numbers. What the
// client does alone is none of them.
func (c *Client) Answered(y *Cycle, today Date) []Action {
	before := c.Before(y.Name)
	return c.actionsUpTo(y, func(z *Cycle, a *Action) bool {
		switch {
		case a.Side == ClientSide:
			return false
		case z.Name == y.Name || a.Status == Open:
			return true
		}
		since := before.Session != "" && a.Done > before.Session
		return since || z.Name == before.Name && z.FromSession(*a, today)
	})
}

// ToDo is the agreements that the session of a cycle closes with: those that
// were made in it, and what else is open, first those of the supplier, then of
// the client, then of both.
func (c *Client) ToDo(y *Cycle, today Date) []Action {
	out := c.actionsUpTo(y, func(z *Cycle, a *Action) bool {
		return a.Status == Open || z.Name == y.Name && z.FromSession(*a, today) && a.Status != Dropped
	})
	slices.SortStableFunc(out, func(a, b Action) int { return cmp.Compare(sidePlace(a.Side), sidePlace(b.Side)) })
	return out
}

// Sides are the sides of an agreement in the order in which they are read out.
func Sides() []Side { return []Side{SupplierSide, ClientSide, BothSides} }

func sidePlace(s Side) int { return slices.Index(Sides(), s) }

// Before is the cycle before one, or nil.
func (c *Client) Before(cycle CycleName) (before *Cycle) {
	for i := range c.Cycles {
		if c.Cycles[i].Name < cycle {
			before = &c.Cycles[i]
		}
	}
	return before
}

// Lacks reports whether an open agreement has no person or no date yet.
func (a *Action) Lacks() bool { return a.Status == Open && (a.For == "" || a.Due == "") }

// actionsUpTo are the agreements of a cycle and of those before it that are
// wanted, in order of their numbers.
func (c *Client) actionsUpTo(y *Cycle, wanted func(*Cycle, *Action) bool) (out []Action) {
	for i := range c.Cycles {
		z := &c.Cycles[i]
		if z.Name > y.Name {
			break
		}
		for j := range z.Actions {
			if wanted(z, &z.Actions[j]) {
				out = append(out, z.Actions[j])
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Action) int { return compareNumbers(a.Number, b.Number) })
	return out
}

// compareNumbers orders agreements by their numbers: 2011-99 before 2011-100.
func compareNumbers(a, b string) int {
	y, n, _ := serialOf(a)
	z, m, _ := serialOf(b)
	return cmp.Or(cmp.Compare(y, z), cmp.Compare(n, m), strings.Compare(a, b))
}
