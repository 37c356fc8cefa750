package account

import (
	"slices"
	"strconv"

	"kwi/internal/fault"
)

// minutesPlanned is how long a part of the session takes until it is set: half
// of an hour and a half looks at the figures and at what comes next.
var minutesPlanned = map[AgendaItem]int{Welcome: 5, LookBack: 15, Result: 30, Onwards: 25, Closing: 15}

// Agenda is the session part by part, with the minutes that each is planned to
// take.
func (y *Cycle) Agenda() (out []PlannedItem) {
	for _, item := range AgendaItems() {
		p := PlannedItem{item, minutesPlanned[item]}
		if i := slices.IndexFunc(y.Meeting.Agenda, func(set PlannedItem) bool { return set.Item == item }); i >= 0 {
			p = y.Meeting.Agenda[i]
		}
		out = append(out, p)
	}
	return out
}

// PlanItem sets how many minutes a part of the session is planned to take; 0
// leaves it out.
func (c *Client) PlanItem(cycle CycleName, item AgendaItem, minutes int) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if err := checkOneOf(item, AgendaItems()...); err != nil {
		return err
	}
	if minutes < 0 || minutes > MostMinutes {
		return fault.New(fault.BadValue, strconv.Itoa(minutes), "0–"+strconv.Itoa(MostMinutes))
	}
	var agenda []PlannedItem
	for _, p := range y.Agenda() {
		set := slices.ContainsFunc(y.Meeting.Agenda, func(was PlannedItem) bool { return was.Item == p.Item })
		switch {
		case p.Item == item:
			agenda = append(agenda, PlannedItem{item, minutes})
		case set:
			agenda = append(agenda, p)
		}
	}
	y.Meeting.Agenda = agenda
	return nil
}
