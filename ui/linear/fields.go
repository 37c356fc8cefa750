package linear

import (
	"kwi/internal/account"
	"kwi/internal/hand"
)

// field is a choice that tells what there is and lets it be changed.
func (t *teller) field(label, value string, do func() error) choice {
	if value == "" {
		value = t.T("linear.none")
	}
	return choice{name: label + ": " + value, fact: true, do: do}
}

// viewed is a choice of how something is told, which is there where nothing changes too.
func (t *teller) viewed(label, value string, do func() error) choice {
	c := t.field(label, value, do)
	c.fact = false
	return c
}

// lineField is a field of one line, kept on the answer.
func (t *teller) lineField(label, value, help string, l hand.Label, set func(*account.Client, string) error) choice {
	return t.field(label, value, func() error { return t.setLine(label, value, help, l, set) })
}

// setLine asks for one line and keeps it.
func (t *teller) setLine(label, value, help string, l hand.Label, set func(*account.Client, string) error) error {
	return until(func() error {
		got, err := t.line(label, value, help)
		if err != nil || got == value {
			return err
		}
		return t.done(l, func(c *account.Client) error { return set(c, got) })
	})
}

// dayField is a field of a day. past is that it has been.
func (t *teller) dayField(label string, value account.Date, past bool, l hand.Label, set func(*account.Client, account.Date) error) choice {
	return t.field(label, t.Words.Date(value), func() error { return t.setDay(label, value, past, l, set) })
}

func (t *teller) setDay(label string, value account.Date, past bool, l hand.Label, set func(*account.Client, account.Date) error) error {
	return until(func() error {
		on, err := t.day(label, value, past)
		if err != nil || on == value {
			return err
		}
		return t.done(l, func(c *account.Client) error { return set(c, on) })
	})
}

// noteField is a field of a day on which something was: where there is none yet it is
// today, unless somebody says otherwise.
func (t *teller) noteField(label string, value account.Date, l hand.Label, set func(*account.Client, account.Date) error) choice {
	return t.field(label, t.Words.Date(value), func() error { return t.noteDay(label, value, l, set) })
}

func (t *teller) noteDay(label string, value account.Date, l hand.Label, set func(*account.Client, account.Date) error) error {
	return until(func() error {
		on, err := t.onDay(label, value)
		if err != nil || on == value {
			return err
		}
		return t.done(l, func(c *account.Client) error { return set(c, on) })
	})
}

// onDay asks for a day that has been; an empty line is the one that there is, or today.
func (t *teller) onDay(label string, value account.Date) (account.Date, error) {
	if value != "" {
		return t.day(label, value, true)
	}
	got, err := t.ask(question{text: t.T("linear.today", asking(label)), help: t.T("linear.day.help")})
	if err != nil || got == "" {
		return t.today(), err
	}
	at, err := t.read(got, label, "", "", t.dayReader(true))
	return account.Date(at), err
}

// longField is a field of any number of lines.
func (t *teller) longField(place, label, value string, l hand.Label, set func(*account.Client, string) error) choice {
	return t.field(label, short(value), func() error { return t.setLong(place, label, value, l, set) })
}

func (t *teller) setLong(place, label, value string, l hand.Label, set func(*account.Client, string) error) error {
	return t.long(place, label, value, func(text string) error {
		return t.change(l, func(c *account.Client) error { return set(c, text) })
	})
}

// option is a value that a field can have.
type option[T comparable] struct {
	value T
	label string
}

// choiceField is a field that is one of some values.
func choiceField[T comparable](t *teller, label string, value T, all []option[T], l hand.Label, set func(*account.Client, T) error) choice {
	said := ""
	for _, o := range all {
		if o.value == value {
			said = o.label
		}
	}
	return t.field(label, said, func() error {
		to, err := ofOptions(t, asking(label), all)
		if err != nil || to == value {
			return err
		}
		return t.done(l, func(c *account.Client) error { return set(c, to) })
	})
}

// ofOptions asks for one of some values.
func ofOptions[T comparable](t *teller, asks string, all []option[T]) (T, error) {
	var choices []choice
	for _, o := range all {
		choices = append(choices, choice{name: o.label})
	}
	i, err := t.one(asks, choices)
	if err != nil {
		var none T
		return none, err
	}
	return all[i].value, nil
}

// edit stays in a place whose choices are fields.
func (t *teller) edit(name func() string, fields func() []choice) error {
	return t.stay(place{name: name, acts: fields})
}
