package account_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// closedOnce is a client with a closed cycle in which KK answered.
func closedOnce(by account.AnswersBy) account.Client {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	return account.Client{ID: "one", Name: "One", Respondents: []account.Respondent{{Initials: "KK"}}, Cycles: []account.Cycle{{
		Name: "2025H2", Stage: account.Closed, AnswersBy: by,
		KWIs:     []account.KWI{{Code: 1, Title: "Kennis", Questions: []account.Question{{Code: q, Text: "Kent ons werk."}}}},
		Assigned: map[account.Initials][]account.QuestionCode{"KK": {q}},
		Answers:  map[account.Initials]account.Sheet{"KK": account.Sheet{}.With(account.Answer{Question: q, Grade: 8})},
		Actions:  []account.Action{{Number: "2025-01", Side: account.SupplierSide, Status: account.Open}},
	}}}
}

// What a file changes in a closed cycle is refused without a why, and noted with
// one; what may change there needs none.
func TestAFileDoesNotChangeAClosedCycleInSilence(t *testing.T) {
	regrade := func(c *account.Client) {
		c.Cycles[0].Answers["KK"] = account.Sheet{}.With(account.Answer{Question: account.QuestionCode{KWI: 1, Serial: 1}, Grade: 7})
	}
	for name, d := range map[string]struct {
		by     account.AnswersBy
		change func(c *account.Client)
		noted  string // "": it may
	}{
		"the same":          {account.ByName, func(*account.Client) {}, ""},
		"an open agreement": {account.ByName, func(c *account.Client) { c.Cycles[0].Actions[0].Status = account.Done }, ""},
		"other initials":    {account.ByName, func(c *account.Client) { _ = c.RenameInitials("KK", "KLA") }, ""},
		"its own correction": {account.ByName, func(c *account.Client) {
			regrade(c)
			c.Cycles[0].Corrections = []account.Correction{{Date: "2026-01-01", What: "KK 1.01: 8 → 7", Why: "x"}}
		}, ""},
		"a grade":            {account.ByName, regrade, "KK 1.01: 8 → 7"},
		"a grade by group":   {account.ByGroup, regrade, "KK 1.01"},
		"no answer any more": {account.ByName, func(c *account.Client) { c.Cycles[0].Answers = nil }, "KK 1.01: 8 → –"},
		"other words":        {account.ByName, func(c *account.Client) { c.Cycles[0].KWIs[0].Questions[0].Text = "Anders." }, "a file"},
		"nobody judges":      {account.ByName, func(c *account.Client) { c.Cycles[0].KWIs[0].Target = 80 }, "a file"},
		"open again":         {account.ByName, func(c *account.Client) { c.Cycles[0].Stage = account.Session }, "a file"},
	} {
		was, now := closedOnce(d.by), closedOnce(d.by)
		d.change(&now)
		before := now.Clone()
		how := account.Replacing{Today: "2026-11-26", By: "RM", What: "a file"}
		_, err := now.TakePlaceOf(&was, how)
		if d.noted == "" {
			if err != nil || len(now.Cycles[0].Corrections) != len(before.Cycles[0].Corrections) {
				t.Errorf("%s: %v, %+v", name, err, now.Cycles[0].Corrections)
			}
			continue
		}
		refuses(t, err, fault.Overturned)
		how.Why = "..."
		_, err = now.TakePlaceOf(&was, how)
		refuses(t, err, fault.NoReason)
		how.Why = "verkeerd overgenomen"
		told, err := now.TakePlaceOf(&was, how)
		want := account.Correction{Date: "2026-11-26", What: d.noted, Why: how.Why, By: "RM"}
		if y := now.Cycles[0]; err != nil || len(told.Closed) != 1 || len(y.Corrections) != 1 || y.Corrections[0] != want {
			t.Errorf("%s: %v, %+v", name, err, y.Corrections)
		}
	}
	was, now := closedOnce(account.ByName), closedOnce(account.ByName)
	now.Cycles = nil
	_, err := now.TakePlaceOf(&was, account.Replacing{})
	refuses(t, err, fault.Overturned)
}
