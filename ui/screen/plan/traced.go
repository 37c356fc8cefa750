package plan

import (
	"strconv"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/internal/trace"
	"kwi/ui/kit"
)

// ThingInHand implements kit.Traced: the KWI's score or the agreement on the line
// in hand, what the live figures are of, and else that it was typed here.
func (s Screen) ThingInHand(f kit.Frame) (trace.Thing, string) {
	page, ok := s.page(&f)
	if !ok {
		return trace.Thing{}, ""
	}
	b := page.Block(s.number())
	l, _ := s.line(b)
	typed := trace.Thing{Kind: trace.Typed, Number: strconv.Itoa(page.Year), Text: b.Title}
	if y := report.NewestOf(&f.Client, page.Year); y != nil {
		typed.Cycle = y.Name
	}
	switch {
	case l.Action != "":
		return trace.Thing{Kind: trace.Action, Number: l.Action, Cycle: typed.Cycle}, ""
	case l.KWI != 0:
		return trace.Thing{Kind: trace.Score, KWI: l.KWI, Cycle: typed.Cycle}, ""
	case b.Number == report.KWIsBlock, b.Number == report.KWIActionsBlock:
		return trace.Thing{Kind: trace.Score, Cycle: typed.Cycle}, ""
	case l.KPI != "":
		typed.Text, typed.Of = l.KPI, l.KPI
	case b.Figures != nil && s.in:
		row := b.Figures.Rows[s.held(b).In(len(b.Figures.Rows))]
		if row.Quantity == account.NetScore && row.SoFar.Live {
			return trace.Thing{Kind: trace.NPS, Cycle: typed.Cycle}, ""
		}
		typed.Text, typed.Of = row.Name, string(row.Quantity)
	}
	return typed, ""
}
