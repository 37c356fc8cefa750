package portfolio

import (
	"cmp"

	"kwi/internal/account"
)

// CompareScores puts the lowest score first, and who has none last.
func CompareScores(a, b *Line) int {
	return cmp.Or(figureFirst(a.Score.OK(), b.Score.OK()), cmp.Compare(a.Score, b.Score))
}

// CompareChanges puts the steepest fall first, and what cannot be compared last.
func CompareChanges(a, b *Line) int {
	return cmp.Or(figureFirst(a.Change.OK, b.Change.OK), cmp.Compare(a.Change.By, b.Change.By))
}

// Asks is by which day a client asks for attention, as text that sorts: behind every day
// where there is nothing to do.
func (l *Line) Asks(now account.Moment) account.Date {
	if on := l.First(now).On; on != "" {
		return on
	}
	return "~"
}

// figureFirst puts what has a figure before what has none.
func figureFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}
