package account

import (
	"strconv"
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

// ChangeRespondent changes what is known of a respondent: the change gets a
// copy, which is kept where it holds. Their initials, by which all else knows
// them, stay; Leave notes that they have gone.
func (c *Client) ChangeRespondent(who Initials, change func(*Respondent)) error {
	r := c.Respondent(who)
	if r == nil {
		return fault.New(fault.Removed, string(who))
	}
	next := *r
	change(&next)
	next.Initials, next.Left, next.Follows, next.Formerly = who, r.Left, r.Follows, r.Formerly
	if err := checkDay(next.Willing); err != nil {
		return err
	}
	if err := checkOneOf(next.Level, "", Strategic, Tactical, Operational); err != nil {
		return err
	}
	if next.AskEvery < 0 || next.AskEvery > MostWeeks {
		return fault.New(fault.BadValue, strconv.Itoa(next.AskEvery), "1–"+strconv.Itoa(MostWeeks))
	}
	*r = next
	return nil
}

// ChangeColleague changes what is known of one of the supplier's people: the
// change gets a copy. Their initials stay.
func (c *Client) ChangeColleague(who Initials, change func(*Colleague)) error {
	m := c.Colleague(who)
	if m == nil {
		return fault.New(fault.Removed, string(who))
	}
	next := *m
	change(&next)
	next.Initials, next.Left = who, m.Left
	*m = next
	return nil
}
