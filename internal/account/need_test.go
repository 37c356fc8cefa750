package account_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
)

// What a cycle needs first is kept day after day, and is on any day what its gate
// misses first on that day.
func TestWhatIsNeededFirstHoldsOnEveryDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "x")
		y := c.Newest()
		if y == nil {
			return
		}
		c.Approach = rapid.SampledFrom([]account.Approach{account.Extended, account.Simple}).Draw(t, "approach")
		y.Stage = rapid.SampledFrom(account.Stages()).Draw(t, "stage")
		kept := c.FirstNeeds(y)
		days := []account.Date{"2000-01-01", "2099-01-01"}
		for _, n := range kept {
			days = append(days, n.From, n.From.Add(-1), n.From.Add(1))
		}
		for _, v := range y.Visits {
			days = append(days, v.Date, v.Date.Add(-1))
		}
		for _, a := range c.OpenActions(y.Name) {
			days = append(days, a.Action.Due.Date(), a.Action.Due.Date().Add(1))
		}
		for _, day := range append(days, y.Session, y.Session.Add(-1)) {
			if day != "" && !day.Valid() {
				continue
			}
			want, _ := c.FirstNeed(y, day)
			got := account.Check{}
			for _, n := range kept {
				if n.From <= day {
					got = n.Check
				}
			}
			if got.Name != want.Name || !slices.Equal(got.Missing, want.Missing) {
				t.Fatalf("on %q %v is needed, kept is %v of %v", day, want, got, kept)
			}
		}
	})
}

// Who was at a session that is still to come is not needed first: nobody was.
func TestWhoWasThereIsNotNeededBeforeTheSession(t *testing.T) {
	c := ready(t)
	y := c.Newest()
	y.Stage, y.Meeting.Present = account.Session, nil
	if k, is := c.FirstNeed(y, "2026-06-19"); is {
		t.Error("the day before", k)
	}
	if k, _ := c.FirstNeed(y, "2026-06-20"); k.Name != account.PresentNoted {
		t.Error("on the day", k)
	}
}
