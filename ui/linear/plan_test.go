package linear

import (
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
)

// TestThePlanIsMadeInLines: its figures as people write them, its indicators with whether they are SMART
// and what is done on them, who made it, another year, and that it goes and comes back.
func TestThePlanIsMadeInLines(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	got := h.play(t, "en", "NewMedia", "the A3", "yes", "who made", "Joe", "figures", "revenue, wanted", "€ 450.000", "..", "actions by", "new indicator", "Two new clients", "2", "words", "Two new clients in 2011", "S:", "yes", "new action", "Call ten firms @Kees +7", "call ten", "done", "call ten", "put it", "Call twelve firms", "call twelve", "take", "..", "..", "the plan of 2012", "yes", "take plan", "yes", "undo")
	c := h.client(t, "newmedia")
	p := c.Plan(2011)
	if p == nil || p.MadeBy != "Joe" || len(p.KPIs) != 1 || p.KPIs[0].Text != "Two new clients in 2011" || p.KPIs[0].Smart.Specific != account.Yes || len(p.KPIs[0].Actions) != 0 || p.Numbers[2011].Target.Figure(account.Revenue) != "450000" {
		t.Fatalf("%+v\n%s", p, got)
	}
	tells(t, got, "Figures of 2011", "Kept.", "Call ten firms, Kees Klant (KK)", "What do you want", "All texts, indicators and figures", "Taken back: ")
	if c.Plan(2012) == nil {
		t.Error(got)
	}
}
