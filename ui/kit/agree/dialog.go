package agree

import (
	"kwi/internal/account"
	"kwi/ui/kit"
)

// dialog asks for a new action, or changes one.
func dialog(f *kit.Frame, a account.Action, fresh bool) kit.Screen {
	y := f.Y()
	title := f.T("agree.new.title")
	if !fresh {
		title = f.T("agree.edit.title", a.Number)
	}
	kwis := []kit.Choice{{Value: "", Label: f.T("agree.nokwi")}}
	for _, k := range y.KWIs {
		kwis = append(kwis, kit.Choice{Value: k.Code.String(), Label: k.Code.String() + " " + k.Title})
	}
	if a.KWI != 0 && y.KWI(a.KWI) == nil {
		kwis = append(kwis, kit.Choice{Value: a.KWI.String(), Label: a.KWI.String()})
	}
	fields := []kit.Field{
		{ID: "text", Label: f.T("agree.col.what"), Kind: kit.SentenceField, Lines: 3, Value: a.Text, Hint: f.T("agree.text.hint")},
		{ID: "for", Label: f.T("agree.col.for"), Kind: kit.LineField, Value: a.For, Hint: f.T("agree.for.hint")},
		{ID: "due", Label: f.T("agree.col.due"), Kind: kit.MomentField, Value: string(a.Due), Hint: f.T("agree.due.hint")},
		{ID: "kwi", Label: "KWI", Kind: kit.ChoiceField, Value: a.KWI.String(), Choices: kwis},
		{ID: "side", Label: f.T("agree.col.side"), Kind: kit.ChoiceField, Value: string(a.Side), Choices: []kit.Choice{
			{Value: string(account.SupplierSide), Label: f.T("agree.side.supplier")}, {Value: string(account.ClientSide), Label: f.T("agree.side.client")},
			{Value: string(account.BothSides), Label: f.T("agree.side.both")}}},
		{ID: "why", Label: f.T("agree.why"), Kind: kit.LineField, Value: a.Why, Hint: f.T("agree.why.hint")},
	}
	if !fresh {
		fields = append(fields,
			kit.Field{ID: "status", Label: f.T("agree.status"), Kind: kit.ChoiceField, Value: string(a.Status), Choices: []kit.Choice{
				{Value: string(account.Open), Label: f.T("status.open")}, {Value: string(account.Done), Label: f.T("status.done")},
				{Value: string(account.Dropped), Label: f.T("status.dropped")}}},
			kit.Field{ID: "announced", Label: f.T("agree.announced"), Kind: kit.DateField, Value: string(a.Announced), Hint: f.T("agree.announced.hint")},
			kit.Field{ID: "done", Label: f.T("agree.done"), Kind: kit.DateField, Value: string(a.Done)},
		)
	}
	fields = append(fields, kit.Field{ID: "evidence", Label: f.T("agree.evidence"), Kind: kit.SentenceField, Lines: 2, Value: a.Evidence, Hint: f.T("agree.evidence.hint")})
	cycle, std, today := y.Name, kit.Standard(f), f.Today
	return kit.FormDialog{Title: title, Fields: fields,
		Check: func(v map[string]string) string {
			if v["text"] == "" {
				return f.T("agree.text.missing")
			}
			return ""
		},
		Then: func(v map[string]string) kit.Outcome {
			if fresh {
				return kit.Changes(kit.Label("agree.label.new"), func(c *account.Client) error {
					var n account.Action
					fill(&n, v)
					_, err := c.AddAction(cycle, n, std, today)
					return err
				})
			}
			number := a.Number
			return kit.Changes(kit.Label("agree.label.edit", number), func(c *account.Client) error {
				return c.ChangeAction(number, std, today, func(n *account.Action) { fill(n, v) })
			})
		}}
}

// fill puts what was typed into an action.
func fill(a *account.Action, v map[string]string) {
	a.Text, a.For, a.Why, a.Evidence = v["text"], v["for"], v["why"], v["evidence"]
	a.Due, a.Side = account.Moment(v["due"]), account.Side(v["side"])
	a.KWI, _ = account.ParseKWICode(v["kwi"])
	if s, ok := v["status"]; ok {
		a.Status, a.Announced, a.Done = account.Status(s), account.Date(v["announced"]), account.Date(v["done"])
	}
}
