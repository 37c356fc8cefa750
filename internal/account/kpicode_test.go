package account_test

import (
	"slices"
	"testing"

	"kwi/internal/account"
)

// An indicator that came without a code gets one, so that it can be changed;
// the same words in the next year are the same indicator.
func TestIndicatorsWithoutACodeGetOne(t *testing.T) {
	c := account.Client{Plans: []account.Plan{
		{Year: 2026, KPIs: []account.KPI{{Text: "a"}, {Code: "KPI-4", Text: "b"}, {Text: "a"}, {}}},
		{Year: 2027, KPIs: []account.KPI{{Text: "b"}, {Text: "a"}}},
	}}
	for range 2 { // the second time there is nothing to do
		c.CodeKPIs()
		var got []string
		for _, p := range c.Plans {
			for _, k := range p.KPIs {
				got = append(got, k.Code)
			}
		}
		if !slices.Equal(got, []string{"KPI-5", "KPI-4", "KPI-6", "KPI-7", "KPI-4", "KPI-5"}) {
			t.Fatalf("codes %q", got)
		}
	}
	succeeds(t, c.WriteKPI(2026, "KPI-6", "other words"))
}
