package hand

import (
	"kwi/internal/account"
	"kwi/internal/fault"
)

// Told is who does a change and on which day, and what they said of what it
// means. What it does not tell is not done: other words of what went out, and
// taking away what was answered, are refused, and a closed cycle stays as it is.
type Told struct {
	By    string
	Today account.Date
	Cycle account.CycleName // the closed cycle that is corrected
	What  string            // is corrected, in a few words
	Why   string            // it is
	Words account.Amends    // what other words mean
	Aside int               // how many answers it may put aside
}

// Do does a change to a client as it was told to.
func (t Told) Do(c *account.Client, change func(*account.Client) error) error {
	was := c.Clone()
	if err := t.telling(change)(c); err != nil {
		return err
	}
	if r := was.Unsaid(c); len(r) > 0 {
		return fault.New(fault.SameOrOther, r[0].What())
	}
	c.Sign(&was, t.Today, t.By)
	return nil
}

// telling is a change with what was said of it.
func (t Told) telling(change func(*account.Client) error) func(*account.Client) error {
	if do := change; t.Aside > 0 {
		change = func(c *account.Client) error { return c.PuttingAside(t.Aside, t.Today, t.By, do) }
	}
	if do := change; t.Words != "" {
		change = func(c *account.Client) error { return c.Amend(t.Words, t.Today, t.By, do) }
	}
	if do := change; t.Why != "" {
		change = func(c *account.Client) error { return c.Correct(t.Cycle, t.Today, t.What, t.Why, do) }
	}
	return change
}
