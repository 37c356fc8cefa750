package presenter

import (
	"slices"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// comingFields are the words of a KWI as it will be.
func comingFields(f *kit.Frame, n account.NextKWI) []widget.Field {
	return []widget.Field{
		{ID: "title", Label: f.T("meet.session.next.title"), Kind: widget.LineField, Value: n.Title},
		{ID: "expectation", Label: f.T("meet.session.next.expectation"), Kind: widget.TextField, Lines: 5, Value: n.Expectation},
		{ID: "target", Label: f.T("meet.session.next.target"), Kind: widget.NumberField, Value: n.Target.String(), Shown: part.ShownTarget(f, n.Target), Set: checkTarget(f)},
	}
}

func checkTarget(f *kit.Frame) func(string) kit.Outcome {
	return func(v string) kit.Outcome {
		if _, ok := account.ParseTarget(v); v != "" && !ok {
			return kit.Refuses(f.T("meet.session.next.badtarget"))
		}
		return kit.Outcome{}
	}
}

func comingValues(n account.NextKWI) map[string]string {
	return map[string]string{"title": n.Title, "expectation": n.Expectation, "target": n.Target.String(), "who": string(n.WishedBy)}
}

// put writes what was changed.
func put(e widget.Edits, n *account.NextKWI) {
	widget.Put(e, "title", &n.Title)
	widget.Put(e, "expectation", &n.Expectation)
	widget.Put(e, "who", &n.WishedBy)
	if e.Has("target") {
		n.Target, _ = account.ParseTarget(e.Get("target"))
	}
}

func needsTitle(f *kit.Frame) func(map[string]string) string {
	return func(v map[string]string) string {
		if v["title"] == "" {
			return f.T("meet.session.next.missing")
		}
		return ""
	}
}

// sharpening puts a KWI in other words from the next cycle on.
func sharpening(f *kit.Frame, code account.KWICode) kit.Screen {
	cycle := f.Y().Name
	return widget.FormDialog{Name: "sharpen/" + code.String(), Title: f.T("meet.session.sharpen"), Text: f.T("meet.session.sharpen.text"), Together: true,
		Fields: comingFields(f, f.Y().Coming(code)), Check: needsTitle(f),
		Stored: func(f kit.Frame) (map[string]string, bool) {
			y := f.Client.Cycle(cycle)
			if y == nil || y.KWI(code) == nil {
				return nil, false
			}
			return comingValues(y.Coming(code)), true
		},
		Then: func(e widget.Edits) kit.Outcome {
			return kit.Changes(kit.Label("meet.session.label.sharpen", code.String()), func(c *account.Client) error {
				return c.SharpenKWI(cycle, code, func(n *account.NextKWI) { put(e, n) })
			})
		}}
}

// agreeing agrees a new KWI for the next cycle.
func agreeing(f *kit.Frame) kit.Screen {
	cycle, std := f.Y().Name, part.Standard(f)
	return widget.FormDialog{Name: "agree/kwi", Title: f.T("meet.session.newkwi"), Text: f.T("meet.session.newkwi.text"), Together: true,
		Fields: append(comingFields(f, account.NextKWI{}), whoField(f, "")), Check: needsTitle(f),
		Then: func(e widget.Edits) kit.Outcome {
			return kit.Changes(kit.Label("meet.session.label.newkwi"), func(c *account.Client) error {
				var n account.NextKWI
				put(e, &n)
				return c.AgreeKWI(cycle, n, std)
			})
		}}
}

// changing changes a new KWI that waits for the next cycle.
func changing(f *kit.Frame, title string) kit.Screen {
	cycle := f.Y().Name
	agreed := func(y *account.Cycle) *account.NextKWI {
		if y != nil {
			if i := slices.IndexFunc(y.Meeting.Next, func(n account.NextKWI) bool { return n.KWI == 0 && n.Title == title }); i >= 0 {
				return &y.Meeting.Next[i]
			}
		}
		return nil
	}
	n := agreed(f.Y())
	return widget.FormDialog{Name: "agree/kwi/" + title, Title: f.T("meet.session.newkwi"), Text: f.T("meet.session.newkwi.gone"), Together: true,
		Fields: append(comingFields(f, *n), whoField(f, n.WishedBy)),
		Stored: func(f kit.Frame) (map[string]string, bool) {
			n := agreed(f.Client.Cycle(cycle))
			if n == nil {
				return nil, false
			}
			return comingValues(*n), true
		},
		Then: func(e widget.Edits) kit.Outcome {
			return kit.Changes(kit.Label("meet.session.label.newkwi"), func(c *account.Client) error {
				return c.ChangeAgreed(cycle, title, func(n *account.NextKWI) { put(e, n) })
			})
		}}
}

// whoField is whose a new KWI is: of somebody who sits here, or of all.
func whoField(f *kit.Frame, at account.Initials) widget.Field {
	choices := []widget.Choice{{Value: "", Label: f.T("meet.session.next.joint")}}
	for _, r := range f.Client.Respondents {
		if f.Room.Known && r.Left == "" && (slices.Contains(f.Room.Present, r.Initials) || r.Initials == at) {
			choices = append(choices, widget.Choice{Value: string(r.Initials), Label: part.NameOf(f, r.Initials)})
		}
	}
	return widget.Field{ID: "who", Label: f.T("meet.session.next.who"), Kind: widget.ChoiceField, Value: string(at), Choices: choices}
}

// deciding asks what was decided.
func deciding(f *kit.Frame) kit.Screen {
	cycle := f.Y().Name
	return widget.Ask{Name: "record/session.label.decision", Title: f.T("meet.session.decide"), Required: true, Sentence: true, Together: true, Then: func(text string) kit.Outcome {
		return kit.Changes(kit.Label("session.label.decision"), func(c *account.Client) error { return c.Record(cycle, account.Decided, "", text) })
	}}
}
