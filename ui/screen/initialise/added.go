package initialise

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hint"
	"kwi/internal/text"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// newRespondent asks for a respondent. Where no initials are given they come
// from their name.
func newRespondent(f *kit.Frame) kit.Screen {
	frame := *f
	d := respondentDialog(&frame, "respondent/new", f.T("initialise.new.respondent"))
	fields := d.Fields
	d.Then = func(e widget.Edits) kit.Outcome {
		r := newFrom(&frame, fields, e)
		out := kit.Changes(kit.Label("initialise.label.respondent", string(r.Initials)), func(c *account.Client) error { return c.AddRespondent(r) })
		out.Tell = arrived{r.Initials}
		return pointAtTwins(&frame, r, out)
	}
	return widget.NewFormDialog(d)
}

// respondentDialog asks who a respondent is, without what it is for.
func respondentDialog(f *kit.Frame, name, title string) widget.FormDialog {
	fields := respondentForm(f, account.Respondent{})
	fields[0], fields[1] = fields[1], fields[0] // their name first, the initials follow from it
	for i := range fields {
		if k := fields[i].Kind; k == widget.ChoiceField {
			fields[i].Help = ""
		}
	}
	read := hintsOfPast(f)
	hints := func(v map[string]string) []hint.Hint {
		out := read(v["willing"])
		for i := range out {
			out[i].Field = "willing"
		}
		return out
	}
	return widget.FormDialog{Name: name, Title: title, Fields: fields, Check: checkNamed(f), Hints: hints}
}

// newFrom is the respondent who was asked for.
func newFrom(f *kit.Frame, fields []widget.Field, e widget.Edits) account.Respondent {
	r := account.Respondent{Initials: initials(&f.Client, e.Get("initials"), e.Get("name"))}
	for _, field := range fields {
		writeField(&r, field.ID, e.Get(field.ID), f.Today)
	}
	return r
}

// newColleague asks for one of our own people.
func newColleague(f *kit.Frame) kit.Screen {
	frame := *f
	return widget.NewFormDialog(widget.FormDialog{
		Name: "colleague/new", Title: f.T("initialise.new.colleague"), Check: checkNamed(f),
		Fields: []widget.Field{
			{ID: "name", Label: f.T("initialise.name"), Kind: widget.LineField},
			{ID: "initials", Label: f.T("initialise.initials"), Kind: widget.LineField, Hint: f.T("initialise.initials.hint")},
			{ID: "role", Label: f.T("initialise.col.role"), Kind: widget.LineField, Hint: f.T("initialise.role.hint")},
		},
		Then: func(e widget.Edits) kit.Outcome {
			m := account.Colleague{Initials: initials(&frame.Client, e.Get("initials"), e.Get("name")), Name: e.Get("name"), Role: e.Get("role")}
			out := kit.Changes(kit.Label("initialise.label.colleague", string(m.Initials)), func(c *account.Client) error { return c.AddColleague(m) })
			out.Tell = arrived{m.Initials}
			return pointAtTwins(&frame, account.Respondent{Initials: m.Initials, Name: m.Name}, out)
		},
	})
}

// checkNamed checks that there is something to know somebody by.
func checkNamed(f *kit.Frame) func(map[string]string) string {
	t := f.T
	return func(v map[string]string) string {
		if v["name"] == "" && v["initials"] == "" {
			return t("initialise.noname")
		}
		return ""
	}
}

// initials are those that were typed, or else the first free ones that the
// name gives.
func initials(c *account.Client, typed, name string) account.Initials {
	if typed != "" {
		return account.Initials(strings.ToUpper(text.Narrow(typed)))
	}
	return account.ProposeInitials(name, c.HasInitials)
}

// winSponsor asks for the action with which a client without a sponsor
// begins: a person and a day belong to it. Nobody wins somebody aloud, so it is
// internal.
func winSponsor(f *kit.Frame) kit.Screen {
	cycle, today, words := f.Y().Name, f.Today, f.Words
	return widget.NewFormDialog(widget.FormDialog{
		Name: "sponsor/win", Title: f.T("initialise.win.title"), Text: f.T("initialise.win.text"),
		Fields: []widget.Field{
			{ID: "due", Label: f.T("initialise.win.due"), Kind: widget.MomentField, Hint: f.T("initialise.win.due.hint")},
			{ID: "for", Label: f.T("initialise.win.for"), Kind: widget.LineField, Value: f.Client.Owner(f.Me), Hint: f.T("initialise.win.for.hint")},
			{ID: "text", Label: f.T("initialise.win.what"), Kind: widget.LineField, Value: f.T("initialise.win.value", f.Client.Name)},
		},
		Check: func(v map[string]string) string {
			switch {
			case v["due"] == "":
				return words.Fault(fault.New(fault.NoDate))
			case v["for"] == "":
				return words.T("initialise.win.nobody")
			case v["text"] == "":
				return words.T("initialise.win.nothing")
			}
			return ""
		},
		Hints: part.HintsOfFields(f),
		Then: func(e widget.Edits) kit.Outcome {
			a := account.Action{Text: e.Get("text"), For: e.Get("for"), Due: account.Moment(e.Get("due")), Side: account.SupplierSide, Internal: true}
			return kit.Changes(kit.Label("initialise.label.win"), func(c *account.Client) error {
				_, err := c.AddAction(cycle, a, account.Standard{}, today)
				return err
			})
		},
	})
}
