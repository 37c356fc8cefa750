package account_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// TestTheHoursOfASessionStay when it gets another day, and are those of a day only.
func TestTheHoursOfASessionStay(t *testing.T) {
	c := account.Client{ID: "x", Name: "X", Cycles: []account.Cycle{{Name: "2026H2", Session: "2026-11-27"}}}
	y := &c.Cycles[0]
	for _, bad := range [][2]string{{"25:00", ""}, {"", "17:00"}, {"17:00", "16:00"}, {"16:00", "16:00"}, {"16", ""}} {
		if err := c.SetSessionHours("", bad[0], bad[1]); !fault.Has(err, fault.BadHours) || y.SessionFrom != "" {
			t.Errorf("%v: %v", bad, err)
		}
	}
	if err := c.SetSessionHours("", "16:00", "17:30"); err != nil {
		t.Fatal(err)
	}
	if err := c.MoveSession("", "2026-12-04", nil); err != nil {
		t.Fatal(err)
	}
	if y.SessionAt() != "2026-12-04T16:00" || y.SessionEnd() != "2026-12-04T17:30" {
		t.Errorf("%s to %s", y.SessionAt(), y.SessionEnd())
	}
	seen := c.Shown(account.Room{})
	if got := seen.Newest().SessionAt(); got != "2026-12-04T16:00" {
		t.Errorf("the client sees %q", got)
	}
	if y.Session = ""; y.SessionAt() != "" || y.SessionEnd() != "" {
		t.Errorf("an hour of no day: %s", y.SessionAt())
	}
}
