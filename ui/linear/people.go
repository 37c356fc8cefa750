package linear

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/language"
	"kwi/internal/text"
	"kwi/internal/trace"
	"kwi/ui/kit"
)

// about is what is known of the client themselves, and the approach.
func (t *teller) about() error {
	return t.edit(func() string { return t.T("linear.about.place", t.client().Name) }, func() []choice {
		c, y := t.client(), t.cycle()
		all := []choice{
			t.lineField(t.T("initialise.name"), c.Name, "", kit.Label("initialise.label.name"), (*account.Client).Rename),
			choiceField(t, t.T("initialise.kind"), c.Kind, []option[account.Kind]{{account.External, t.T("kind.external")}, {account.Internal, t.T("kind.internal")}}, kit.Label("initialise.label.kind"), (*account.Client).SetKind),
		}
		for _, j := range []account.Judgement{account.IsStrategic, account.IsIntensive, account.HasBusiness} {
			all = append(all, choiceField(t, t.T("initialise."+string(j)), c.Judged(j), t.replies(), kit.Label("initialise.label."+string(j)), func(c *account.Client, r account.Reply) error { return c.Judge(j, r) }))
		}
		all = append(all, choiceField(t, t.T("initialise.approach"), c.Approach, []option[account.Approach]{{account.Extended, t.T("approach.extended")}, {account.Simple, t.T("approach.simple")}}, kit.Label("initialise.label.approach"), (*account.Client).Follow))
		for _, j := range []account.Judgement{account.ClientKnows, account.SupplierKnows} {
			all = append(all, choiceField(t, t.T("initialise."+string(j)), c.Judged(j), t.replies(), kit.Label("initialise.label."+string(j)), func(c *account.Client, r account.Reply) error { return c.Judge(j, r) }))
		}
		if y == nil {
			return append(all, t.putAway())
		}
		all = append(all, t.putAway())
		name := y.Name
		if c.Approach == account.Simple {
			return append(all, t.noteField(t.T("linear.value"), y.Go, kit.Label("initialise.label.put"), func(c *account.Client, on account.Date) error { return c.PutValueQuestion(name, on) }))
		}
		return append(all,
			t.noteField(t.T("linear.go"), y.Go, kit.Label("initialise.label.go"), func(c *account.Client, on account.Date) error { return c.GiveGo(name, on) }),
			t.noteField(t.T("linear.kickoff"), y.Kickoff.Date, kit.Label("initialise.label.kickoff"), func(c *account.Client, on account.Date) error { return c.HoldKickoff(name, on) }),
			t.longField("strategy", t.T("linear.strategy"), y.Kickoff.Strategy, kit.Label("initialise.label.strategy"), func(c *account.Client, s string) error { return c.WriteStrategy(name, s) }),
			choice{name: t.T("linear.kickoff.place"), do: t.kickoff})
	})
}

// replies are yes, no, and not asked.
func (t *teller) replies() []option[account.Reply] {
	return []option[account.Reply]{{account.Yes, t.T("kit.yes")}, {account.No, t.T("kit.no")}, {account.Unanswered, t.T("initialise.notasked")}}
}

// people are those on both sides.
func (t *teller) people() error {
	return t.stay(place{name: func() string { return t.T("linear.people.place", t.client().Name) }, what: func() {
		c := t.client()
		t.say(t.T("linear.counts.two", t.N("linear.count.respondents", len(c.Staying())), t.N("linear.count.colleagues", len(c.StayingColleagues()))))
	}, acts: func() []choice {
		c := t.client()
		all := append([]choice{{name: t.T("linear.respondent.new"), changes: true, do: t.newRespondent}, {name: t.T("linear.colleague.new"), changes: true, do: t.newColleague}, {name: t.T("linear.table"), changes: true, do: t.takeTable}}, t.winChoice()...)
		for _, r := range c.Respondents {
			name := t.T("linear.respondent", t.named(r.Initials))
			switch {
			case r.Left != "":
				name = t.T("linear.person.left", t.named(r.Initials))
			case r.Initials == c.Sponsor:
				name = t.T("linear.sponsor", t.named(r.Initials))
			}
			all = append(all, choice{name: name, do: func() error { return t.respondent(r.Initials) }})
		}
		for _, m := range c.Colleagues {
			name := t.T("linear.colleague", t.named(m.Initials))
			if m.Left != "" {
				name = t.T("linear.person.left", t.named(m.Initials))
			}
			all = append(all, choice{name: name, do: func() error { return t.colleague(m.Initials) }})
		}
		return all
	}})
}

// initialsFor asks for the initials of somebody new; those that follow from the name
// are proposed.
func (t *teller) initialsFor(name string) (account.Initials, error) {
	c := t.client()
	proposed := account.ProposeInitials(name, c.HasInitials)
	got, err := t.ask(question{text: t.T("linear.initials", string(proposed)), help: t.T("linear.initials.help")})
	if err != nil || got == "" {
		return proposed, err
	}
	return account.Initials(strings.ToUpper(text.Narrow(got))), nil
}

// newRespondent asks who somebody is, field by field. They are kept as soon as they
// have initials, and every answer after that.
func (t *teller) newRespondent() error {
	name, err := t.needed(t.T("initialise.name"), t.T("linear.person.help"))
	if err != nil {
		return err
	}
	var who account.Initials
	err = until(func() error {
		if who, err = t.initialsFor(name); err != nil {
			return err
		}
		return t.change(kit.Label("initialise.label.respondent", string(who)), func(c *account.Client) error {
			return c.AddRespondent(account.Respondent{Initials: who, Name: name})
		})
	})
	if err != nil {
		return err
	}
	t.say(t.T("linear.person.kept", t.named(who)) + " " + t.T("linear.skip"))
	f, _ := t.respondentFields(who)
	for _, field := range f[1:4] { // function, address, since when they take part
		if err := field.do(); err != nil {
			return err
		}
	}
	return nil
}

// respondent is what is known of somebody, and what can be changed of it.
func (t *teller) respondent(who account.Initials) error {
	return t.edit(func() string { return t.named(who) }, func() []choice {
		all, more := t.respondentFields(who)
		if len(all) == 0 {
			return nil // they were erased
		}
		if t.cycle() != nil {
			more = append(more, t.originChoice(trace.Thing{Kind: trace.Person, Who: who}))
		}
		return append(append(all, more...), t.dataChoices(who)...)
	})
}

func (t *teller) respondentFields(who account.Initials) (fields, more []choice) {
	c := t.client()
	r := c.Respondent(who)
	if r == nil {
		return nil, nil
	}
	label := kit.Label("initialise.label.person", string(who))
	set := func(put func(*account.Respondent, string)) func(*account.Client, string) error {
		return func(c *account.Client, v string) error {
			return c.ChangeRespondent(who, func(r *account.Respondent) { put(r, v) })
		}
	}
	var tongues []option[string]
	for _, l := range language.All() {
		tongues = append(tongues, option[string]{l.Tag, l.Name})
	}
	fields = []choice{
		t.lineField(t.T("initialise.name"), r.Name, "", label, set(func(r *account.Respondent, v string) { r.Name = v })),
		t.lineField(t.T("initialise.col.function"), r.Function, t.T("linear.skip"), label, set(func(r *account.Respondent, v string) { r.Function = v })),
		t.field(t.T("initialise.email"), r.Email, func() error { return t.askEmail(who, r.Email) }),
		t.dayField(t.T("initialise.willing"), r.Willing, true, kit.Label("initialise.label.willing", string(who)), func(c *account.Client, on account.Date) error {
			return c.ChangeRespondent(who, func(r *account.Respondent) { r.Willing = on })
		}),
		choiceField(t, t.T("initialise.level"), r.Level, []option[account.Level]{{account.Strategic, t.T("level.strategic")}, {account.Tactical, t.T("level.tactical")}, {account.Operational, t.T("level.operational")}, {"", t.T("initialise.notasked")}}, label, func(c *account.Client, v account.Level) error {
			return c.ChangeRespondent(who, func(r *account.Respondent) { r.Level = v })
		}),
		choiceField(t, t.T("initialise.language"), r.Language, append(tongues, option[string]{"", t.T("initialise.notasked")}), label, set(func(r *account.Respondent, v string) { r.Language = v })),
		t.longField("remark/"+string(who), t.T("initialise.remark"), r.Remark, label, set(func(r *account.Respondent, v string) { r.Remark = v })),
	}
	sponsor := choice{name: t.T("linear.sponsor.make"), changes: true, do: func() error {
		return t.done(kit.Label("initialise.label.sponsor", string(who)), func(c *account.Client) error { return c.MakeSponsor(who) })
	}}
	if c.Sponsor == who {
		sponsor = choice{name: t.T("linear.sponsor.end"), changes: true, do: func() error {
			return t.done(kit.Label("initialise.label.sponsor", string(who)), func(c *account.Client) error { return c.MakeSponsor("") })
		}}
	}
	more = append(more, sponsor,
		choice{name: t.T("linear.initials.change"), changes: true, do: func() error { return t.renameInitials(who) }})
	return fields, append(append(more, t.twins(who)...), t.leaveChoices(r)...)
}

// askEmail asks for an address; what no letter can be sent to is refused.
func (t *teller) askEmail(who account.Initials, was string) error {
	for {
		got, err := t.line(t.T("initialise.email"), was, t.T("linear.skip"))
		if err != nil || got == was {
			return err
		}
		if got == "" || account.ValidEmail(got) {
			return t.done(kit.Label("initialise.label.person", string(who)), func(c *account.Client) error {
				return c.ChangeRespondent(who, func(r *account.Respondent) { r.Email = got })
			})
		}
		t.say(t.T("initialise.email.bad", text.Shorten(got, 30)))
	}
}

func (t *teller) renameInitials(who account.Initials) error {
	got, err := t.needed(t.T("initialise.initials"), t.T("linear.initials.help"))
	if err != nil {
		return err
	}
	is := account.Initials(strings.ToUpper(text.Narrow(got)))
	if err := t.change(kit.Label("initialise.label.initials", string(who), string(is)), func(c *account.Client) error { return c.RenameInitials(who, is) }); err != nil {
		return err
	}
	t.kept()
	return errGone
}

func (t *teller) newColleague() error {
	name, err := t.needed(t.T("initialise.name"), t.T("linear.person.help"))
	if err != nil {
		return err
	}
	var who account.Initials
	err = until(func() error {
		if who, err = t.initialsFor(name); err != nil {
			return err
		}
		return t.change(kit.Label("initialise.label.colleague", string(who)), func(c *account.Client) error {
			return c.AddColleague(account.Colleague{Initials: who, Name: name})
		})
	})
	if err != nil {
		return err
	}
	t.say(t.T("linear.person.kept", t.named(who)))
	return t.colleagueFields(who)[1].do()
}

func (t *teller) colleague(who account.Initials) error {
	return t.edit(func() string { return t.named(who) }, func() []choice {
		all := t.colleagueFields(who)
		if len(all) == 0 {
			return nil
		}
		return append(all, t.dataChoices(who)...)
	})
}

func (t *teller) colleagueFields(who account.Initials) []choice {
	c := t.client()
	m := c.Colleague(who)
	if m == nil {
		return nil
	}
	label := kit.Label("initialise.label.person", string(who))
	set := func(put func(*account.Colleague, string)) func(*account.Client, string) error {
		return func(c *account.Client, v string) error {
			return c.ChangeColleague(who, func(m *account.Colleague) { put(m, v) })
		}
	}
	responsible := choice{name: t.T("linear.responsible.make"), changes: true, do: func() error {
		return t.done(kit.Label("initialise.label.responsible", string(who)), func(c *account.Client) error { return c.MakeResponsible(who) })
	}}
	if c.Responsible == who {
		responsible.name, responsible.why = t.T("linear.responsible"), t.T("linear.responsible")
	}
	return []choice{
		t.lineField(t.T("initialise.name"), m.Name, "", label, set(func(m *account.Colleague, v string) { m.Name = v })),
		t.lineField(t.T("initialise.col.role"), m.Role, t.T("linear.skip"), label, set(func(m *account.Colleague, v string) { m.Role = v })),
		responsible,
		choice{name: t.T("linear.initials.change"), changes: true, do: func() error { return t.renameInitials(who) }},
		t.dayField(t.T("linear.left"), m.Left, true, kit.Label("initialise.label.left", string(who)), func(c *account.Client, on account.Date) error { return c.LeaveColleague(who, "", on) }),
		choice{name: t.T("linear.person.away"), changes: true, do: func() error {
			if err := t.done(kit.Label("initialise.label.away", string(who)), func(c *account.Client) error { return c.RemoveColleague(who) }); err != nil {
				return err
			}
			return errGone
		}},
	}
}

// initialsOf are the initials of some respondents.
func initialsOf(all []account.Respondent) (who []account.Initials) {
	for _, r := range all {
		who = append(who, r.Initials)
	}
	return who
}

// takesPart are those whose turn it is in the cycle.
func (t *teller) takesPart() []account.Initials {
	return initialsOf(t.client().Participants(t.cycle()))
}

// some tells that there is nobody, where there is nobody.
func (t *teller) some(who []account.Initials) error {
	if len(who) > 0 {
		return nil
	}
	t.say(t.T("linear.nobody"))
	return errRefused
}

// everybody are both sides, respondents first.
func (t *teller) everybody() []account.Initials {
	who := t.takesPart()
	for _, m := range t.client().StayingColleagues() {
		who = append(who, m.Initials)
	}
	return slices.Compact(who)
}
