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
		{Date: "2026-06-30", With: "BB", Note: "Wat er speelt", Ahead: true}, {Date: "2026-06-01", With: "CC"}, {Date: "2026-07-02", With: "CC"}}}
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
		t.Errorf("on the day itself, as it was planned, it misses %v", got)
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
	y.Visits[3].Ahead = false
	if got := missing("2026-06-30"); got != nil {
		t.Errorf("noted on the day itself it misses %v", got)
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

// A talk planned for today, with what it is to be about and without an hour, is to
// come until its day is over or somebody adds what was said; it is known as the same
// one when it is moved from the past to a day ahead.
func TestATalkThatWasPlannedIsNotHadInTheMorning(t *testing.T) {
	const before, day account.Date = "2026-06-19", "2026-06-20"
	c := account.Client{Respondents: []account.Respondent{{Initials: "AA"}}, Cycles: []account.Cycle{{Name: "2026H2", Stage: account.Realise}}}
	v := account.Visit{With: "AA", Date: day, Note: "De klantruimte"}
	v.NotedOn(before, account.Visit{})
	if err := c.AddVisit("", v); err != nil {
		t.Fatal(err)
	}
	y := c.Newest()
	if got := y.Visited("AA", account.Moment(day)+"T09:00"); got.Held != 0 || got.Planned != 1 {
		t.Errorf("in the morning %+v", got)
	}
	if got := y.Visited("AA", "2026-06-21"); got.Held != 1 {
		t.Errorf("the day after %+v", got)
	}
	for _, on := range []account.Date{before, day} {
		for _, s := range c.Settled(y, account.Realise, on) {
			if s.Name == account.VisitedAll && len(s.Facts) > 0 {
				t.Errorf("on %s the checklist is met by %+v", on, s.Facts)
			}
		}
	}
	for what, change := range map[string]func(*account.Visit){
		"what was said":      func(v *account.Visit) { v.Note += ". Goed besproken" },
		"what was asked":     func(v *account.Visit) { v.Asked = "Loopt het?" },
		"how it goes":        func(v *account.Visit) { v.Goes = account.GoesWell },
		"a day in the past":  func(v *account.Visit) { v.Date = before },
		"who of ours it was": nil,
	} {
		next := v
		if change != nil {
			change(&next)
		}
		if next.NotedOn(day, v); next.Planned(account.Moment(day)) != (change == nil) {
			t.Errorf("with %s it is planned: %t", what, change == nil)
		}
	}
	if ticked := (account.Visit{With: "AA", Date: day}); ticked.Planned(account.Moment(day)) {
		t.Error("one that was ticked off today is still to come")
	}
	was := y.Visits[0]
	if err := c.ChangeVisit("", was, nil, func(v *account.Visit) { v.Ahead = false }); err != nil {
		t.Fatal(err)
	}
	if _, found := y.Visit(was, nil); !found {
		t.Error("it is not known any more as the one that was planned")
	}
	if err := c.RemoveVisit("", was, nil); err == nil {
		t.Error("what somebody has noted of it since goes unseen")
	}
}
