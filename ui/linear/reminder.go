package linear

import (
	"kwi/internal/account"
	"kwi/ui/kit"
)

// reminded notes that somebody who is silent was asked once more, and what they said.
func (t *teller) reminded(who account.Initials) error {
	name := t.cycle().Name
	on, err := t.onDay(t.T("linear.remind.on"), "")
	if err != nil || on == "" {
		return err
	}
	said, err := t.line(t.T("linear.remind.said"), "", t.T("linear.skip"))
	if err != nil {
		return err
	}
	by, err := t.day(t.T("linear.remind.by"), "", false)
	if err != nil {
		return err
	}
	return t.done(kit.Label("measure.label.asked", string(who)), func(c *account.Client) error {
		return c.Remind(name, who, account.Reminder{Date: on, Way: account.ByPhone, Said: said, Promise: by})
	})
}

// reminderChoices are what was noted of how somebody was asked, the latest first.
func (t *teller) reminderChoices(who account.Initials) (all []choice) {
	noted := t.cycle().Reminders[who]
	for i := len(noted) - 1; i >= 0; i-- {
		all = append(all, choice{name: t.reminderSaid(noted[i]), fact: true, do: func() error { return t.reminder(who, noted[i]) }})
	}
	return all
}

// reminderSaid is when and how somebody was asked, and what they said.
func (t *teller) reminderSaid(r account.Reminder) string {
	said := t.T("linear.reminder", t.Words.Date(r.Date))
	if r.Way != "" {
		said += ", " + t.T("measure.way."+string(r.Way))
	}
	if r.Back {
		said += ", " + t.T("measure.asked.back")
	}
	if r.Said != "" {
		said += ": " + short(r.Said)
	}
	if r.Promise != "" {
		said += "; " + t.T("linear.remind.by") + " " + t.Words.Date(r.Promise)
	}
	return said
}

// reminder changes what was noted of how somebody was asked, or takes it away.
func (t *teller) reminder(who account.Initials, was account.Reminder) error {
	name, is := t.cycle().Name, was
	i, err := t.one(t.T("linear.reminder.what"), []choice{{name: t.T("linear.reminder.change")}, {name: t.T("linear.reminder.away")}})
	if err != nil {
		return err
	}
	if i == 1 {
		return t.done(kit.Label("measure.label.forgot", string(who)), func(c *account.Client) error { return c.Unremind(name, who, was) })
	}
	if is.Date, err = t.onDay(t.T("linear.remind.on"), was.Date); err != nil {
		return err
	}
	ways := []option[account.Way]{{"", t.T("measure.way.some")}}
	for _, w := range account.Ways() {
		ways = append(ways, option[account.Way]{w, t.T("measure.way." + string(w))})
	}
	if is.Way, err = ofOptions(t, asking(t.T("measure.asked.way")), ways); err != nil {
		return err
	}
	if is.Back, err = t.yes(asking(t.T("measure.asked.back")), was.Back); err != nil {
		return err
	}
	if is.Said, err = t.line(t.T("linear.remind.said"), was.Said, t.T("linear.skip")); err != nil {
		return err
	}
	if is.Promise, err = t.day(t.T("linear.remind.by"), was.Promise, false); err != nil {
		return err
	}
	return t.done(kit.Label("measure.label.asked", string(who)), func(c *account.Client) error {
		if err := c.Unremind(name, who, was); err != nil {
			return err
		}
		return c.Remind(name, who, is)
	})
}
