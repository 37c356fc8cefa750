package score

import "kwi/internal/account"

// NPS is the net promoter score of a cycle.
type NPS struct {
	Promoters, Passives, Detractors int // 0 where withheld
	Answers                         int
	Withheld                        bool
	Fewest                          int // how many answers it needs, where it is withheld because it has fewer
}

// OK reports whether there is a figure that may be shown.
func (n NPS) OK() bool { return n.Answers > 0 && !n.Withheld }

// Score is %promoters − %detractors, −100 … +100, rounded half away from
// zero to a whole number. It is 0 where there is none: ask OK first.
func (n NPS) Score() int {
	if !n.OK() {
		return 0
	}
	x := 100 * (n.Promoters - n.Detractors)
	if x < 0 {
		return -((-2*x + n.Answers) / (2 * n.Answers))
	}
	return (2*x + n.Answers) / (2 * n.Answers)
}

// Group is the group of a score: +1 promoter, 0 passive, −1 detractor.
func Group(score int) int {
	switch {
	case score >= 9:
		return 1
	case score >= 7:
		return 0
	}
	return -1
}

// countNPS counts the answers of a cycle. By group fewer than four show
// nothing, by name fewer than three where one is anonymous.
func countNPS(y *account.Cycle) (n NPS) {
	if len(y.NPS) == 0 {
		return n // of most cycles, and much quicker than to walk along nothing
	}
	for _, a := range y.NPS {
		n.Answers++
		switch Group(a.Score) {
		case 1:
			n.Promoters++
		case 0:
			n.Passives++
		default:
			n.Detractors++
		}
	}
	if n.Answers > 0 && n.Answers < fewestOf(y) {
		return NPS{Answers: n.Answers, Withheld: true, Fewest: fewestOf(y)}
	}
	return n
}

// fewestOf is how many answers the NPS of a cycle needs.
func fewestOf(y *account.Cycle) int {
	switch {
	case !y.Named():
		return FewestShown
	case !y.NPSNamed():
		return FewestNamed
	}
	return 1
}
