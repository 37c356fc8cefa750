package linear

import (
	"slices"

	"kwi/internal/account"
	"kwi/ui/kit"
)

// kickoff is the kick-off among ourselves: when, the strategy, who was there, and the arguments.
func (t *teller) kickoff() error {
	return t.edit(func() string { return t.T("linear.kickoff.place") }, func() []choice {
		y := t.cycle()
		name := y.Name
		all := []choice{
			t.noteField(t.T("linear.kickoff"), y.Kickoff.Date, kit.Label("initialise.label.kickoff"), func(c *account.Client, on account.Date) error { return c.HoldKickoff(name, on) }),
			t.longField("strategy", t.T("linear.strategy"), y.Kickoff.Strategy, kit.Label("initialise.label.strategy"), func(c *account.Client, s string) error { return c.WriteStrategy(name, s) }),
			{name: t.T("initialise.act.argue"), changes: true, do: t.takeArguments},
			{name: t.T("linear.kickoff.own"), changes: true, do: func() error { return t.argue("") }},
		}
		for _, text := range y.Kickoff.Arguments {
			all = append(all, choice{name: t.T("linear.kickoff.argument", text), fact: true, do: func() error { return t.argue(text) }})
		}
		for _, m := range t.client().Colleagues {
			said := t.T("linear.kickoff.absent", t.named(m.Initials))
			there := slices.Contains(y.Kickoff.Present, m.Initials)
			if there {
				said = t.T("linear.kickoff.present", t.named(m.Initials))
			}
			all = append(all, choice{name: said, fact: true, do: func() error {
				return t.done(kit.Label("initialise.label.present", string(m.Initials)), func(c *account.Client) error { return c.AtKickoff(name, m.Initials, !there) })
			}})
		}
		return all
	})
}

// argue notes an argument, changes one, or with no words takes it away.
func (t *teller) argue(was string) error {
	name := t.cycle().Name
	return t.setLine(t.T("initialise.arguments"), was, t.T("initialise.arguments.help"), kit.Label("initialise.label.argument"), func(c *account.Client, s string) error { return c.Argue(name, was, s) })
}

// twins is a choice that makes two people one, where they have an address or a name in common.
func (t *teller) twins(who account.Initials) (all []choice) {
	r := t.client().Respondent(who)
	if r == nil {
		return nil
	}
	for _, twin := range t.client().TwinsOf(*r) {
		if twin.Ours {
			continue
		}
		goes := twin.Who
		all = append(all, choice{name: t.T("linear.join", t.named(goes)), changes: true, do: func() error {
			t.say(t.T("initialise.join.text", string(who), string(goes)))
			sure, err := t.yes(t.T("initialise.join.title", string(who), string(goes)), false)
			if err != nil || !sure {
				return err
			}
			return t.done(kit.Label("initialise.label.join", string(goes), string(who)), func(c *account.Client) error { return c.Join(who, goes) })
		}})
	}
	return all
}

// corrections are what was corrected in closed cycles, and what was changed after lists had gone
// out, the newest first.
func (t *teller) corrections() error {
	c, at, told := t.client(), t.cycle(), false
	for i := range slices.Backward(c.Cycles) {
		y := &c.Cycles[i]
		if y.Name > at.Name || len(y.Corrections)+len(y.Amendments) == 0 {
			continue
		}
		told = true
		t.say(string(y.Name) + ".")
		for _, r := range slices.Backward(y.Corrections) {
			t.tell(t.T("corrections.corrected"), t.Words.WhoAndWhen(r.Date, r.By)+": "+r.What+". "+t.T("corrections.why", r.Why))
		}
		for _, m := range slices.Backward(y.Amendments) {
			t.tell(t.T("corrections.amended"), t.Words.WhoAndWhen(m.Date, m.By)+": "+t.Words.Amended(m))
		}
	}
	if !told {
		t.say(t.T("corrections.empty"))
	}
	return nil
}
