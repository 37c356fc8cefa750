package report

import "strings"

// compare marks in which blocks a plan is other than the one before it, and
// what. Where there is none before it, nothing is.
func (m planner) compare(blocks []PlanBlock, o Options) {
	last := m.c.PlanBefore(m.plan.Year)
	if last == nil {
		return
	}
	was := newPlanner(m.c, last, o).written()
	for i := range was { // the figures hold one year against the other as they are
		b := &blocks[i]
		if b.Changes = changesOf(changeLines(b.Number, was[i]), changeLines(b.Number, b.Lines)); len(b.Changes) > 0 {
			b.Changed = m.w.T("plan.changed", last.Year)
		}
	}
}

// changeLines are the lines of a block as they are held against those of
// another plan: what is done, how far it is and who does it may differ.
func changeLines(number int, lines []PlanLine) (out []string) {
	for _, l := range lines {
		if !l.Entry && (number == KPIActionsBlock || number == KWIActionsBlock) {
			continue // the head of what is compared
		}
		out = append(out, strings.TrimSpace(l.Code+" "+l.Text))
	}
	return out
}

// mostCompared is how many pairs of lines are held against each other. Of texts
// with more, all that differs is told as it stands.
const mostCompared = 100_000

// changesOf are the lines that went and came, in the order in which they stand:
// what both have in the same order stays.
func changesOf(was, is []string) (out []PlanChange) {
	for len(was) > 0 && len(is) > 0 && was[0] == is[0] {
		was, is = was[1:], is[1:]
	}
	for len(was) > 0 && len(is) > 0 && was[len(was)-1] == is[len(is)-1] {
		was, is = was[:len(was)-1], is[:len(is)-1]
	}
	longest := commonLines(was, is)
	i, j := 0, 0
	for i < len(was) || j < len(is) {
		switch {
		case longest != nil && i < len(was) && j < len(is) && was[i] == is[j]:
			i, j = i+1, j+1
		case j == len(is) || i < len(was) && (longest == nil || longest[i+1][j] >= longest[i][j+1]):
			out = append(out, PlanChange{true, was[i]})
			i++
		default:
			out = append(out, PlanChange{false, is[j]})
			j++
		}
	}
	return out
}

// commonLines is how many lines was[i:] and is[j:] have in common, for every i
// and j; nil where that is too much to look at.
func commonLines(was, is []string) [][]int {
	if len(was)*len(is) > mostCompared {
		return nil
	}
	longest := make([][]int, len(was)+1)
	for i := range longest {
		longest[i] = make([]int, len(is)+1)
	}
	for i := len(was) - 1; i >= 0; i-- {
		for j := len(is) - 1; j >= 0; j-- {
			if longest[i][j] = max(longest[i+1][j], longest[i][j+1]); was[i] == is[j] {
				longest[i][j] = longest[i+1][j+1] + 1
			}
		}
	}
	return longest
}
