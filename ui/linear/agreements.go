package linear

import (
	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/agree"
)

// agreements are those of the cycle and what is open of earlier ones.
func (t *teller) agreements() error {
	return t.stay(place{name: func() string { return t.T("linear.agreements.place", t.client().Name) }, what: func() {
		t.count("linear.count.agreements", len(t.client().OpenActions(t.cycle().Name)))
	}, acts: func() []choice {
		all := []choice{{name: t.T("linear.agreement.new"), changes: true, do: t.newAgreement}, {name: t.T("linear.table"), changes: true, do: t.takeTable}}
		for _, a := range t.client().Agreements(t.cycle()) {
			all = append(all, choice{name: t.agreementLine(&a), do: func() error { return t.agreement(a.Number) }})
		}
		return all
	}})
}

// agreementLine is an agreement in a sentence: what, who, when and how it stands.
func (t *teller) agreementLine(a *account.Action) string {
	who, due := a.For, t.T("agree.line.noday")
	if who == "" {
		who = t.T("agree.line.nobody")
	} else if t.client().HasInitials(account.Initials(who)) {
		who = t.named(account.Initials(who))
	}
	if a.Due != "" {
		due = t.Words.ShortMoment(a.Due, t.today())
	}
	said := t.T("linear.agreement", a.Number, short(a.Text), who, due, t.T("status."+string(a.Status)))
	if a.Overdue(t.moment()) && !t.watched() {
		said += ", " + t.Words.Late(a.Due, t.moment())
	}
	if a.Internal {
		said += ", " + t.T("linear.internal")
	}
	return said
}

// newAgreement asks for an agreement in one line, as the screens read it, and then for
// what that left open. It is kept with the line; every answer after that too.
func (t *teller) newAgreement() error {
	line, err := t.needed(t.T("linear.agreement.what"), t.T("linear.agreement.help"))
	if err != nil {
		return err
	}
	u := agree.Read(t.frame(), line)
	if u.Text == "" {
		t.say(t.T("agree.text.missing"))
		return errRefused
	}
	base := account.Action{Text: u.Text, For: u.Who, Side: u.Side, Due: u.Due, KWI: u.KWI}
	if base.Side == "" {
		base.Side = account.SupplierSide
	}
	if u.Who != "" || u.Due != "" || u.KWI != 0 {
		read := u.Text
		if u.Who != "" {
			read += "; " + t.T("agree.col.for") + ": " + t.whoSaid(u.Who)
		}
		if u.Due != "" {
			read += "; " + t.T("agree.col.due") + ": " + t.saidMoment(u.Due)
		}
		if k := t.cycle().KWI(u.KWI); k != nil {
			read += "; KWI: " + t.kwiName(k)
		}
		if _, again, err := t.confirmed(read); err != nil || again {
			if again {
				base = account.Action{Text: line, Side: account.SupplierSide}
			} else {
				return err
			}
		}
	}
	name, std, today := t.cycle().Name, part.Standard(t.frame()), t.today()
	number := ""
	if err := t.change(kit.Label("agree.label.new"), func(c *account.Client) (err error) { number, err = c.AddAction(name, base, std, today); return err }); err != nil {
		return err
	}
	t.say(t.T("linear.agreement.kept", number))
	if err := t.agreementGaps(number, base); err != nil {
		return err
	}
	if _, a := t.client().Action(number); a != nil {
		t.minds(part.WithoutGaps(part.HintsOfAgreement(t.frame())(*a)))
	}
	return nil
}

// agreementGaps asks for what the line of an agreement left open.
func (t *teller) agreementGaps(number string, a account.Action) error {
	if a.For == "" {
		if err := t.askOwner(number); err != nil {
			return err
		}
	}
	if a.Due == "" {
		if err := t.askDue(number); err != nil {
			return err
		}
	}
	if a.KWI == 0 {
		return t.askKWI(number)
	}
	return nil
}

// whoSaid is a person as one was named in a line.
func (t *teller) whoSaid(who string) string {
	if t.client().HasInitials(account.Initials(who)) {
		return t.named(account.Initials(who))
	}
	return who
}

// changeAgreement changes one thing of an agreement.
func (t *teller) changeAgreement(number string, set func(*account.Action)) error {
	std, today := part.Standard(t.frame()), t.today()
	return t.done(kit.Label("agree.label.edit", number), func(c *account.Client) error { return c.ChangeAction(number, std, today, set) })
}

// askOwner asks who does it: one of the people who are known, or any name.
func (t *teller) askOwner(number string) error {
	var all []choice
	people := t.everybody()
	for _, who := range people {
		all = append(all, choice{name: t.named(who)})
	}
	t.list(all, 0)
	got, err := t.ask(question{text: t.T("linear.agreement.who"), help: t.T("linear.agreement.who.help")})
	if err != nil || got == "" {
		return err
	}
	who, side := got, account.SupplierSide
	if i, wrong := t.meant(got, all); wrong == "" {
		who = string(people[i])
		if t.client().Respondent(people[i]) != nil {
			side = account.ClientSide
		}
	}
	if other, again, err := t.confirmed(t.whoSaid(who)); err != nil {
		return err
	} else if again {
		who, side = other, account.SupplierSide
	}
	return t.changeAgreement(number, func(a *account.Action) { a.For, a.Side = who, side })
}

// askDue asks by when.
func (t *teller) askDue(number string) error {
	_, a := t.client().Action(number)
	at, err := t.momentOf(t.T("agree.col.due"), a.Due)
	if err != nil || at == a.Due {
		return err
	}
	return t.changeAgreement(number, func(a *account.Action) { a.Due = at })
}

// askKWI asks which KWI it is about.
func (t *teller) askKWI(number string) error {
	all := []option[account.KWICode]{{0, t.T("agree.nokwi")}}
	for _, k := range t.cycle().KWIs {
		all = append(all, option[account.KWICode]{k.Code, t.kwiName(&k)})
	}
	if len(all) == 1 {
		return nil
	}
	code, err := ofOptions(t, t.T("linear.agreement.kwi"), all)
	if _, a := t.client().Action(number); err != nil || a != nil && a.KWI == code {
		return err
	}
	return t.changeAgreement(number, func(a *account.Action) { a.KWI = code })
}
