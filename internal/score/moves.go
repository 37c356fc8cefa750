package score

import (
	"slices"

	"kwi/internal/account"
)

// Moves is how many respondents score higher, the same or lower than the last
// time they were asked.
type Moves struct{ Up, Same, Down int }

// OK reports whether anybody can be compared.
func (m Moves) OK() bool { return m != Moves{} }

// Moves compares the shown scores of single respondents, of a KWI or with code
// 0 of the total, with those in the last cycle before it that has a figure. It
// has none where scores do not stand beside names.
func (h History) Moves(code account.KWICode, cycle account.CycleName) (m Moves) {
	i := h.at(cycle)
	if i < 0 {
		return m
	}
	for j := i - 1; j >= 0; j-- {
		if earlier := h[j].figure(code); !earlier.OK() {
			continue
		}
		for r, who := range h[i].Respondents {
			before := slices.Index(h[j].Respondents, who)
			if before < 0 {
				continue
			}
			change := h[i].cell(code, r).Since(h[j].cell(code, before))
			switch {
			case !change.OK:
			case change.By > 0:
				m.Up++
			case change.By < 0:
				m.Down++
			default:
				m.Same++
			}
		}
		return m
	}
	return m
}

// cell is the score of one respondent; none where it is not there.
func (t *Table) cell(code account.KWICode, r int) Figure {
	line := t.Total
	if code != 0 {
		line = t.Line(code)
	}
	if r >= len(line.Cells) {
		return None
	}
	return line.Cells[r].Score()
}
