package table_test

import (
	"fmt"
	"strings"
	"testing"

	"kwi/internal/account"
)

// TestATableTellsNoGradeThatIsKeptByGroup holds a table with other grades
// against a cycle that is there.
func TestATableTellsNoGradeThatIsKeptByGroup(t *testing.T) {
	for by, want := range map[account.AnswersBy]string{account.ByName: "7<", account.ByGroup: "vertrouwelijk"} {
		c, _ := applied(t, running(), "cyclus;code;kwi;AA;BB\n2024H1;1.01;Een;7<;8\n2024H1;1.02;Een;6;8\n")
		c.Cycles[0].AnswersBy = by
		_, p := applied(t, c, "cyclus;code;kwi;AA;BB\n2024H1;1.01;Een;3;8\n2024H1;1.02;Een;2>;1\n")
		said := odd(p)
		if !strings.Contains(said, want) || by == account.ByGroup && strings.ContainsAny(strings.ReplaceAll(said, "2024H1", ""), "12678<>") {
			t.Errorf("%s: %q", by, said)
		}
		if by == account.ByName && p.Same != 1 {
			t.Errorf("%s: %d are the same", by, p.Same)
		}
	}
}

// TestNothingOfAGroupComesOutByTryingTables holds tables of one grade against
// it, of which one says what is kept.
func TestNothingOfAGroupComesOutByTryingTables(t *testing.T) {
	c, _ := applied(t, running(), "cyclus;code;kwi;AA;BB\n2024H1;1.01;Een;7<;8\n")
	c.Cycles[0].AnswersBy = account.ByGroup
	told := map[string]bool{}
	for _, grade := range []string{"7<", "7", "3"} {
		_, p := applied(t, c, "cyclus;code;kwi;AA\n2024H1;1.01;Een;"+grade+"\n")
		told[odd(p)+fmt.Sprint(p.Same)] = true
	}
	if len(told) != 1 {
		t.Errorf("told by trying: %v", told)
	}
}
