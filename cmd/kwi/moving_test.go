package main

import (
	"testing"

	"kwi/internal/account"
	"kwi/ui/drive"
	"kwi/ui/kit"
)

// TestTheSessionMovesFromAnywhere: whichever way the session gets another day, a
// page tells first what follows from it (what is typed takes the place of the day that
// stood there); a yes moves all of it at once, and one
// ctrl+z takes all of it back.
func TestTheSessionMovesFromAnywhere(t *testing.T) {
	ways := map[string]func(d *drive.Driver){
		"the planning": func(d *drive.Driver) {
			d.Press("6", "tab", "enter")
			d.Type("15 jan 2027")
			d.Press("enter")
		},
		"the palette at the session": func(d *drive.Driver) {
			d.Press("7", "ctrl+p")
			d.Type("sessie verzetten")
			d.Press("enter")
			d.Type("15 jan 2027")
			d.Press("enter")
		},
		"the palette at the people": func(d *drive.Driver) {
			d.Press("1", "ctrl+p")
			d.Type("sessie verzetten")
			d.Press("enter")
			d.Type("vr 15-1-2027")
			d.Press("enter")
		},
	}
	for name, opens := range ways {
		s := busy(t)
		elsewhere(t, s, func(c *account.Client) error {
			return c.ChangeAction("2026-05", account.Standard{}, "2026-11-21", func(a *account.Action) { a.Due = "2026-11-24T17:00" })
		})
		stands := func(when string, session account.Date, due account.Moment) {
			t.Helper()
			c := kept(t, s, "newmedia")
			if y := c.Newest(); y.Session != session || y.Name != "2026H2" {
				t.Errorf("%s, %s: %s on %s", name, when, y.Name, y.Session)
			}
			if a := agreement(t, s, "newmedia", "2026-05"); a.Due != due {
				t.Errorf("%s, %s: the agreement of that day is due on %s", name, when, a.Due)
			}
		}
		opened := func() *drive.Driver {
			d := sit(t, s, "nl", 80, 24)
			d.Press("down", "down", "down", "down", "enter")
			d.See("NewMedia", "6 Meten")
			opens(d)
			d.See("Sessie van", "naar vr 15 jan 2027", "Uitnodigen uiterlijk", "Lijsten sturen op", "Antwoorden uiterlijk", "enter   verzetten")
			return d
		}
		stands("before the yes", "2026-11-24", "2026-11-24T17:00")
		opened().Press("esc")
		stands("after no", "2026-11-24", "2026-11-24T17:00")
		d := opened()
		d.Press("enter")
		stands("after yes", "2027-01-15", "2027-01-15T17:00")
		d.Press("ctrl+z")
		stands("taken back", "2026-11-24", "2026-11-24T17:00")
	}
}

// TestTheSessionMovesTogether: in a meeting a new day is agreed on the page with the
// agreements, and stands there as the client may know it.
func TestTheSessionMovesTogether(t *testing.T) {
	s := busy(t)
	d := sit(t, s, "nl", 80, 24)
	d.Press("down", "down", "down", "down", "enter", "M", "enter")
	d.Press("esc", pageKey(kit.MeetAgreements), "d", "ctrl+e", "ctrl+u")
	d.Type("15 jan 2027")
	d.See("vr 15 jan 2027")
	d.Press("enter")
	d.See("In plaats van", "afgesproken")
	d.Press("enter")
	c := kept(t, s, "newmedia")
	if y := c.Newest(); y.Session != "2027-01-15" {
		t.Errorf("the session is on %s", y.Session)
	}
}
