package linear

import (
	"strings"
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

// TestAPlanIsHeldAgainstTheOneBeforeInLines: block by block what went and what came.
func TestAPlanIsHeldAgainstTheOneBeforeInLines(t *testing.T) {
	t.Parallel()
	c := kittest.NewMedia(t)
	for _, err := range []error{c.StartPlan(2010, "Joe"), c.WriteBlock(2010, account.Vision, "Be near.\nBe fast."), c.StartPlan(2011, "Joe"), c.WriteBlock(2011, account.Vision, "Be near.\nBe cheap.")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	h := newHouse(t, c)
	got := h.play(t, "en", "NewMedia", "the A3", "what changed")
	tells(t, got, "> what changed", "block 1, ", "not as in 2010.", "Was in 2010, is gone now: Be fast.", "New in 2011: Be cheap.")
	if strings.Contains(got, "Be near") {
		t.Errorf("what stayed is told:\n%s", got)
	}
	tells(t, h.play(t, "nl", "NewMedia", "het A3", "wat is anders"), "anders dan 2010.", "Stond in 2010, nu niet meer: Be fast.", "Nieuw in 2011: Be cheap.")
	tells(t, h.play(t, "en", "NewMedia", "the A3", "the plan of 2010", "what changed"), "There is no earlier plan to compare with.")
	for _, err := range []error{c.WriteBlock(2010, account.Vision, ""), c.WriteBlock(2011, account.Vision, ""), c.StartPlan(2009, "Joe")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	tells(t, newHouse(t, c).play(t, "en", "NewMedia", "the A3", "the plan of 2010", "what changed"), "Everything is as in 2009.")
}
