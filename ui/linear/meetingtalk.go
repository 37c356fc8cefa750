package linear

import (
	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// talkTogether is the talk with one respondent who sits here alone.
func (t *teller) talkTogether() error {
	who, err := t.alone(t.T("meet.interview.with"))
	if err != nil {
		return err
	}
	return t.stay(place{together: true, name: func() string { return t.T("linear.interview.place", t.named(who)) }, what: func() { t.tellInterview(who) }, acts: func() (all []choice) {
		if !t.meeting.room.HearsOnly(who) {
			return nil
		}
		name, simple := t.cycle().Name, t.client().Approach == account.Simple
		if !simple {
			for _, topic := range append(account.Topics(), "") {
				all = append(all, choice{name: t.topicName(topic), changes: true, do: func() error { return t.noteTogether(who, topic) }})
			}
			all = append(all, choice{name: t.T("meet.interview.page.rank"), changes: true, do: func() error { return t.rank(who) }},
				choice{name: t.T("meet.interview.act.kwi"), why: t.whyNoWish(who), changes: true, do: func() error { return t.wishTogether(who) }},
				choice{name: t.T("meet.interview.act.inspire"), do: func() error { return t.inspire(who) }})
		}
		all = append(all, choice{name: t.T("meet.interview.page.ask"), changes: true, do: func() error { return t.askTogether(who) }},
			t.longField("notexpected/"+string(who), t.T("meet.interview.page.unwanted"), t.cycle().NotExpected[who], kit.Label("draft.label.notexpected", string(who)), func(c *account.Client, s string) error {
				return c.HearNotExpected(name, who, s, t.today())
			}),
			choice{name: t.T("meet.interview.page.right"), do: func() error { t.tellInterview(who); t.tellWish(who); return nil }})
		if !simple {
			all = append(all, t.promiseTogether(who))
		}
		return forAll(all...)
	}})
}

func (t *teller) topicName(of account.Topic) string {
	if of == "" {
		return t.T("meet.interview.page.else")
	}
	return t.T("meet.interview.page." + string(of))
}

// noteTogether asks what there is to say about a subject, line by line, each kept as
// heard by whoever sits here.
func (t *teller) noteTogether(who account.Initials, topic account.Topic) error {
	for _, of := range guide.For(t.Words.Tag()).Topics() {
		if of.Name == string(topic) {
			for _, q := range of.Questions {
				t.say(q)
			}
		}
	}
	name, today, heard := t.cycle().Name, t.today(), t.meeting.room.Hearing()
	for {
		said, err := t.ask(question{text: t.T("linear.meeting.line", t.topicName(topic)), help: t.T("linear.meeting.line", t.topicName(topic))})
		if err != nil || said == "" {
			return err
		}
		err = t.done(kit.Label("draft.label.note", string(who)), func(c *account.Client) error {
			return c.AddNote(name, account.Note{Date: today, With: who, Topic: topic, Text: said, Heard: heard})
		})
		if err != nil && err != errRefused {
			return err
		}
	}
}

// whyNoWish is why what matters most cannot become the KWI.
func (t *teller) whyNoWish(who account.Initials) string {
	y := t.cycle()
	notes, k := y.Ranked(who), y.WishOf(who)
	switch {
	case len(notes) == 0:
		return t.T("meet.interview.nothing")
	case k == nil:
		return ""
	case notes[0].KWI == k.Code:
		return t.T("meet.interview.iskwi")
	case t.client().Carried(y.Name, k.Code) != "":
		return t.T("meet.interview.carried", k.Title)
	}
	return ""
}

// wishTogether makes the line at the top the KWI of the respondent.
func (t *teller) wishTogether(who account.Initials) error {
	name, std := t.cycle().Name, part.Standard(t.frame())
	n, instead := t.cycle().Ranked(who)[0], t.cycle().WishOf(who) != nil
	return t.done(kit.Label("draft.label.make", n.Title()), func(c *account.Client) error {
		if instead {
			return c.WishInstead(name, n, n.Title())
		}
		_, err := c.WishKWI(name, n, n.Title(), std)
		return err
	})
}

func (t *teller) tellWish(who account.Initials) {
	if k := t.cycle().WishOf(who); k != nil {
		for _, q := range k.Questions {
			if q.Kind == account.Own {
				t.tell(q.Code.String(), q.Text)
			}
		}
	}
}

// askTogether asks by which questions the respondent will notice it.
func (t *teller) askTogether(who account.Initials) error {
	t.say(guide.For(t.Words.Tag()).Interview().Ask)
	k := t.cycle().WishOf(who)
	if k == nil && t.client().Approach != account.Simple {
		t.say(t.T("meet.interview.nokwi"))
		return errRefused
	}
	t.tellWish(who)
	if k != nil {
		return t.newQuestion(k.Code)
	}
	name, std, title := t.cycle().Name, part.Standard(t.frame()), t.T("draft.first.title", part.NameOf(t.frame(), who))
	for {
		said, err := t.ask(question{text: t.T("linear.question.ask"), help: t.T("draft.question.hint")})
		if err != nil || said == "" {
			return err
		}
		err = t.done(kit.Label("draft.label.newquestion", string(who)), func(c *account.Client) error { _, err := c.AskOwn(name, who, title, said, std); return err })
		if err != nil && err != errRefused {
			return err
		}
	}
}

// promiseTogether is what they get back, and by which day.
func (t *teller) promiseTogether(who account.Initials) choice {
	p, made := t.cycle().Concept(who)
	said := ""
	if made {
		said = t.Words.Date(p.Due)
	}
	name, inspires := t.cycle().Name, t.cycle().WishOf(who) == nil
	return t.field(t.T("meet.interview.page.promise"), said, func() error {
		return until(func() error {
			on, err := t.day(t.T("meet.interview.day"), "", false)
			switch {
			case err != nil || on == "":
				return err
			case on.Passed(t.today()):
				t.say(t.T("meet.interview.past"))
				return errRefused
			case inspires:
				return t.done(kit.Label("meet.interview.label.inspire", string(who)), func(c *account.Client) error { return c.PromiseInspiration(name, who, on) })
			}
			return t.done(kit.Label("meet.interview.label.promise", string(who)), func(c *account.Client) error { return c.PromiseConcept(name, who, on) })
		})
	})
}

// testTogether goes through the KWIs and their questions with somebody who sits here:
// does it matter to them too, and what can they judge.
func (t *teller) testTogether() error {
	if err := t.seated(); err != nil {
		return err
	}
	here := t.meeting.room.Present
	if len(here) == 0 {
		t.say(t.T("linear.meeting.nobody"))
		return errRefused
	}
	who, err := t.person(t.T("meet.interview.with"), here)
	if err != nil {
		return err
	}
	t.say(t.T("linear.reword.help"))
	name, today := t.cycle().Name, t.today()
	for _, k := range t.cycle().KWIs {
		t.say(sentence(t.kwiName(&k)))
		t.tell(t.T("draft.expectation"), k.Expectation)
		if k.IsWishOf(who) {
			t.say(t.T("meet.test.own"))
		} else if err := t.replied(t.T("meet.test.important"), func(yes bool) error {
			return t.change(kit.Label("test.label.shared", k.Code.String(), string(who)), func(c *account.Client) error { return c.ShareKWI(name, k.Code, who, yes) })
		}); err != nil {
			return err
		}
		for _, q := range k.InOrder() {
			t.tell(q.Code.String(), q.Text)
			if err := t.repliedOr(t.T("meet.test.judge"), q.Code, func(yes bool) error {
				return t.change(kit.Label("test.label.cell", q.Code.String(), string(who)), func(c *account.Client) error { return c.Assign(name, who, q.Code, yes) })
			}); err != nil {
				return err
			}
		}
	}
	return t.replied(t.T("meet.test.isright"), func(yes bool) error {
		if !yes {
			return nil
		}
		return t.done(kit.Label("test.label.tested", string(who)), func(c *account.Client) error { return c.TestWith(name, who, today) })
	})
}

// replied asks something of yes or no and keeps either; enter leaves it open, and so
// tells nothing of what was kept before.
func (t *teller) replied(asks string, keep func(yes bool) error) error {
	return t.repliedOr(asks, account.QuestionCode{}, keep)
}

// repliedOr is the same of a question that may be put in other words first.
func (t *teller) repliedOr(asks string, code account.QuestionCode, keep func(yes bool) error) error {
	for {
		got, err := t.ask(question{text: sentence(asks) + " " + t.T("linear.meeting.yesno"), help: t.T("linear.meeting.yesno")})
		switch {
		case err != nil || got == "":
			return err
		case code.KWI != 0 && isWord(got, "linear.word.reword"):
			if _, err := t.rewording(got, code); err != nil {
				return err
			}
			continue
		case beginsWord(got, "kit.yes"):
			err = keep(true)
		case beginsWord(got, "kit.no"):
			err = keep(false)
		default:
			t.say(t.T("linear.yesno.wrong", echo(got)))
			continue
		}
		if err == errRefused {
			return nil
		}
		return err
	}
}
