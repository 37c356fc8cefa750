package linear

import (
	"slices"

	"kwi/internal/account"
	"kwi/ui/kit"
)

// testing is who judges what, respondent by respondent, and who it was tested with.
func (t *teller) testing() error {
	if err := t.some(t.takesPart()); err != nil {
		return err
	}
	return t.stay(place{name: func() string { return t.T("linear.testing") }, what: func() {
		for _, k := range t.client().Gate(t.cycle(), account.Test, t.today()) {
			if !k.Met {
				t.tell(t.T("gate.check."+string(k.Name)), t.T("linear.unmet", t.Words.Lack(t.client(), t.cycle(), k, account.MostRespondents)))
			}
		}
	}, acts: func() []choice {
		y := t.cycle()
		var all []choice
		for _, who := range t.takesPart() {
			n := t.N("linear.count.questions", len(y.AskedOf(who)))
			name := t.T("linear.judge", t.named(who), n)
			switch {
			case y.Excused[who] != "":
				name = t.T("linear.judge.excused", t.named(who), n)
			case y.Tested[who] != "":
				name = t.T("linear.judge.tested", t.named(who), n, t.Words.Date(y.Tested[who]))
			}
			all = append(all, choice{name: name, do: func() error { return t.judge(who) }})
		}
		return append(all, choice{name: t.T("linear.rows"), do: t.rows}, choice{name: t.T("linear.table"), changes: true, do: t.takeTable})
	}})
}

// judge is what one respondent judges.
func (t *teller) judge(who account.Initials) error {
	return t.stay(place{name: func() string { return t.T("linear.judge.place", t.named(who)) }, acts: func() []choice {
		y := t.cycle()
		name := y.Name
		all := []choice{
			{name: t.T("linear.judge.ask"), changes: true, do: func() error { return t.askJudge(who) }},
			t.turnsAll(t.T("linear.judge.all"), t.T("linear.judge.none"), kit.Label("test.label.column", string(who)), []account.Initials{who}, codesOf(y.KWIs...)),
			t.noteField(t.T("linear.tested"), y.Tested[who], kit.Label("test.label.tested", string(who)), func(c *account.Client, on account.Date) error { return c.TestWith(name, who, on) }),
			t.excuseChoice(who),
		}
		for _, k := range y.KWIs {
			for _, q := range k.Asked() {
				said := t.T("linear.judges.no", q.Code.String(), q.Text)
				if y.IsAssigned(who, q.Code) {
					said = t.T("linear.judges.yes", q.Code.String(), q.Text)
				}
				all = append(all, choice{name: said, fact: true, do: func() error { return t.turn(who, q, !t.cycle().IsAssigned(who, q.Code)) }})
			}
		}
		return all
	}})
}

// turn gives a question to somebody or takes it away, and tells which it is now.
func (t *teller) turn(who account.Initials, q account.Question, can bool) error {
	if err := t.assign(who, q.Code, can); err != nil {
		return err
	}
	said := "linear.judges.no"
	if can {
		said = "linear.judges.yes"
	}
	t.say(sentence(t.named(who) + " " + t.T(said, q.Code.String(), q.Text)))
	return nil
}

func (t *teller) assign(who account.Initials, q account.QuestionCode, can bool) error {
	name := t.cycle().Name
	return t.done(kit.Label("test.label.cell", q.String(), string(who)), func(c *account.Client) error { return c.Assign(name, who, q, can) })
}

// askJudge goes through all KWIs: does it matter to them too, and which questions can
// they judge.
func (t *teller) askJudge(who account.Initials) error {
	t.say(t.T("linear.reword.help"))
	name := t.cycle().Name
	for _, k := range t.cycle().KWIs {
		t.say(t.kwiName(&k))
		t.tell(t.T("draft.expectation"), k.Expectation)
		if !k.IsWishOf(who) {
			shares := slices.Contains(k.SharedBy, who)
			matters, err := t.yes(t.T("linear.matters", t.named(who)), shares)
			if err != nil {
				return err
			}
			if matters != shares {
				if err := t.change(kit.Label("test.label.shared", k.Code.String(), string(who)), func(c *account.Client) error { return c.ShareKWI(name, k.Code, who, matters) }); err != nil && err != errRefused {
					return err
				}
			}
		}
		for _, q := range k.Asked() {
			if err := t.judged(who, q.Code); err != nil {
				return err
			}
		}
	}
	return t.noteDay(t.T("linear.tested"), t.cycle().Tested[who], kit.Label("test.label.tested", string(who)), func(c *account.Client, on account.Date) error { return c.TestWith(name, who, on) })
}

// excuseChoice lets the cycle go on without somebody, or awaits them again.
func (t *teller) excuseChoice(who account.Initials) choice {
	y := t.cycle()
	name, today := y.Name, t.today()
	if y.Excused[who] != "" {
		return choice{name: t.T("linear.await"), changes: true, do: func() error {
			return t.done(kit.Label("test.label.await", string(who)), func(c *account.Client) error { return c.Excuse(name, who, "") })
		}}
	}
	return choice{name: t.T("linear.excuse"), changes: true, do: func() error {
		why, err := t.needed(t.T("linear.excuse.why"), t.T("linear.excuse.help"))
		if err != nil {
			return err
		}
		return t.done(kit.Label("measure.label.excuse", string(who)), func(c *account.Client) error { return c.GiveUp(name, who, today, why) })
	}}
}
