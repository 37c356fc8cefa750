package score

import (
	"cmp"
	"slices"

	"kwi/internal/account"
)

// Without is a score as it would be without one respondent.
type Without struct {
	Who   account.Initials
	Sums  Sums   // of all others
	Shift Change // what this one voice does: the shown score less that of the others
}

// Size is how much one voice does, up or down, in hundredths.
func (v *Without) Size() int { return max(v.Shift.By, -v.Shift.By) }

// Voices is the score of a KWI, or with code 0 the total, without each of its
// respondents, whoever changes it most first. It is for the manager: there is
// none by group, nor where scores do not stand beside names, nor of a single
// respondent, whom nobody is left without.
func (t *Table) Voices(code account.KWICode) (out []Without) {
	line := t.line(code)
	for r, cell := range line.Cells {
		if rest := line.Sums.minus(cell); r < len(t.Respondents) && cell.Answers > 0 && rest.Answers > 0 {
			out = append(out, Without{t.Respondents[r], rest, line.Sums.Score().Since(rest.Score())})
		}
	}
	slices.SortStableFunc(out, func(a, b Without) int { return cmp.Compare(b.Size(), a.Size()) })
	return out
}

// Lean is how one respondent scores beside all together on the same KWIs.
type Lean struct {
	Who  account.Initials
	Own  Sums
	All  Sums   // of all who answered, on the KWIs that this one judges
	More Change // the difference of the two shown scores: above 0 is more positive
}

// Leans are the respondents of a KWI, or with code 0 of all KWIs, the most
// positive first. On all KWIs each is set against what all gave to the KWIs
// that this one judges, so that nobody is called critical for judging what is
// hard. Nobody leans where only one answered.
func (t *Table) Leans(code account.KWICode) (out []Lean) {
	line := t.line(code)
	if line.Respondents < 2 {
		return nil
	}
	for r, cell := range line.Cells {
		if r >= len(t.Respondents) || cell.Answers == 0 {
			continue
		}
		all := line.Sums
		if code == 0 {
			all = t.judgedBy(r)
		}
		out = append(out, Lean{t.Respondents[r], cell, all, cell.Score().Since(all.Score())})
	}
	slices.SortStableFunc(out, func(a, b Lean) int { return cmp.Compare(b.More.By, a.More.By) })
	return out
}

// judgedBy is the sums of all on the KWIs that one respondent judges.
func (t *Table) judgedBy(r int) (all Sums) {
	for _, l := range t.KWIs {
		if r < len(l.Cells) && l.Cells[r].Answers > 0 {
			all = all.Plus(l.Sums)
		}
	}
	return all
}

// line is the line of a KWI, or with code 0 of the total.
func (t *Table) line(code account.KWICode) Line {
	if code == 0 {
		return t.Total
	}
	return t.Line(code)
}
