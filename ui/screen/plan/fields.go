package plan

import (
	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// The IDs of fields begin with what they are.
const (
	indicator = "kpi/"
	fresh     = "fresh" // the indicator that is being written for the first time
	figure    = "figure/"
)

// textID is the field of a block that is a text.
func textID(number int) string { return "block/" + string(rune('0'+number)) }

// manyLines is more than any block has.
const manyLines = 1 << 20

// fields are what can be typed in the block in hand.
func (s Screen) fields(f *kit.Frame, b *report.PlanBlock) []widget.Field {
	year, plan := s.yearOf(f), s.plan(f)
	if text, ok := typedBlock(b.Number); ok {
		return []widget.Field{{ID: textID(b.Number), Label: b.Title, Kind: widget.TextField, Lines: manyLines, Value: plan.Block(text), Set: func(v string) kit.Outcome {
			return kit.Changes(kit.Label("plan.label.block", b.Title), func(c *account.Client) error { return c.WriteBlock(year, text, v) })
		}}}
	}
	switch b.Number {
	case report.KPIsBlock:
		return s.indicators(f, plan)
	case report.FiguresBlock:
		return s.figures(f, plan, b)
	}
	return nil
}

// indicators are a field for each, and one for the next.
func (s Screen) indicators(f *kit.Frame, plan *account.Plan) (out []widget.Field) {
	year := plan.Year
	for _, k := range plan.KPIs {
		code := k.Code
		out = append(out, widget.Field{ID: indicator + code, Label: code, Kind: widget.SentenceField, Lines: manyLines, Value: k.Text, Set: func(v string) kit.Outcome {
			if v == "" {
				return kit.Refuses(f.T("plan.kpi.blank", code))
			}
			return kit.Changes(kit.Label("plan.label.kpi", code), func(c *account.Client) error { return c.WriteKPI(year, code, v) })
		}})
	}
	return append(out, widget.Field{ID: fresh, Label: f.T("plan.kpi.new"), Kind: widget.SentenceField, Lines: manyLines, Set: func(v string) kit.Outcome {
		return kit.Changes(kit.Label("plan.label.kpi.new"), func(c *account.Client) error {
			_, err := c.AddKPI(year, v)
			return err
		})
	}})
}

// figures are three fields for each quantity: last year's result, what is wanted,
// and how far it is.
func (s Screen) figures(f *kit.Frame, plan *account.Plan, b *report.PlanBlock) (out []widget.Field) {
	for _, r := range b.Figures.Rows {
		for column, n := range []report.PlanNumber{r.LastYear, r.Wanted, r.SoFar} {
			of, wanted := figureOf(plan, column)
			value := of.Figure(r.Quantity)
			field := widget.Field{ID: figureID(r.Quantity, column), Label: r.Name, Kind: widget.NumberField, Value: value, Set: s.setFigure(plan.Year, column, wanted, r)}
			if n.Live {
				field.Why = f.T("plan.why.live")
			}
			out = append(out, field)
		}
	}
	return out
}

func figureID(q account.Quantity, column int) string {
	return figure + string(q) + "/" + string(rune('0'+column))
}

// figureOf is where the figures of a column are kept, and whether they are
// wanted ones.
func figureOf(plan *account.Plan, column int) (*account.Figures, bool) {
	switch column {
	case 0:
		return plan.Numbers[plan.Year-1].Actual, false
	case 1:
		return plan.Numbers[plan.Year].Target, true
	}
	return plan.Numbers[plan.Year].Actual, false
}

func (s Screen) setFigure(year, column int, wanted bool, r report.PlanFigure) func(string) kit.Outcome {
	of := year
	if column == 0 {
		of--
	}
	return func(v string) kit.Outcome {
		v = account.PlainFigure(r.Quantity, v)
		return kit.Changes(kit.Label("plan.label.figure", r.Name), func(c *account.Client) error { return c.SetFigure(year, of, wanted, r.Quantity, v) })
	}
}
