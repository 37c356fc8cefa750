package account_test

import (
	"reflect"
	"testing"

	"kwi/internal/account"
)

// A day that is still to come is planned: it counts towards twice, and is not yet a
// visit for the gate; who was asked longest ago comes first.
func TestVisitsAreHeldOrPlanned(t *testing.T) {
	y := account.Cycle{Name: "2026H2", Stage: account.Realise, Visits: []account.Visit{
		{Date: "2026-06-10", With: "AA", Goes: account.GoesWell}, {Date: "2026-06-18", With: "AA"}, {Date: "2026-06-05", With: "AA", Goes: account.GoesBadly},
		{Date: "2026-06-30", With: "BB"}, {Date: "2026-06-01", With: "CC"}, {Date: "2026-07-02", With: "CC"}}}
	c := account.Client{Respondents: []account.Respondent{{Initials: "AA"}, {Initials: "BB"}, {Initials: "CC"}}, Cycles: []account.Cycle{y}}
	want := []account.Visited{
		{Who: "BB", Planned: 1, Next: "2026-06-30"},
		{Who: "CC", Held: 1, Planned: 1, Last: "2026-06-01", Next: "2026-07-02"},
		{Who: "AA", Held: 3, Last: "2026-06-18", Goes: account.GoesWell},
	}
	if got := c.Rounds(&y, "2026-06-20"); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	if want[0].Short() != 1 || want[1].Short() != 0 || want[2].Short() != 0 {
		t.Error("what is planned does not count towards twice")
	}
	missing := func(today account.Date) []string {
		for _, check := range c.Gate(&y, account.Realise, today) {
			if check.Name == account.VisitedAll {
				return check.Missing
			}
		}
		return nil
	}
	if got := missing("2026-06-20"); !reflect.DeepEqual(got, []string{"BB"}) {
		t.Errorf("the gate misses %v", got)
	}
	if got := missing("2026-06-30"); !reflect.DeepEqual(got, []string{"BB"}) {
		t.Errorf("on the day itself, before there is a word on it, it misses %v", got)
	}
	if got := missing("2026-07-01"); got != nil {
		t.Errorf("the day after it misses %v", got)
	}
	needs := c.FirstNeeds(&y)
	for _, day := range []account.Date{"2026-06-29", "2026-06-30", "2026-07-01", "2026-07-02", "2026-07-03"} {
		now, _ := c.FirstNeed(&y, day)
		kept := account.Check{}
		for _, n := range needs {
			if n.From <= day {
				kept = n.Check
			}
		}
		if now.Name != kept.Name || !reflect.DeepEqual(now.Missing, kept.Missing) {
			t.Errorf("on %s it needs %v, and what is kept says %v", day, now, kept)
		}
	}
	y.Visits[3].Note = "Wat er speelt"
	if got := missing("2026-06-30"); got != nil {
		t.Errorf("with a word on it, on the day itself, it misses %v", got)
	}
}

// With its hour a talk of today is planned until that hour has come, where the hour
// of now is known; what was noted how it goes of was had.
func TestATalkIsPlannedUntilItsHour(t *testing.T) {
	v := account.Visit{Date: "2026-06-20", Hour: "16:00"}
	for now, want := range map[account.Moment]bool{"2026-06-19T17:00": true, "2026-06-20T15:59": true, "2026-06-20T16:00": false, "2026-06-20": false, "2026-06-21": false} {
		if v.Planned(now) != want {
			t.Errorf("at %s planned is %t", now, !want)
		}
	}
	v.Goes = account.GoesWell
	if v.Planned("2026-06-20T10:00") {
		t.Error("what was had is still planned")
	}
	c := account.Client{Respondents: []account.Respondent{{Initials: "AA"}}, Cycles: []account.Cycle{{Name: "2026H2", Stage: account.Realise}}}
	if err := c.AddVisit("", account.Visit{With: "AA", Date: "2026-06-20", Hour: "25:00"}); err == nil {
		t.Error("an hour that is none is kept")
	}
	for _, hour := range []string{"16:00", "09:30", ""} {
		if err := c.AddVisit("", account.Visit{With: "AA", Date: "2026-06-20", Hour: hour, Note: "Besproken"}); err != nil {
			t.Fatal(err)
		}
	}
	if got := c.Newest().Visited("AA", "2026-06-20T12:00"); got.Held != 2 || got.Planned != 1 || got.Next != "2026-06-20T16:00" {
		t.Errorf("%+v", got)
	}
}
