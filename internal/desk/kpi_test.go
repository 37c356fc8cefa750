package desk_test

import (
	"bytes"
	"testing"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/hand"
	"kwi/store"
	"kwi/store/memory"
)

// TestIndicatorsOfAnEarlierVersionCanBeChanged: those that were kept without a
// code have one in hand, which the first change of their plan keeps.
func TestIndicatorsOfAnEarlierVersionCanBeChanged(t *testing.T) {
	engine := memory.New()
	c := client("a")
	c.Plans = []account.Plan{{Year: 2026, KPIs: []account.KPI{{Code: "KPI-1", Text: "one"}, {Code: "KPI-2", Text: "two"}}}}
	d := seeded(t, engine, c)
	c.Plans[0].KPIs[0].Code, c.Plans[0].KPIs[1].Code = "", ""
	key := codec.PlanKey("a", 2026)
	old := codec.Encode(c)[key]
	kept := func() store.Record { return must[[]store.Record](t)(engine.Get(ctx, key))[0] }
	must[store.Rev](t)(engine.Apply(ctx, store.Write{Op: store.Put, Key: key, Rev: kept().Rev, Value: old}))
	h := do(t, d, must[hand.Hand](t)(d.Open(ctx, "a")), named("other"))
	if !bytes.Equal(kept().Value, old) {
		t.Error("another change rewrote the plan")
	}
	do(t, d, h, hand.Change{Label: hand.Label{Key: "test.kpi"}, Apply: func(c *account.Client) error { return c.WriteKPI(2026, "KPI-2", "more") }})
	if now := must[account.Client](t)(d.Client(ctx, "a")).Plans[0]; now.KPI("KPI-2").Text != "more" || now.KPI("KPI-1").Text != "one" || bytes.Equal(kept().Value, old) {
		t.Errorf("%+v", now.KPIs)
	}
}
