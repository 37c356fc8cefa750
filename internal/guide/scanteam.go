package guide

// ScanTeamLeast and ScanSpreadLeast are of how many people at least there are
// sums of a team, and beside them the lowest and the highest: with three of them
// the middle one would follow, and so everybody.
const (
	ScanTeamLeast   = 3
	ScanSpreadLeast = 4
)

// ScanTeam is what the scans of several people come to, without saying whose.
type ScanTeam struct {
	People          int
	Points, Max     int // 0 of fewer than ScanTeamLeast
	Factors         []FactorResult
	Lowest, Highest int // 0 of fewer than ScanSpreadLeast
}

// Team adds up scans, one of each person. One that is not complete does not
// count: a total of fewer questions would stand for less.
func (s Scan) Team(all [][]byte) ScanTeam {
	var whole []ScanResult
	for _, answers := range all {
		if r := s.Result(answers); len(r.Missing) == 0 {
			whole = append(whole, r)
		}
	}
	t := ScanTeam{People: len(whole)}
	if t.People < ScanTeamLeast {
		return t
	}
	for i, f := range s.Factors {
		sum := FactorResult{Title: f.Title}
		for _, r := range whole {
			sum.Points += r.Factors[i].Points
			sum.Max += r.Factors[i].Max
		}
		sum.Explanation = f.explain(sum.Points, sum.Max)
		t.Factors = append(t.Factors, sum)
	}
	lowest, highest := whole[0].Points, whole[0].Points
	for _, r := range whole {
		t.Points += r.Points
		t.Max += r.Max
		lowest, highest = min(lowest, r.Points), max(highest, r.Points)
	}
	if t.People >= ScanSpreadLeast {
		t.Lowest, t.Highest = lowest, highest
	}
	return t
}
