package account

import (
	"slices"

	"kwi/internal/fault"
)

// AddVisit keeps a conversation that was had with a respondent. The same one,
// noted twice, is one.
func (c *Client) AddVisit(cycle CycleName, v Visit) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if err := c.meets(v); err != nil {
		return err
	}
	if !slices.ContainsFunc(y.Visits, v.repeats) {
		y.Visits = append(y.Visits, y.nameVisit(v))
	}
	return nil
}

// repeats reports whether two notes are of one conversation: the same words
// with the same person on the same day, by the same colleague as far as that
// was said.
func (v Visit) repeats(w Visit) bool {
	by := v.By == w.By || v.By == "" || w.By == ""
	return by && v.With == w.With && v.Date == w.Date && v.Hour == w.Hour && v.Note == w.Note && v.Asked == w.Asked && v.Goes == w.Goes
}

// At is the day of a conversation, with its hour where it has one.
func (v Visit) At() Moment {
	if v.Hour == "" {
		return Moment(v.Date)
	}
	return Moment(string(v.Date) + "T" + v.Hour)
}

// SetAt sets the day of a conversation, and its hour where the moment has one.
func (v *Visit) SetAt(at Moment) { v.Date, v.Hour = at.Date(), at.Hour() }

// NotedOn says, of a conversation that is kept on a day, whether it was noted
// beforehand: was is what stood there, or the zero value of a new one. What is to
// be on a later day was, and so is one of the day itself without a word on it. A
// planned one stays so until somebody adds what was said.
func (v *Visit) NotedOn(today Date, was Visit) {
	switch {
	case v.Date < today, v.Goes != "":
		v.Ahead = false
	case v.Date > today, v.Note == "" && v.Asked == "":
		v.Ahead = true
	case v.Note != was.Note || v.Asked != was.Asked:
		v.Ahead = false
	}
}

// Planned reports whether a conversation is still to come: its day or, where the
// hour of now is known, its hour of today. Of today without an hour, one that was
// noted beforehand is to come until the day is over, and any other was had; one that
// somebody noted how it goes of was had.
func (v Visit) Planned(now Moment) bool {
	if v.Date != now.Date() || v.Goes != "" {
		return v.Date > now.Date()
	}
	if v.Hour == "" {
		return v.Ahead
	}
	return now.Hour() != "" && v.Hour > now.Hour()
}

// meets refuses a conversation on no day or between people who are not there.
func (c *Client) meets(v Visit) error {
	if !v.Date.Valid() {
		return fault.New(fault.BadDate, string(v.Date))
	}
	if !ValidHour(v.Hour) {
		return fault.New(fault.BadDate, v.Hour)
	}
	if c.Respondent(v.With) == nil {
		return fault.New(fault.Removed, string(v.With))
	}
	if v.By != "" && c.Colleague(v.By) == nil && c.Respondent(v.By) == nil {
		return fault.New(fault.Removed, string(v.By))
	}
	return nil
}

// Visit is the conversation that somebody saw as was, with the others of that
// person beside it. It has no number, so it is known by all that it said; where
// one thing of it has changed since, by the rest, unless that is one of those
// that stood beside it.
func (y *Cycle) Visit(was Visit, beside []Visit) (Visit, bool) {
	i := y.visit(was, beside)
	if i < 0 {
		return Visit{}, false
	}
	return y.Visits[i], true
}

func (y *Cycle) visit(was Visit, beside []Visit) int {
	if i := slices.Index(y.Visits, was); i >= 0 {
		return i
	}
	at := -1
	for i, v := range y.Visits {
		if v.With != was.With || slices.Contains(beside, v) || v.unlike(was) > 1 {
			continue
		}
		if at >= 0 {
			return -1 // there is no telling which
		}
		at = i
	}
	return at
}

// unlike counts the things that two conversations with one person differ in.
// Whether one was noted beforehand follows from those.
func (v Visit) unlike(w Visit) (n int) {
	for _, differs := range []bool{v.Date != w.Date, v.Hour != w.Hour, v.By != w.By, v.Note != w.Note, v.Asked != w.Asked, v.Goes != w.Goes} {
		if differs {
			n++
		}
	}
	return n
}

// ChangeVisit changes the conversation that Visit finds; with whom it was
// stays.
func (c *Client) ChangeVisit(cycle CycleName, was Visit, beside []Visit, change func(*Visit)) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	i := y.visit(was, beside)
	if i < 0 {
		return fault.New(fault.Removed, string(was.With)+" "+string(was.Date))
	}
	next := y.Visits[i]
	change(&next)
	next.With, next.Calendar = was.With, y.Visits[i].Calendar
	if known := y.Visits[i].CalendarName(); next.CalendarName() != known {
		next.Calendar = known
	}
	if err := c.meets(next); err != nil {
		return err
	}
	y.Visits = slices.Clone(y.Visits)
	y.Visits[i] = next
	return nil
}

// RemoveVisit takes a conversation away. One that somebody has changed since
// it was seen stays; one that is gone already is no fault.
func (c *Client) RemoveVisit(cycle CycleName, was Visit, beside []Visit) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	switch i := y.visit(was, beside); {
	case i < 0:
	case y.Visits[i] != was:
		return fault.New(fault.Altered, string(was.With)+" "+string(was.Date))
	default:
		y.Visits = slices.Delete(slices.Clone(y.Visits), i, i+1)
	}
	return nil
}
