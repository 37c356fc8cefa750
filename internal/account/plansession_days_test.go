package account_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

func TestASessionHasDaysBeforeIt(t *testing.T) {
	for on, ok := range map[account.Date]bool{"0001-01-28": false, "0001-01-29": true, "2026-12-10": true} {
		c := busy()
		if !ok {
			refuses(t, c.PlanSession("", on), fault.BadDate)
			continue
		}
		succeeds(t, c.PlanSession("", on))
		if y := c.Newest(); !y.Invitation().Valid() || !y.Asking().Valid() || !y.AnswersDue().Valid() {
			t.Errorf("before %s: %q, %q, %q", on, y.Invitation(), y.Asking(), y.AnswersDue())
		}
	}
}
