package score_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/score"
)

// TestWhatWasToldBeforeACorrection: the point of a trend keeps what it was, of the
// KWI and of the total; by group that it was corrected and no figure.
func TestWhatWasToldBeforeACorrection(t *testing.T) {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	c := account.Client{ID: "x", Respondents: []account.Respondent{{Initials: "AA"}, {Initials: "BB"}, {Initials: "CC"}, {Initials: "DD"}}}
	y := account.Cycle{Name: "2026H1", Stage: account.Session, AnswersBy: account.ByName, Assigned: map[account.Initials][]account.QuestionCode{},
		KWIs: []account.KWI{{Code: 1, Questions: []account.Question{{Code: q}}}, {Code: 2, Questions: []account.Question{{Code: account.QuestionCode{KWI: 2, Serial: 1}}}}}}
	for _, r := range c.Respondents {
		y.Assigned[r.Initials] = []account.QuestionCode{q}
	}
	c.Cycles = []account.Cycle{y}
	for i, r := range c.Respondents {
		if err := c.Answer("2026H1", r.Initials, account.Answer{Question: q, Grade: account.Grade(5 + i)}, "2026-06-01"); err != nil {
			t.Fatal(err)
		}
	}
	c.Cycles[0].Stage = account.Closed
	for _, grade := range []account.Grade{6, 9} { // twice: the first is what was told
		err := c.Regrade("2026H1", "AA", q, account.Date("2026-07-0"+string('0'+rune(grade)%7)), "misread", func(a *account.Answer) { a.Grade = grade })
		if err != nil {
			t.Fatal(err)
		}
	}
	h := score.HistoryOf(&c)
	for _, code := range []account.KWICode{0, 1} {
		if is, ok := h.Corrected(code, "2026H1"); !ok || is.Was != 650 || h.Table("2026H1").Total.Sums.Score() != 750 {
			t.Errorf("%d: %v %v", code, is, ok)
		}
	}
	if _, ok := h.Corrected(2, "2026H1"); ok {
		t.Error("what nobody corrected is marked")
	}
	if _, ok := score.HistoryFor(&c, account.Room{}).Corrected(1, "2026H1"); ok {
		t.Error("it is told where nobody said who sits here")
	}
	c.Cycles[0].AnswersBy = account.ByGroup
	if is, ok := score.HistoryOf(&c).Corrected(0, "2026H1"); !ok || is.Was.OK() {
		t.Errorf("by group: %v %v", is, ok)
	}
}

// TestATypoBreaksNoLine: words that are known to say the same are the same
// question.
func TestATypoBreaksNoLine(t *testing.T) {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	cycle := func(name account.CycleName, words string) account.Cycle {
		return account.Cycle{Name: name, AnswersBy: account.ByName, KWIs: []account.KWI{{Code: 1, Questions: []account.Question{{Code: q, Text: words}}}},
			Assigned: map[account.Initials][]account.QuestionCode{"AA": {q}}, Answers: map[account.Initials]account.Sheet{"AA": {{Question: q, Grade: 7}}}}
	}
	c := account.Client{ID: "x", Respondents: []account.Respondent{{Initials: "AA"}}, Cycles: []account.Cycle{cycle("2026H1", "Kennis word gedeeld"), cycle("2026H2", "Kennis wordt gedeeld")}}
	if h := score.HistoryOf(&c); !h.Breaks(&c, 1, "2026H2") {
		t.Error("other words break no line")
	}
	c.Cycles[1].Amendments = []account.Amendment{{As: account.SameQuestion, What: "1.01", Was: "Kennis word gedeeld", Now: "Kennis wordt gedeeld"}}
	if h := score.HistoryOf(&c); h.Breaks(&c, 1, "2026H2") {
		t.Error("a typo breaks the line")
	}
	if m := score.HistoryOf(&c).Match(&c, 1, "2026H2"); !m.OK() {
		t.Error("a typo is no like for like")
	}
	c.Cycles[1].Amendments[0].As = account.OtherOne
	if h := score.HistoryOf(&c); !h.Breaks(&c, 1, "2026H2") {
		t.Error("another question breaks no line")
	}
}
