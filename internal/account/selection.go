package account

import (
	"slices"
	"strings"

	"kwi/internal/fault"
)

// Begin names a client that is new, to be followed in the extended approach
// until it is chosen otherwise, and begins its first cycle.
func (c *Client) Begin(name string, today Date) error {
	if err := c.Rename(name); err != nil {
		return err
	}
	c.Kind, c.Approach = External, Extended
	_, err := c.StartCycle(today)
	return err
}

// Archive takes the client out of the portfolio since a day, or with "" puts
// it back.
func (c *Client) Archive(since Date) error {
	if err := checkDay(since); err != nil {
		return err
	}
	c.Archived = since
	return nil
}

// SetKind says whether the client is another organisation or an own department.
func (c *Client) SetKind(k Kind) error {
	if err := checkOneOf(k, External, Internal); err != nil {
		return err
	}
	c.Kind = k
	return nil
}

// Follow chooses the approach.
func (c *Client) Follow(a Approach) error {
	if err := checkOneOf(a, Extended, Simple); err != nil {
		return err
	}
	c.Approach = a
	return nil
}

// Judgement is a question of yes or no that the supplier's manager answers
// about the client: the three of the selection and the two of the needs.
type Judgement string

// The judgements.
const (
	IsStrategic   Judgement = "strategic"
	IsIntensive   Judgement = "intensive"
	HasBusiness   Judgement = "business"
	ClientKnows   Judgement = "clientknows"
	SupplierKnows Judgement = "supplierknows"
)

// Judged is the reply to a judgement.
func (c *Client) Judged(j Judgement) Reply {
	if r := c.judgement(j); r != nil {
		return *r
	}
	return Unanswered
}

// Judge replies to a judgement, or with Unanswered takes the reply back.
func (c *Client) Judge(j Judgement, r Reply) error {
	to := c.judgement(j)
	if to == nil || r > No {
		return fault.New(fault.Removed, string(j))
	}
	*to = r
	return nil
}

func (c *Client) judgement(j Judgement) *Reply {
	switch j {
	case IsStrategic:
		return &c.Selection.Strategic
	case IsIntensive:
		return &c.Selection.Intensive
	case HasBusiness:
		return &c.Selection.Business
	case ClientKnows:
		return &c.Needs.ClientKnows
	case SupplierKnows:
		return &c.Needs.SupplierKnows
	}
	return nil
}

// checkDay refuses what is no day; "" is none, which is no fault.
func checkDay(days ...Date) error {
	for _, d := range days {
		if d != "" && !d.Valid() {
			return fault.New(fault.BadDate, string(d))
		}
	}
	return nil
}

// checkOneOf refuses a value that is none of these.
func checkOneOf[T ~string](value T, known ...T) error {
	if slices.Contains(known, value) {
		return nil
	}
	var names []string
	for _, k := range known {
		if k != "" {
			names = append(names, string(k))
		}
	}
	return fault.New(fault.BadValue, string(value), strings.Join(names, ", "))
}
