package account_test

import (
	"slices"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

func TestAnAnswerNeedsAGradeAndAnAssignedQuestion(t *testing.T) {
	c := busy()
	give := func(who account.Initials, a account.Answer) error { return c.Answer("", who, a, today) }
	refuses(t, give("BB", account.Answer{Question: code(1, 1), Grade: 11}), fault.Grade)
	refuses(t, give("BB", account.Answer{Question: code(1, 1), Grade: 8, Relevance: 3}), fault.Grade)
	refuses(t, give("DD", account.Answer{Question: code(1, 1), Grade: 8}), fault.NotAssigned)
	refuses(t, give("BB", account.Answer{Question: code(9, 9), Grade: 8}), fault.NotAssigned)
	refuses(t, c.Answer("2020H1", "BB", account.Answer{Question: code(1, 1), Grade: 8}, today), fault.NoCycle)
	if len(c.Newest().Answers["BB"]) > 0 {
		t.Errorf("kept all the same: %v", c.Newest().Answers)
	}
}

func TestTheFirstAnswerDatesTheReturnAndTheLastOneTakenAwayUndatesIt(t *testing.T) {
	c := busy()
	at := func(q account.QuestionCode, g account.Grade, on account.Date) {
		t.Helper()
		succeeds(t, c.Answer("", "BB", account.Answer{Question: q, Grade: g}, on))
	}
	at(code(1, 2), 8, "2026-05-01")
	at(code(1, 1), 7, "2026-05-02")
	at(code(1, 2), 9, "2026-05-03")
	want := account.Sheet{{Question: code(1, 1), Grade: 7}, {Question: code(1, 2), Grade: 9}}
	if y := c.Newest(); y.Answered["BB"] != "2026-05-01" || !slices.Equal(y.Answers["BB"], want) {
		t.Errorf("on %s: %v", y.Answered["BB"], y.Answers["BB"])
	}
	at(code(1, 1), 0, "2026-05-04")
	at(code(1, 2), 0, "2026-05-04")
	at(code(1, 2), 0, "2026-05-04")
	y := c.Newest()
	_, dated := y.Answered["BB"]
	if _, there := y.Answers["BB"]; there || dated {
		t.Errorf("left: %v on %s", y.Answers["BB"], y.Answered["BB"])
	}
}

func TestARecommendationIsZeroToTen(t *testing.T) {
	c := busy()
	for score, ok := range map[int]bool{-1: false, 0: true, 10: true, 11: false} {
		err := c.AnswerNPS("", "BB", &account.NPS{Score: score})
		if (err == nil) != ok {
			t.Errorf("%d: %v", score, err)
		}
		if f, refused := fault.Of(err); refused && (f.Kind != fault.BadValue || len(f.Values) != 2) {
			t.Errorf("%d: %v", score, err)
		}
	}
	refuses(t, c.AnswerNPS("", "ZZ", &account.NPS{}), fault.Removed)
	mine := account.NPS{Score: 9, Why: "before"}
	succeeds(t, c.AnswerNPS("", "BB", &mine))
	mine.Why = "after"
	if c.Newest().NPS["BB"].Why != "before" {
		t.Error("the answer changes with the caller's")
	}
	succeeds(t, c.AnswerNPS("", "BB", nil))
	if _, there := c.Newest().NPS["BB"]; there {
		t.Error("it is still there")
	}
}

func TestARemarkIsReadOutOnlyWhereItIsThereAndReleased(t *testing.T) {
	c := busy()
	for _, d := range []struct {
		text     string
		released bool
		want     bool
	}{{"", true, false}, {"Fine.", false, false}, {"Fine.", true, true}, {"Finer.", true, true}, {"Finer.", false, false}, {"Fine.", true, true}, {"", true, false}} {
		succeeds(t, c.Remark("", "BB", d.text, d.released))
		if y := c.Newest(); y.IsReleased("BB") != d.want || y.Remarks["BB"] != d.text {
			t.Errorf("%q, released %v: %q, %v", d.text, d.released, y.Remarks["BB"], y.Released)
		}
	}
	if _, there := c.Newest().Remarks["BB"]; there || len(c.Newest().Released) > 0 {
		t.Error("an empty remark is kept")
	}
	refuses(t, c.Remark("", "ZZ", "T", true), fault.Removed)
}

func TestAQuestionIsGivenToEightRespondentsAtMost(t *testing.T) {
	c := eight(t, true)
	succeeds(t, wish("")(&c))
	for _, r := range c.Respondents {
		succeeds(t, c.Assign("", r.Initials, code(1, 1), true))
	}
	answered := c.Clone()
	succeeds(t, answered.Answer("", "A", account.Answer{Question: code(1, 1), Grade: 7}, today))
	succeeds(t, answered.Leave("A", today))
	succeeds(t, answered.AddRespondent(account.Respondent{Initials: "I"}))
	refuses(t, answered.Assign("", "I", code(1, 1), true), fault.TooManyRespondents)
	succeeds(t, answered.TakeOver("A", "I", today)) // who has the seat of A
	succeeds(t, answered.Assign("", "I", code(1, 1), true))
	succeeds(t, c.Leave("A", today)) // who answered nothing and holds no seat
	succeeds(t, c.AddRespondent(account.Respondent{Initials: "I"}))
	succeeds(t, c.Assign("", "I", code(1, 1), true))
	refuses(t, c.Assign("", "ZZ", code(1, 1), true), fault.Removed)
	refuses(t, c.Assign("", "B", code(1, 2), true), fault.Removed)
}

func TestAGradedQuestionStaysWithItsRespondent(t *testing.T) {
	c := busy()
	refuses(t, c.Assign("", "AA", code(1, 1), false), fault.KeepsAnswers)
	for _, can := range []bool{false, false, true, true} {
		succeeds(t, c.Assign("", "BB", code(1, 1), can))
		if c.Newest().IsAssigned("BB", code(1, 1)) != can {
			t.Errorf("assigned: %v", !can)
		}
	}
	if codes := c.Newest().Assigned["BB"]; !slices.IsSortedFunc(codes, account.CompareCodes) || len(codes) != len(c.Newest().Assigned["CC"]) {
		t.Errorf("got %v", codes)
	}
}
