package linear

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/kit"
)

// takeArguments takes over some of the arguments of the method to win somebody over.
func (t *teller) takeArguments() error {
	var all []choice
	for _, text := range guide.For(t.Words.Tag()).Arguments() {
		if !slices.Contains(t.cycle().Kickoff.Arguments, text) {
			all = append(all, choice{name: text})
		}
	}
	if len(all) == 0 {
		t.say(t.T("linear.argument.all"))
		return errRefused
	}
	at, err := t.several(t.T("linear.argument.which"), all)
	if err != nil || len(at) == 0 {
		return err
	}
	name := t.cycle().Name
	return t.done(kit.Label("initialise.label.argument"), func(c *account.Client) error {
		for _, i := range at {
			if err := c.Argue(name, "", all[i].name); err != nil {
				return err
			}
		}
		return nil
	})
}

// winChoice makes it an agreement among ourselves to win a sponsor, where one is to be won.
func (t *teller) winChoice() []choice {
	if c := t.client(); c.Sponsor != "" || c.Approach == account.Simple || t.cycle() == nil {
		return nil
	}
	return []choice{{name: t.T("initialise.act.win"), changes: true, do: t.winSponsor}}
}

// winSponsor asks when, who of us and what. An agreement has a person and a day.
func (t *teller) winSponsor() error {
	t.say(t.T("initialise.win.text"))
	a := account.Action{Side: account.SupplierSide, Internal: true}
	err := until(func() (err error) {
		if a.Due, err = t.momentOf(t.T("initialise.win.due"), ""); err == nil && a.Due == "" {
			t.say(t.T("linear.needed", t.T("linear.word.back")))
			return errRefused
		}
		return err
	})
	if err != nil {
		return err
	}
	err = until(func() (err error) {
		if a.For, err = t.line(t.T("initialise.win.for"), t.client().Owner(t.Me), t.T("initialise.win.for.hint")); err == nil && a.For == "" {
			t.say(t.T("initialise.win.nobody"))
			return errRefused
		}
		return err
	})
	if err != nil {
		return err
	}
	err = until(func() (err error) {
		if a.Text, err = t.line(t.T("initialise.win.what"), t.T("initialise.win.value", t.client().Name), ""); err == nil && a.Text == "" {
			t.say(t.T("initialise.win.nothing"))
			return errRefused
		}
		return err
	})
	if err != nil {
		return err
	}
	name, today := t.cycle().Name, t.today()
	return t.done(kit.Label("initialise.label.win"), func(c *account.Client) error {
		_, err := c.AddAction(name, a, account.Standard{}, today)
		return err
	})
}
