package score

import "kwi/internal/account"

// Rung is where a score stands on the ladder of expectation of method.md §8.
type Rung byte

// The rungs; the zero value is that nothing can be said.
const (
	NoRung Rung = iota
	LessThanExpected
	AsExpected
	MoreThanExpected
)

// asExpected is from how many hundredths on a score differs from its target.
const asExpected = 5

// Rung sets the score of these sums against a target: as expected where the
// two differ by less than 0.05. The score that is shown is judged, so that no
// reader finds another word than their own sum gives: with two decimals by name,
// with one by group.
func (s Sums) Rung(by account.AnswersBy, target account.Target) Rung {
	shown := s.Score()
	if by == account.ByGroup {
		shown = s.tenths()
	}
	return rungOf(shown, target)
}

func rungOf(shown Figure, target account.Target) Rung {
	gap := shown.Since(Aim(target))
	switch {
	case !gap.OK:
		return NoRung
	case gap.By <= -asExpected:
		return LessThanExpected
	case gap.By >= asExpected:
		return MoreThanExpected
	}
	return AsExpected
}

// tenths is the weighted score rounded half up to one decimal, from the sums
// and not from the two decimals: 7.946 is 7.9, by way of 7.95 it would be 8.0.
func (s Sums) tenths() Figure {
	if s.Weight == 0 {
		return None
	}
	return Figure((20*s.Points + s.Weight) / (2 * s.Weight) * 10)
}

// Aim is a target as a figure, None where there is none.
func Aim(target account.Target) Figure {
	if target == 0 {
		return None
	}
	return Figure(target)
}

// Rung is the rung of a KWI of this table; none where its figures are
// withheld.
func (t *Table) Rung(code account.KWICode, target account.Target) Rung {
	line := t.Line(code)
	return line.Sums.Rung(t.AnswersBy, target)
}
