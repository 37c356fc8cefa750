package agree

import (
	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// dialog asks for a new action, or changes one.
func dialog(f *kit.Frame, a account.Action, fresh bool) widget.FormDialog {
	y := f.Y()
	name, title := newName, f.T("agree.new.title")
	if !fresh {
		name, title = "action/"+a.Number, f.T("agree.edit.title", a.Number)
	}
	kwis := []widget.Choice{{Value: "", Label: f.T("agree.nokwi")}}
	for _, k := range y.KWIs {
		kwis = append(kwis, widget.Choice{Value: k.Code.String(), Label: k.Code.String() + " " + k.Title})
	}
	if a.KWI != 0 && y.KWI(a.KWI) == nil {
		kwis = append(kwis, widget.Choice{Value: a.KWI.String(), Label: a.KWI.String()})
	}
	fields := []widget.Field{
		{ID: "text", Label: f.T("agree.col.what"), Kind: widget.SentenceField, Lines: 3, Value: a.Text, Hint: f.T("agree.text.hint")},
		{ID: "for", Label: f.T("agree.col.for"), Kind: widget.LineField, Value: a.For, Hint: f.T("agree.for.hint")},
		{ID: "due", Label: f.T("agree.col.due"), Kind: widget.MomentField, Value: string(a.Due), Hint: f.T("agree.due.hint")},
		{ID: "kwi", Label: "KWI", Kind: widget.ChoiceField, Value: a.KWI.String(), Choices: kwis},
		{ID: "side", Label: f.T("agree.col.side"), Kind: widget.ChoiceField, Value: string(a.Side), Choices: []widget.Choice{
			{Value: string(account.SupplierSide), Label: f.T("agree.side.supplier")}, {Value: string(account.ClientSide), Label: f.T("agree.side.client")},
			{Value: string(account.BothSides), Label: f.T("agree.side.both")}}},
		{ID: "why", Label: f.T("agree.why"), Kind: widget.LineField, Value: a.Why, Hint: f.T("agree.why.hint")},
		{ID: "so", Label: f.T("agree.so"), Kind: widget.LineField, Value: a.So, Hint: f.T("agree.so.hint")},
		{ID: "internal", Label: f.T("agree.internal"), Kind: widget.ToggleField, Value: yesValue(a.Internal), Help: f.T("agree.internal.help")},
	}
	if !fresh {
		fields = append(fields,
			widget.Field{ID: "delay", Label: f.T("agree.delay"), Kind: widget.SentenceField, Lines: 2, Value: a.Delay, Hint: f.T("agree.delay.hint")},
			widget.Field{ID: "status", Label: f.T("agree.status"), Kind: widget.ChoiceField, Value: string(a.Status), Choices: []widget.Choice{
				{Value: string(account.Open), Label: f.T("status.open")}, {Value: string(account.Done), Label: f.T("status.done")},
				{Value: string(account.Dropped), Label: f.T("status.dropped")}}},
			widget.Field{ID: "announced", Label: f.T("agree.announced"), Kind: widget.DateField, Value: string(a.Announced), Hint: f.T("agree.announced.hint")},
			widget.Field{ID: "done", Label: f.T("agree.done"), Kind: widget.DateField, Value: string(a.Done)},
		)
	}
	fields = append(fields, widget.Field{ID: "evidence", Label: f.T("agree.evidence"), Kind: widget.SentenceField, Lines: 2, Value: a.Evidence, Hint: f.T("agree.evidence.hint")})
	if !fresh {
		fields = append(fields, widget.Field{ID: "shared", Label: f.T("agree.shared"), Kind: widget.ToggleField, Value: yesValue(a.EvidenceShared), Help: f.T("agree.shared.help")})
	}
	cycle, std, today := y.Name, part.Standard(f), f.Today
	number, client, words := a.Number, f.Client, f.Words
	out := widget.FormDialog{Name: name, Title: title, Fields: fields, Reads: readsLine(f, a, fresh),
		Check: func(v map[string]string) string {
			now := account.Action{Number: number, Side: account.Side(v["side"]), Announced: account.Date(v["announced"])}
			switch {
			case v["text"] == "":
				return words.T("agree.text.missing")
			case v["internal"] != "" && !client.MayBeInternal(now):
				return words.Fault(fault.New(fault.NotInternal))
			case v["shared"] != "" && v["internal"] != "":
				return words.T("agree.shared.internal")
			case v["shared"] != "" && v["evidence"] == "":
				return words.T("agree.shared.nothing")
			}
			return ""
		},
		Hints: part.HintsOfFields(f),
		Then: func(e widget.Edits) kit.Outcome {
			if fresh {
				return kit.Changes(kit.Label("agree.label.new"), func(c *account.Client) error {
					var n account.Action
					fillAction(&n, e)
					_, err := c.AddAction(cycle, n, std, today)
					return err
				})
			}
			return kit.Changes(kit.Label("agree.label.edit", number), func(c *account.Client) error {
				return changeAction(c, number, std, today, e)
			})
		}}
	if !fresh {
		out.Stored = func(f kit.Frame) (map[string]string, bool) {
			_, a := f.Client.Action(number)
			if a == nil {
				return nil, false
			}
			return values(*a), true
		}
	}
	return out
}

// changeAction puts what was changed into an agreement. Whether the client may
// see the evidence is another act: it may be said of a settled one too, and of
// the words as they are now.
func changeAction(c *account.Client, number string, std account.Standard, today account.Date, e widget.Edits) error {
	if !e.Only("shared") {
		if err := c.ChangeAction(number, std, today, func(n *account.Action) { fillAction(n, e) }); err != nil {
			return err
		}
	}
	_, a := c.Action(number)
	if a == nil || !e.Has("shared") {
		return nil
	}
	return c.ShareEvidence(number, e.Get("shared") != "")
}

// From asks for the agreement that something else becomes, with what is known of
// it in the fields: first who does it, or where that is known by when. put keeps
// it.
func From(f *kit.Frame, name string, base account.Action, put func(*account.Client, account.Action) error) kit.Screen {
	out := dialog(f, base, true)
	if out.Name, out.At = name, "for"; base.For != "" {
		out.At = "due"
	}
	out.Then = func(e widget.Edits) kit.Outcome {
		return kit.Changes(kit.Label("agree.label.new"), func(c *account.Client) error {
			n := base
			fillAction(&n, e)
			return put(c, n)
		})
	}
	return out
}

// values are the fields of an action.
func values(a account.Action) map[string]string {
	return map[string]string{"text": a.Text, "for": a.For, "due": string(a.Due), "kwi": a.KWI.String(), "side": string(a.Side), "why": a.Why, "so": a.So, "delay": a.Delay,
		"status": string(a.Status), "announced": string(a.Announced), "done": string(a.Done), "evidence": a.Evidence, "internal": yesValue(a.Internal),
		"shared": yesValue(a.EvidenceShared)}
}

// yesValue is the value of a toggle.
func yesValue(on bool) string {
	if on {
		return widget.Yes
	}
	return ""
}

// fillAction puts what was changed into an action.
func fillAction(a *account.Action, e widget.Edits) {
	widget.Put(e, "text", &a.Text)
	widget.Put(e, "for", &a.For)
	widget.Put(e, "why", &a.Why)
	widget.Put(e, "so", &a.So)
	widget.Put(e, "delay", &a.Delay)
	widget.Put(e, "evidence", &a.Evidence)
	widget.Put(e, "due", &a.Due)
	widget.Put(e, "side", &a.Side)
	widget.Put(e, "status", &a.Status)
	widget.Put(e, "announced", &a.Announced)
	widget.Put(e, "done", &a.Done)
	if e.Has("internal") {
		a.Internal = e.Get("internal") != ""
	}
	if e.Has("kwi") {
		a.KWI, _ = account.ParseKWICode(e.Get("kwi"))
	}
}
