package account_test

import (
	"testing"

	"kwi/internal/account"
)

// What somebody still has of before is kept by group once anything of the client is.
func TestThePastIsKeptAsWasPromised(t *testing.T) {
	t.Parallel()
	c := account.Client{}
	if got := c.PastBy(); got != account.ByName {
		t.Errorf("of a client without cycles by %s", got)
	}
	c.Cycles = []account.Cycle{{Name: "2025H1", AnswersBy: account.ByGroup}, {Name: "2025H2", AnswersBy: account.ByName}}
	if got := c.PastBy(); got != account.ByGroup {
		t.Errorf("of one with a cycle by group by %s", got)
	}
	if c.Cycles = c.Cycles[1:]; c.PastBy() != account.ByName {
		t.Error("by group where no cycle is")
	}
}
