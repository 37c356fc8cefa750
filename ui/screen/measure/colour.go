package measure

import (
	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// The acts of what is to be known of answers beside them.
const (
	doColour kit.Do = "colour"
	doHow    kit.Do = "how"
)

func colourAct(f *kit.Frame, why string) kit.Act {
	if y := f.Y(); why == "" && y.Stage == account.Closed {
		why = f.T("bring.why.past")
	}
	return kit.Act{ID: string(doColour), Keys: keys.Colour, Name: f.T("measure.act.colour"), Why: why, Hidden: true}
}

// howAct is to say how answers came in, where there are any.
func howAct(f *kit.Frame, who account.Initials, why string) kit.Act {
	if why == "" && !f.Y().HasAnswered(who) {
		why = f.T("measure.how.none", string(who))
	}
	return kit.Act{ID: string(doHow), Keys: keys.CameBy, Name: f.T("measure.act.how"), Why: why, Hidden: true}
}

// askColour asks what colours the answers of somebody, and those of all.
func askColour(f *kit.Frame, who account.Initials) kit.Outcome {
	cycle := f.Y().Name
	return kit.Outcome{Ask: widget.NewFormDialog(widget.FormDialog{
		Name: "colour/" + string(cycle) + "/" + string(who), Title: f.T("measure.colour.title"), Text: f.T("measure.colour.text"),
		Fields: []widget.Field{
			{ID: "one", Label: f.T("measure.colour.one", part.NameOf(f, who)), Kind: widget.SentenceField, Lines: 3, Value: f.Y().Colouring[who], Hint: f.T("measure.colour.one.hint")},
			{ID: "all", Label: f.T("measure.colour.all"), Kind: widget.SentenceField, Lines: 3, Value: f.Y().Circumstances, Hint: f.T("measure.colour.all.hint")},
		},
		Stored: func(f kit.Frame) (map[string]string, bool) {
			y := f.Client.Cycle(cycle)
			if y == nil || f.Client.Respondent(who) == nil {
				return nil, false
			}
			return map[string]string{"one": y.Colouring[who], "all": y.Circumstances}, true
		},
		Then: func(e widget.Edits) kit.Outcome {
			return kit.Changes(kit.Label("measure.label.colour"), func(c *account.Client) error {
				if e.Has("one") {
					if err := c.Colour(cycle, who, e.Get("one")); err != nil {
						return err
					}
				}
				if !e.Has("all") {
					return nil
				}
				return c.Colour(cycle, "", e.Get("all"))
			})
		},
	})}
}

// askHow asks in what way somebody's answers came in, and on which day.
func askHow(f *kit.Frame, who account.Initials) kit.Outcome {
	cycle, today := f.Y().Name, f.Today
	values := func(y *account.Cycle) map[string]string {
		way, on := y.AnsweredHow(who)
		return map[string]string{"way": string(way), "on": string(on)}
	}
	now := values(f.Y())
	choices := []widget.Choice{{Value: "", Label: f.T("measure.how.list")}, {Value: string(account.InTalk), Label: f.T("measure.how.talk")}, {Value: string(account.ByPhone), Label: f.T("measure.how.phone")}}
	return kit.Outcome{Ask: widget.NewFormDialog(widget.FormDialog{
		Name: "how/" + string(cycle) + "/" + string(who), Title: f.T("measure.how.title", part.NameOf(f, who)), Text: f.T("measure.how.text"),
		Fields: []widget.Field{
			{ID: "way", Label: f.T("measure.how.way"), Kind: widget.ChoiceField, Value: now["way"], Choices: choices},
			{ID: "on", Label: f.T("measure.how.on"), Kind: widget.DateField, Value: now["on"], Hint: f.T("measure.how.on.hint")},
		},
		Stored: func(f kit.Frame) (map[string]string, bool) {
			y := f.Client.Cycle(cycle)
			if y == nil || f.Client.Respondent(who) == nil {
				return nil, false
			}
			return values(y), true
		},
		Then: func(e widget.Edits) kit.Outcome {
			return kit.Changes(kit.Label("measure.label.how", string(who)), func(c *account.Client) error {
				y := c.Cycle(cycle)
				if y == nil {
					return fault.New(fault.NoCycle, string(cycle))
				}
				way, on := y.AnsweredHow(who)
				widget.Put(e, "way", &way)
				widget.Put(e, "on", &on)
				if on == "" {
					on = today
				}
				talk, phone := account.Date(""), account.Date("")
				switch way {
				case account.InTalk:
					talk = on
				case account.ByPhone:
					phone = on
				}
				if err := c.AnswerInTalk(cycle, who, talk); err != nil {
					return err
				}
				return c.AnswerByPhone(cycle, who, phone)
			})
		},
	})}
}
