package account_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/fault"
)

func TestAnyClientThatMayBeHoldsTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "x")
		if flaws := c.Flaws(); len(flaws) > 0 {
			t.Errorf("%+v", flaws)
		}
	})
}

func TestAFlawNamesItsPlace(t *testing.T) {
	for name, d := range map[string]struct {
		do    func(*account.Client, *account.Cycle)
		kind  fault.Kind
		place string
	}{
		"a sponsor who is nobody": {func(c *account.Client, _ *account.Cycle) { c.Sponsor = "ZZ" }, fault.Dangling, "[sponsor]"},
		"a colleague twice": {func(c *account.Client, _ *account.Cycle) {
			c.Colleagues = append(c.Colleagues, account.Colleague{Initials: "AA"})
		}, fault.DuplicateInitials, fmt.Sprint([]any{"colleagues", len(busyColleagues()), "initials"})},
		"an action on no KWI": {func(_ *account.Client, y *account.Cycle) { y.Actions[0].KWI = 9 }, fault.Dangling, "[cycles 0 actions 0 kwi]"},
		"an answer nobody asked": {func(_ *account.Client, y *account.Cycle) {
			y.Answers["AA"] = account.Sheet{{Question: code(9, 1), Grade: 8}}
		}, fault.NotAssigned, "[cycles 0 answers AA 9.01]"},
		"a question under another": {func(_ *account.Client, y *account.Cycle) { y.KWIs[0].Questions[0].Code = code(2, 9) }, fault.BadValue, "[cycles 0 kwis 0 questions 0 code]"},
		"a list by group, by name": {func(_ *account.Client, y *account.Cycle) {
			y.Sendings = map[account.Initials][]account.Sending{"AA": {{Mark: "x", Promise: account.ByGroup}}}
		}, fault.Promised, "[cycles 0 answersBy]"},
		"a stranger at the session": {func(_ *account.Client, y *account.Cycle) { y.Meeting.Present = []account.Initials{"ZZ"} }, fault.Dangling, "[cycles 0 meeting present 0]"},
	} {
		c := busy()
		d.do(&c, c.Newest())
		if flaws := c.Flaws(); len(flaws) == 0 || flaws[0].Kind != d.kind || fmt.Sprint(flaws[0].Place) != d.place {
			t.Errorf("%s: %+v", name, flaws)
		}
	}
}

func busyColleagues() []account.Colleague { c := busy(); return c.Colleagues }
