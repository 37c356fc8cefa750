package score

import (
	"slices"

	"kwi/internal/account"
)

// Matched is like for like: the score of a cycle and of the last one before it
// that has a figure, of the same respondents and the same questions alone.
// Beside it stands ±, which is the difference of the two shown scores and so
// moves too when somebody joins or a question is dropped.
type Matched struct {
	Since     account.CycleName // the earlier cycle
	Now, Then Sums              // of what both cycles share
	Moves                       // of the respondents who share an answer, by their shown scores of those
	New, Gone int               // respondents who answered now and not then, and the other way round
	Reworded  []account.QuestionCode
}

// OK reports whether the two cycles share any answer.
func (m *Matched) OK() bool { return m.Now.Answers > 0 }

// Change is the difference of the two scores that are like for like.
func (m *Matched) Change() Change { return m.Now.Score().Since(m.Then.Score()) }

// Match compares a KWI, or with code 0 the total, like for like. It compares
// nothing where one of the two cycles is by group. A question that has other
// words under the same code is another question, and is not in it.
func (h History) Match(c *account.Client, code account.KWICode, cycle account.CycleName) (m Matched) {
	i := h.at(cycle)
	j := h.lastBefore(i, code)
	if j < 0 || h[i].AnswersBy != account.ByName || h[j].AnswersBy != account.ByName {
		return m
	}
	now, then := c.Cycle(h[i].Cycle), c.Cycle(h[j].Cycle)
	if now == nil || then == nil || len(h[i].Respondents) == 0 {
		return m
	}
	m.Since, m.Reworded = then.Name, Reworded(c, then, now, code)
	for _, who := range h[i].Respondents {
		m.respondent(now.Answers[who], then.Answers[who], code)
	}
	for _, who := range h[j].Respondents {
		if counts(then.Answers[who], code) && !counts(now.Answers[who], code) {
			m.Gone++
		}
	}
	return m
}

// respondent adds what one of them answered in both cycles.
func (m *Matched) respondent(now, then account.Sheet, code account.KWICode) {
	var mine, before Sums
	for _, a := range now {
		b := then.Of(a.Question)
		if (code == 0 || a.Question.KWI == code) && a.Grade != 0 && b.Grade != 0 && !slices.Contains(m.Reworded, a.Question) {
			mine, before = mine.Plus(OfAnswer(a)), before.Plus(OfAnswer(b))
		}
	}
	change := mine.Score().Since(before.Score())
	if m.count(change); !change.OK && counts(now, code) && !counts(then, code) {
		m.New++
	}
	m.Now, m.Then = m.Now.Plus(mine), m.Then.Plus(before)
}

// counts reports whether a sheet answers anything of a KWI, or with code 0 at
// all.
func counts(s account.Sheet, code account.KWICode) bool {
	return slices.ContainsFunc(s, func(a account.Answer) bool { return a.Grade != 0 && (code == 0 || a.Question.KWI == code) })
}

// OfAnswer is the sums of one answer.
func OfAnswer(a account.Answer) Sums {
	w := a.Relevance.Weight()
	return Sums{Points: int(a.Grade) * w, Weight: w, Grades: int(a.Grade), Answers: 1}
}

// Reworded are the questions of a KWI, or with code 0 of all, that have other
// words in a later cycle than in an earlier one, under the same code, of which
// nobody said that they ask the same. Spaces and line ends are no words.
func Reworded(c *account.Client, then, now *account.Cycle, code account.KWICode) (out []account.QuestionCode) {
	for k := range now.KWIs {
		if code != 0 && now.KWIs[k].Code != code {
			continue
		}
		for _, q := range now.KWIs[k].InOrder() {
			if was := then.Question(q.Code); was != nil && !c.IsSame(q.Code.String(), "", was.Text, q.Text) {
				out = append(out, q.Code)
			}
		}
	}
	return out
}

// Breaks reports for a cycle whether the line of a KWI breaks there: since the last
// cycle before it that has a figure a question got other words, another KWI was
// merged into it, or a part of it was split off.
// The figures on both sides then speak of something else.
func (h History) Breaks(c *account.Client, code account.KWICode, cycle account.CycleName) bool {
	return len(h.RewordedIn(c, code, cycle)) > 0 || len(h.TurnedIn(c, code, cycle)) > 0
}

// TurnedIn is what went into a KWI or out of it since the last cycle before this
// one that has a figure: others that were merged into it, and the part that was
// split off. The figures on both sides are then of more, or of less.
func (h History) TurnedIn(c *account.Client, code account.KWICode, cycle account.CycleName) (out []account.Turn) {
	i := h.at(cycle)
	j := h.lastBefore(i, code)
	if code == 0 || j < 0 || !h[i].figure(code).OK() {
		return nil
	}
	for k := range c.Cycles {
		y := &c.Cycles[k]
		if y.Name <= h[j].Cycle || y.Name > h[i].Cycle {
			continue
		}
		for _, t := range y.Turns {
			in := t.How == account.TurnedMerged && slices.Contains(t.Into, code)
			if in || t.How == account.TurnedSplit && t.KWI == code {
				out = append(out, t)
			}
		}
	}
	return out
}

// RewordedIn are the questions by which the line of a KWI breaks in a cycle.
func (h History) RewordedIn(c *account.Client, code account.KWICode, cycle account.CycleName) []account.QuestionCode {
	i := h.at(cycle)
	j := h.lastBefore(i, code)
	if j < 0 || !h[i].figure(code).OK() {
		return nil
	}
	then, now := c.Cycle(h[j].Cycle), c.Cycle(h[i].Cycle)
	if then == nil || now == nil {
		return nil
	}
	return Reworded(c, then, now, code)
}
