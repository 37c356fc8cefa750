package account_test

import (
	"reflect"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

func TestActionsAreNumberedByTheYearOfTheirCycle(t *testing.T) {
	c := account.Client{Cycles: []account.Cycle{
		{Name: "2026H1", Stage: account.Closed, Actions: []account.Action{{Number: "2026-01"}, {Number: "2026-99"}, {Number: "2025-200"}, {Number: "2026-x"}, {Number: "2026-"}, {Number: "2026--7"},
			{Number: "2026-99999999999999999999"}}},
		{Name: "2026H2"},
	}}
	for _, want := range []string{"2026-100", "2026-101"} {
		if got, err := c.AddAction("", account.Action{Number: "mine"}, std, today); err != nil || got != want {
			t.Errorf("got %s, %v, want %s", got, err, want)
		}
	}
	c.Cycles[1].Name = "2027H1" // its session was moved
	if got, _ := c.AddAction("", account.Action{}, std, today); got != "2027-01" {
		t.Errorf("got %s", got)
	}
}

func TestAnActionIsOpenOursAndOfToday(t *testing.T) {
	c := busy()
	number, err := c.AddAction("", account.Action{Text: "T"}, std, today)
	succeeds(t, err)
	want := account.Action{Number: number, Date: today, Text: "T", Side: account.SupplierSide, Status: account.Open}
	if _, a := c.Action(number); !reflect.DeepEqual(*a, want) {
		t.Errorf("got %+v", *a)
	}
	given := account.Action{Date: "2025-01-01", Side: account.ClientSide, Status: account.Done, Due: "2026-09-01T17:00"}
	number, err = c.AddAction("", given, std, today)
	succeeds(t, err)
	given.Number, given.Done = number, today
	if _, a := c.Action(number); !reflect.DeepEqual(*a, given) {
		t.Errorf("got %+v", *a)
	}
}

func TestAnActionHasARealDateAndARealKWI(t *testing.T) {
	c := busy()
	for kind, a := range map[fault.Kind]account.Action{fault.BadDate: {Due: "as soon as possible"}, fault.Removed: {KWI: 9}} {
		_, err := c.AddAction("", a, std, today)
		refuses(t, err, kind)
		d := c.Clone()
		refuses(t, d.ChangeAction("2026-01", std, today, func(b *account.Action) { b.Due, b.KWI = a.Due, a.KWI }), kind)
	}
	refuses(t, c.ChangeAction("2026-77", std, today, func(*account.Action) {}), fault.Removed)
}

func TestTheDayAnActionWasDoneComesAndGoesWithItsStatus(t *testing.T) {
	c := busy()
	for _, d := range []struct {
		to   account.Status
		on   account.Date
		want account.Date
	}{{account.Done, "2026-05-01", "2026-05-01"}, {account.Done, "2026-05-02", "2026-05-01"}, {account.Open, "2026-05-03", ""}, {account.Dropped, "2026-05-03", ""}, {account.Done, "2026-05-04", "2026-05-04"}} {
		succeeds(t, c.ChangeAction("2026-01", std, d.on, func(a *account.Action) { a.Status, a.Number = d.to, "another" }))
		if _, a := c.Action("2026-01"); a == nil || a.Done != d.want || a.Status != d.to {
			t.Errorf("%s on %s: %+v", d.to, d.on, a)
		}
	}
}

func TestOfAClosedCycleOnlyOpenActionsChangeAndOthersByCorrection(t *testing.T) {
	c := later()
	day := today
	to := func(status account.Status) func(c *account.Client) error {
		return func(c *account.Client) error {
			return c.ChangeAction("2026-01", std, day, func(a *account.Action) { a.Status, a.Evidence = status, a.Evidence+"!" })
		}
	}
	done := to(account.Done)
	for _, status := range []account.Status{account.Done, account.Open, account.Done} { // all of one day
		succeeds(t, to(status)(&c))
	}
	_, a := c.Action("2026-01")
	a.Evidence, day = "!", today.Add(1)
	d := c.Clone()
	refuses(t, done(&d), fault.Frozen)
	refuses(t, to(account.Open)(&d), fault.Frozen)
	succeeds(t, c.Correct("2026H1", day, "T", "why", done))
	if _, a := c.Action("2026-01"); a.Evidence != "!!" || len(c.Cycles[0].Corrections) != 1 {
		t.Errorf("got %+v", a)
	}
}

func TestOpenActionsOfAllCyclesUpToOne(t *testing.T) {
	c := later()
	_, err := c.AddAction("", account.Action{}, std, today)
	succeeds(t, err)
	for upTo, want := range map[account.CycleName]int{"2026H1": 1, "2026H2": 2, "": 2} {
		got := c.OpenActions(upTo)
		if len(got) != want || got[0].Cycle != "2026H1" || got[len(got)-1].Action.Status != account.Open {
			t.Errorf("up to %s: %+v", upTo, got)
		}
	}
	succeeds(t, c.ChangeAction("2026-01", std, today, func(a *account.Action) { a.Status = account.Dropped }))
	if got := c.OpenActions("2026H1"); len(got) != 0 {
		t.Errorf("dropped, and still open: %+v", got)
	}
}

func TestOverdueIsAnOpenActionWhoseDayHasPassed(t *testing.T) {
	for _, d := range []struct {
		a    account.Action
		want bool
	}{
		{account.Action{Status: account.Open, Due: "2026-03-31"}, true}, {account.Action{Status: account.Open, Due: "2026-03-31T23:00"}, true},
		{account.Action{Status: account.Open, Due: "2026-04-01"}, false}, {account.Action{Status: account.Open, Due: "2026-04-01T08:00"}, false},
		{account.Action{Status: account.Open}, false}, {account.Action{Status: account.Done, Due: "2026-03-31"}, false}, {account.Action{Status: account.Dropped, Due: "2026-03-31"}, false},
	} {
		if d.a.Overdue("2026-04-01") != d.want {
			t.Errorf("%+v: %v", d.a, !d.want)
		}
	}
}
