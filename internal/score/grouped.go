package score

import "kwi/internal/account"

// FewestShown is how many respondents a figure needs where answers are kept by
// group, and how many answers an NPS needs there. With three, whoever knows
// their own grades has two unknown people left, and a figure often tells both.
const FewestShown = 4

// FewestNamed is how many answers an NPS needs where answers are by name but
// one recommendation is anonymous.
const FewestNamed = 3

// grouped is what may be shown of a table by group: nothing while a list is
// awaited, so that no two figures differ by one list; then scores with one
// decimal and how many respondents they are of, and nothing beside them.
//
// A KWI needs four respondents; where one has fewer, none is shown, because it
// could be computed from the total. The total needs four as well. Neither is
// shown where somebody could work out from it what another gave.
func (t Table) grouped(c *account.Client, y *account.Cycle, order []account.Initials) Table {
	if t.Awaited = c.ListsAwaited(y); t.Awaited > 0 {
		t.NPS = NPS{Answers: t.NPS.Answers, Withheld: t.NPS.Answers > 0}
		return t.withheld()
	}
	all := crowd{t, y, order, origins(c)}
	switch {
	case !all.enough(nobody):
		return t.withheld()
	case all.enoughByKWI(nobody) && !all.tells(c, true):
		t.KWIs = roughLines(t.KWIs)
	case !all.tells(c, false):
		t.KWIs, t.Withheld = nil, true
	default:
		return t.withheld()
	}
	t.Total = t.Total.rough()
	return t
}

// Grouped says in a word what is shown of a table by group, for whoever says it
// in a sentence: waiting for n lists; shown, or of the total alone, with n who
// answered; or none. It is "" by name, and where nobody answered.
func (t *Table) Grouped() (how string, n int) {
	switch {
	case t.AnswersBy != account.ByGroup || !t.HasAnswers():
		return "", 0
	case t.Awaited > 0:
		return "waiting", t.Awaited
	case t.Total.Respondents == 0:
		return "none", 0
	case t.Withheld:
		return "total", t.Total.Respondents
	}
	return "shown", t.Total.Respondents
}

// withheld is a table of which no figure is shown.
func (t Table) withheld() Table {
	t.KWIs, t.Total, t.Withheld = nil, Line{}, true
	return t
}

func roughLines(lines []Line) []Line {
	out := make([]Line, len(lines))
	for k, line := range lines {
		out[k] = line.rough()
	}
	return out
}

// rough is a line of which nothing can be told but its score with one decimal
// and how many answered.
func (l Line) rough() Line {
	return Line{Code: l.Code, Target: l.Target, Sums: l.Sums.rough(), Respondents: l.Respondents}
}

// rough is sums of which nothing can be told but the score with one decimal.
func (s Sums) rough() Sums {
	if tenths := s.tenths(); tenths.OK() {
		return Sums{Points: int(tenths) / 10, Weight: 10}
	}
	return Sums{}
}
