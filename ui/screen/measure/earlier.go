package measure

import (
	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
)

// earlierGrades are what a respondent answered to the same questions the last
// time, for the manager to see beside what is typed.
type earlierGrades struct {
	answers map[account.QuestionCode]account.Answer
	in      account.CycleName // "" where they are of several cycles
}

// leastForEarlier is the width from which there is room for them.
const leastForEarlier = 56

func (s *entrySheet) earlier(f *kit.Frame, w int) earlierGrades {
	e := earlierGrades{answers: map[account.QuestionCode]account.Answer{}}
	if f.Audience != kit.Manager || w < leastForEarlier {
		return e
	}
	y := f.Y()
	for _, q := range y.AskedOf(s.who) {
		a, in := f.Client.LastGrade(y.Name, s.who, q)
		if a.Grade == 0 {
			continue
		}
		if len(e.answers) == 0 {
			e.in = in
		} else if e.in != in {
			e.in = ""
		}
		e.answers[q] = a
	}
	return e
}

// width is how wide their column is.
func (e earlierGrades) width() int {
	if len(e.answers) == 0 {
		return 0
	}
	return gradeW
}

// head names the cycle that they are of.
func (e earlierGrades) head(f *kit.Frame) string {
	title := string(e.in)
	if title == "" {
		title = f.T("measure.col.last")
	}
	return cells.FitRight(title, e.width())
}

func (e earlierGrades) cell(q account.QuestionCode) string {
	a, ok := e.answers[q]
	if !ok {
		return cells.Pad("", e.width())
	}
	return cells.FitRight(a.Grade.String()+a.Relevance.Sign(), e.width())
}
