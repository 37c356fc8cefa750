package main

import (
	"context"
	"testing"
	"time"

	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/internal/portfolio"
	"kwi/internal/score"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/theme"
)

// TestAnOldMonitorIsPasted starts a new client with their history, and takes
// that back.
func TestAnOldMonitorIsPasted(t *testing.T) {
	ctx := context.Background()
	d := desk.New(stocked(t), nonce)
	list := func() ([]portfolio.Line, error) { return d.Portfolio(ctx) }
	now := func() time.Time { return day }
	drv := drive.New(t, ui.Config{
		Keeper: keeper{d, "BESTSELLER B.V."}, Places: places(sources{clients: list, post: bringing(ctx, d, func(string) string { return "" }, now)}),
		Words: lang.For("nl"), Theme: theme.Dark(), Supplier: "BESTSELLER B.V.", Now: now,
	}, 80, 24)
	drv.Press("n")
	drv.Type("Oude Monitor")
	drv.Press("enter")
	drv.See("Oude Monitor")
	drv.Press("tab", "t")
	drv.See("Plak een tabel")
	drv.Paste("Cyclus\tKWI\tTitel\tNr\tVraag\tKK\tBB\r2009H2\t1\tKennis\t1.01\tKent ons werk\t6\t7\r2010H1\t\t\t1.01\t\t8\t9<\r")
	drv.See("2 nieuwe respondenten", "afgesloten cyclus 2009H2", "afgesloten cyclus 2010H1")
	drv.Press("enter")
	drv.See("De tabel is overgenomen")
	id := ""
	lines, err := d.Portfolio(ctx)
	for _, l := range lines {
		if l.Name == "Oude Monitor" {
			id = l.ID
		}
	}
	c, err2 := d.Client(ctx, id)
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	h := score.HistoryOf(&c)
	if trend := h.Trend(1, "2010H1"); len(trend) != 2 || !trend[0].Score.OK() || !trend[1].Score.OK() {
		t.Errorf("%+v", trend)
	}
	drv.Press("ctrl+z")
	if c, err = d.Client(ctx, id); err != nil || len(c.Respondents) != 0 || len(c.Cycles) > 1 {
		t.Errorf("%v: %+v", err, c.Cycles)
	}
}
