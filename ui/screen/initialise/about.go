package initialise

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

// From this width on the advice stands beside the fields, and from the next
// one all of it.
const (
	beside       = 70
	adviceBeside = 105
	widestFields = 72 // beyond it the eye loses what stands beside them
)

// aboutFields are what the supplier's manager knows of the client themselves.
func aboutFields(f *kit.Frame, others clientNames) []widget.Field {
	c, t := &f.Client, f.T
	reply := func(j account.Judgement) widget.Field {
		id := string(j)
		return widget.Field{ID: id, Label: t("initialise." + id), Kind: widget.ChoiceField, Value: replies[c.Judged(j)], Choices: []widget.Choice{
			{Value: replies[account.Yes], Label: t("kit.yes")}, {Value: replies[account.No], Label: t("kit.no")}, {Value: "", Label: t("initialise.notasked")},
		}, Set: func(v string) kit.Outcome {
			return kit.Changes(kit.Label("initialise.label."+id), func(c *account.Client) error { return c.Judge(j, account.Reply(slices.Index(replies[:], v))) })
		}}
	}
	fields := []widget.Field{
		{ID: "name", Label: t("initialise.name"), Kind: widget.LineField, Value: c.Name, Set: func(v string) kit.Outcome {
			if l := others.called(v); l != nil && l.ID != c.ID {
				return kit.Refuses(t("initialise.name.taken", cells.Line(l.Name, 40)))
			}
			return kit.Changes(kit.Label("initialise.label.name"), func(c *account.Client) error { return c.Rename(v) })
		}},
		{ID: "kind", Label: t("initialise.kind"), Kind: widget.ChoiceField, Value: string(c.Kind), Choices: []widget.Choice{
			{Value: string(account.External), Label: t("kind.external")}, {Value: string(account.Internal), Label: t("kind.internal")},
		}, Set: func(v string) kit.Outcome {
			return kit.Changes(kit.Label("initialise.label.kind"), func(c *account.Client) error { return c.SetKind(account.Kind(v)) })
		}},
		partField(f, others),
	}
	if units := others.unitsOf(c.ID); len(units) > 0 {
		fields = append(fields, widget.Field{ID: "units", Kind: widget.NoteField, Value: f.N("initialise.units", len(units), strings.Join(units, ", "))})
	}
	if y := f.Y(); y != nil && c.Approach != account.Simple { // there it is the day of the value question
		name := y.Name
		fields = append(fields, widget.Field{ID: "go", Label: t("initialise.go"), Kind: widget.DateField, Value: string(y.Go), Hint: t("initialise.go.hint"), Hints: hintsOfPast(f),
			Set: func(v string) kit.Outcome {
				return pastDayOutcome(f, v, func(d account.Date) kit.Outcome {
					return kit.Changes(kit.Label("initialise.label.go"), func(c *account.Client) error { return c.GiveGo(name, d) })
				})
			}})
	}
	if said := part.Attached(f, 0); said != "" {
		fields = append(fields, widget.Field{ID: "library", Kind: widget.NoteField, Value: said})
	}
	return append(fields,
		widget.Field{ID: "h.approach", Label: t("initialise.head.approach"), Kind: widget.HeadingField},
		reply(account.IsStrategic), reply(account.IsIntensive), reply(account.HasBusiness),
		widget.Field{ID: "approach", Label: t("initialise.approach"), Kind: widget.ChoiceField, Value: string(c.Approach), Choices: []widget.Choice{
			{Value: string(account.Extended), Label: t("approach.extended")}, {Value: string(account.Simple), Label: t("approach.simple")},
		}, Set: func(v string) kit.Outcome {
			return kit.Changes(kit.Label("initialise.label.approach"), func(c *account.Client) error { return c.Follow(account.Approach(v)) })
		}},
		widget.Field{ID: "h.needs", Label: t("initialise.head.needs"), Kind: widget.HeadingField},
		reply(account.ClientKnows), reply(account.SupplierKnows),
	)
}

// replies are the values of a field for a reply, in the order of the replies.
var replies = [...]string{"", "yes", "no"}

// lately is the value of a field for a day that has been.
func lately(v string, today account.Date) account.Date { return part.Lately(account.Date(v), today) }

// pastDayOutcome is the outcome of a day that has been. One that is still to come is
// refused: what was not said yet is not noted.
func pastDayOutcome(f *kit.Frame, v string, then func(account.Date) kit.Outcome) kit.Outcome {
	d := lately(v, f.Today)
	if d > f.Today {
		return kit.Refuses(f.T("kit.day.ahead", f.Words.ShortDate(d, f.Today)))
	}
	return then(d)
}

// hintsOfPast reads a day that has been, as lately takes it.
func hintsOfPast(f *kit.Frame) func(string) []hint.Hint {
	read, today := part.HintsOfDay(f), f.Today
	return func(v string) []hint.Hint { return read(string(lately(v, today))) }
}

func toggled(on bool) string {
	if on {
		return widget.Yes
	}
	return ""
}

// aboutView draws the fields, and the advice beside them, or below them where
// it has no room there.
func (s *Screen) aboutView(f *kit.Frame, h int) kit.Page {
	fields := aboutFields(f, s.others)
	id := s.about.Field(fields).ID
	if f.W < beside {
		advice := advicePanel(f, id, f.W, max(h-allFields-1, leastAdvice))
		p := s.about.View(*f, fields, f.W, max(h-len(advice)-1, 2)) // the fields have what it leaves
		p.Body += "\n\n" + strings.Join(advice, "\n")
		return p
	}
	side := 34
	if f.W >= adviceBeside {
		side = min(f.W*2/5, 56)
	}
	w := min(f.W-side-3, widestFields)
	p := s.about.View(*f, fields, w, h)
	p.Body = cells.Columns(p.Body, w, cells.Block(advicePanel(f, id, side, h), side, h), side, 3)
	return p
}

// How many lines all fields take, and how many the advice has at most below them
// when not all are in view.
const (
	allFields   = 14
	leastAdvice = 5
)
