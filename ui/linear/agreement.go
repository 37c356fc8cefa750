package linear

import (
	"kwi/internal/account"
	"kwi/internal/trace"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/agree"
)

// agreement is one agreement, and what can be done with it.
func (t *teller) agreement(number string) error {
	return t.stay(place{name: func() string { return t.T("linear.agreement.place", number) }, what: func() {
		if _, a := t.client().Action(number); a != nil {
			t.say(sentence(t.agreementLine(a)))
			t.tell(t.T("agree.why"), a.Why)
			if k := t.cycle().KWI(a.KWI); k != nil {
				t.tell("KWI", t.kwiName(k))
			}
			if a.Announced != "" {
				t.tell(t.T("agree.announced"), t.Words.Date(a.Announced))
			}
			t.tell(t.T("agree.evidence"), a.Evidence)
		}
	}, acts: func() []choice { return t.agreementChoices(number) }})
}

func (t *teller) agreementChoices(number string) []choice {
	_, a := t.client().Action(number)
	if a == nil {
		return nil
	}
	text := func(label, value string, at func(*account.Action) *string) choice {
		return t.agreementText(number, label, value, at)
	}
	all := append(t.agreementVerbs(a),
		text(t.T("agree.col.what"), a.Text, func(a *account.Action) *string { return &a.Text }),
		t.field(t.T("agree.col.for"), t.whoSaid(a.For), func() error { return t.askOwner(number) }),
		t.field(t.T("agree.col.due"), t.Words.Moment(a.Due), func() error { return t.askDue(number) }),
		t.field("KWI", a.KWI.String(), func() error { return t.askKWI(number) }),
		text(t.T("agree.why"), a.Why, func(a *account.Action) *string { return &a.Why }),
		text(t.T("agree.delay"), a.Delay, func(a *account.Action) *string { return &a.Delay }),
		text(t.T("agree.evidence"), a.Evidence, func(a *account.Action) *string { return &a.Evidence }))
	if a.Evidence != "" {
		shared := t.T("kit.no")
		if a.EvidenceShared {
			shared = t.T("kit.yes")
		}
		all = append(all, t.field(t.T("agree.shared"), shared, func() error {
			yes, err := t.yes(t.T("linear.agreement.share"), a.EvidenceShared)
			if err != nil {
				return err
			}
			return t.done(kit.Label("agree.label.edit", number), func(c *account.Client) error { return c.ShareEvidence(number, yes) })
		}))
	}
	return append(all, t.originChoice(trace.Thing{Kind: trace.Action, Number: number}))
}

// agreementText is a field of an agreement that is one line.
func (t *teller) agreementText(number, label, value string, at func(*account.Action) *string) choice {
	return t.field(label, value, func() error {
		return until(func() error {
			got, err := t.line(label, value, "")
			if err != nil || got == value {
				return err
			}
			return t.changeAgreement(number, func(a *account.Action) { *at(a) = got })
		})
	})
}

// turning gives an agreement another status, or takes that back.
func (t *teller) turning(key, number string, to account.Status) func() error {
	std, today := part.Standard(t.frame()), t.today()
	return func() error {
		return t.done(kit.Label(key, number), func(c *account.Client) error { return c.TurnAction(number, to, std, today) })
	}
}

// agreementVerbs are what can be done with an agreement, as on the screens. To change it
// is a choice of its own for each field.
func (t *teller) agreementVerbs(a *account.Action) (all []choice) {
	number := a.Number
	does := map[string]func() error{
		"agree.done":     func() error { return t.finish(number) },
		"agree.drop":     t.turning("agree.label.drop", number, account.Dropped),
		"agree.announce": func() error { return t.tellNews(number) },
	}
	if a.Status == account.Done {
		does["agree.done"] = t.turning("agree.label.done", number, account.Done)
	}
	for _, act := range agree.ActsOf(t.frame(), *a, true) {
		if do := does[string(act.ID)]; do != nil {
			why := act.Why
			if why != "" && a.Internal {
				why = t.T("linear.agreement.internal") // which key changes that is of the screens alone
			}
			all = append(all, choice{name: act.Name, why: why, changes: true, do: do})
		}
	}
	return all
}

// finish notes that an agreement is done, with what shows it.
func (t *teller) finish(number string) error {
	evidence, err := t.line(t.T("agree.done.label"), "", t.T("agree.evidence.hint"))
	if err != nil {
		return err
	}
	std, today := part.Standard(t.frame()), t.today()
	return t.done(kit.Label("agree.label.done", number), func(c *account.Client) error { return c.FinishAction(number, evidence, std, today) })
}
