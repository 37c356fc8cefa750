package account

import (
	"cmp"
	"slices"
	"strconv"
)

// CalendarName is the name by which calendars know the dates of a cycle: the
// one with which it began, whatever it is called since and whichever cycles
// come before it.
func (y *Cycle) CalendarName() string { return cmp.Or(y.Calendar, string(y.Name)) }

// rename gives a cycle another name. Calendars go on knowing its dates by the
// first one.
func (y *Cycle) rename(name CycleName) {
	known := y.CalendarName()
	y.Name, y.Calendar = name, ""
	if known != string(name) {
		y.Calendar = known
	}
}

// InsertCycle puts a cycle among those of the client, in order of name. Where
// calendars know the dates of another one by its name it gets one of its own.
func (c *Client) InsertCycle(y Cycle) {
	known := func(name string) bool {
		return slices.ContainsFunc(c.Cycles, func(z Cycle) bool { return z.CalendarName() == name })
	}
	y.Calendar = ""
	if free := unused(string(y.Name), known); free != string(y.Name) {
		y.Calendar = free
	}
	i, _ := slices.BinarySearchFunc(c.Cycles, y.Name, func(z Cycle, name CycleName) int { return cmp.Compare(z.Name, name) })
	c.Cycles = slices.Insert(c.Cycles, i, y)
}

// CalendarName is the name by which calendars know a conversation among those
// with the same person in its cycle: its first day, whatever it is now.
func (v Visit) CalendarName() string { return cmp.Or(v.Calendar, string(v.Date)) }

// nameVisit gives a new conversation a name that no other with the same
// person has.
func (y *Cycle) nameVisit(v Visit) Visit {
	known := func(name string) bool {
		return slices.ContainsFunc(y.Visits, func(w Visit) bool { return w.With == v.With && w.CalendarName() == name })
	}
	v.Calendar = ""
	if free := unused(string(v.Date), known); free != string(v.Date) {
		v.Calendar = free
	}
	return v
}

// unused is a name, with a number behind it where it is known already.
func unused(name string, known func(string) bool) string {
	free := name
	for n := 2; known(free); n++ {
		free = name + "-" + strconv.Itoa(n)
	}
	return free
}
