package initialise

import (
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/ui/kit"
)

// From this width on the advice stands beside the fields, and from the next
// one all of it.
const (
	beside = 70
	broad  = 105
)

// aboutFields are what the supplier's manager knows of the client himself.
func aboutFields(f *kit.Frame, k known) []kit.Field {
	c, t := &f.Client, f.T
	yes := func(id, label string, asked, on bool, set func(*account.Client, bool)) kit.Field {
		field := kit.Field{ID: id, Label: label, Kind: kit.ToggleField, Value: toggled(on), Set: func(v string) kit.Outcome {
			return onClient(kit.Label("initialise.label."+id), func(c *account.Client) { set(c, v == kit.Yes) })
		}}
		if !asked {
			field.Shown = t("initialise.notasked")
		}
		return field
	}
	fields := []kit.Field{
		{ID: "name", Label: t("initialise.name"), Kind: kit.LineField, Value: c.Name, Set: func(v string) kit.Outcome {
			return kit.Changes(kit.Label("initialise.label.name"), func(c *account.Client) error { return c.Rename(v) })
		}},
		{ID: "kind", Label: t("initialise.kind"), Kind: kit.ChoiceField, Value: string(c.Kind), Choices: []kit.Choice{
			{Value: string(account.External), Label: t("kind.external")}, {Value: string(account.Internal), Label: t("kind.internal")},
		}, Set: func(v string) kit.Outcome {
			return onClient(kit.Label("initialise.label.kind"), func(c *account.Client) { c.Kind = account.Kind(v) })
		}},
		{ID: "part", Label: t("initialise.part"), Kind: kit.LineField, Value: c.PartOf, Hint: t("initialise.part.hint"), Set: func(v string) kit.Outcome {
			return kit.Changes(kit.Label("initialise.label.part"), func(c *account.Client) error { return c.JoinTo(v) })
		}},
	}
	if y := f.Y(); y != nil {
		name := y.Name
		fields = append(fields, kit.Field{ID: "go", Label: t("initialise.go"), Kind: kit.DateField, Value: string(y.Go), Hint: t("initialise.go.hint"),
			Set: func(v string) kit.Outcome {
				return been(f, v, func(d account.Date) kit.Outcome {
					return kit.OnCycle(name, kit.Label("initialise.label.go"), func(y *account.Cycle) { y.Go = d })
				})
			}})
	}
	return append(fields,
		kit.Field{ID: "h.approach", Label: t("initialise.head.approach"), Kind: kit.HeadingField},
		yes("strategic", t("initialise.strategic"), k.approach, c.Selection.Strategic, func(c *account.Client, on bool) { c.Selection.Strategic = on }),
		yes("intensive", t("initialise.intensive"), k.approach, c.Selection.Intensive, func(c *account.Client, on bool) { c.Selection.Intensive = on }),
		yes("business", t("initialise.business"), k.approach, c.Selection.Business, func(c *account.Client, on bool) { c.Selection.Business = on }),
		kit.Field{ID: "approach", Label: t("initialise.approach"), Kind: kit.ChoiceField, Value: string(c.Approach), Choices: []kit.Choice{
			{Value: string(account.Extended), Label: t("approach.extended")}, {Value: string(account.Simple), Label: t("approach.simple")},
		}, Set: func(v string) kit.Outcome {
			return onClient(kit.Label("initialise.label.approach"), func(c *account.Client) { c.Approach = account.Approach(v) })
		}},
		kit.Field{ID: "h.needs", Label: t("initialise.head.needs"), Kind: kit.HeadingField},
		yes("clientknows", t("initialise.clientknows"), k.needs, c.Needs.ClientKnows, func(c *account.Client, on bool) { c.Needs.ClientKnows = on }),
		yes("supplierknows", t("initialise.supplierknows"), k.needs, c.Needs.SupplierKnows, func(c *account.Client, on bool) { c.Needs.SupplierKnows = on }),
	)
}

// lately is the value of a field for a day that has been. A day and a month
// are read as the next ones to come, so one that lies further ahead than
// behind is taken as the last one.
func lately(v string, today account.Date) account.Date {
	d := account.Date(v)
	if n, ok := today.Until(d); ok && n > 183 {
		year := strconv.Itoa(account.HalfYear(d).Year() - 1)
		if last := account.Date(year + v[4:]); last.Valid() {
			return last
		}
	}
	return d
}

// been is the outcome of a day that has been. One that is still to come is
// refused: what was not said yet is not noted.
func been(f *kit.Frame, v string, then func(account.Date) kit.Outcome) kit.Outcome {
	d := lately(v, f.Today)
	if d > f.Today {
		return kit.Refuses(f.T("kit.day.ahead", f.Words.ShortDate(d, f.Today)))
	}
	return then(d)
}

// onClient is the outcome of a change to fields that have no rule.
func onClient(label hand.Label, change func(*account.Client)) kit.Outcome {
	return kit.Changes(label, func(c *account.Client) error {
		change(c)
		return nil
	})
}

func toggled(on bool) string {
	if on {
		return kit.Yes
	}
	return ""
}

// aboutView draws the fields, and the advice beside them, or below them where
// it has no room there.
func (s *Screen) aboutView(f *kit.Frame, h int) kit.Page {
	k := s.known(f)
	fields := aboutFields(f, k)
	id := s.about.Field(fields).ID
	if f.W < beside {
		room := max(h-all-1, least)
		p := s.about.View(*f, fields, f.W, max(h-room-1, 2))
		p.Body += "\n\n" + strings.Join(panel(f, k, id, f.W, room), "\n")
		return p
	}
	side := 34
	if f.W >= broad {
		side = min(f.W*2/5, 56)
	}
	w := f.W - side - 3
	p := s.about.View(*f, fields, w, h)
	p.Body = kit.Columns(p.Body, w, kit.Block(panel(f, k, id, side, h), side, h), side, 3)
	return p
}

// How many lines all fields take, and how many the advice has below them when
// not all are in view.
const (
	all   = 14
	least = 5
)
