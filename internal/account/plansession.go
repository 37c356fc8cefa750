package account

import "kwi/internal/fault"

// PlanSession sets the day of the session, or with "" takes it away with its hours. A cycle is named after the
// half-year of its session, so a running one takes that name, as long as
// nothing goes by the name it has: no agreement is numbered after it, and no
// list of it went out or came back. After that only RenameCycle gives it.
func (c *Client) PlanSession(cycle CycleName, on Date) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if err := checkDay(on); err != nil {
		return err
	}
	if on != "" && !hasDaysBefore(on) {
		return fault.New(fault.BadDate, string(on))
	}
	y.Session = on
	if on == "" {
		y.SessionFrom, y.SessionUntil = "", ""
	}
	if name := c.NameOfSession(y); name != "" && !y.goesByItsName() {
		y.rename(name)
	}
	return nil
}

// SetPlace says where the session of a cycle is held.
func (c *Client) SetPlace(cycle CycleName, place string) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	y.Place = place
	return nil
}

// RenameCycle names a cycle after the half-year of its session, which is asked
// for where agreements are numbered after the name it has; they keep their
// numbers. Once a list went out or came back the name stays.
func (c *Client) RenameCycle(cycle CycleName) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	name := c.NameOfSession(y)
	if name == "" {
		return fault.New(fault.BadValue, string(y.Name), string(HalfYear(y.Session)))
	}
	y.rename(name)
	return nil
}

// NameOfSession is the name that a cycle would have by the half-year of its
// session, "" where it has that name or cannot take it: where it is not the
// newest, where the cycle before it stands in the way, and where lists carry
// the name it has.
func (c *Client) NameOfSession(y *Cycle) CycleName {
	if n := c.Newest(); y == nil || n == nil || y.Name != n.Name || y.out() {
		return ""
	}
	name := HalfYear(y.Session)
	if n := len(c.Cycles); name == y.Name || n > 1 && c.Cycles[n-2].Name >= name {
		return ""
	}
	return name
}

// goesByItsName reports whether something outside knows a cycle by its name.
func (y *Cycle) goesByItsName() bool { return len(y.Actions) > 0 || y.out() }

// out reports whether a list of a cycle went out or came back.
func (y *Cycle) out() bool {
	return len(y.Sent) > 0 || len(y.Sendings) > 0 || len(y.Answers) > 0 || len(y.NPS) > 0 || len(y.Remarks) > 0
}
