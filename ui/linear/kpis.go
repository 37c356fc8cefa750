package linear

import (
	"strconv"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/ui/kit"
	"kwi/ui/part/agree"
)

// kpis are the indicators of a plan, with what is done on them.
func (t *teller) kpis(year int) error {
	return t.stay(place{name: func() string { return t.T("linear.plan.kpis", year) }, acts: func() []choice {
		p := t.client().Plan(year)
		if p == nil {
			return nil
		}
		all := []choice{{name: t.T("plan.kpi.new"), changes: true, do: func() error { return t.newKPI(year) }}}
		for _, k := range p.KPIs {
			all = append(all, choice{name: k.Code + " " + k.Text, do: func() error { return t.kpi(year, k.Code) }})
		}
		return all
	}})
}

// kpi is one indicator: its words, whether it is SMART, and the actions on it.
func (t *teller) kpi(year int, code string) error {
	return t.stay(place{name: func() string { return code }, acts: func() []choice {
		p := t.client().Plan(year)
		if p == nil || p.KPI(code) == nil {
			return nil
		}
		k := p.KPI(code)
		all := []choice{t.field(t.T("linear.plan.words"), k.Text, func() error {
			said, err := t.line(t.T("linear.plan.words"), k.Text, "")
			if err != nil || said == k.Text || said == "" {
				return err
			}
			return t.done(kit.Label("plan.label.kpi", code), func(c *account.Client) error { return c.WriteKPI(year, code, said) })
		})}
		for l := account.Specific; l <= account.Timed; l++ {
			all = append(all, choiceField(t, t.T("plan.smart."+strconv.Itoa(int(l)+1)), k.Smart.Reply(l), t.replies(), kit.Label("plan.label.smart", code), func(c *account.Client, r account.Reply) error { return c.JudgeKPI(year, code, l, r) }))
		}
		all = append(all, choice{name: t.T("plan.act.action"), changes: true, do: func() error { return t.newKPIAction(year, code) }})
		for _, text := range k.Actions {
			a := k.Action(text)
			all = append(all, choice{name: t.kpiActionSaid(a), fact: true, do: func() error { return t.kpiAction(year, code, a) }})
		}
		return append(all, choice{name: t.T("linear.plan.kpi.away"), changes: true, do: func() error {
			if err := t.done(kit.Label("plan.label.kpi.away", code), func(c *account.Client) error { return c.RemoveKPI(year, code) }); err != nil {
				return err
			}
			return errGone
		}})
	}})
}

// kpiActionSaid is an action on an indicator in a sentence.
func (t *teller) kpiActionSaid(a account.KPIAction) string {
	said := short(a.Text)
	if a.For != "" {
		said += ", " + t.whoSaid(a.For)
	}
	if a.Due != "" {
		said += ", " + t.Words.ShortMoment(a.Due, t.today())
	}
	if a.Done != "" {
		said += ", " + t.T("linear.promise.done", t.Words.Date(a.Done))
	}
	return said
}

// newKPIAction asks for an action as an agreement is typed, with who and when in the same line.
func (t *teller) newKPIAction(year int, code string) error {
	said, err := t.needed(t.T("agree.col.what"), t.T("plan.action.hint"))
	if err != nil {
		return err
	}
	u := agree.Read(t.frame(), said)
	a := account.KPIAction{Text: u.Text, For: u.Who, Due: u.Due}
	if a.For == "" {
		a.For = string(t.client().Owner(t.Me))
	}
	if err := t.change(kit.Label("plan.label.action.new", code), func(c *account.Client) error { return c.AddKPIAction(year, code, a) }); err != nil {
		return err
	}
	t.say(sentence(t.kpiActionSaid(a)))
	t.kept()
	return nil
}

// kpiAction is one of them: done or not, other words, who and when, or away.
func (t *teller) kpiAction(year int, code string, a account.KPIAction) error {
	done := t.T("plan.act.done")
	if a.Done != "" {
		done = t.T("plan.act.undone")
	}
	i, err := t.one(t.T("linear.idea.what"), []choice{{name: done}, {name: t.T("linear.idea.change")}, {name: t.T("agree.col.for")}, {name: t.T("agree.col.due")}, {name: t.T("linear.idea.away")}})
	if err != nil {
		return err
	}
	next, label := a, kit.Label("plan.label.action", code)
	switch i {
	case 0:
		if next.Done = t.today(); a.Done != "" {
			next.Done = ""
		}
	case 1:
		next.Text, err = t.needed(t.T("agree.col.what"), "")
	case 2:
		next.For, err = t.line(t.T("agree.col.for"), a.For, t.T("agree.for.hint"))
	case 3:
		next.Due, err = t.momentOf(t.T("agree.col.due"), a.Due)
	default:
		next.Text, label = "", kit.Label("plan.label.action.away", code)
	}
	if err != nil || next == a {
		return err
	}
	return t.done(label, func(c *account.Client) error {
		return c.ChangeKPIAction(year, code, a.Text, func(a *account.KPIAction) { *a = next })
	})
}

// planFigures are the figures of the plan: last year, what is wanted and how far it is. What comes from
// the cycles themselves cannot be typed.
func (t *teller) planFigures(year int) error {
	return t.stay(place{name: func() string { return t.T("linear.plan.figures", year) }, acts: func() (all []choice) {
		page, ok := report.PlanOf(t.client(), year, t.options())
		if !ok {
			return nil
		}
		for _, b := range page.Blocks {
			if b.Figures == nil {
				continue
			}
			for _, r := range b.Figures.Rows {
				for column, n := range []report.PlanNumber{r.LastYear, r.Wanted, r.SoFar} {
					head := []string{b.Figures.LastYear, b.Figures.Wanted, b.Figures.SoFar}[column]
					c := t.field(r.Name+", "+head, t.cell(report.Cell{Text: n.Text}), func() error { return t.planFigure(year, column, r, head) })
					if n.Live {
						c.why = t.T("plan.why.live")
					}
					all = append(all, c)
				}
			}
		}
		return all
	}})
}

// planFigure asks for one of them, as people write it.
func (t *teller) planFigure(year, column int, r report.PlanFigure, head string) error {
	of, wanted := year, column == 1
	if column == 0 {
		of--
	}
	p := t.client().Plan(year)
	numbers := p.Numbers[of]
	was := numbers.Actual.Figure(r.Quantity)
	if wanted {
		was = numbers.Target.Figure(r.Quantity)
	}
	return t.setLine(r.Name+", "+head, was, "", kit.Label("plan.label.figure", r.Name), func(c *account.Client, s string) error {
		return c.SetFigure(year, of, wanted, r.Quantity, account.PlainFigure(r.Quantity, s))
	})
}
