package draft

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/hint"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// whyField is where the reason for what becomes of a KWI is typed.
func whyField(f *kit.Frame) widget.Field {
	return widget.Field{ID: "why", Label: f.T("draft.turn.why"), Kind: widget.SentenceField, Lines: 3, Hint: f.T("draft.turn.why.hint")}
}

// dropKWI asks why a KWI goes, and says what hangs on it.
func dropKWI(f *kit.Frame, code account.KWICode) kit.Outcome {
	name, k, today := f.Y().Name, f.Y().KWI(code), f.Today
	if k == nil {
		return kit.Outcome{}
	}
	text := f.T("draft.drop.text", cells.Line(k.Title, 60), f.N("became.questions", len(k.Questions)))
	if hung := hungOn(f, code); hung != "" {
		text += " " + f.T("draft.drop.hung", hung)
	}
	return kit.Outcome{Ask: widget.FormDialog{
		Name: "kwi/drop/" + code.String(), Title: f.T("draft.drop.title", code.String()), Text: text, Verb: f.T("draft.drop.yes"), Fields: []widget.Field{whyField(f)}, There: hasKWIs(name, code),
		Then: func(e widget.Edits) kit.Outcome {
			return kit.Changes(kit.Label("draft.label.drop", code.String()), func(c *account.Client) error { return c.DropKWI(name, code, e.Get("why"), today) })
		}}}
}

// hungOn is what hangs on a KWI, in words; "" for nothing.
func hungOn(f *kit.Frame, codes ...account.KWICode) string {
	h := f.Client.Hanging(f.Y().Name, codes...)
	var parts []string
	if h.Notes > 0 {
		parts = append(parts, f.N("became.notes", h.Notes))
	}
	if n := len(h.Actions); n > 0 {
		parts = append(parts, f.N("became.actions", n))
	}
	if n := len(h.Library); n > 0 {
		parts = append(parts, f.N("draft.turn.entries", n))
	}
	return f.Words.And(parts)
}

// takeUp asks why a KWI that was taken out is asked again.
func takeUp(f *kit.Frame, code account.KWICode) kit.Outcome {
	g, ok := f.Client.LastGone(f.Y().Name, code)
	if !ok {
		return kit.Outcome{}
	}
	name, today := f.Y().Name, f.Today
	return kit.Outcome{Ask: widget.FormDialog{
		Name: "kwi/takeup/" + code.String(), Title: f.T("draft.takeup.title", code.String()), Verb: f.T("draft.takeup.yes"),
		Text:   f.T("draft.takeup.text", cells.Line(g.KWI.Title, 60), f.N("became.questions", len(g.KWI.Questions))),
		Fields: []widget.Field{whyField(f)},
		Then: func(e widget.Edits) kit.Outcome {
			return kit.Changes(kit.Label("draft.label.takeup", code.String()), func(c *account.Client) error { return c.TakeUpKWI(name, code, e.Get("why"), today) })
		}}}
}

// renewKWI asks how the KWI is called that comes in the place of another one.
func renewKWI(f *kit.Frame, code account.KWICode) kit.Outcome {
	name, k, std, today, words := f.Y().Name, f.Y().KWI(code), part.Standard(f), f.Today, f.Words
	if k == nil {
		return kit.Outcome{}
	}
	reader := part.HintsOfRenewed(f)
	return kit.Outcome{Ask: widget.FormDialog{
		Name: "kwi/renew/" + code.String(), Title: f.T("draft.renew.title", code.String(), cells.Line(k.Title, 60)), Text: f.T("draft.renew.text"),
		Fields: []widget.Field{{ID: "title", Label: f.T("draft.make.label"), Kind: widget.LineField}, whyField(f)},
		Check:  needsTitle(words.T("draft.turn.title.missing")),
		There:  hasKWIs(name, code),
		Hints:  func(v map[string]string) []hint.Hint { return reader(v["title"]) },
		Then: func(e widget.Edits) kit.Outcome {
			out := kit.Changes(kit.Label("draft.label.renew", code.String()), func(c *account.Client) error {
				_, err := c.RenewKWI(name, code, e.Get("title"), e.Get("why"), std, today)
				return err
			})
			out.Tell = kwiMade{}
			return out
		}}}
}

// hasKWIs reports whether KWIs are in a cycle still: another window may have let one
// go meanwhile.
func hasKWIs(cycle account.CycleName, codes ...account.KWICode) func(kit.Frame) bool {
	return func(f kit.Frame) bool {
		y := f.Client.Cycle(cycle)
		return y != nil && !slices.ContainsFunc(codes, func(code account.KWICode) bool { return y.KWI(code) == nil })
	}
}

// needsTitle refuses what has no title.
func needsTitle(missing string) func(map[string]string) string {
	return func(v map[string]string) string {
		if strings.TrimSpace(v["title"]) == "" {
			return missing
		}
		return ""
	}
}

// before asks once more with what will be so, computed on a copy, and does it on
// yes. On no the form comes back as it was filled in. What cannot be done is refused
// at once.
func before(f *kit.Frame, title, yes string, again func() kit.Screen, label kit.Outcome, do func(*account.Client) (account.KWICode, error)) kit.Outcome {
	c := f.Client.Clone()
	code, err := do(&c)
	if err != nil {
		return kit.Refuses(f.Words.Fault(err))
	}
	return kit.Outcome{Ask: widget.NewConfirm(widget.Confirm{Title: title, Text: strings.Join(part.TurnedKWIs(f, &c, code), "\n"), Yes: yes, Else: again, Then: func() kit.Outcome { return label }})}
}

// refilled is a form as it was filled in.
func refilled(form widget.FormDialog, e widget.Edits) func() kit.Screen {
	return func() kit.Screen {
		form.Fields = slices.Clone(form.Fields)
		for i := range form.Fields {
			if at := &form.Fields[i]; e.Has(at.ID) {
				at.Value = e.Get(at.ID)
			}
		}
		return form
	}
}
