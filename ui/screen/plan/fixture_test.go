package plan_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/plan"
)

// sizes are those of the body.
var sizes = map[string][2]int{"80x24": {77, 20}, "120x40": {117, 36}, "200x60": {197, 56}}

// newMedia is the example client, with a plan of this year and one of the year
// before it.
func newMedia(t testing.TB, tag string) account.Client {
	t.Helper()
	c := example.Portfolio(tag, kittest.Today).Clients[0]
	last := account.Plan{Year: 2025, MadeBy: "Joe Bestseller", Mission: c.Plan(2026).Mission, Vision: c.Plan(2026).Vision, Preconditions: "x"}
	c.Plans = append([]account.Plan{last}, c.Plans...)
	do(t, c.ChangeKPIAction(2026, "KPI-1", c.Plan(2026).KPIs[0].Actions[0], func(a *account.KPIAction) { a.For, a.Due = "Joe Bestseller", "2026-12-11" }))
	do(t, c.JudgeKPI(2026, "KPI-1", account.Specific, account.Yes))
	return c
}

// full has more in every block than there is room for.
func full(t testing.TB) account.Client {
	t.Helper()
	c := newMedia(t, "nl")
	long := strings.Repeat("Wij doen wat wij zeggen, en dat al jaren. ", 60)
	for _, b := range []account.Block{account.Vision, account.Mission, account.Factors, account.Preconditions} {
		do(t, c.WriteBlock(2026, b, long+"\n\n"+strings.Repeat("Zin.\n", 40)))
	}
	for range 9 {
		code, err := c.AddKPI(2026, "Vóór 1 juli is "+long[:120])
		do(t, err)
		for _, text := range []string{"oefenen", long[:200]} {
			do(t, c.AddKPIAction(2026, code, account.KPIAction{Text: text, For: "Een lange naam van iemand", Due: "2026-11-01"}))
		}
	}
	do(t, c.SetFigure(2026, 2026, false, account.Revenue, "999999999999999"))
	do(t, c.SetFigure(2026, 2026, true, account.Revenue, "-99999999999999"))
	return c
}

func bare() account.Client {
	return account.Client{ID: "leeg", Name: "Leeg B.V.", Plans: []account.Plan{{Year: 2026}}}
}

func do(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func at(t testing.TB, size, tag string, c account.Client, keys ...string) *kittest.Play {
	t.Helper()
	p := kittest.Press(plan.New(kit.Place{}), kittest.Frame(sizes[size][0], sizes[size][1], tag, c, kittest.Supplier("BESTSELLER B.V.")), keys...)
	kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
	return p
}
