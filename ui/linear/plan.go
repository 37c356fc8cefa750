package linear

import (
	"strconv"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/ui/kit"
)

// plan is the A3 account plan of the year of the cycle.
func (t *teller) plan() error { return t.planOf(t.cycle().Name.Year()) }

// planOf is the plan of a year: told block by block, and what is typed in it.
func (t *teller) planOf(year int) error {
	if t.ReadOnly && t.client().Plan(year) == nil {
		t.say(t.T("linear.plan.none", year))
		return errRefused
	}
	if t.client().Plan(year) == nil {
		begin, err := t.yes(t.T("linear.plan.begin", year), true)
		if err != nil || !begin {
			return err
		}
		by := t.Me.Known()
		if err := t.done(kit.Label("plan.label.begin", strconv.Itoa(year)), func(c *account.Client) error { return c.StartPlan(year, by) }); err != nil {
			return err
		}
	}
	return t.stay(place{name: func() string { return t.T("linear.plan.place", year) }, acts: func() []choice {
		page, ok := report.PlanOf(t.client(), year, t.options())
		if !ok {
			return nil
		}
		var all []choice
		for _, b := range page.Blocks {
			all = append(all, choice{name: t.T("linear.plan.block", b.Number, b.Title), do: func() error { return t.planBlock(year, b.Number) }})
		}
		by := t.client().Plan(year).MadeBy
		return append(all,
			t.lineField(t.T("plan.act.madeby"), by, "", kit.Label("plan.label.madeby"), func(c *account.Client, s string) error { return c.WriteBlock(year, account.MadeBy, s) }),
			choice{name: t.T("linear.plan.before", year-1), do: func() error { return t.planOf(year - 1) }},
			choice{name: t.T("linear.plan.before", year+1), do: func() error { return t.planOf(year + 1) }},
			choice{name: t.T("plan.act.compare"), do: func() error { return t.tellChanged(year) }},
			choice{name: t.T("plan.act.remove", year), changes: true, do: func() error { return t.removePlan(year) }})
	}})
}

// tellChanged tells block by block what went and came since the plan before.
func (t *teller) tellChanged(year int) error {
	last := t.client().PlanBefore(year)
	page, ok := report.PlanOf(t.client(), year, t.options())
	if last == nil || !ok {
		t.say(t.T("plan.why.noyear"))
		return errRefused
	}
	told := false
	for _, b := range page.Blocks {
		if len(b.Changes) == 0 {
			continue
		}
		told = true
		t.say(sentence(t.T("linear.plan.block", b.Number, b.Title) + ", " + b.Changed))
		for _, c := range b.Changes {
			if c.Gone {
				t.tell(t.T("linear.plan.gone", last.Year), c.Text)
				continue
			}
			t.tell(t.T("linear.plan.came", year), c.Text)
		}
	}
	if !told {
		t.say(t.T("linear.plan.same", last.Year))
	}
	return nil
}

// removePlan asks whether the plan must go.
func (t *teller) removePlan(year int) error {
	t.say(t.T("linear.plan.remove"))
	sure, err := t.yes(capital(t.T("plan.act.remove", year))+"?", false)
	if err != nil || !sure {
		return err
	}
	if err := t.done(kit.Label("plan.label.remove", strconv.Itoa(year)), func(c *account.Client) error { return c.RemovePlan(year) }); err != nil {
		return err
	}
	return errGone
}

// typed are the blocks of the plan that are texts.
var typed = map[int]account.Block{
	report.VisionBlock: account.Vision, report.MissionBlock: account.Mission, report.FactorsBlock: account.Factors, report.PreconditionsBlock: account.Preconditions,
}

// planBlock tells a block, and asks for its words where it is typed.
func (t *teller) planBlock(year, number int) error {
	page, ok := report.PlanOf(t.client(), year, t.options())
	if !ok {
		return errRefused
	}
	for _, b := range page.Blocks {
		if b.Number != number {
			continue
		}
		if _, is := typed[number]; !is || b.Empty {
			t.tellBlock(&b)
		}
		if b.Empty && b.Question != "" {
			t.say(b.Question)
		}
		of, is := typed[number]
		switch {
		case t.ReadOnly && is:
			t.say(t.client().Plan(year).Block(of))
			return nil
		case t.ReadOnly:
			return nil
		case is:
			return t.setLong("plan/"+strconv.Itoa(year)+"/"+b.Title, b.Title, t.client().Plan(year).Block(of), kit.Label("plan.label.block", b.Title), func(c *account.Client, s string) error { return c.WriteBlock(year, of, s) })
		}
		switch number {
		case report.KPIsBlock, report.KPIActionsBlock:
			return t.kpis(year)
		case report.FiguresBlock:
			return t.planFigures(year)
		}
	}
	return nil
}

func (t *teller) tellBlock(b *report.PlanBlock) {
	if b.Empty {
		t.say(t.T("linear.plan.empty", b.Title))
		t.say(b.Why)
	}
	for _, l := range b.Lines {
		said := l.Text
		if l.Code != "" {
			said = l.Code + " " + said
		}
		if l.Note != "" {
			said += ", " + l.Note
		}
		t.say(said)
	}
	if b.Figures == nil {
		return
	}
	for _, r := range b.Figures.Rows {
		said := ""
		for i, n := range []report.PlanNumber{r.LastYear, r.Wanted, r.SoFar} {
			head := []string{b.Figures.LastYear, b.Figures.Wanted, b.Figures.SoFar}[i]
			if text := t.cell(report.Cell{Text: n.Text}); text != "" {
				if said != "" {
					said += "; "
				}
				said += head + " " + text
			}
		}
		t.tell(r.Name, said)
	}
}

// newKPI asks for an indicator, where somebody wants one.
func (t *teller) newKPI(year int) error {
	got, err := t.line(t.T("plan.kpi.new"), "", t.T("linear.skip"))
	if err != nil || got == "" {
		return err
	}
	return t.done(kit.Label("plan.label.kpi.new"), func(c *account.Client) error { _, err := c.AddKPI(year, got); return err })
}
