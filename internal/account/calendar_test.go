package account

import (
	"testing"
)

// TestACycleKeepsItsNameInCalendars: whatever it is called since, whatever
// comes before it, and whatever comes after it under its first name.
func TestACycleKeepsItsNameInCalendars(t *testing.T) {
	c := Client{Cycles: []Cycle{{Name: "2026H2"}}}
	if err := c.PlanSession("2026H2", "2026-06-20"); err != nil || c.Newest().Name != "2026H1" {
		t.Fatal(err, c.Newest().Name)
	}
	c.InsertCycle(Cycle{Name: "2025H1", Stage: Closed})
	if y := c.Newest(); len(c.Cycles) != 2 || c.Cycles[0].Name != "2025H1" || y.CalendarName() != "2026H2" {
		t.Fatalf("%+v", c.Cycles)
	}
	c.Newest().Stage = Closed
	y, err := c.StartCycle("2026-07-01")
	if err != nil || y.Name != "2026H2" || y.CalendarName() == "2026H2" {
		t.Errorf("%v: the next one is %+v", err, y)
	}
	known := y.CalendarName()
	for _, on := range []Date{"2027-03-01", "2026-09-01"} {
		if err := c.PlanSession(y.Name, on); err != nil || y.CalendarName() != known {
			t.Errorf("%v: on %s it is known as %s", err, on, y.CalendarName())
		}
	}
	c = Client{Cycles: []Cycle{{Name: "2026H1"}}}
	for _, on := range []Date{"2026-09-01", "2026-03-01"} {
		if err := c.PlanSession(c.Newest().Name, on); err != nil {
			t.Fatal(err)
		}
	}
	if c.Newest().Calendar != "" {
		t.Errorf("back under its first name it is kept as %q", c.Newest().Calendar)
	}
}

// TestAVisitKeepsItsNameInCalendars: another day, or one visit less, is no
// other visit.
func TestAVisitKeepsItsNameInCalendars(t *testing.T) {
	c := Client{Respondents: []Respondent{{Initials: "KK"}}, Cycles: []Cycle{{Name: "2026H2"}}}
	for _, v := range []Visit{{Date: "2026-10-06", With: "KK", Note: "a"}, {Date: "2026-10-06", With: "KK", Note: "b"}, {Date: "2026-10-07", With: "KK"}} {
		if err := c.AddVisit("2026H2", v); err != nil {
			t.Fatal(err)
		}
	}
	y := c.Newest()
	first, second := y.Visits[0], y.Visits[1]
	if first.CalendarName() == second.CalendarName() {
		t.Errorf("two on one day are one: %q", first.CalendarName())
	}
	if err := c.RemoveVisit("2026H2", first, nil); err != nil {
		t.Fatal(err)
	}
	if err := c.ChangeVisit("2026H2", second, nil, func(v *Visit) { v.Date = "2026-10-09" }); err != nil {
		t.Fatal(err)
	}
	if got := y.Visits[0]; got.CalendarName() != second.CalendarName() || got.Date != "2026-10-09" {
		t.Errorf("it was %q and is %q", second.CalendarName(), got.CalendarName())
	}
}
