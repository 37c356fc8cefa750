package account

import (
	"slices"
	"strings"
)

// Regrade changes an answer of which the outcome may have been told, also in a
// closed cycle, where that needs a why.
func (c *Client) Regrade(cycle CycleName, who Initials, q QuestionCode, today Date, why string, change func(*Answer)) error {
	return c.Correct(cycle, today, regradeOf(who, q), why, func(c *Client) error {
		return c.EditAnswer(cycle, who, q, today, why, change)
	})
}

// ChangeFrom is the change of an answer into this one: only what is another in
// it, so that what was changed beside it meanwhile stays. Where there was no
// answer it is all of this one.
func (a Answer) ChangeFrom(was Answer) func(*Answer) {
	return func(now *Answer) {
		if was.Grade == 0 || a.Grade != was.Grade {
			now.Grade = a.Grade
		}
		if was.Grade == 0 || a.Relevance != was.Relevance {
			now.Relevance = a.Relevance
		}
	}
}

// noteRegrade keeps as a correction that an answer of which the outcome was
// told became another. A first answer corrects nothing: its day is that of the
// list. Of one question there is one line a day for the same reason, from what
// was told to what it is now, for a 10 is typed by way of a 1; what is put back
// as it was leaves none. By group no grade stands in it.
func (y *Cycle) noteRegrade(who Initials, was, is Answer, today Date, why string) {
	about := regradeOf(who, is.Question)
	if y.Named() {
		about += ": "
	}
	i := slices.IndexFunc(y.Corrections, func(r Correction) bool {
		return r.Date == today && r.Why == why && strings.HasPrefix(r.What, about) && (y.Named() || r.What == about)
	})
	noted := Correction{Date: today, What: about, Why: why}
	if y.Named() {
		told, now := orDash(was), orDash(is)
		if i >= 0 {
			told, _, _ = strings.Cut(strings.TrimPrefix(y.Corrections[i].What, about), becomes)
		}
		noted.What += told + becomes + now
		if i >= 0 && told == now {
			y.Corrections = slices.Delete(slices.Clone(y.Corrections), i, i+1)
			return
		}
	}
	switch {
	case i >= 0:
		y.Corrections = slices.Clone(y.Corrections)
		y.Corrections[i] = noted
	case was.Grade != 0:
		y.Corrections = append(slices.Clone(y.Corrections), noted)
	}
}

// Answer is of whom and to which question the answer is that was corrected; false
// where it was something else.
func (r Correction) Answer() (who Initials, q QuestionCode, is bool) {
	about, _, _ := strings.Cut(r.What, ": ")
	left, code, _ := strings.Cut(about, " ")
	q, is = ParseQuestionCode(code)
	return Initials(left), q, is
}

// regradeOf names a grade in a correction, in no language.
func regradeOf(who Initials, q QuestionCode) string { return string(who) + " " + q.String() }

// becomes stands between what was told and what it is now.
const becomes = " → "

func orDash(a Answer) string {
	if a.Grade == 0 {
		return "–"
	}
	return a.String()
}

// withoutGrades are corrections in which no grade stands any more.
func withoutGrades(list []Correction) []Correction {
	var out []Correction
	for _, r := range list {
		about, _, told := strings.Cut(r.What, ": ")
		_, code, _ := strings.Cut(about, " ")
		if _, ok := ParseQuestionCode(code); ok && told {
			r.What = about
		}
		if !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}
