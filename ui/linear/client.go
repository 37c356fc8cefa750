package linear

import (
	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/internal/lang"
	"kwi/ui/kit"
)

// openClient is the place of one client: where their cycle is and what can be done.
func (t *teller) openClient(id string) error {
	if err := t.take(id); err != nil {
		return err
	}
	t.earlier = ""
	return t.stay(place{name: t.clientName, what: t.tellClient, acts: func() []choice { return append(t.workChoices(), t.chooseChoice(t.hand.ID())...) }, bare: true, client: true})
}

// clientName is the client with the cycle and the stage that it is in.
func (t *teller) clientName() string {
	c, y := t.client(), t.cycle()
	if y == nil {
		return c.Name
	}
	return t.T("linear.place.client", c.Name, string(y.Name), t.Words.Stage(lang.LongStage, c.Approach, y.Stage))
}

func (t *teller) tellClient() {
	t.fresh()
	t.tellTeamOf()
	c, y := t.client(), t.cycle()
	if y == nil {
		t.say(t.T("linear.nocycle"))
		return
	}
	t.say(t.T("linear.counts", t.N("linear.count.respondents", len(c.Participants(y))), t.N("linear.count.kwis", len(y.KWIs)), t.N("linear.count.agreements", len(c.OpenActions(y.Name)))))
	table := t.frame().Scores.Table(y.Name)
	if table.HasAnswers() {
		t.tellScore(t.T("linear.score"), table.Total.Sums.Score(), y.AnswersBy, t.frame().Scores.Change(0, y.Name))
	}
	d := due.Of(c)
	if _, it := d.Next(t.moment()); it != nil {
		t.tell(t.T("linear.nextup"), within(t.Words.Due(it, c.Approach))+", "+t.Words.DueWhen(it, t.moment()))
	} else if k, is := c.FirstNeed(y, t.today()); is {
		t.tell(t.T("linear.nextup"), t.Words.Lack(c, y, k, 3))
	}
	t.offerDrafts()
}

// workChoices are what can be done for a client, in the order of the work.
func (t *teller) workChoices() []choice {
	y := t.cycle()
	if y == nil {
		return []choice{
			{name: t.T("linear.begin"), changes: true, do: t.beginCycle},
			{name: t.T("linear.people"), do: t.people},
			{name: t.T("linear.about"), do: t.about},
			{name: t.T("linear.library"), do: func() error { return t.library(true) }},
		}
	}
	return []choice{
		{name: t.T("linear.gate"), do: t.gate},
		{name: t.T("linear.about"), do: t.about},
		{name: t.T("linear.people"), do: t.people},
		{name: t.T("linear.interviews"), do: t.interviews},
		{name: t.T("linear.kwis"), do: t.kwis},
		{name: t.T("linear.testing"), do: t.testing},
		{name: t.T("linear.lists"), do: t.lists},
		{name: t.T("linear.agreements"), do: t.agreements},
		{name: t.T("linear.talks"), do: t.talks},
		{name: t.T("linear.brought"), do: t.brought},
		{name: t.T("linear.planning"), do: t.planning},
		{name: t.T("linear.measuring"), do: t.measuring},
		{name: t.T("linear.figures"), do: t.figures},
		{name: t.T("linear.session"), do: t.session},
		{name: t.T("linear.meeting"), do: t.together},
		{name: t.T("linear.a3"), do: t.plan},
		{name: t.T("linear.papers"), do: t.papers},
		{name: t.T("linear.owed"), do: func() error { return t.promises(t.hand.ID()) }},
		{name: t.T("linear.advice"), do: t.advice},
		t.caughtChoice(),
		{name: t.T("linear.library"), do: func() error { return t.library(true) }},
		{name: t.T("linear.history"), do: t.history},
		{name: t.T("linear.corrections"), do: t.corrections},
		{name: t.T("linear.search"), do: t.search},
		{name: t.T("linear.cycles"), do: t.otherCycle},
	}
}

// otherCycle asks which cycle is looked at. One that is closed can be corrected, with a
// reason.
func (t *teller) otherCycle() error {
	var all []option[account.CycleName]
	c := t.client()
	for i := len(c.Cycles) - 1; i >= 0; i-- {
		y := &c.Cycles[i]
		all = append(all, option[account.CycleName]{y.Name, t.T("linear.cycle", string(y.Name), t.stageName(y.Stage))})
	}
	to, err := ofOptions(t, t.T("linear.cycles.which"), all)
	if err != nil {
		return err
	}
	return t.lookAt(to)
}

// lookAt looks at a cycle from here on.
func (t *teller) lookAt(to account.CycleName) error {
	t.earlier = to
	if t.isNewest() {
		t.earlier = ""
	}
	t.say(t.T("linear.gone", t.clientName()))
	return nil
}

func (t *teller) beginCycle() error {
	today := t.today()
	if err := t.change(kit.Label("initialise.label.begin"), func(c *account.Client) error { _, err := c.StartCycle(today); return err }); err != nil {
		return err
	}
	t.say(t.T("linear.begun", string(t.cycle().Name)))
	return nil
}

// gate is the checklist of the stage, and the way on and back.
func (t *teller) gate() error {
	if !t.isNewest() { // it lies behind, and only the newest goes on
		t.tellStages()
		return nil
	}
	return t.stay(place{name: func() string { return t.T("linear.gate.place", t.stageName(t.cycle().Stage)) }, what: t.tellGate, acts: func() []choice {
		c, y := t.client(), t.cycle()
		on := t.T("linear.gate.on", t.stageName(y.Stage.After(c.Approach)))
		switch {
		case y.Stage == account.Closed:
			on = t.T("linear.begin")
		case y.Stage.After(c.Approach) == account.Closed:
			on = t.T("linear.gate.close")
		}
		all := []choice{{name: on, changes: true, do: t.goOn}}
		if y.Stage != account.Initialise && y.Stage != account.Closed {
			all = append(all, choice{name: t.T("linear.gate.back", t.stageName(y.Stage.Before(c.Approach))), changes: true, do: t.goBack})
		}
		all = append(all, choice{name: t.T("linear.gate.all"), do: func() error { t.tellStages(); return nil }})
		return append(all, t.needChoices()...)
	}})
}

func (t *teller) stageName(s account.Stage) string {
	return t.Words.Stage(lang.LongStage, t.client().Approach, s)
}

// tellGate tells each condition of the stage, whether it is met, and what it lacks.
func (t *teller) tellGate() {
	c, y := t.client(), t.cycle()
	settled := c.Settled(y, y.Stage, t.today())
	met := 0
	for i := range settled {
		s := &settled[i]
		name := t.T("gate.check." + string(s.Name))
		if s.Met {
			met++
			t.tell(name, t.T("linear.met", t.Words.Facts(c, y, s, t.today())))
			continue
		}
		t.tell(name, t.T("linear.unmet", t.Words.Lack(c, y, s.Check, account.MostRespondents)))
	}
	t.say(t.T("gate.done.count", met, len(settled)))
	for _, r := range y.ReasonsAt(y.Stage, c.Approach) {
		t.say(t.Words.Regardless(c, y, &r, t.today()))
	}
}

// tellStages tells the whole cycle, stage by stage.
func (t *teller) tellStages() {
	c, y := t.client(), t.cycle()
	for _, s := range c.Approach.Stages() {
		switch {
		case y.IsPast(s, c.Approach):
			on, by := c.SettledOn(y, s, t.today())
			said := t.T("linear.stage.done")
			if when := t.Words.WhoAndWhen(on, by); when != "" {
				said += ", " + when
			}
			t.tell(t.stageName(s), said)
		case s.In(c.Approach) == y.Stage.In(c.Approach):
			t.tell(t.stageName(s), t.T("linear.stage.now"))
		default:
			t.tell(t.stageName(s), t.T("linear.stage.later"))
		}
		for _, r := range y.ReasonsAt(s, c.Approach) {
			t.say(t.Words.Regardless(c, y, &r, t.today()))
		}
	}
}

// goOn takes the cycle on: with a reason where something is needed still, which is
// told first. Before a cycle is closed it is told what goes along.
func (t *teller) goOn() error {
	c, y := t.client(), t.cycle()
	unmet := account.Unmet(c.Gate(y, y.Stage, t.today()))
	closes := y.Stage.After(c.Approach) == account.Closed && y.Stage != account.Closed
	if closes {
		t.tellClosing()
	}
	reason := ""
	if len(unmet) > 0 && y.Stage != account.Closed {
		for _, k := range unmet {
			t.tell(t.T("gate.check."+string(k.Name)), t.T("linear.unmet", t.Words.Lack(c, y, k, account.MostRespondents)))
		}
		var err error
		if reason, err = t.needed(t.T("linear.gate.why"), t.T("linear.gate.why.help")); err != nil {
			return err
		}
	}
	if closes && len(unmet) == 0 {
		sure, err := t.yes(t.T("linear.closing.sure", string(y.Name)), true)
		if err != nil {
			return err
		}
		if !sure {
			return errBack
		}
	}
	today, by := t.today(), c.Owner(t.Me)
	if err := t.change(kit.Label("root.wenton", t.stageName(y.Stage)), func(c *account.Client) error { return c.GoOn(today, by, reason) }); err != nil {
		return err
	}
	t.say(t.T("linear.gone", t.clientName()))
	return nil
}

func (t *teller) goBack() error {
	c, y := t.client(), t.cycle()
	today, by := t.today(), c.Owner(t.Me)
	before := y.Stage.Before(c.Approach)
	sure, err := t.yes(t.T("linear.back.sure", t.stageName(y.Stage), t.stageName(before)), false)
	if err != nil || !sure {
		return err
	}
	if err := t.change(kit.Label("root.wentback"), func(c *account.Client) error { return c.GoBack(today, by) }); err != nil {
		return err
	}
	t.say(t.T("linear.gone", t.clientName()))
	return nil
}

// tellClosing tells what was reached, and what goes along into the next cycle.
func (t *teller) tellClosing() {
	c, y := t.client(), t.cycle()
	table := t.frame().Scores.Table(y.Name)
	t.tellScore(t.T("linear.score"), table.Total.Sums.Score(), y.AnswersBy, t.frame().Scores.Change(0, y.Name))
	t.count("linear.closing.open", len(c.OpenActions(y.Name)))
	for _, m := range c.WouldMove(t.today()) {
		t.tell(m.Code.String()+" "+m.Title, t.T("afterwards.kwi."+string(m.Move)))
	}
}
