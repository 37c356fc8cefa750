package report

import "strings"

// lacking is what a plan still lacks, in one line: which blocks are empty, and
// which indicators nobody does anything for.
func (m planner) lacking(blocks []PlanBlock) string {
	var parts, empty, idle []string
	for _, k := range m.plan.KPIs {
		if len(k.Actions) == 0 {
			idle = append(idle, k.Code)
		}
	}
	for _, b := range blocks {
		switch {
		case !b.Empty, b.Number == KPIActionsBlock && len(idle) > 0:
		case b.Number == FiguresBlock:
			empty = append(empty, m.w.T("plan.lacking.figures"))
		default:
			empty = append(empty, m.w.Int(b.Number))
		}
	}
	for _, said := range []struct {
		key   string
		about []string
	}{{"plan.lacking.empty", empty}, {"plan.lacking.idle", idle}} {
		if len(said.about) > 0 {
			parts = append(parts, m.w.T(said.key, strings.Join(said.about, ", ")))
		}
	}
	return strings.Join(parts, " · ")
}
