package desk_test

import (
	"context"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/portable"
	"kwi/store/memory"
)

// In a plan that was written by hand indicators may have no code; after the
// import they have, for without one nobody could change them.
func TestAnImportGivesIndicatorsTheirCodes(t *testing.T) {
	d := desk.New(memory.New(), func() string { return "n" })
	file := portable.File{Supplier: "S", Clients: []account.Client{{ID: "a", Name: "A", Plans: []account.Plan{{Year: 2026, KPIs: []account.KPI{{Text: "x"}}}}}}}
	if _, err := d.Import(context.Background(), false, file); err != nil {
		t.Fatal(err)
	}
	c, err := d.Client(context.Background(), "a")
	if err != nil || c.Plan(2026).KPI("KPI-1") == nil || file.Clients[0].Plans[0].KPIs[0].Code != "" {
		t.Errorf("%+v %v, the file: %+v", c.Plans, err, file.Clients[0].Plans)
	}
}
