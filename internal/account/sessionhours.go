package account

import "kwi/internal/fault"

// SessionAt is the day of the session, with the hour at which it begins where that
// is set; "" while no day is planned.
func (y *Cycle) SessionAt() Moment {
	if y.Session == "" || y.SessionFrom == "" {
		return Moment(y.Session)
	}
	return Moment(string(y.Session) + "T" + y.SessionFrom)
}

// SessionEnd is until which moment the session goes on, "" where that is not set.
func (y *Cycle) SessionEnd() Moment {
	if y.Session == "" || y.SessionFrom == "" || y.SessionUntil <= y.SessionFrom {
		return ""
	}
	return Moment(string(y.Session) + "T" + y.SessionUntil)
}

// SetSessionHours says at which hour the session of a cycle begins, 16:00, and until
// when it goes on, or "" for what is not set. They stay when it gets another
// day, and go with its day.
func (c *Client) SetSessionHours(cycle CycleName, from, until string) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if !ValidHour(from) || !ValidHour(until) || until != "" && (from == "" || until <= from) {
		said := from
		if until != "" {
			said += "-" + until
		}
		return fault.New(fault.BadHours, said)
	}
	y.SessionFrom, y.SessionUntil = from, until
	return nil
}
