package initialise

import (
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// kickoffFields are the kick-off among ourselves.
func kickoffFields(f *kit.Frame) []widget.Field {
	y := f.Y()
	if y == nil {
		return nil
	}
	t, name, k, today := f.T, y.Name, y.Kickoff, f.Today
	whoKnows, ambition := guideFor(f).Said("initialise.kickoff"), guideFor(f).Said("initialise.strategy")
	fields := []widget.Field{
		{ID: "date", Label: t("initialise.kickoff.date"), Kind: widget.DateField, Value: string(k.Date), Hint: t("initialise.kickoff.date.hint"), Help: t("initialise.kickoff.date.help"), Hints: hintsOfPast(f),
			Set: func(v string) kit.Outcome {
				return kit.Changes(kit.Label("initialise.label.kickoff"), func(c *account.Client) error { return c.HoldKickoff(name, lately(v, today)) })
			}},
		{ID: "strategy", Label: t("initialise.strategy"), Kind: widget.TextField, Lines: 5, Value: k.Strategy, Hint: ambition,
			Help: whoKnows + " " + ambition,
			Set: func(v string) kit.Outcome {
				return kit.Changes(kit.Label("initialise.label.strategy"), func(c *account.Client) error { return c.WriteStrategy(name, v) })
			}},
		{ID: "h.present", Label: t("initialise.present"), Kind: widget.HeadingField},
	}
	for _, m := range f.Client.Colleagues {
		who := m.Initials
		label := m.Name
		if label == "" {
			label = string(who)
		}
		fields = append(fields, widget.Field{ID: "present/" + string(who), Label: label, Kind: widget.ToggleField, Value: toggled(contains(k.Present, who)),
			Set: func(v string) kit.Outcome {
				return kit.Changes(kit.Label("initialise.label.present", string(who)), func(c *account.Client) error { return c.AtKickoff(name, who, v == widget.Yes) })
			}})
	}
	if len(f.Client.Colleagues) == 0 {
		fields = append(fields, widget.Field{ID: "nobody", Kind: widget.NoteField, Value: t("initialise.present.nobody")})
	}
	fields = append(fields, widget.Field{ID: "h.arguments", Label: t("initialise.arguments"), Kind: widget.HeadingField})
	for i, text := range k.Arguments {
		fields = append(fields, widget.Field{ID: argument + strconv.Itoa(i), Same: argument + text, Label: strconv.Itoa(i + 1), Kind: widget.SentenceField, Value: text, Help: t("initialise.arguments.help"),
			Set: func(v string) kit.Outcome { return changeArgument(f, text, v) }})
	}
	if len(k.Arguments) == 0 {
		fields = append(fields, widget.Field{ID: "none", Kind: widget.NoteField, Value: t("initialise.arguments.none")})
	}
	if f.W < 112 { // below the fields there is no room for it
		for i := range fields {
			fields[i].Help = ""
		}
	}
	return fields
}

// argument is how the ID of an argument's field begins.
const argument = "argument/"

func contains(list []account.Initials, who account.Initials) bool {
	for _, i := range list {
		if i == who {
			return true
		}
	}
	return false
}

// changeArgument is the outcome of an argument in the place of another.
func changeArgument(f *kit.Frame, was, text string) kit.Outcome {
	name := f.Y().Name
	return kit.Changes(kit.Label("initialise.label.argument"), func(c *account.Client) error { return c.Argue(name, was, text) })
}

// argumentActs are what can be done with the arguments.
func argumentActs(f *kit.Frame, at widget.Field) []kit.Act {
	away := kit.Act{ID: "unargue", Keys: keys.Remove, Name: f.T("initialise.act.unargue")}
	if !strings.HasPrefix(at.ID, argument) {
		away.Why = f.T("initialise.why.noargument")
	}
	return []kit.Act{{ID: "argue", Keys: keys.New, Name: f.T("initialise.act.argue")}, away}
}

// widestKickoff is how wide the kick-off is drawn: what helps stays near the fields.
const widestKickoff = 136
