package plan

import (
	"cmp"
	"slices"
	"strconv"

	"kwi/internal/account"
	"kwi/internal/hint"
	"kwi/internal/report"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/agree"
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
	if isNew {
		return kit.Outcome{Ask: actionLine(f, s.yearOf(f), l.KPI, "")}
	}
	k := s.plan(f).KPI(l.KPI)
	return kit.Outcome{Ask: actionDialog(f, s.yearOf(f), *k, k.Action(l.Text), false)}
}

// actionPlace begins the names of the dialogs about the actions of an indicator.
func actionPlace(year int, code string) string { return strconv.Itoa(year) + "/" + code + "/" }

// actionLine asks for a new action in one line, as an agreement is typed, and
// then for the next; what was kept last stands above it. One that was begun in
// all fields goes on there.
func actionLine(f *kit.Frame, year int, code, kept string) kit.Screen {
	frame, at := *f, actionPlace(year, code)
	k := f.Client.Plan(year).KPI(code)
	if k == nil {
		return nil
	}
	base := account.KPIAction{For: f.Client.Owner(f.Me)}
	if _, begun := f.Drafts[at+"new"]; begun {
		return actionDialog(f, year, *k, base, true)
	}
	hints := part.Hints(f)
	ask := widget.Ask{
		Name: at + "line", Title: f.T("plan.action.new", code), Text: k.Text, Label: f.T("agree.col.what"), Hint: f.T("plan.action.hint"), Required: true, Sentence: true,
		Shows: func(text string) string { return saysAction(&frame, readAction(&frame, base, text)) },
		Hints: func(text string) []hint.Hint { return part.WithoutGaps(hints.Planned(readAction(&frame, base, text))) },
		Then: func(text string) kit.Outcome {
			return addAction(year, code, readAction(&frame, base, text), frame.T("agree.text.missing"))
		},
		Next: func(kept string) kit.Screen { return actionLine(&frame, year, code, kept) },
		Fields: func(text string) kit.Screen {
			return actionDialog(&frame, year, *k, readAction(&frame, base, text), true)
		},
	}
	if kept != "" {
		ask.Text = f.T("kit.kept", kept)
	}
	return widget.NewAsk(ask)
}

// readAction is an action that was typed in one line.
func readAction(f *kit.Frame, base account.KPIAction, text string) account.KPIAction {
	u := agree.Read(f, text)
	if u.KWI != 0 { // which an action on an indicator is not about
		u.Text += " " + u.KWI.String()
	}
	return account.KPIAction{Text: u.Text, For: cmp.Or(u.Who, base.For), Due: u.Due}
}

// saysAction tells what is understood, before enter keeps it.
func saysAction(f *kit.Frame, a account.KPIAction) string {
	when := f.T("agree.line.noday")
	if a.Due != "" {
		when = f.Words.ShortMoment(a.Due, f.Today)
	}
	return cmp.Or(a.For, f.T("agree.line.nobody")) + " " + f.Theme.Glyphs.Dot + " " + when
}

func addAction(year int, code string, a account.KPIAction, missing string) kit.Outcome {
	if a.Text == "" {
		return kit.Refuses(missing)
	}
	return kit.Changes(kit.Label("plan.label.action.new", code), func(c *account.Client) error { return c.AddKPIAction(year, code, a) })
}

// actionDialog changes an action, or asks for all of a new one.
func actionDialog(f *kit.Frame, year int, k account.KPI, a account.KPIAction, isNew bool) kit.Screen {
	code, was, at := k.Code, a.Text, actionPlace(year, k.Code)
	d := widget.FormDialog{Name: at + "new", Title: f.T("plan.action.new", code), Text: k.Text}
	if !isNew {
		d.Name, d.Title = at+"is/"+was, f.T("plan.action.edit", code)
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
	missing, hints := f.T("agree.text.missing"), part.Hints(f)
	d.Hints = func(v map[string]string) []hint.Hint {
		return hints.Planned(account.KPIAction{Text: v["text"], For: v["for"], Due: account.Moment(v["due"]), Done: account.Date(v["done"])})
	}
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
			var a account.KPIAction
			fill(&a)
			return addAction(year, code, a, missing)
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
