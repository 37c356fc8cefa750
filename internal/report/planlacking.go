package report

import (
	"slices"
	"strings"
)

// lacking is what a plan still lacks, in one line: which blocks are empty,
// which indicators nobody does anything for, and for which nobody knows when.
func (m planner) lacking(blocks []PlanBlock) string {
	var parts, empty, idle, undated []string
	for i := range m.plan.KPIs {
		k := &m.plan.KPIs[i]
		dated := func(text string) bool { a := k.Action(text); return a.Due != "" || a.Done != "" }
		switch {
		case len(k.Actions) == 0:
			idle = append(idle, k.Code)
		case !slices.ContainsFunc(k.Actions, dated):
			undated = append(undated, k.Code)
		}
	}
	for _, b := range blocks {
		switch {
		case !b.Empty, b.Number == KPIActionsBlock && len(idle) > 0:
		default:
			empty = append(empty, m.w.Int(b.Number))
		}
	}
	for _, said := range []struct {
		key   string
		about []string
	}{{"plan.lacking.empty", empty}, {"plan.lacking.idle", idle}, {"plan.lacking.undated", undated}} {
		if len(said.about) > 0 {
			parts = append(parts, m.w.T(said.key, strings.Join(said.about, ", ")))
		}
	}
	return strings.Join(parts, " · ")
}
