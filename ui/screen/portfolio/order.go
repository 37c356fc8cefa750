package portfolio

import (
	"cmp"
	"slices"

	"kwi/internal/account"
	"kwi/internal/portfolio"
)

// sortOrder is what the list goes by.
type sortOrder byte

const (
	byName     sortOrder = iota // units below their organisation
	orderByDay                  // what asks for attention first
	byScore                     // the lowest first
	byChange                    // the steepest fall first
	orders
)

func (o sortOrder) String() string { return [...]string{"name", "day", "score", "change"}[o] }

// sort puts rows that stand by name in another order; equals stay by name,
// and what has no such figure goes last.
func (o sortOrder) sort(rows []clientRow, sh *shownList, now account.Moment) {
	switch o {
	case orderByDay:
		days := make([]account.Date, len(sh.lines))
		for _, r := range rows {
			days[r.line] = sh.lines[r.line].Asks(now)
		}
		slices.SortStableFunc(rows, func(a, b clientRow) int { return cmp.Compare(days[a.line], days[b.line]) })
	case byScore:
		slices.SortStableFunc(rows, func(a, b clientRow) int { return portfolio.CompareScores(&sh.lines[a.line], &sh.lines[b.line]) })
	case byChange:
		slices.SortStableFunc(rows, func(a, b clientRow) int { return portfolio.CompareChanges(&sh.lines[a.line], &sh.lines[b.line]) })
	}
}

// parents finds the organisation of every unit, -1 for none. A chain that
// bites its tail is cut.
func parents(lines []portfolio.Line) []int32 {
	at := make(map[string]int32, len(lines))
	units := false
	for i := range lines {
		at[lines[i].ID] = int32(i)
		units = units || lines[i].PartOf != ""
	}
	up := make([]int32, len(lines))
	for i := range lines {
		up[i] = -1
		if p, ok := at[lines[i].PartOf]; ok && units && lines[i].PartOf != "" {
			up[i] = p
		}
	}
	if !units {
		return up
	}
	for i := range up {
		steps := 0
		for p := up[i]; p >= 0; p = up[p] {
			if steps++; int(p) == i || steps > deepest {
				up[i] = -1
				break
			}
		}
	}
	return up
}

// deepest is how many organisations can stand over a unit.
const deepest = 8
