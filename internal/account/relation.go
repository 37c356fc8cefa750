package account

import (
	"slices"
	"strings"

	"kwi/internal/fault"
)

// Rename gives the client another name; the ID stays.
func (c *Client) Rename(name string) error {
	if name = strings.TrimSpace(name); name == "" {
		return fault.New(fault.Missing, "name")
	}
	c.Name = name
	return nil
}

// JoinTo makes the client part of another one, or with "" of none.
func (c *Client) JoinTo(id string) error {
	if id != "" && !ValidID(id) || id != "" && id == c.ID {
		return fault.New(fault.BadValue, id, "a-z 0-9 -")
	}
	c.PartOf = id
	return nil
}

// MakeSponsor makes a respondent the sponsor, or with "" nobody. Who has left
// carries nothing any more.
func (c *Client) MakeSponsor(who Initials) error {
	if who != "" {
		if r := c.Respondent(who); r == nil || r.Left != "" {
			return fault.New(fault.Removed, string(who))
		}
	}
	c.Sponsor = who
	return nil
}

// ChangeRespondent changes what is known of a respondent. His initials, by
// which all else knows him, stay; Leave notes that he has gone.
func (c *Client) ChangeRespondent(who Initials, change func(*Respondent)) error {
	r := c.Respondent(who)
	if r == nil {
		return fault.New(fault.Removed, string(who))
	}
	left := r.Left
	change(r)
	r.Initials, r.Left = who, left
	return nil
}

// ChangeColleague changes what is known of one of the supplier's people; his
// initials stay.
func (c *Client) ChangeColleague(who Initials, change func(*Colleague)) error {
	m := c.Colleague(who)
	if m == nil {
		return fault.New(fault.Removed, string(who))
	}
	change(m)
	m.Initials = who
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
