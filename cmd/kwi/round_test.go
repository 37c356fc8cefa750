package main

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/store/memory"
	"kwi/ui/drive"
)

// typed fills a dialog: its fields in order with tab between them, then kept.
func typed(d *drive.Driver, fields ...string) {
	for i, f := range fields {
		if i > 0 {
			d.Press("tab")
		}
		d.Type(f)
	}
	d.Press("ctrl+s")
}

// TestAClientGoesRound is the main job: a client nobody knew goes through all
// seven stages and into their next cycle, every gate passed as it is meant, and
// all of it is found back by somebody who starts the program again.
func TestAClientGoesRound(t *testing.T) {
	s := memory.New()
	d := sit(t, s, "nl", 80, 24)
	d.Press("n")
	d.Type("De Molen")
	d.Press("enter")
	d.See("Wie ben jij als leverancier?")
	d.Type("BESTSELLER")
	d.Press("enter")
	d.See("De Molen · 2027H1", "1 Initiëren")

	d.Press("down", "down", "down", "enter") // GO
	d.Type("vandaag")
	d.Press("esc", "tab", "n")
	typed(d, "Kees Klant", "KK", "Directeur", "kk@molen.example")
	d.Press("n")
	typed(d, "A. Aaaa", "AA")
	d.Press("home", "s", "enter", "w", "enter", "down", "w", "enter")
	c := kept(t, s, "de-molen")
	if y := c.Newest(); y.Go != "2026-11-21" || c.Sponsor == "" || c.Respondents[0].Willing == "" || c.Respondents[1].Willing == "" {
		t.Fatalf("after stage 1: go %q, sponsor %q, %+v\n%s", y.Go, c.Sponsor, c.Respondents, d.Screen())
	}
	passes(t, d, s, account.Draft)

	for _, who := range []string{"KK", "AA"} { // what each finds most important
		d.Press("enter")
		d.See(who)
		d.Type("Weten wat er loopt")
		d.Press("esc", "ctrl+k", "enter")
		d.See("KWI-0", "nieuw in deze cyclus")
		d.Press("ctrl+n")
		d.Type("Wij weten elke week hoe het staat")
		d.Press("esc")
		d.Press("esc", "down")
	}
	c = kept(t, s, "de-molen")
	if y := c.Newest(); len(y.KWIs) != 2 || y.KWIs[0].Standard(account.Own) == nil || y.KWIs[0].Standard(account.Noticed) == nil || y.KWIs[0].Expectation == "" {
		t.Fatalf("after stage 2: %+v\n%s", y.KWIs, d.Screen())
	}
	passes(t, d, s, account.Test)

	for range 2 { // both judge all, both tested
		d.Press("a", "enter", "d", "enter", "right")
	}
	c = kept(t, s, "de-molen")
	if y := c.Newest(); len(y.Assigned["AA"]) != 4 || len(y.Assigned["KK"]) != 4 || len(y.Tested) != 2 {
		t.Fatalf("after stage 3: %v, tested %v\n%s", y.Assigned, y.Tested, d.Screen())
	}
	passes(t, d, s, account.Communicate)

	d.Press("a", "enter", "home", "f", "enter", "down", "f", "enter")
	passes(t, d, s, account.Realise)

	for range 2 { // an action on every KWI, a talk with everybody
		d.Press("n")
		d.Type("Weekbericht sturen")
		d.Press("tab")
		d.Type("RM")
		d.Press("tab")
		d.Type("+20")
		d.Press("tab", "right")
		if c = kept(t, s, "de-molen"); len(c.Newest().Actions) == 1 {
			d.Press("right")
		}
		d.Press("ctrl+s")
	}
	d.Press("tab", "n")
	d.Type("Het loopt")
	d.Press("ctrl+s", "home", "n") // whoever was not asked yet stands first
	d.Type("Het loopt")
	d.Press("ctrl+s")
	c = kept(t, s, "de-molen")
	if y := c.Newest(); len(y.Visits) != 2 || y.KWIs[0].Standard(account.Kept) == nil || y.KWIs[1].Standard(account.Kept) == nil {
		t.Fatalf("after stage 5: visits %+v, actions %+v\n%s", y.Visits, y.Actions, d.Screen())
	}
	passes(t, d, s, account.Measure)

	for _, key := range []string{"home", "down"} {
		d.Press(key, "enter")
		for range 6 {
			d.Type("8")
			d.Press("enter")
		}
		d.Press("esc")
	}
	d.Press("tab", "enter")
	d.Type("23-1-2027")
	d.Press("enter")
	d.See("Lijsten sturen op", "za 9 jan 2027")
	d.Press("enter")
	d.See("Sessie op  za 23 jan 2027")
	d.Press("esc", "tab", "enter")
	d.Type("Weinig opmerkingen")
	d.Press("esc", "down", "down", "enter")
	d.Type("Vaker langs")
	d.Press("esc")
	c = kept(t, s, "de-molen")
	if y := c.Newest(); len(y.Answers["KK"]) != 6 || len(y.Answers["AA"]) != 6 || y.Analysis.Proposals == "" {
		t.Fatalf("after stage 6: %v, analysis %+v\n%s", y.Answers, y.Analysis, d.Screen())
	}
	passes(t, d, s, account.Session)

	d.See("8,00")
	d.Press("tab", "space")
	d.Press("alt+g") // where letters are text
	d.See("De cyclus afsluiten")
	d.Press("enter")
	c = kept(t, s, "de-molen")
	if len(c.Cycles) != 2 || c.Cycles[0].Stage != account.Closed || len(c.Cycles[0].Reasons) != 0 {
		t.Fatalf("cycles %d, reasons %+v", len(c.Cycles), c.Cycles[0].Reasons)
	}
	if next := c.Newest(); next.Name != "2027H2" || len(next.KWIs) != 2 || len(next.Assigned["KK"]) != 6 {
		t.Fatalf("the next cycle is %s with %d KWIs", next.Name, len(next.KWIs))
	}

	again := sit(t, s, "en", 80, 24)
	again.See("De Molen", "8.00")
	again.Press("enter")
	again.See("De Molen · 2027H2", "1 Initialise")
	again.Press("5")
	again.See("Weekbericht sturen") // open actions stay in sight
	again.Press("8", "c", "down", "enter")
	again.See("2027H1", "8.00")
}

// passes goes on through a gate that must be met, to the stage that follows.
func passes(t *testing.T, d *drive.Driver, s *memory.Store, to account.Stage) {
	t.Helper()
	if to == account.Session { // from the analysis, where letters are text
		d.Press("alt+g")
	} else {
		d.Press("g")
	}
	if strings.Contains(d.Screen(), "Enter gaat naar wat er nog nodig is") {
		t.Fatalf("the gate to %s is open:\n%s", to, d.Screen())
	}
	d.Press("enter")
	if c := kept(t, s, "de-molen"); c.Newest().Stage != to {
		t.Fatalf("the cycle is in %s, not in %s:\n%s", c.Newest().Stage, to, d.Screen())
	}
}
