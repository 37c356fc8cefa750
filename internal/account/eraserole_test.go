package account_test

import (
	"slices"
	"testing"

	"kwi/internal/account"
)

// TestWhatBecomesOfTheRolesOfWhoIsErased: somebody of the supplier's who answers for a
// client, visits, was at the session and owns agreements; what is open is told to be
// nobody's, and who has the same name at the client stays.
func TestWhatBecomesOfTheRolesOfWhoIsErased(t *testing.T) {
	t.Parallel()
	c := account.Client{ID: "x", Name: "X", Kind: account.External, Approach: account.Extended, Responsible: "JB",
		Respondents: []account.Respondent{{Initials: "KK", Name: "Joe Bestseller"}}, Colleagues: []account.Colleague{{Initials: "JB", Name: "Joe Bestseller"}, {Initials: "AA", Name: "Ann Acre"}},
		Cycles: []account.Cycle{{Name: "2026H1", Stage: account.Realise, AnswersBy: account.ByName,
			Meeting: account.Meeting{Present: []account.Initials{"JB", "KK", "AA"}},
			Visits:  []account.Visit{{Date: "2026-03-01", With: "KK", By: "JB", Note: "went well"}},
			Actions: []account.Action{{Number: "2026-01", Text: "calls", For: "JB", Status: account.Open}, {Number: "2026-02", Text: "writes", For: "Joe Bestseller", Status: account.Open}, {Number: "2026-03", Text: "did it", For: "JB", Status: account.Done, Done: "2026-04-01"}, {Number: "2026-04", Text: "waits", For: "AA", Status: account.Open}}}}}
	e, err := c.Erase("JB", "2026-11-27")
	if err != nil {
		t.Fatal(err)
	}
	y := c.Cycle("2026H1")
	if c.Responsible != "" || slices.Contains(y.Meeting.Present, "JB") || len(y.Meeting.Present) != 2 {
		t.Errorf("%q answers for the client, at the session were %v", c.Responsible, y.Meeting.Present)
	}
	if len(y.Visits) != 1 || y.Visits[0].By == "JB" || y.Visits[0].Note != "went well" {
		t.Errorf("what another said in a talk goes with who led it: %+v", y.Visits)
	}
	if len(y.Actions) != 4 || y.Actions[0].For != string(e.As) || y.Actions[1].For != string(e.As) || y.Actions[3].For != "AA" || e.Counts[account.KeptOpen] != 2 {
		t.Errorf("%+v, %v", y.Actions, e.Counts)
	}
	if r := c.Respondent("KK"); r == nil || r.Name != "Joe Bestseller" {
		t.Errorf("somebody else of the same name went: %+v", c.Respondents)
	}
}
