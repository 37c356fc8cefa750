package linear

import (
	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/inspiring"
)

// inspire is what clients have named as valuable, for when a respondent is still looking for what
// matters to them.
func (t *teller) inspire(who account.Initials) error {
	return t.stay(place{together: true, name: func() string { return t.T("inspiring.title") }, acts: func() (all []choice) {
		for _, v := range guide.For(t.Words.Tag()).Inspiration(t.Supplier, t.firm().Library) {
			name := v.Title
			if v.Own && !t.watched() {
				name = t.T("inspiring.own", v.Title)
			}
			all = append(all, choice{name: name, do: func() error { return t.value(who, v) }})
		}
		return forAll(all...)
	}})
}

// value is one of them: what it may mean, what to talk about, and what becomes of it and of its
// examples.
func (t *teller) value(who account.Initials, v guide.Inspiring) error {
	return t.stay(place{together: true, name: func() string { return v.Title }, what: func() {
		t.say(v.Meaning)
		if len(v.Ask) > 0 {
			t.say(t.T("inspiring.ask") + ":")
		}
		for _, ask := range v.Ask {
			t.say(ask)
		}
	}, acts: func() []choice {
		y := t.cycle()
		if y == nil || t.watched() && !t.meeting.room.HearsOnly(who) {
			return nil
		}
		all := []choice{{name: t.T("linear.inspire.note"), changes: true, do: func() error { return t.noteValue(who, v) }}}
		k := y.WishOf(who)
		switch {
		case t.watched():
		case k == nil:
			all = append(all, choice{name: t.T("linear.inspire.kwi"), why: part.OneWish(t.frame(), who), changes: true, do: func() error { return t.valueToKWI(who, v) }})
		default:
			name, code := y.Name, k.Code
			all = append(all, choice{name: t.T("linear.inspire.title", t.kwiName(k)), changes: true, do: func() error {
				return t.done(kit.Label("draft.label.title", code.String()), func(c *account.Client) error {
					return c.Words(name, code, func(k *account.KWI) { k.Title = v.Title })
				})
			}})
		}
		take := inspiring.Example(t.frame(), who, k)
		for _, example := range v.Examples {
			all = append(all, choice{name: take.Act + ": " + example, changes: true, do: func() error { return t.outcome(take.Then(v, example)) }})
		}
		return forAll(all...)
	}})
}

// outcome does what a part of the screens answers: a change, or why there is none.
func (t *teller) outcome(out kit.Outcome) error {
	if out.Bad {
		t.say(out.Notice)
		return errRefused
	}
	if out.Change == nil {
		return nil
	}
	if err := t.does(*out.Change); err != nil {
		return err
	}
	t.kept()
	return nil
}

// noteValue notes that somebody nodded at a value.
func (t *teller) noteValue(who account.Initials, v guide.Inspiring) error {
	n := account.Note{Date: t.today(), With: who, Text: v.Title}
	if t.watched() {
		n.Heard = t.meeting.room.Hearing()
	} else {
		topic, err := t.askTopic()
		if err != nil {
			return err
		}
		n.Topic = topic
	}
	name := t.cycle().Name
	return t.done(kit.Label("draft.label.note", string(who)), func(c *account.Client) error { return c.AddNote(name, n) })
}

// valueToKWI begins a KWI that is called after a value.
func (t *teller) valueToKWI(who account.Initials, v guide.Inspiring) error {
	name, std, today := t.cycle().Name, part.Standard(t.frame()), t.today()
	return t.done(kit.Label("draft.label.make", v.Title), func(c *account.Client) error {
		_, err := c.AddKWI(name, account.KWI{Title: v.Title, WishedBy: who, Made: today}, std)
		return err
	})
}
