package main

import (
	"context"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/example"
	"kwi/internal/hand"
	"kwi/store"
	"kwi/store/memory"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/kit"
)

// busy is a store with the clients of the example on the day of the journeys.
func busy(t testing.TB) store.Store {
	t.Helper()
	s := memory.New()
	if _, err := desk.New(s, nonce).Import(context.Background(), false, example.Portfolio("nl", "2026-11-21")); err != nil {
		t.Fatal(err)
	}
	return s
}

// agreement is an agreement as the store has it.
func agreement(t testing.TB, s store.Store, client, number string) account.Action {
	t.Helper()
	c := kept(t, s, client)
	_, a := c.Action(number)
	if a == nil {
		t.Fatalf("%s has no %s", client, number)
	}
	return *a
}

// takeRow goes down a list to the row that has these words.
func takeRow(t testing.TB, d *drive.Driver, words string) {
	t.Helper()
	for d.Press("home"); ; d.Press("down") {
		before := d.Screen()
		for _, line := range strings.Split(before, "\n") {
			if strings.HasPrefix(line, "  ▸") && strings.Contains(line, words) {
				return
			}
		}
		if d.Press("down"); d.Screen() == before {
			t.Fatalf("no row has %q:\n%s", words, before)
		}
		d.Press("up")
	}
}

// TestPromisesOfAllClients goes from the clients to the list, from an item to
// its own place and back, and marks items of three clients done and open again.
func TestPromisesOfAllClients(t *testing.T) {
	s := busy(t)
	d := sit(t, s, "nl", 80, 24)
	d.See("p beloften")
	d.Press("p")
	d.See("Beloften", "4 te laat", "Te laat · 4", "▸ NewMedia")
	d.Press("down", "enter")
	d.See("Gemeente Dorpstad · 2027H1", "5 Realiseren", "▸ 2027-01")
	d.Press("6", "esc") // wherever one looks meanwhile
	d.See("Beloften", "▸ Gemeente Dorpstad", "Vaste vervanger voorstellen aan alle zes.")

	d.Press("space")
	d.See("Afspraak 2027-01 is gedaan", "Vaste vervanger voorstellen aan alle zes.")
	d.Press("enter")
	d.See("✓ gedaan", "bewaard 14:02", "spatie weer open")
	d.Press("down", "down", "space", "enter", "up", "up", "up", "space", "enter")
	for client, number := range map[string]string{"dorpstad": "2027-01", "noordkaap": "2027-01", "newmedia": "2026-02"} {
		if a := agreement(t, s, client, number); a.Status != account.Done || a.Done != "2026-11-21" {
			t.Errorf("%s: %+v", client, a)
		}
	}
	d.Press("ctrl+z")
	d.See("Teruggenomen: NewMedia, gedaan: Kwartaalbrief", "3 dagen te laat")
	d.Press("ctrl+z", "ctrl+z")
	d.See("Teruggenomen: Gemeente Dorpstad, gedaan: Vaste vervanger", "▸ Gemeente Dorpstad")
	d.Press("ctrl+y")
	d.See("Opnieuw gedaan: Gemeente Dorpstad, gedaan")
	d.Press("space")
	d.See("2 dagen te laat")
	for client, number := range map[string]string{"dorpstad": "2027-01", "noordkaap": "2027-01", "newmedia": "2026-02"} {
		if a := agreement(t, s, client, number); a.Status != account.Open {
			t.Errorf("%s: %+v", client, a)
		}
	}
	d.Press("esc")
	d.See("Te doen", "4 te laat")
	d.Press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
	d.See("Hier is niets terug te nemen.")
}

// TestWhatWasDoneElsewhereIsNotTakenBackHere: on a list nobody sees what was
// done on the pages of a client.
func TestWhatWasDoneElsewhereIsNotTakenBackHere(t *testing.T) {
	s := busy(t)
	d := sit(t, s, "nl", 80, 24)
	d.Press("p", "down", "space", "enter", "enter", "a", "ctrl+s")
	if a := agreement(t, s, "dorpstad", "2027-01"); a.Status != account.Done || len(a.Tellings) == 0 {
		t.Fatalf("%+v", a)
	}
	d.Press("esc", "ctrl+z")
	d.See("Hier is niets terug te nemen.", "✓ gedaan")
	d.Press("ctrl+y")
	d.See("Hier is niets opnieuw te doen.")
	if a := agreement(t, s, "dorpstad", "2027-01"); a.Status != account.Done {
		t.Errorf("%+v", a)
	}
	d.Press("enter", "ctrl+z", "ctrl+z")
	if a := agreement(t, s, "dorpstad", "2027-01"); a.Status != account.Open || len(a.Tellings) > 0 {
		t.Errorf("at the client himself it is not taken back: %+v", a)
	}
}

// TestTwoListsOfPromises: what one marks done, and what somebody else wrote of
// it meanwhile, is there in the end.
func TestTwoListsOfPromises(t *testing.T) {
	s := busy(t)
	one, two := sit(t, s, "nl", 80, 24), sit(t, s, "en", 80, 24)
	one.Press("p", "down")
	two.Press("p", "down")
	d := desk.New(s, nonce)
	h, err := d.Open(context.Background(), "dorpstad")
	if err != nil {
		t.Fatal(err)
	}
	h, err = h.Do(hand.Change{Label: hand.Label{Key: "test"}, Apply: func(c *account.Client) error {
		return c.ChangeAction("2027-01", account.Standard{}, "2026-11-21", func(a *account.Action) { a.Evidence = "Gezien" })
	}})
	if err != nil {
		t.Fatal(err)
	}
	one.Hold()
	one.Press("space") // the client is on his way
	_, save, _ := h.Send()
	if _, _, err := d.Keep(context.Background(), save); err != nil {
		t.Fatal(err)
	}
	two.Press("space", "enter", "down", "down", "space", "enter")
	one.Release()
	one.Press("enter")
	one.See("✓ gedaan")
	if a := agreement(t, s, "dorpstad", "2027-01"); a.Status != account.Done || a.Evidence != "Gezien" {
		t.Errorf("%+v", a)
	}
	if a := agreement(t, s, "noordkaap", "2027-01"); a.Status != account.Done {
		t.Errorf("%+v", a)
	}
	one.Press("down", "down", "space", "enter", "space") // done there already, and here once more
	if a := agreement(t, s, "noordkaap", "2027-01"); a.Status != account.Open {
		t.Errorf("%+v", a)
	}
	two.Press("esc", "p")
	two.See("Promises", "Noordkaap")
}

// TestNoListOfAllFromOneClient: whoever opened one client alone is not led to
// the others.
func TestNoListOfAllFromOneClient(t *testing.T) {
	d := sitWith(t, busy(t), "nl", 80, 24, func(c *ui.Config) {
		c.Only, c.Start = true, kit.Place{Name: "realise", Client: "dorpstad"}
	})
	d.See("Gemeente Dorpstad")
	d.Press(":")
	d.Type("beloften")
	d.Press("enter")
	d.Miss("Te laat", "NewMedia")
}

// TestPromisesAreNotForTheClient: the list is closed with the client watching,
// who is the one of the item in hand.
func TestPromisesAreNotForTheClient(t *testing.T) {
	d := sit(t, busy(t), "nl", 80, 24)
	d.Press("p", "down", "M")
	d.See("Gemeente Dorpstad")
	d.Miss("Beloften", "NewMedia", "te laat")
	d.Press("enter", "p", ":")
	d.Type("beloften")
	d.Press("enter")
	d.Miss("Te laat", "NewMedia")
}

// TestTheEvidenceSaysWhoseItIs: the dialog on the list of all clients has the
// client in its head, and what is half typed of one agreement stands in no other
// one's of the same number.
func TestTheEvidenceSaysWhoseItIs(t *testing.T) {
	d := sit(t, busy(t), "nl", 80, 24)
	head := func() string { return strings.Split(d.Screen(), "\n")[0] }
	d.Press("p", "down", "space")
	if !strings.Contains(head(), "Gemeente Dorpstad") {
		t.Errorf("the head says %q", head())
	}
	d.Type("Alle zes weten het")
	d.Press("esc", "down", "down", "space") // an idea that awaits its answer stands between them
	d.See("Afspraak 2027-01 is gedaan")
	if !strings.Contains(head(), "Transport Noordkaap") || strings.Contains(d.Screen(), "Alle zes weten het") {
		t.Errorf("of the next one:\n%s", d.Screen())
	}
	d.Press("esc", "up", "up", "space")
	d.See("Alle zes weten het")
	if d.Press("esc"); !strings.Contains(head(), "Beloften") {
		t.Errorf("the list says %q", head())
	}
}
