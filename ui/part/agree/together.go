package agree

import (
	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// Added tells a page that an action was added, the last of all.
type Added struct{}

// Together asks for a new action with the client watching, or changes one:
// what, who and when.
func Together(f *kit.Frame, a account.Action, fresh bool) kit.Screen {
	cycle, std, today, number := f.Y().Name, part.Standard(f), f.Today, a.Number
	if about := a.KWI; fresh {
		return together(f, a, true, "action/new", f.T("meet.agree.title"), func(e widget.Edits) kit.Outcome {
			out := kit.Changes(kit.Label("agree.label.new"), func(c *account.Client) error {
				n := account.Action{KWI: about, Side: account.SupplierSide}
				fillTogether(&n, e)
				_, err := c.AddAction(cycle, n, std, today)
				return err
			})
			out.Tell = Added{}
			return out
		})
	}
	out := together(f, a, false, "action/"+number, f.T("meet.agree.change"), func(e widget.Edits) kit.Outcome {
		return kit.Changes(kit.Label("agree.label.edit", number), func(c *account.Client) error {
			return c.ChangeAction(number, std, today, func(n *account.Action) { fillTogether(n, e) })
		})
	})
	out.Stored = func(f kit.Frame) (map[string]string, bool) {
		_, a := f.Client.Action(number)
		if a == nil {
			return nil, false
		}
		return map[string]string{"text": a.Text, "for": a.For, "due": string(a.Due), "side": string(a.Side), "kwi": a.KWI.String()}, true
	}
	return out
}

// FromIdea asks for the action that an idea becomes, in its words: who does it
// first.
func FromIdea(f *kit.Frame, idea string) kit.Screen {
	cycle, std, today := f.Y().Name, part.Standard(f), f.Today
	out := together(f, account.Action{Text: idea, Side: account.SupplierSide}, true, "action/idea/"+idea, f.T("meet.agree.title"), func(e widget.Edits) kit.Outcome {
		return kit.Changes(kit.Label("agree.label.new"), func(c *account.Client) error {
			n := account.Action{Side: account.SupplierSide}
			fillTogether(&n, e)
			_, err := c.ChooseIdea(cycle, idea, n, std, today)
			return err
		})
	})
	out.At = "for"
	return out
}

// together is the dialog of an action with the client watching.
func together(f *kit.Frame, a account.Action, fresh bool, name, title string, then func(widget.Edits) kit.Outcome) widget.FormDialog {
	kwis := []widget.Choice{{Value: "", Label: f.T("agree.nokwi")}}
	for _, k := range f.Y().KWIs {
		kwis = append(kwis, widget.Choice{Value: k.Code.String(), Label: k.Title})
	}
	if a.KWI != 0 && f.Y().KWI(a.KWI) == nil {
		kwis = append(kwis, widget.Choice{Value: a.KWI.String(), Label: a.KWI.String()})
	}
	return widget.FormDialog{Name: name, Title: title, Together: true, Then: then,
		Fields: []widget.Field{
			{ID: "text", Label: f.T("meet.agree.what"), Kind: widget.SentenceField, Lines: 3, Value: a.Text},
			{ID: "for", Label: f.T("meet.agree.who"), Kind: widget.LineField, Value: a.For},
			{ID: "due", Label: f.T("meet.agree.when"), Kind: widget.MomentField, Value: string(a.Due)},
			{ID: "side", Label: f.T("meet.agree.side"), Kind: widget.ChoiceField, Value: string(a.Side), Choices: []widget.Choice{
				{Value: string(account.SupplierSide), Label: f.T("meet.agree.side.supplier")}, {Value: string(account.ClientSide), Label: f.T("meet.agree.side.client")},
				{Value: string(account.BothSides), Label: f.T("meet.agree.side.both")}}},
			{ID: "kwi", Label: f.T("meet.agree.kwi"), Kind: widget.ChoiceField, Value: a.KWI.String(), Choices: kwis},
		},
		Reads: readsLine(f, a, fresh),
		Check: func(v map[string]string) string {
			if v["text"] == "" {
				return f.T("meet.agree.missing")
			}
			return ""
		}}
}

// fillTogether puts what was changed into an action.
func fillTogether(a *account.Action, e widget.Edits) {
	widget.Put(e, "text", &a.Text)
	widget.Put(e, "for", &a.For)
	widget.Put(e, "due", &a.Due)
	widget.Put(e, "side", &a.Side)
	if e.Has("kwi") {
		a.KWI, _ = account.ParseKWICode(e.Get("kwi"))
	}
}
