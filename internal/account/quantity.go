package account

import (
	"math"
	"strconv"
	"strings"

	"kwi/internal/fault"
)

// Quantity is one of the figures of a year.
type Quantity string

// The quantities of the plan's table.
const (
	Contacts Quantity = "contacts"
	Meetings Quantity = "meetings"
	Leads    Quantity = "leads"
	Orders   Quantity = "orders"
	Revenue  Quantity = "revenue"
	Margin   Quantity = "margin"
	Sessions Quantity = "sessions"
	NetScore Quantity = "nps"
)

// Quantities lists them in the order of the table.
func Quantities() []Quantity {
	return []Quantity{Contacts, Meetings, Leads, Orders, Revenue, Margin, Sessions, NetScore}
}

// Figure is a quantity as the plan keeps it: digits with a point where it has
// decimals, "" where it was not filled in.
func (f *Figures) Figure(q Quantity) string {
	if f == nil {
		return ""
	}
	switch q {
	case Revenue:
		return f.Revenue
	case Margin:
		return f.Margin
	}
	if n := f.count(q); n != nil && *n != nil {
		return strconv.Itoa(**n)
	}
	return ""
}

func (f *Figures) count(q Quantity) **int {
	switch q {
	case Contacts:
		return &f.Contacts
	case Meetings:
		return &f.Meetings
	case Leads:
		return &f.Leads
	case Orders:
		return &f.Orders
	case Sessions:
		return &f.Sessions
	case NetScore:
		return &f.NPS
	}
	return nil
}

// SetFigure fills a quantity in the plan of a year: what came out or, with
// wanted, what is aimed for, of that year or another; "" empties it.
func (c *Client) SetFigure(plan, year int, wanted bool, q Quantity, value string) error {
	p := c.Plan(plan)
	if p == nil {
		return noPlan(c, plan)
	}
	if year < 1000 || year > 9999 {
		return fault.New(fault.BadValue, strconv.Itoa(year), "1000–9999")
	}
	n := p.Numbers[year]
	side := &n.Actual
	if wanted {
		side = &n.Target
	}
	f := &Figures{}
	if *side != nil {
		f = (*side).clone()
	}
	if err := f.set(q, value); err != nil {
		return err
	}
	*side = f.tidy()
	if n == (YearNumbers{}) {
		delete(p.Numbers, year)
		return nil
	}
	setMapKey(&p.Numbers, year, n)
	return nil
}

// set fills one quantity. A count is a whole number, an NPS one from −100 to
// 100, revenue is in whole currency and a margin has four decimals at most.
func (f *Figures) set(q Quantity, value string) error {
	switch q {
	case Revenue:
		if !amount(value, 0) {
			return fault.New(fault.BadValue, value, "450000")
		}
		f.Revenue = value
		return nil
	case Margin:
		if !amount(value, 4) {
			return fault.New(fault.BadValue, value, "18.5")
		}
		f.Margin = value
		return nil
	}
	to := f.count(q)
	if to == nil {
		return fault.New(fault.Removed, string(q))
	}
	if value == "" {
		*to = nil
		return nil
	}
	least, most := 0, math.MaxInt32
	if q == NetScore {
		least, most = -100, 100
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < least || n > most {
		return fault.New(fault.BadValue, value, strconv.Itoa(least)+"–"+strconv.Itoa(most))
	}
	*to = &n
	return nil
}

// amount reports whether a text is a number with so many decimals at most, or
// empty; the portable file has the same rule.
func amount(s string, places int) bool {
	whole, part, cut := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return s == "" || len(whole) > 0 && len(whole) <= 15 && strings.Trim(whole+part, "0123456789") == "" && cut == (part != "") && len(part) <= places
}
