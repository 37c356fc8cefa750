package draft

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// The values of what may go along or stay, and of a new KWI.
const (
	goesAlong = "along"
	staysHere = "stays"
	newKWI    = "new"
)

// askMerge asks with which KWI another one is merged.
func askMerge(f *kit.Frame, code account.KWICode) kit.Outcome {
	y := f.Y()
	var items []widget.Item
	for _, k := range y.KWIs {
		if k.Code != code {
			items = append(items, widget.Item{ID: k.Code.String(), Label: k.Code.Short() + " " + k.Title, Detail: part.Initials(k.Wishers())})
		}
	}
	if len(items) == 1 {
		other, _ := account.ParseKWICode(items[0].ID)
		return mergeKWIs(f, code, other)
	}
	pick := widget.Pick{Title: f.T("draft.merge.with", part.KWIName(f, code)), Items: items}
	frame := *f
	pick.Then = func(id string) kit.Outcome {
		other, _ := account.ParseKWICode(id)
		return mergeKWIs(&frame, code, other)
	}
	return kit.Outcome{Ask: pick}
}

// mergeKWIs asks how two KWIs become one: in which they go on, which questions are
// asked on, what goes along, and why.
func mergeKWIs(f *kit.Frame, code, other account.KWICode) kit.Outcome {
	y := f.Y()
	a, b := y.KWI(code), y.KWI(other)
	if a == nil || b == nil {
		return kit.Outcome{}
	}
	into := []widget.Choice{}
	stays, why := part.MergesInto(f, code, other)
	for _, c := range stays {
		k := y.KWI(c)
		into = append(into, widget.Choice{Value: c.String(), Label: f.T("draft.merge.into", cells.Line(c.Short()+" "+k.Title, 40))})
	}
	if len(into) == 2 {
		into = append(into, widget.Choice{Value: newKWI, Label: f.T("draft.merge.new")})
	}
	if len(into) == 0 {
		return kit.Refuses(why)
	}
	fields := []widget.Field{{ID: "into", Label: f.T("draft.merge.in"), Kind: widget.ChoiceField, Value: into[0].Value, Choices: into}}
	if into[len(into)-1].Value == newKWI {
		fields = append(fields, widget.Field{ID: "title", Label: f.T("draft.merge.title.label"), Kind: widget.LineField, Hint: f.T("draft.merge.title.hint")})
	}
	fields = append(fields, widget.Field{ID: "h.questions", Kind: widget.HeadingField, Label: f.T("draft.merge.questions")})
	for _, k := range []*account.KWI{a, b} {
		for _, q := range k.InOrder() {
			if q.Kind == account.Own && q.Ended == "" {
				fields = append(fields, alongField(f, "q/"+q.Code.String(), q.Code.String(), q.Text, goesAlong))
			}
		}
	}
	fields = append(fields, hangingFields(f, code, other)...)
	frame, std := *f, part.Standard(f)
	var form widget.FormDialog
	form = widget.FormDialog{
		Name: "kwi/merge/" + code.String() + "/" + other.String(), Title: f.T("draft.merge.title", a.Code.Short()+" "+cells.Line(a.Title, 30), b.Code.Short()+" "+cells.Line(b.Title, 30)),
		Text: f.T("draft.merge.text"), Verb: f.T("draft.turn.on"), Fields: append(fields, whyField(f)), There: hasKWIs(f.Y().Name, code, other),
		Check: func(v map[string]string) string {
			switch named := strings.TrimSpace(v["title"]) != ""; {
			case v["into"] == newKWI && !named:
				return frame.T("draft.turn.title.missing")
			case v["into"] != newKWI && named:
				return frame.T("draft.merge.title.unused")
			}
			return ""
		},
		Then: func(e widget.Edits) kit.Outcome {
			m := account.Merging{From: []account.KWICode{code, other}, Why: e.Get("why"), On: frame.Today, Standard: std,
				Notes: e.Get("notes") != staysHere, Actions: e.Get("actions") != staysHere, Library: e.Get("library") != staysHere}
			switch into, is := account.ParseKWICode(e.Get("into")); {
			case !is:
				m.Title = e.Get("title")
			case into == code:
				m.Into, m.From = code, []account.KWICode{other}
			default:
				m.Into, m.From = other, []account.KWICode{code}
			}
			for _, k := range []*account.KWI{a, b} {
				for _, q := range k.Questions {
					if e.Get("q/"+q.Code.String()) == goesAlong {
						m.Along = append(m.Along, q.Code)
					}
				}
			}
			return merged(&frame, m, refilled(form, e))
		}}
	return kit.Outcome{Ask: form}
}

// merged asks once more, and merges.
func merged(f *kit.Frame, m account.Merging, again func() kit.Screen) kit.Outcome {
	name := f.Y().Name
	do := func(c *account.Client) (account.KWICode, error) { return c.MergeKWIs(name, m) }
	out := kit.Changes(kit.Label("draft.label.merge", f.Words.Numbers(m.From)), func(c *account.Client) error {
		_, err := do(c)
		return err
	})
	return before(f, f.T("draft.merge.sure"), f.T("draft.merge.yes"), again, out, do)
}

// alongField is something that goes along or stays, with all its words while it
// is in hand.
func alongField(f *kit.Frame, id, label, text, value string) widget.Field {
	return widget.Field{ID: id, Label: label, Kind: widget.ChoiceField, Value: value, Help: text, Choices: []widget.Choice{
		{Value: goesAlong, Label: f.T("draft.turn.along") + " " + f.Theme.Glyphs.Dot + " " + cells.Line(text, 60)},
		{Value: staysHere, Label: f.T("draft.turn.stays") + " " + f.Theme.Glyphs.Dot + " " + cells.Line(text, 60)}}}
}

// hangingFields are what hangs on KWIs and goes along or stays.
func hangingFields(f *kit.Frame, codes ...account.KWICode) (fields []widget.Field) {
	h := f.Client.Hanging(f.Y().Name, codes...)
	add := func(id, label, help string, n int) {
		if n > 0 {
			fields = append(fields, widget.Field{ID: id, Label: label, Kind: widget.ChoiceField, Value: goesAlong, Help: help, Choices: []widget.Choice{
				{Value: goesAlong, Label: f.T("draft.turn.follow")}, {Value: staysHere, Label: f.T("draft.turn.loose")}}})
		}
	}
	add("notes", f.N("became.notes", h.Notes), f.T("draft.turn.loose.help"), h.Notes)
	add("actions", f.N("became.actions", len(h.Actions)), strings.Join(h.Actions, ", "), len(h.Actions))
	add("library", f.N("draft.turn.entries", len(h.Library)), f.T("draft.turn.loose.help"), len(h.Library))
	if len(fields) > 0 {
		fields = append([]widget.Field{{ID: "h.hung", Kind: widget.HeadingField, Label: f.T("draft.turn.hung")}}, fields...)
	}
	return fields
}
