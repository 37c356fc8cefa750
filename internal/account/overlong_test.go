package account_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// TestATextForWhichThereIsNoRoomIsTold: wherever it stands, but not one that was so
// before: who has that may go on.
func TestATextForWhichThereIsNoRoomIsTold(t *testing.T) {
	line, block := strings.Repeat("é", account.LineRoom), strings.Repeat("é", account.BlockRoom)
	with := func(change func(*account.Client, *account.Cycle)) *account.Client {
		c := account.Client{ID: "a", Name: "A", Cycles: []account.Cycle{{Name: "2026H1", Excused: map[account.Initials]account.Date{"KK": "2026-01-01"}}}}
		change(&c, &c.Cycles[0])
		return &c
	}
	for what, of := range map[string]func(said string) func(*account.Client, *account.Cycle){
		"500": func(s string) func(*account.Client, *account.Cycle) {
			return func(c *account.Client, _ *account.Cycle) { c.Name = s }
		},
		"500 ": func(s string) func(*account.Client, *account.Cycle) {
			return func(_ *account.Client, y *account.Cycle) { y.ExcusedWhy = map[account.Initials]string{"KK": s} }
		},
		"500  ": func(s string) func(*account.Client, *account.Cycle) {
			return func(_ *account.Client, y *account.Cycle) { y.Kickoff.Arguments = []string{s} }
		},
		"20000": func(s string) func(*account.Client, *account.Cycle) {
			return func(_ *account.Client, y *account.Cycle) { y.Remarks = map[account.Initials]string{"KK": s} }
		},
	} {
		room := line
		if what == "20000" {
			room = block
		}
		before, fits, over := with(of("x")), with(of(room)), with(of(room+"é"))
		if err := account.Overlong(before, fits); err != nil {
			t.Errorf("%s: %v", what, err)
		}
		f, ok := fault.Of(account.Overlong(before, over))
		if !ok || f.Kind != fault.TooLong || f.Values[0] != strings.TrimSpace(what) {
			t.Errorf("%s: %+v", what, f)
		}
		again := over.Clone()
		again.Kind = account.Internal
		if err := account.Overlong(over, &again); err != nil {
			t.Errorf("%s: what was so stands in the way: %v", what, err)
		}
	}
}
