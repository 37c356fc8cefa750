package score

import (
	"cmp"
	"slices"

	"kwi/internal/account"
)

// Agreement says in a word how far the respondents of a KWI agree. It
// describes the scores that are there; with eight people nothing is proved.
type Agreement byte

// The ways in which respondents agree; the zero value is that fewer than two
// answered. A point is one whole grade between two shown scores.
const (
	NoAgreement Agreement = iota
	Together              // all within one point
	OneApart              // one more than a point from all others, who are within one
	TwoCamps              // two or more on either side, each within one point and more than one apart
	Scattered             // anything else
)

// onePoint is a whole grade in hundredths.
const onePoint = 100

// Spread is how far the respondents of a KWI, or of the total, lie apart.
type Spread struct {
	Agreement    Agreement
	Lowest, Most Figure
	Low, High    []account.Initials // of one apart and two camps, who is on which side
	HighFrom     Figure             // where the upper side begins, LowTo where the lower ends
	LowTo        Figure
}

// Spread looks at the shown scores of single respondents, so there is none
// where these do not stand beside names.
func (t *Table) Spread(code account.KWICode) (s Spread) {
	type voice struct {
		who   account.Initials
		score Figure
	}
	var all []voice
	for r, cell := range t.line(code).Cells {
		if r < len(t.Respondents) && cell.Answers > 0 {
			all = append(all, voice{t.Respondents[r], cell.Score()})
		}
	}
	n := len(all)
	if n < 2 {
		return s
	}
	slices.SortStableFunc(all, func(a, b voice) int { return cmp.Compare(a.score, b.score) })
	s.Lowest, s.Most = all[0].score, all[n-1].score
	gap := 1 // the upper side begins here
	for i := 2; i < n; i++ {
		if all[i].score-all[i-1].score > all[gap].score-all[gap-1].score {
			gap = i
		}
	}
	s.LowTo, s.HighFrom = all[gap-1].score, all[gap].score
	sides := n > 2 && s.HighFrom-s.LowTo > onePoint && s.LowTo-s.Lowest <= onePoint && s.Most-s.HighFrom <= onePoint
	switch {
	case s.Most-s.Lowest <= onePoint:
		s.Agreement = Together
	case sides && (gap == 1 || gap == n-1):
		s.Agreement = OneApart
	case sides:
		s.Agreement = TwoCamps
	default:
		s.Agreement = Scattered
	}
	if s.Agreement == OneApart || s.Agreement == TwoCamps {
		for i, v := range all {
			if i < gap {
				s.Low = append(s.Low, v.who)
			} else {
				s.High = append(s.High, v.who)
			}
		}
	}
	return s
}
