package main

import (
	"context"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/portable"
	"kwi/store/memory"
	"kwi/ui"
)

// TestJourneyWithTheClientWatching is a cycle as a client sees it: what they
// expect, whether they can judge it, their grade, the session, its minutes and
// the next cycle. Between these the manager goes on alone.
func TestJourneyWithTheClientWatching(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	c := account.Client{ID: "dorpstad", Name: "Gemeente Dorpstad", Respondents: []account.Respondent{{Initials: "KK", Name: "Kees Klant", Language: "nl", Willing: "2026-10-01"}},
		Cycles: []account.Cycle{{Name: "2026H2", Stage: account.Draft, AnswersBy: account.ByName, Session: account.Date(day.Format("2006-01-02"))}}}
	s := memory.New()
	if _, err := desk.New(s, nonce).Import(context.Background(), false, portable.File{Supplier: "Bestseller", Clients: []account.Client{c}}); err != nil {
		t.Fatal(err)
	}
	press := printing(desk.New(s, nonce), noServer, func() time.Time { return day })
	d := sitWith(t, s, "nl", 80, 24, func(c *ui.Config) { c.Papers = press })
	now := func() *account.Cycle {
		c := kept(t, s, "dorpstad")
		return c.Newest()
	}
	apart := func() {
		t.Helper()
		d.Press("f2")
		leaveMeeting(d)
		goAlone(d)
	}
	onTo := func(stage account.Stage) {
		t.Helper()
		for range 4 {
			if now().Stage == stage {
				return
			}
			key := "g"
			if at := now().Stage; at == account.Draft || at == account.Measure {
				key = "alt+g" // there letters are grades and words
			}
			d.Press(key, "g")
			if strings.Contains(d.Screen(), "Waarom ga je nu al door?") {
				d.Type("Zo spraken we af")
				d.Press("enter")
			}
		}
		t.Fatalf("it is at %s and not at %s:\n%s", now().Stage, stage, d.Screen())
	}

	d.Press("enter", "enter", "f2", "enter", "enter")
	d.See("Kees Klant", "Uw organisatie")
	d.Type("Minder loketten.\n")
	d.Press("tab", "tab", "tab", "tab", "tab", "enter")
	d.Press("end")
	d.Press("down")
	d.Type("Is er één loket?\n")
	if y := now(); len(y.KWIs) != 1 || y.KWIs[0].WishedBy != "KK" || y.KWIs[0].Standard(account.Own) == nil {
		t.Fatalf("their KWI is %+v\n%s", y.KWIs, d.Screen())
	}
	apart()

	onTo(account.Test)
	d.Press("3", "right", "M", "enter", "enter")
	d.See("Kees Klant")
	d.Press("y", "y", "y", "end", "enter")
	d.See("Samen doorgenomen")
	apart()

	onTo(account.Measure)
	d.Press("end", "M", "enter", "enter")
	d.See("Kees Klant")
	d.Press("home", "enter", "8", "enter", "9", "enter")
	if y := now(); len(y.Answers["KK"]) == 0 {
		t.Fatalf("nothing is answered:\n%s", d.Screen())
	}
	apart()

	onTo(account.Session)
	d.Press("7", "M", "enter", "space", "enter")
	d.See("Terugblik")
	d.Press("pgdown")
	d.See("Resultaat   0 van 30 min")
	apart()

	d.Press("g")
	d.See("De cyclus afsluiten")
	d.Press("enter")
	if !strings.Contains(d.Screen(), "2026H2 is afgesloten") {
		d.Type("Zo spraken we af")
		d.Press("enter")
	}
	d.See("2026H2 is afgesloten", "gaat mee")
	d.Press("enter", "ctrl+s")
	d.See("Geschreven:")
	if y := now(); y.Stage != account.Initialise || len(y.KWIs) != 1 {
		t.Errorf("the next cycle is %+v", y)
	}
}
