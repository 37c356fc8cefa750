package main

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	paper "kwi/internal/report"
)

// The plan from empty to page: begun, written block by block, judged, given
// figures and a next year, and put on paper as it stands on the screen.
func TestThePlanFromEmptyToPage(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 120, 40)
	d.Press("enter", "9")
	d.See("NewMedia · 2026", "A3-accountplan", "nog geen accountplan")
	d.Press("{", "enter")
	d.See("NewMedia · 2025", "Wat gaat er gebeuren in de markt", "nog leeg: 1, 2, 3")
	d.Press("}", "enter")
	d.See("NewMedia · 2026")

	d.Press("enter")
	d.See("enter nieuwe regel", "tab volgend blok")
	d.Type("Media komen van kleine ploegen.\nWie hun gereedschap kent, zit aan tafel.")
	d.Press("tab")
	d.Type("Publiceren zonder omkijken.")
	d.Press("tab")
	d.Type("Vaste mensen.")
	d.Press("esc")
	d.Miss("Waarom doen wij ertoe")
	d.Press("down")
	d.See("▸ 8 Randvoorwaarden")
	d.Press("enter")
	d.Type("Werving levert op tijd.")
	d.Press("ctrl+s", "left", "enter")
	d.Type("Vóór 1 juli is 90 % op tijd.")
	d.Press("enter")
	d.Type("Niemand belt twee keer.")
	d.Press("ctrl+s")
	d.See("KPI-1", "·m··t", "KPI-2", "zonder actie: KPI-1, KPI-2")
	d.Press("up", "right", "space", "right", "space")
	d.See("SM··t")

	d.Press("esc", "down", "enter", "enter")
	d.See("Nieuwe actie bij KPI-1")
	d.Type("Planning delen @Anna 1 december")
	d.See("Anna · di 1 dec")
	d.Press("ctrl+s")
	d.See("Planning delen", "Anna, 1 dec 2026", "zonder actie: KPI-2")

	d.Press("esc", "right", "enter", "down", "down", "down", "down", "right")
	d.Type("540.000")
	d.Press("enter", "up", "right")
	d.Type("271000")
	d.Press("tab")
	d.See("540.000", "271.000")

	d.Press("}", "enter")
	d.See("NewMedia · 2027", "Publiceren zonder omkijken.", "KPI-1")
	d.Miss("Planning delen", "540.000")
	d.Press("tab", "enter")
	d.Type(" Ook in de nacht.")
	d.Press("esc", "d")
	d.See("− Publiceren zonder omkijken.", "anders dan 2026")
	d.Press("ctrl+z", "{")
	d.See("NewMedia · 2026")

	p := kept(t, s, "newmedia")
	plan := p.Plan(2026)
	if plan == nil || plan.Vision != "Media komen van kleine ploegen.\nWie hun gereedschap kent, zit aan tafel." || plan.Factors != "Vaste mensen." || len(plan.KPIs) != 2 ||
		plan.KPIs[0].Smart != (account.Smart{Specific: account.Yes, Measurable: account.Yes}) || plan.Numbers[2026].Target.Revenue != "540000" || plan.Numbers[2026].Actual.Revenue != "271000" {
		t.Errorf("got %+v", plan)
	}
	page, err := desk.New(s, nonce).Plan(context.Background(), kept(t, s, "newmedia"), 2026, desk.Form(".md"), paper.Options{Language: "nl", Today: "2026-11-21"})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"Media komen van kleine ploegen", "Publiceren zonder omkijken", "S·M·T", "Anna, 1 dec 2026", "| omzet | – | 540.000 | 271.000 | −269.000 |", "zonder actie: KPI-2"} {
		if !strings.Contains(string(page), text) {
			t.Errorf("%q is not on the page:\n%s", text, page)
		}
	}
}

// The plan is for the manager alone: with the client watching no key and no
// place leads to it, and what was open is not on the screen.
func TestThePlanIsClosedWithTheClientWatching(t *testing.T) {
	s := stocked(t)
	elsewhere(t, s, func(c *account.Client) error {
		if err := c.StartPlan(2026, ""); err != nil {
			return err
		}
		return c.WriteBlock(2026, account.Vision, "GEHEIM")
	})
	d := sit(t, s, "nl", 120, 40)
	d.Press("enter", "9")
	d.See("GEHEIM")
	d.Press("M")
	d.Miss("GEHEIM")
	d.Press("enter")
	for _, key := range []string{"9", "]", "]", "]", ":", "p", "l", "a", "n", "enter", "esc"} {
		d.Press(key)
		d.Miss("GEHEIM", "A3-accountplan")
	}
}

// A text that was half typed in a year's plan is there again in the next run,
// also when a newer cycle has begun.
func TestAHalfTypedPlanIsFoundAgain(t *testing.T) {
	s := stocked(t)
	elsewhere(t, s, func(c *account.Client) error { return c.StartPlan(2026, "") })
	d := sit(t, s, "nl", 120, 40)
	d.Press("enter", "9", "enter")
	d.Type("Half gety")
	d.Beat(3)
	if got := kept(t, s, "newmedia"); got.Plan(2026).Vision != "" {
		t.Fatalf("it is kept already: %q", got.Plan(2026).Vision)
	}
	elsewhere(t, s, func(c *account.Client) error {
		c.Cycles = append(c.Cycles, account.Cycle{Name: "2027H1"})
		return nil
	})
	d = sit(t, s, "nl", 120, 40)
	d.Press("enter", "9")
	d.See("A3-accountplan")
	d.Press("enter")
	d.See("Half gety")
}

// withAction is a client with a plan, an indicator and an action on it.
func withAction(c *account.Client) error {
	if err := c.StartPlan(2026, "Joe"); err != nil {
		return err
	}
	if _, err := c.AddKPI(2026, "Snel"); err != nil {
		return err
	}
	return c.AddKPIAction(2026, "KPI-1", account.KPIAction{Text: "Oefenen."})
}

// planJourneys are those of the dialogs of the plan.
var planJourneys = map[string]journey{
	"ui/screen/plan/dialog.go actionDialog": {
		prepare: withAction,
		open:    []string{"9", "down", "down", "right", "enter", "down", "enter"}, typed: []string{"!"}, text: "Oefenen.!",
		inPlan: [2]func(*account.Plan) bool{
			func(p *account.Plan) bool { return slices.Equal(p.KPIs[0].Actions, []string{"Oefenen.!"}) },
			func(p *account.Plan) bool { return p.KPIs[0].Action("Oefenen.!").Due == "2026-12-01" },
		},
		beside: func(c *account.Client) error {
			return c.ChangeKPIAction(2026, "KPI-1", "Oefenen.", func(a *account.KPIAction) { a.Due = "2026-12-01" })
		},
		same: func(c *account.Client) error {
			return c.ChangeKPIAction(2026, "KPI-1", "Oefenen.", func(a *account.KPIAction) { a.Text = "Elders bedacht." })
		}, known: true,
		gone: func(c *account.Client) error { return c.RemoveKPI(2026, "KPI-1") },
	},
	"ui/screen/plan/dialog.go askMadeBy": {
		prepare: withAction,
		open:    []string{"9", "b"}, typed: []string{"!"}, text: "Joe!",
		inPlan: [2]func(*account.Plan) bool{
			func(p *account.Plan) bool { return p.MadeBy == "Joe!" },
			func(p *account.Plan) bool { return p.Vision == "Elders bedacht" },
		},
		beside: func(c *account.Client) error { return c.WriteBlock(2026, account.Vision, "Elders bedacht") },
		same:   func(c *account.Client) error { return c.WriteBlock(2026, account.MadeBy, "Elders bedacht.") },
		gone:   func(c *account.Client) error { return c.RemovePlan(2026) },
	},
}

// joined are the entries of several maps.
func joined(all ...map[string]journey) map[string]journey {
	out := map[string]journey{}
	for _, m := range all {
		maps.Copy(out, m)
	}
	return out
}

// What the plan leads to lies over it: esc leads back to the line one came from,
// while a digit leads on as everywhere.
func TestThePlanIsCameBackTo(t *testing.T) {
	for _, way := range []struct {
		keys, back []string
		see        string
	}{
		{[]string{"down", "enter"}, []string{"esc", "esc"}, "klantwaardemonitor"}, // out of the KWI, then back
		{[]string{"down", "down", "enter", "down"}, []string{"esc"}, "Realiseren"},
	} {
		d := sit(t, busy(t), "nl", 120, 40)
		d.Press("/", "newmedia", "enter", "9")
		d.See("A3-accountplan")
		d.Press(way.keys...)
		before := d.Screen()
		d.Press("enter")
		d.Miss("A3-accountplan")
		d.See(way.see)
		if d.Press(way.back...); d.Screen() != before {
			t.Errorf("%v: esc leads to\n%s\nand not to\n%s", way.keys, d.Screen(), before)
		}
		d.Press("enter", "2", "esc")
		d.Miss("A3-accountplan", "Opstellen")
	}
}
