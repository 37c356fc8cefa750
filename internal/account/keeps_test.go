package account_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
)

// Erasing leaves nothing of a person in place, so what is kept of them is nothing
// then; and whatever they wrote is in what is kept of them before.
func TestWhatIsKeptOfAPersonIsAllThatErasingTakes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "x")
		everybody := everybodyOf(&c)
		if len(everybody) == 0 {
			return
		}
		who := rapid.SampledFrom(everybody).Draw(t, "who")
		n := 0
		mine := func(at *string) { n++; *at = fmt.Sprintf("mark%dmark", n) }
		for i := range c.Cycles {
			y := &c.Cycles[i]
			for j := range y.Notes {
				if y.Notes[j].With == who {
					mine(&y.Notes[j].Text)
				}
			}
			for j := range y.Visits {
				if y.Visits[j].With == who {
					mine(&y.Visits[j].Note)
				}
			}
			for _, of := range []map[account.Initials]string{y.Remarks, y.NotExpected, y.PersonalWords, y.Colouring, y.ExcusedWhy} {
				if s, ok := of[who]; ok {
					mine(&s)
					of[who] = s
				}
			}
			if a, ok := y.NPS[who]; ok {
				mine(&a.Why)
				y.NPS[who] = a
			}
		}
		if r := c.Respondent(who); r != nil {
			mine(&r.Remark)
			mine(&r.Function)
		}
		said := ""
		for _, item := range c.Keeps(who, true) {
			for _, f := range item.Fields {
				said += f.Value + "\n"
			}
		}
		for i := range n {
			if !strings.Contains(said, fmt.Sprintf("mark%dmark", i+1)) {
				t.Errorf("what is kept of %s does not tell mark%d", who, i+1)
			}
		}
		for _, item := range c.Keeps(who, false) {
			if y := c.Cycle(item.Cycle); y != nil && !y.Named() && (item.In == "answers" || item.In == "nps" || item.In == "remarks") && (!item.Withheld || item.Fields != nil) {
				t.Errorf("by group it tells %+v", item)
			}
		}
		if _, err := c.Erase(who, "2026-11-27"); err != nil {
			t.Fatal(err)
		}
		if left := c.Keeps(who, true); len(left) > 0 {
			t.Errorf("of %s is still kept %+v", who, left)
		}
	})
}
