package account_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
)

// differenceText is a difference as the test writes it.
func differenceText(d account.Difference) string {
	at := ""
	for _, s := range d.At {
		at += s.Kind + " " + s.ID + "/"
	}
	if d.Held {
		return at + d.Field + " held"
	}
	return fmt.Sprint(at, d.Field, " ", d.Was, d.Is)
}

func differencesTold(now *account.Client, before, after account.Client) (out []string) {
	for _, d := range account.Differences(now, before, after) {
		out = append(out, differenceText(d))
	}
	return out
}

// TestDifferencesSayWhatAStepChanged, each thing where it stands, and nothing of
// what the program counts for itself.
func TestDifferencesSayWhatAStepChanged(t *testing.T) {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	c := account.Client{ID: "x", Name: "X", Respondents: []account.Respondent{{Initials: "KK", Name: "Kees Klant"}}, Cycles: []account.Cycle{{
		Name: "2026H1", AnswersBy: account.ByName,
		KWIs:  []account.KWI{{Code: 1, Title: "One", Questions: []account.Question{{Code: q, Text: "A?"}}}},
		Notes: []account.Note{{With: "KK", Text: "as typed"}},
	}}}
	after := c.Clone()
	after.LastKWI = 7
	after.Respondents[0].Function = "director"
	y := &after.Cycles[0]
	y.KWIs[0].Title, y.KWIs[0].Questions[0].Text = "Two", "B?"
	y.KWIs = append(y.KWIs, account.KWI{Code: 2, Title: "New"})
	y.Notes[0].Text = "as it is now"
	y.Assigned = map[account.Initials][]account.QuestionCode{"KK": {q}}
	y.Answers = map[account.Initials]account.Sheet{"KK": {{Question: q, Grade: 8, Relevance: account.More}}}
	y.NPS = map[account.Initials]account.NPS{"KK": {Score: 0, Why: "No"}}
	y.Remarks = map[account.Initials]string{"KK": "Fine"}
	want := []string{
		"Respondent KK/Respondent.Function [] [director]",
		"Cycle 2026H1/Note KK/Note.Text [as typed] [as it is now]",
		"Cycle 2026H1/KWI KWI-01/KWI.Title [One] [Two]",
		"Cycle 2026H1/KWI KWI-01/Question 1.01/Question.Text [A?] [B?]",
		"Cycle 2026H1/KWI KWI-02/ [] [KWI]",
		"Cycle 2026H1/KWI KWI-02/KWI.Title [] [New]",
		"Cycle 2026H1/Person KK/Cycle.Assigned [] [1.01]",
		"Cycle 2026H1/Person KK/Question 1.01/Cycle.Answers [] [8>]",
		"Cycle 2026H1/Person KK/Cycle.Remarks [] [Fine]",
		"Cycle 2026H1/Person KK/Cycle.NPS [] [0]",
		"Cycle 2026H1/Person KK/NPS.Why [] [No]",
	}
	if got := differencesTold(&after, c, after); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if got := differencesTold(&c, c, c.Clone()); len(got) > 0 {
		t.Error(got)
	}
}

// TestDifferencesTellNoGradeByGroup: whatever was agreed when a grade was typed,
// beside a name stands what may stand there now.
func TestDifferencesTellNoGradeByGroup(t *testing.T) {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	before := account.Client{ID: "x", Cycles: []account.Cycle{{Name: "2026H1", AnswersBy: account.ByName}}}
	after := before.Clone()
	y := &after.Cycles[0]
	y.Answers = map[account.Initials]account.Sheet{"KK": {{Question: q, Grade: 8}}}
	y.NPS = map[account.Initials]account.NPS{"KK": {Score: 9, Why: "Because"}}
	y.Remarks = map[account.Initials]string{"KK": "Fine"}
	y.Corrections = []account.Correction{{Date: "2026-06-01", What: "KK 1.01: 7 → 8", Why: "typed wrong"}}
	y.Amendments = []account.Amendment{{Date: "2026-06-01", As: account.PutAside, What: "1.01", Who: "KK", Was: "8>"}}
	now := after.Clone()
	now.Cycles[0].AnswersBy = account.ByGroup
	gone := account.Client{ID: "x"}
	for _, c := range []*account.Client{&now, &gone} {
		for _, d := range account.Differences(c, before, after) {
			said := d.Field == "Cycle.Answers" || d.Field == "Cycle.Remarks" || d.Field == "Cycle.NPS" || strings.HasPrefix(d.Field, "NPS.")
			if d.Held != said || strings.Contains(differenceText(d), "8") || d.Field == "Amendment.Was" {
				t.Error(differenceText(d))
			}
		}
	}
}
