package report

import "kwi/internal/account"

// formula computes from the answers that both choose; nil chooses all. Where
// no answer is in the lists there is none.
func (s *sheets) formula(op Op, who func(account.Initials) bool, question func(account.QuestionCode) bool) *Formula {
	f := Formula{Op: op}
	for _, respondent := range s.who {
		if who != nil && !who(respondent) {
			continue
		}
		name := s.tables[respondent].Name
		for row, code := range s.codes[respondent] {
			if code == (account.QuestionCode{}) || question != nil && !question(code) {
				continue
			}
			f.Grades = append(f.Grades, Ref{name, row, colGrade})
			f.Weights = append(f.Weights, Ref{name, row, colWeight})
		}
	}
	if len(f.Grades) == 0 {
		return nil
	}
	return &f
}

// onlyOf chooses one respondent.
func onlyOf(who account.Initials) func(account.Initials) bool {
	return func(w account.Initials) bool { return w == who }
}

// underKWI chooses the questions of one KWI, or with 0 all.
func underKWI(code account.KWICode) func(account.QuestionCode) bool {
	if code == 0 {
		return nil
	}
	return func(q account.QuestionCode) bool { return q.KWI == code }
}

// differenceOf computes the difference of two cells.
func differenceOf(from, take Ref) *Formula {
	return &Formula{Op: Less, Grades: []Ref{from}, Weights: []Ref{take}}
}

// sameAs is the figure of another cell.
func sameAs(cell Ref) *Formula { return &Formula{Op: Same, Grades: []Ref{cell}, Weights: []Ref{cell}} }
