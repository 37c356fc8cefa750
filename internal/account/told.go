package account

import (
	"slices"

	"kwi/internal/fault"
)

// TestWith notes the day on which the matrix was gone through with a
// respondent, or with "" that it was not.
func (c *Client) TestWith(cycle CycleName, who Initials, on Date) error {
	y, err := c.told(cycle, who)
	if err != nil {
		return err
	}
	y.noteConcept(who, y.Tested[who], on)
	noteDay(&y.Tested, who, on)
	return nil
}

// Send notes a day on which a respondent got their list; it goes out more than
// once in a cycle. Who has no questions gets no list. One that may have arrived
// before that day has arrived.
func (c *Client) Send(cycle CycleName, who Initials, on Date) error {
	y, err := c.told(cycle, who)
	switch {
	case err != nil:
		return err
	case len(y.Assigned[who]) == 0:
		return fault.New(fault.NoQuestions, string(who))
	case !on.Valid():
		return fault.New(fault.BadDate, string(on))
	}
	if s := y.Unsettled(who); s != nil && s.Date <= on {
		c.deliver(s.Mark, Arrived)
	}
	y.noteConcept(who, "", on)
	days := y.Sent[who]
	if i, found := slices.BinarySearch(days, on); !found || y.AsksAgain(who, on) {
		setMapKey(&y.Sent, who, slices.Insert(slices.Clone(days), i, on))
	}
	return nil
}

// AsksAgain reports whether a list that goes out on a day on which one went out
// already is another: in measuring, to who said on that day that they can answer it
// all and got no list since. A day stands twice where two lists went out on it.
func (y *Cycle) AsksAgain(who Initials, on Date) bool {
	return y.Stage >= Measure && y.Stage <= Session && y.Confirmed[who] == on && y.listsUpTo(who, on) == 1
}

// Unsend takes back that a respondent got their list on a day.
func (c *Client) Unsend(cycle CycleName, who Initials, on Date) error {
	y, err := c.told(cycle, who)
	if err != nil {
		return err
	}
	y.noteConcept(who, on, "")
	days := slices.Clone(y.Sent[who])
	if i := slices.Index(days, on); i >= 0 {
		days = slices.Delete(days, i, i+1)
	}
	if len(days) == 0 {
		delete(y.Sent, who)
		return nil
	}
	y.Sent[who] = days
	return nil
}

// Confirm notes the day on which a respondent said that they can judge all of
// their questions, or with "" that they did not.
func (c *Client) Confirm(cycle CycleName, who Initials, on Date) error {
	y, err := c.told(cycle, who)
	if err != nil {
		return err
	}
	noteDay(&y.Confirmed, who, on)
	return nil
}

// SayPersonally keeps what the sender writes to one respondent above the words
// that all of them get in this cycle, or with "" that it is nothing.
func (c *Client) SayPersonally(cycle CycleName, who Initials, words string) error {
	y, err := c.told(cycle, who)
	if err != nil {
		return err
	}
	if words == "" {
		delete(y.PersonalWords, who)
		return nil
	}
	setMapKey(&y.PersonalWords, who, words)
	return nil
}

// Inform notes the day on which a colleague got to know the KWIs, or with ""
// that they do not know them yet.
func (c *Client) Inform(cycle CycleName, who Initials, on Date) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if c.Colleague(who) == nil {
		return fault.New(fault.Removed, string(who))
	}
	noteDay(&y.Informed, who, on)
	return nil
}

// told is a cycle that may change and in which a respondent can be told
// something.
func (c *Client) told(cycle CycleName, who Initials) (*Cycle, error) {
	y, err := c.running(cycle)
	if err == nil && c.Respondent(who) == nil {
		err = fault.New(fault.Removed, string(who))
	}
	return y, err
}

func noteDay(m *map[Initials]Date, who Initials, on Date) {
	if on == "" {
		delete(*m, who)
		return
	}
	setMapKey(m, who, on)
}
