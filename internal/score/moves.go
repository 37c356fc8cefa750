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
	j := h.lastBefore(i, code)
	if j < 0 {
		return m
	}
	for r, who := range h[i].Respondents {
		if before := slices.Index(h[j].Respondents, who); before >= 0 {
			m.count(h[i].cell(code, r).Since(h[j].cell(code, before)))
		}
	}
	return m
}

// count adds a respondent by how much they changed.
func (m *Moves) count(change Change) {
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
