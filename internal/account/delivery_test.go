package account_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// TestAListThatGoesAgain: it keeps its mark and its Message-ID, promises the
// most of what was promised, and leaves the copy of before as it was.
func TestAListThatGoesAgain(t *testing.T) {
	c := asked(account.ByName)
	first := account.Sending{Mark: oneMark, Date: "2010-09-01", Promise: account.ByName, State: account.Possibly, Message: "m"}
	if err := c.Issue("2010H2", "AA", first); err != nil {
		t.Fatal(err)
	}
	if err := c.KeepBy("2010H2", account.ByGroup); err != nil {
		t.Fatal(err)
	}
	if err := c.Repeat(oneMark, "2010-09-03", account.ByName, ""); !fault.Has(err, fault.Conflict) {
		t.Errorf("a letter that promises what no longer holds: %v", err)
	}
	was := c.Newest().Sendings["AA"]
	if err := c.Repeat(oneMark, "2010-09-03", account.ByGroup, ""); err != nil {
		t.Fatal(err)
	}
	again := account.Sending{Mark: oneMark, Date: "2010-09-03", Promise: account.ByGroup, State: account.Claimed, Message: "m"}
	if got := c.Newest().Sendings["AA"]; len(got) != 1 || got[0] != again {
		t.Errorf("again: %+v", got)
	}
	if was[0] != first {
		t.Errorf("what was is now %+v", was[0])
	}
	if err := c.Arrive(oneMark, "2010-09-03"); err != nil || c.Newest().Unsettled("AA") != nil {
		t.Errorf("arrived: %v", err)
	}
	if err := c.Repeat(oneMark, "2010-09-04", account.ByGroup, ""); !fault.Has(err, fault.Removed) {
		t.Errorf("what arrived goes again: %v", err)
	}
}
