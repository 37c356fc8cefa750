package main

import (
	"strings"
	"testing"

	"kwi/internal/account"
)

// The checklist of a stage leads to what it still needs, by name, says there
// whether it is done by now, and esc leads back to it.
func TestAChecklistLeadsToWhatIsNeededAndBack(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter")
	d.See("van 4 gereed; nog nodig: ")
	d.Press("g")
	d.See("Van Meten naar Klantwaardesessie", "met een reden", "Eén fase terug", "▸   · ")
	d.Press("enter")
	d.See("▸ Lijsten", "terug naar de lijst")
	d.Press("esc")
	d.See("Van Meten naar Klantwaardesessie")
	d.Press("esc")
	d.See("6 Meten")
	if strings.Contains(d.Screen(), "terug naar de lijst") {
		t.Errorf("it still leads back:\n%s", d.Screen())
	}
	elsewhere(t, s, onCycle(func(y *account.Cycle) {
		y.Stage, y.Go = account.Initialise, ""
	}))
	elsewhere(t, s, func(c *account.Client) error {
		for i := range c.Respondents {
			c.Respondents[i].Willing = "2026-10-01"
		}
		return nil
	})
	d = sit(t, s, "nl", 80, 24)
	d.Press("enter", "8", "g")
	d.See("○ GO van de klant")
	d.Press("enter")
	d.See("het GO van de klant", "▸ GO")
	d.Press("enter")
	d.Type("vandaag")
	d.Press("esc")
	d.See("✓ het GO van de klant", "terug naar de lijst")
	d.Press("esc")
	d.See("✓ GO van de klant")
	if c := kept(t, s, "newmedia"); c.Newest().Go != "2026-11-21" {
		t.Errorf("GO on %q", c.Newest().Go)
	}
}

// Why one went on without what was needed is kept with the day and what was open,
// and is read at that stage and in the whole cycle; a letter is no reason.
func TestGoingOnRegardlessIsReadAfterwards(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter", "g", "g")
	d.See("Waarom ga je nu al door? Nog nodig: ")
	d.Type("x")
	d.Press("enter")
	if c := kept(t, s, "newmedia"); c.Newest().Stage != account.Measure {
		t.Fatal("a letter is a reason")
	}
	d.Type(" is ziek, en de sessie staat")
	d.Press("enter")
	c := kept(t, s, "newmedia")
	y := c.Newest()
	if y.Stage != account.Session || len(y.Reasons) != 1 || len(y.Reasons[0].Open) == 0 || len(y.Passages) != 1 || y.Passages[0].Date != "2026-11-21" {
		t.Fatalf("in %s, %+v %+v\n%s", y.Stage, y.Reasons, y.Passages, d.Screen())
	}
	d.Press("6")
	d.See("Afgerond za 21 nov", "van 4 gereed", "f7 meer")
	d.Press("f7")
	d.See("Meten: wat er is en wat nog nodig is", "Toch verder op za 21 nov", "x is ziek, en de sessie staat", "Toen nog nodig:")
	d.Press("tab")
	d.See("Cyclus 2011H1, fase voor fase", "x is ziek", "Initiëren en inspireren")
	d.Press("esc", "M")
	for _, internal := range []string{"Afgerond", "nog nodig", "is ziek", "f7"} {
		if strings.Contains(d.Screen(), internal) {
			t.Errorf("with the client watching it says %q:\n%s", internal, d.Screen())
		}
	}
}

// Going back a stage says what it means, loses nothing, is kept, and is undone.
func TestGoingBackAStage(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	before := kept(t, s, "newmedia")
	d.Press("enter", "g", "end", "enter")
	d.See("Terug naar Realiseren", "er gaat niets naar de klant")
	d.Press("enter")
	after := kept(t, s, "newmedia")
	if y := after.Newest(); y.Stage != account.Realise || len(y.Passages) != 1 || len(y.Answers) != len(before.Newest().Answers) {
		t.Fatalf("in %s after %v\n%s", y.Stage, y.Passages, d.Screen())
	}
	d.Press("f7", "tab")
	d.See("één fase terug, naar Realiseren")
	d.Press("esc", "ctrl+z")
	if c := kept(t, s, "newmedia"); c.Newest().Stage != account.Measure || len(c.Newest().Passages) != 0 {
		t.Errorf("in %s after %v", c.Newest().Stage, c.Newest().Passages)
	}
}

// Before a cycle is closed the checklist sums it up: what was reached, which
// agreements go along and what becomes of the KWIs; the page after it names them
// again, with the documents to write.
func TestClosingACycleSumsItUp(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 120, 40)
	d.Press("enter", "g", "g")
	d.Type("De sessie staat vast")
	d.Press("enter", "g")
	d.See("De cyclus afsluiten", "Bereikt: totaal 7,10", "van 5 KWI's het doel gehaald", "open afspraken gaan mee: 2011-01 ", "KWI's in de volgende cyclus – gaat mee: 01, 02, 03, 04, 05.")
	d.Press("g")
	d.Type("Niemand kon")
	d.Press("enter")
	d.See("2011H1 is afgesloten", "Afspraken die meegaan: 2011-01, ", "gaat mee")
}

// The list of clients and the checklist say the same next thing: what is late, and
// once nothing is what the stage needs first, with a name where that fits.
func TestTheClientsAndTheChecklistSayTheSameNextThing(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 120, 40)
	d.See("afspraak 5.895 d te laat", "nodig: de lijst van A. Aaaa en nog 3")
	d.Press("enter", "f7")
	d.See("Eerst: Gedeelde klantruimte inrichten", "5.895 dagen te", "▸   · A. Aaaa (AA)")
	d.Press("up", "up")
	d.See("▸ Eerst: ")
	d.Press("enter")
	d.See("5 Realiseren", "○ Eerst: ", "terug naar de lijst")
	d.Press("esc")
	d.See("Van Meten naar Klantwaardesessie", "▸   · A. Aaaa (AA)")
	elsewhere(t, s, func(c *account.Client) error {
		for i := range c.Cycles {
			y := &c.Cycles[i]
			y.Session = ""
			for j := range y.Actions {
				y.Actions[j].Due, y.Actions[j].Status = "", account.Done
			}
		}
		c.Newest().Session = "2027-03-20"
		return nil
	})
	d = sit(t, s, "nl", 120, 40)
	d.See("de lijst van A. Aaaa en nog 3")
	d.Press("o") // by day the column says days
	d.See("Eerste dag")
	d = sit(t, s, "en", 80, 24)
	d.See("4 lists to come")
	d.Press("enter", "f7")
	if strings.Contains(d.Screen(), "First: ") {
		t.Errorf("something is first:\n%s", d.Screen())
	}
	d.See("▸   · A. Aaaa (AA)")
}

// TestTheLastPageIsNotCutInSilence: where the checklist of a cycle that closes is
// longer than the screen, what met each condition gives way to what closing means;
// where even that does not fit, it is said how much more there is.
func TestTheLastPageIsNotCutInSilence(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {60, 20}, {120, 40}} {
		s := stocked(t)
		elsewhere(t, s, onCycle(func(y *account.Cycle) {
			y.Stage, y.Session, y.Meeting.Present = account.Session, "2026-11-20", []account.Initials{"KK"}
			for i := range y.Actions {
				y.Actions[i].For, y.Actions[i].Due = "KK", "2026-12-01"
			}
		}))
		d := sit(t, s, "nl", size[0], size[1])
		d.Press("enter", "7", "g")
		d.See("De cyclus afsluiten")
		last := strings.Contains(strings.Join(strings.Fields(d.Screen()), " "), "zoals ze zijn afgesproken")
		more := strings.Contains(d.Screen(), "  nog ")
		if last == more || size[0] == 120 && !last {
			t.Errorf("%v: the end is seen %v, and it is said that there is more %v:\n%s", size, last, more, d.Screen())
		}
	}
}
