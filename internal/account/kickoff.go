package account

import (
	"slices"

	"kwi/internal/fault"
)

// GiveGo notes the day on which the client gave the GO for a cycle, or with ""
// that it is not given.
func (c *Client) GiveGo(cycle CycleName, on Date) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if err := checkDay(on); err != nil {
		return err
	}
	y.Go = on
	return nil
}

// HoldKickoff notes the day of the internal kick-off of a cycle, or with ""
// that there is none.
func (c *Client) HoldKickoff(cycle CycleName, on Date) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if err := checkDay(on); err != nil {
		return err
	}
	y.Kickoff.Date = on
	return nil
}

// WriteStrategy writes the strategy towards the client, as the kick-off of a
// cycle put it.
func (c *Client) WriteStrategy(cycle CycleName, text string) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	y.Kickoff.Strategy = text
	return nil
}

// AtKickoff notes that a colleague was at the internal kick-off of a cycle,
// or was not.
func (c *Client) AtKickoff(cycle CycleName, who Initials, there bool) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if c.Colleague(who) == nil {
		return fault.New(fault.Removed, string(who))
	}
	p := slices.DeleteFunc(slices.Clone(y.Kickoff.Present), func(i Initials) bool { return i == who })
	if there {
		p = append(p, who)
	}
	y.Kickoff.Present = p
	return nil
}

// Argue takes an argument into the kick-off of a cycle: in the place of was,
// or at the end where was is "". With text "" the argument goes. The same is
// not said twice.
func (c *Client) Argue(cycle CycleName, was, text string) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	return changeLine(&y.Kickoff.Arguments, was, text)
}
