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

// TestTheHoursGoWithTheDay: a session that is taken away has none any more, and one
// that moves keeps them; what is shown before it happens tells both.
func TestTheHoursGoWithTheDay(t *testing.T) {
	c := account.Client{Cycles: []account.Cycle{{Name: "2026H2", Stage: account.Measure, Session: "2026-11-27", SessionFrom: "16:00", SessionUntil: "17:30"}}}
	for _, one := range []struct {
		to       account.Date
		at, ends account.Moment
	}{{"2026-12-04", "2026-12-04T16:00", "2026-12-04T17:30"}, {"", "", ""}} {
		m, err := c.MovingSession("2026H2", one.to, "2026-10-01")
		if err != nil || m.FromAt != "2026-11-27T16:00" || m.ToAt != one.at {
			t.Errorf("to %q: %v, from %s to %s", one.to, err, m.FromAt, m.ToAt)
		}
		then := c.Clone()
		if err := then.MoveSession("2026H2", one.to, nil); err != nil {
			t.Fatal(err)
		}
		if y := then.Newest(); y.SessionAt() != one.at || y.SessionEnd() != one.ends {
			t.Errorf("to %q: %s until %s", one.to, y.SessionAt(), y.SessionEnd())
		}
		if err := then.MoveSession("2026H2", "2026-12-11", nil); err != nil || one.to == "" && (then.Newest().SessionFrom != "" || then.Newest().SessionUntil != "") {
			t.Errorf("a new day brings hours of before: %+v, %v", then.Newest(), err)
		}
	}
}

// TestASessionEndsAfterItBegins: what says otherwise is a flaw, which no import
// brings.
func TestASessionEndsAfterItBegins(t *testing.T) {
	for _, one := range []struct {
		from, until string
		good        bool
	}{{"", "", true}, {"16:00", "", true}, {"16:00", "17:30", true}, {"16:00", "16:00", false}, {"16:00", "09:30", false}, {"", "17:30", false}} {
		c := account.Client{ID: "x", Name: "X", Kind: account.External, Approach: account.Extended, Cycles: []account.Cycle{{Name: "2026H2", Stage: account.Measure, AnswersBy: account.ByName, Session: "2026-11-27", SessionFrom: one.from, SessionUntil: one.until}}}
		flaws := c.Flaws()
		if (len(flaws) == 0) != one.good || !one.good && flaws[0].Kind != fault.HoursTurned {
			t.Errorf("%q to %q: %+v", one.from, one.until, flaws)
		}
	}
}
