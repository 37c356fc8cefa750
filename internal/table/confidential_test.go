package table_test

import (
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
		if p.Same != 1 {
			t.Errorf("%s: %d are the same", by, p.Same)
		}
	}
}
