package plan

import (
	"slices"
	"strconv"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// judge ticks the letter of SMART in hand of the indicator in hand, or unticks it: what kwi
// proposed is ticked by it, and gone the next time.
func (s Screen) judge(f *kit.Frame, b *report.PlanBlock) kit.Outcome {
	l, ok := s.line(b)
	if !ok || l.Smart == nil || s.letter == 0 {
		return kit.Outcome{}
	}
	letter := account.SmartLetter(s.letter - 1)
	year, code, reply := s.yearOf(f), l.KPI, account.Yes
	if l.Smart[letter] == report.Met {
		reply = account.No
	}
	return kit.Changes(kit.Label("plan.label.smart", code), func(c *account.Client) error { return c.JudgeKPI(year, code, letter, reply) })
}

// away takes the indicator or the action in hand out of the plan.
func (s Screen) away(f *kit.Frame, b *report.PlanBlock) kit.Outcome {
	l, ok := s.line(b)
	if !ok {
		return kit.Outcome{}
	}
	year, code, text := s.yearOf(f), l.KPI, l.Text
	if b.Number == report.KPIsBlock {
		return kit.Changes(kit.Label("plan.label.kpi.away", code), func(c *account.Client) error { return c.RemoveKPI(year, code) })
	}
	return kit.Changes(kit.Label("plan.label.action.away", code), func(c *account.Client) error {
		return c.ChangeKPIAction(year, code, text, func(a *account.KPIAction) { a.Text = "" })
	})
}

// finish notes that the action in hand is done since today, or is not.
func (s Screen) finish(f *kit.Frame, b *report.PlanBlock) kit.Outcome {
	l, ok := s.line(b)
	if !ok || !l.Entry {
		return kit.Outcome{}
	}
	year, done := s.yearOf(f), f.Today
	if l.Done {
		done = ""
	}
	return kit.Changes(kit.Label("plan.label.action", l.KPI), func(c *account.Client) error {
		return c.ChangeKPIAction(year, l.KPI, l.Text, func(a *account.KPIAction) { a.Done = done })
	})
}

// askAction asks for a new action on the indicator in hand, or changes the one in
// hand.
func (s Screen) askAction(f *kit.Frame, b *report.PlanBlock, isNew bool) kit.Outcome {
	l, ok := s.line(b)
	if !ok {
		return kit.Outcome{}
	}
	return kit.Outcome{Ask: actionDialog(f, s.yearOf(f), l.KPI, l.Text, isNew)}
}

func actionDialog(f *kit.Frame, year int, code, was string, isNew bool) kit.Screen {
	plan := f.Client.Plan(year)
	if plan == nil || plan.KPI(code) == nil {
		return nil
	}
	k := plan.KPI(code)
	at := strconv.Itoa(year) + "/" + code + "/"
	d := widget.FormDialog{Name: at + "new", Title: f.T("plan.action.new", code), Text: k.Text}
	a := account.KPIAction{For: f.Client.Owner(f.Me)}
	if !isNew {
		d.Name, d.Title, a = at+"is/"+was, f.T("plan.action.edit", code), k.Action(was)
	}
	d.Fields = []widget.Field{
		{ID: "text", Label: f.T("agree.col.what"), Kind: widget.SentenceField, Lines: 4, Value: a.Text, Hint: f.T("plan.action.hint")},
		{ID: "for", Label: f.T("agree.col.for"), Kind: widget.LineField, Value: a.For, Hint: f.T("agree.for.hint")},
		{ID: "due", Label: f.T("agree.col.due"), Kind: widget.MomentField, Value: string(a.Due), Hint: f.T("agree.due.hint")},
	}
	if !isNew {
		d.Fields = append(d.Fields, widget.Field{ID: "done", Label: f.T("agree.done"), Kind: widget.DateField, Value: string(a.Done)})
		d.Stored = func(f kit.Frame) (map[string]string, bool) {
			plan := f.Client.Plan(year)
			if plan == nil || plan.KPI(code) == nil || !slices.Contains(plan.KPI(code).Actions, was) {
				return nil, false
			}
			a := plan.KPI(code).Action(was)
			return map[string]string{"text": a.Text, "for": a.For, "due": string(a.Due), "done": string(a.Done)}, true
		}
	}
	missing := f.T("agree.text.missing")
	d.Check = func(v map[string]string) string {
		if v["text"] == "" {
			return missing
		}
		return ""
	}
	d.Then = func(e widget.Edits) kit.Outcome {
		fill := func(a *account.KPIAction) {
			widget.Put(e, "text", &a.Text)
			widget.Put(e, "for", &a.For)
			widget.Put(e, "due", &a.Due)
			widget.Put(e, "done", &a.Done)
		}
		if isNew {
			return kit.Changes(kit.Label("plan.label.action.new", code), func(c *account.Client) error {
				var a account.KPIAction
				fill(&a)
				return c.AddKPIAction(year, code, a)
			})
		}
		return kit.Changes(kit.Label("plan.label.action", code), func(c *account.Client) error { return c.ChangeKPIAction(year, code, was, fill) })
	}
	return widget.NewFormDialog(d)
}

// askMadeBy asks who made the plan.
func (s Screen) askMadeBy(f *kit.Frame) kit.Screen {
	year := s.yearOf(f)
	return widget.NewAsk(widget.Ask{
		Name: strconv.Itoa(year) + "/madeby", Title: f.T("plan.madeby.title", year), Label: f.T("plan.madeby.label"), Value: f.Client.Plan(year).MadeBy,
		Stored: func(f kit.Frame) (string, bool) {
			if plan := f.Client.Plan(year); plan != nil {
				return plan.MadeBy, true
			}
			return "", false
		},
		Then: func(by string) kit.Outcome {
			return kit.Changes(kit.Label("plan.label.madeby"), func(c *account.Client) error { return c.WriteBlock(year, account.MadeBy, by) })
		},
	})
}

// askRemove asks whether the plan must go.
func (s Screen) askRemove(f *kit.Frame) kit.Screen {
	year := s.yearOf(f)
	return widget.NewConfirm(widget.Confirm{
		Title: f.T("plan.act.remove", year), Text: f.T("plan.remove.text"), Yes: f.T("plan.remove.yes"),
		Then: func() kit.Outcome {
			return kit.Changes(kit.Label("plan.label.remove", strconv.Itoa(year)), func(c *account.Client) error { return c.RemovePlan(year) })
		},
	})
}
