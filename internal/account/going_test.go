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
	if got := missing("2026-06-30"); got != nil {
		t.Errorf("on the day itself it misses %v", got)
	}
}
