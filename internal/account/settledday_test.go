package account_test

import (
	"testing"

	"kwi/internal/account"
)

// A day to come is none on which a stage was done: the session that is planned is
// a fact of measure, and its day is not that of measure.
func TestAStageIsNotDoneOnADayToCome(t *testing.T) {
	y := account.Cycle{Name: "2026H2", Stage: account.Session, Session: "2026-11-30", Analysis: account.Analysis{}}
	c := account.Client{Cycles: []account.Cycle{y}}
	if on, _ := c.SettledOn(&y, account.Measure, "2026-11-26"); on != "" {
		t.Errorf("it was done on %s", on)
	}
	if on, _ := c.SettledOn(&y, account.Measure, "2026-12-01"); on != "2026-11-30" {
		t.Errorf("once that day is over it was done on %q", on)
	}
}
