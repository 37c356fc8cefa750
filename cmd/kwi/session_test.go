package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/ui"
)

// From the welcome to the next cycle: the session with the client watching,
// its minutes, and what becomes of the KWIs.
func TestJourneyFromTheSessionToTheNextCycle(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	s := stocked(t)
	elsewhere(t, s, inSession)
	press := printing(desk.New(s, nonce), noServer, func() time.Time { return day })
	d := sitWith(t, s, "nl", 80, 24, func(c *ui.Config) { c.Papers = press })
	to := func(head string) {
		t.Helper()
		for range 40 {
			if strings.Contains(d.Screen(), head) {
				return
			}
			d.Press("pgdown")
		}
		t.Fatalf("no page is %s:\n%s", head, d.Screen())
	}
	d.Press("enter", "M", "enter")
	d.See("Welkom", "A. Aaaa", "Kees Klant")
	d.Press("space")
	for range 4 {
		d.Press("down")
	}
	d.Press("space", "enter")
	d.See("Terugblik", "15 min")
	to("Resultaat   0 van 30 min")
	d.Press("K")
	d.Type("Tempo")
	d.Press("ctrl+s")
	to("Verder   0 van 25 min")
	d.Type("Een dag meelopen\n\n")
	d.Press("space", "space", "enter")
	d.Type("Kees")
	d.Press("tab")
	d.Type("vrijdag")
	d.Press("ctrl+s")
	c := kept(t, s, "newmedia")
	y := c.Newest()
	if m := y.Meeting; len(m.Present) != 2 || len(m.Ideas) != 1 || m.Ideas[0].Votes != 2 || m.Ideas[0].Action == "" || len(m.Next) != 1 {
		t.Fatalf("the session brought %+v", m)
	}
	to("Afronding   0 van 15 min")
	d.Press("q")
	leaveMeeting(d)
	goAlone(d)
	d.Press("g")
	d.See("De cyclus afsluiten", "2 aanwezigen, 1 idee, 1 nieuwe KWI", "Te doen:")
	d.Press("enter")
	d.See("2011H1 is afgesloten", "Verslag van de sessie", "Actielijst", "Tempo", "nieuw", "gaat mee", "nog geen dag")
	d.Press("enter", "ctrl+s")
	d.See("Geschreven:", "2011H1 is afgesloten")
	if content, err := os.ReadFile(filepath.Join(home, "kwi", "newmedia-2011H1-verslag.pdf")); err != nil || !strings.HasPrefix(string(content), "%PDF") {
		t.Errorf("the minutes are not written: %v", err)
	}
	d.Press("end", "enter")
	if d.See("1 Initiëren"); strings.Contains(d.Screen(), "is afgesloten") {
		t.Error("the page of what is left stays")
	}
	c = kept(t, s, "newmedia")
	if y := c.Newest(); len(c.Cycles) != 2 || y.Stage != account.Initialise || y.KWIs[len(y.KWIs)-1].Title != "Tempo" {
		t.Errorf("the next cycle is %+v", y)
	}
}
