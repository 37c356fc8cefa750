package account_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

func TestAConceptIsPromisedAndBrought(t *testing.T) {
	c := busy()
	is := func(want account.Concept) {
		t.Helper()
		if got := c.Newest().Promised["AA"]; got != want {
			t.Errorf("%+v, not %+v", got, want)
		}
	}
	refuses(t, c.PromiseConcept("", "XX", today), fault.Removed)
	refuses(t, c.PromiseConcept("", "AA", "soon"), fault.BadDate)
	refuses(t, c.BringConcept("", "AA", today), fault.Removed)
	succeeds(t, c.PromiseConcept("", "AA", "2026-07-01"))
	is(account.Concept{Due: "2026-07-01"})
	refuses(t, c.BringConcept("", "AA", "soon"), fault.BadDate)
	succeeds(t, c.BringConcept("", "AA", "2026-06-28"))
	succeeds(t, c.PromiseConcept("", "AA", "2026-07-01")) // said again
	is(account.Concept{Due: "2026-07-01", Done: "2026-06-28"})
	succeeds(t, c.PromiseConcept("", "AA", "2026-07-08"))
	is(account.Concept{Due: "2026-07-08"})
	if p, ok := c.Newest().Concept("AA"); !ok || !p.Open() {
		t.Error("another day is a new promise")
	}
	refuses(t, c.RemoveRespondent("AA"), fault.KeepsAnswers)
	succeeds(t, c.PromiseConcept("", "AA", ""))
	if _, ok := c.Newest().Concept("AA"); ok || (account.Concept{}).Open() {
		t.Error("a promise that was taken away is open")
	}
	c.Newest().Stage = account.Closed
	refuses(t, c.PromiseConcept("", "AA", "2026-07-01"), fault.Frozen)
	refuses(t, c.BringConcept("", "AA", "2026-07-01"), fault.Frozen)
}

// TestInspirationStandsInThePlaceOfAConcept: either is a promise of its own.
func TestInspirationStandsInThePlaceOfAConcept(t *testing.T) {
	c := account.Client{ID: "x", Respondents: []account.Respondent{{Initials: "AA"}}, Cycles: []account.Cycle{{Name: "2026H2", Stage: account.Draft}}}
	is := func(want account.Concept) {
		t.Helper()
		if got, _ := c.Newest().Concept("AA"); got != want {
			t.Errorf("promised %+v, not %+v", got, want)
		}
	}
	succeeds(t, c.PromiseInspiration("", "AA", "2026-07-01"))
	succeeds(t, c.BringConcept("", "AA", "2026-06-28"))
	succeeds(t, c.PromiseInspiration("", "AA", "2026-07-01")) // said again
	is(account.Concept{Due: "2026-07-01", Done: "2026-06-28", Inspiration: true})
	succeeds(t, c.PromiseConcept("", "AA", "2026-07-01"))
	is(account.Concept{Due: "2026-07-01"})
	succeeds(t, c.PromiseInspiration("", "AA", ""))
	is(account.Concept{})
	refuses(t, c.PromiseInspiration("", "XX", "2026-07-01"), fault.Removed)
}

// TestTheConceptStandsInTheMatrixAndInTheList: who has those has it, for as
// long as they have them.
func TestTheConceptStandsInTheMatrixAndInTheList(t *testing.T) {
	const on = account.Date("2026-06-28")
	for name, by := range map[string]struct{ do, back func(*account.Client) error }{
		"matrix": {func(c *account.Client) error { return c.TestWith("", "AA", on) }, func(c *account.Client) error { return c.TestWith("", "AA", "") }},
		"list":   {func(c *account.Client) error { return c.Send("", "AA", on) }, func(c *account.Client) error { return c.Unsend("", "AA", on) }},
	} {
		c := busy()
		succeeds(t, by.do(&c))
		if len(c.Newest().Promised) > 0 {
			t.Errorf("%s: nothing was promised", name)
		}
		succeeds(t, by.back(&c))
		succeeds(t, c.PromiseConcept("", "AA", "2026-07-01"))
		succeeds(t, by.do(&c))
		if got := c.Newest().Promised["AA"]; got.Done != on {
			t.Errorf("%s: %+v", name, got)
		}
		succeeds(t, by.back(&c))
		if got := c.Newest().Promised["AA"]; !got.Open() {
			t.Errorf("%s, taken back: %+v", name, got)
		}
		succeeds(t, c.BringConcept("", "AA", "2026-06-20"))
		succeeds(t, by.do(&c))
		succeeds(t, by.back(&c))
		if got := c.Newest().Promised["AA"]; got.Done != "2026-06-20" {
			t.Errorf("%s: what was brought before is %+v", name, got)
		}
	}
}
