package initialise

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// askResponsible asks whether one of our own people answers for this client, or
// does so no more.
func askResponsible(f *kit.Frame, who account.Initials) kit.Outcome {
	next, is := who, f.Client.Responsible
	ask := widget.Confirm{Title: f.T("initialise.responsible.title", colleagueName(f, who)), Text: f.T("initialise.responsible.help"), Yes: f.T("initialise.act.responsible")}
	switch is {
	case who:
		next, ask.Title, ask.Yes = "", f.T("initialise.irresponsible.title", colleagueName(f, who)), f.T("initialise.act.irresponsible")
	case "":
	default:
		ask.Text = f.T("initialise.responsible.instead", colleagueName(f, is)) + " " + ask.Text
	}
	ask.Then = func() kit.Outcome { return makesResponsible(who, next) }
	return kit.Outcome{Ask: widget.NewConfirm(ask)}
}

// colleagueName is what one of our own people is called.
func colleagueName(f *kit.Frame, who account.Initials) string {
	if m := f.Client.Colleague(who); m != nil && m.Name != "" {
		return m.Name
	}
	return string(who)
}

func makesResponsible(who, next account.Initials) kit.Outcome {
	return kit.Changes(kit.Label("initialise.label.responsible", string(who)), func(c *account.Client) error { return c.MakeResponsible(next) })
}

// responsibleField is whether a colleague answers for this client.
func responsibleField(f *kit.Frame, m *account.Colleague) widget.Field {
	who := m.Initials
	field := widget.Field{ID: "responsible", Label: f.T("initialise.responsible"), Kind: widget.ToggleField, Value: toggled(f.Client.Responsible == who), Help: f.T("initialise.responsible.help"),
		Set: func(v string) kit.Outcome {
			if v == "" {
				return makesResponsible(who, "")
			}
			return makesResponsible(who, who)
		}}
	if m.Left != "" {
		field.Why = f.T("initialise.why.gone", string(who))
	}
	return field
}

// responsibleLine says quietly, below our own people, that nobody of them answers
// for this client.
func responsibleLine(f *kit.Frame) []string {
	if f.Client.Responsible != "" || len(f.Client.StayingColleagues()) == 0 {
		return nil
	}
	return []string{f.Theme.Faint.Render(cells.Line("        "+f.T("initialise.noresponsible"), f.W))}
}

// removeColleague takes one of our own people off the list. Who carries something
// is marked as gone, and another is asked for to carry it.
func removeColleague(f *kit.Frame, m account.Colleague) kit.Outcome {
	who := m.Initials
	if m.Left != "" {
		return kit.Changes(kit.Label("initialise.label.back", string(who)), func(c *account.Client) error { return c.LeaveColleague(who, "", "") })
	}
	h := f.Client.HandsOn(who)
	if !h.Responsible && !h.Stays {
		return kit.Changes(kit.Label("initialise.label.away", string(who)), func(c *account.Client) error { return c.RemoveColleague(who) })
	}
	frame := *f
	choices := []widget.Choice{{Value: "", Label: f.T("initialise.leave.nobodyyet")}}
	for _, other := range f.Client.StayingColleagues() {
		if other.Initials != who {
			choices = append(choices, widget.Choice{Value: string(other.Initials), Label: strings.TrimSpace(other.Name + " (" + string(other.Initials) + ")")})
		}
	}
	fields := []widget.Field{{ID: "to", Label: f.T("initialise.leave.to"), Kind: widget.ChoiceField, Choices: choices}}
	if h.Responsible {
		fields = append(fields, widget.Field{ID: "responsible", Kind: widget.NoteField, Value: f.T("initialise.gone.responsible", string(who))})
	}
	if n := len(h.Agreements); n > 0 {
		fields = append(fields, widget.Field{ID: "agreements", Kind: widget.NoteField, Value: f.N("initialise.leave.agreements", n, strings.Join(h.Agreements, ", "))})
	}
	fields = append(fields, widget.Field{ID: "stays", Kind: widget.NoteField, Value: f.T("initialise.gone.stays")})
	return kit.Outcome{Ask: widget.NewFormDialog(widget.FormDialog{
		Name: "colleague/leave/" + string(who), Title: f.T("initialise.leave.title", strings.TrimSpace(m.Name+" ("+string(who)+")")), Verb: f.T("initialise.leave.verb"), Fields: fields,
		Then: func(e widget.Edits) kit.Outcome {
			to, today := account.Initials(e.Get("to")), frame.Today
			return kit.Changes(kit.Label("initialise.label.left", string(who)), func(c *account.Client) error { return c.LeaveColleague(who, to, today) })
		},
	})}
}
