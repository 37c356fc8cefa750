package account_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// TestPlanningDoesNotRenameUnderNumbers: planning used to make 2026H2 of
// 2027H1, and later agreements got 2026-01 after 2027-01.
func TestPlanningDoesNotRenameUnderNumbers(t *testing.T) {
	c := account.Client{Respondents: []account.Respondent{{Initials: "AA"}}, Cycles: []account.Cycle{{Name: "2027H1"}}}
	agree := func() string {
		number, err := c.AddAction("", account.Action{Text: "a"}, account.Standard{}, today)
		succeeds(t, err)
		return number
	}
	if got := agree(); got != "2027-01" {
		t.Fatal(got)
	}
	succeeds(t, c.PlanSession("", "2026-12-20"))
	y := c.Newest()
	if y.Name != "2027H1" || y.Session != "2026-12-20" || c.NameOfSession(y) != "2026H2" {
		t.Fatalf("%s on %s, could be %q", y.Name, y.Session, c.NameOfSession(y))
	}
	if got := agree(); got != "2027-02" {
		t.Errorf("after planning: %s", got)
	}
	succeeds(t, c.RenameCycle("")) // asked for
	if y.Name != "2026H2" || y.Actions[0].Number != "2027-01" {
		t.Errorf("%s with %s", y.Name, y.Actions[0].Number)
	}
	if got := agree(); got != "2027-03" {
		t.Errorf("after renaming: %s", got)
	}
	refuses(t, c.RenameCycle(""), fault.BadValue)
}

// TestAListKeepsTheNameOfItsCycle: what comes back is found by it.
func TestAListKeepsTheNameOfItsCycle(t *testing.T) {
	for name, change := range map[string]func(*account.Cycle){
		"sent":     func(y *account.Cycle) { y.Sent = map[account.Initials][]account.Date{"AA": {today}} },
		"written":  func(y *account.Cycle) { y.Sendings = map[account.Initials][]account.Sending{"AA": {{Date: today}}} },
		"answered": func(y *account.Cycle) { y.NPS = map[account.Initials]account.NPS{"AA": {Score: 8}} },
	} {
		c := account.Client{Cycles: []account.Cycle{{Name: "2027H1"}}}
		change(c.Newest())
		succeeds(t, c.PlanSession("", "2026-12-20"))
		if y := c.Newest(); y.Name != "2027H1" || c.NameOfSession(y) != "" {
			t.Errorf("%s: %s, could be %q", name, y.Name, c.NameOfSession(y))
		}
		refuses(t, c.RenameCycle(""), fault.BadValue)
	}
}
