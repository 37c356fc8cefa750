package account

import (
	"slices"
	"strings"

	"kwi/internal/fault"
)

// Reminder is how a respondent who kept silent was asked for their answers beside
// the lists that went by mail, and what they said.
type Reminder struct {
	Date    Date
	Way     Way
	Back    bool // the mail with the list came back: it did not reach them
	Said    string
	Promise Date // by which day they answer, as they said
}

// Walk goes through the fields of a reminder.
func (r *Reminder) Walk(w Walker) {
	f := fields{w}
	f.date(needed("date"), &r.Date)
	f.Choice(sparse("way"), (*string)(&r.Way), wayWords)
	f.Flag(sparse("returned"), &r.Back)
	f.line(sparse("said"), &r.Said)
	f.date(sparse("promise"), &r.Promise)
}

func (r Reminder) identity() string {
	return strings.Join([]string{string(r.Date), string(r.Way), r.Said}, "\n")
}

// Remind keeps how somebody silent was asked for their answers. The same, noted
// twice, is one.
func (c *Client) Remind(cycle CycleName, who Initials, r Reminder) error {
	y, err := c.told(cycle, who)
	if err == nil {
		err = r.check()
	}
	if err != nil {
		return err
	}
	list := slices.Clone(y.Reminders[who])
	if i := slices.IndexFunc(list, func(was Reminder) bool { return was.identity() == r.identity() }); i >= 0 {
		list[i] = r
	} else {
		list = append(list, r)
	}
	slices.SortStableFunc(list, func(a, b Reminder) int { return strings.Compare(string(a.Date), string(b.Date)) })
	setMapKey(&y.Reminders, who, list)
	return nil
}

func (r Reminder) check() error {
	if !r.Date.Valid() {
		return fault.New(fault.BadDate, string(r.Date))
	}
	if err := checkDay(r.Promise); err != nil {
		return err
	}
	return checkOneOf(r.Way, append(Ways(), "")...)
}

// Unremind takes away that somebody was asked. One that is gone is no fault.
func (c *Client) Unremind(cycle CycleName, who Initials, r Reminder) error {
	y, err := c.told(cycle, who)
	if err != nil {
		return err
	}
	list := slices.DeleteFunc(slices.Clone(y.Reminders[who]), func(was Reminder) bool { return was == r })
	if len(list) == 0 {
		delete(y.Reminders, who)
		return nil
	}
	y.Reminders[who] = list
	return nil
}

// GiveUp lets a cycle go on without a respondent's list, or without what is open
// of it, and says why.
func (c *Client) GiveUp(cycle CycleName, who Initials, since Date, why string) error {
	if !tellsWhy(why) {
		return fault.New(fault.NoReason)
	}
	if err := c.Excuse(cycle, who, since); err != nil {
		return err
	}
	setMapKey(&c.Cycle(cycle).ExcusedWhy, who, strings.TrimSpace(why))
	return nil
}

// Colour notes what colours a respondent's answers, or with who "" those of all; it
// is for ourselves. With "" it is nothing.
func (c *Client) Colour(cycle CycleName, who Initials, text string) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	switch {
	case who == "":
		y.Circumstances = text
	case c.Respondent(who) == nil:
		return fault.New(fault.Removed, string(who))
	case text == "":
		delete(y.Colouring, who)
	default:
		setMapKey(&y.Colouring, who, text)
	}
	return nil
}
