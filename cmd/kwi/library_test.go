package main

import (
	"context"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/store"
	"kwi/ui"
)

// ownLibrary is what the supplier added, as the store has it.
func ownLibrary(t testing.TB, s store.Store) account.Shelf {
	t.Helper()
	h, err := desk.New(s, nonce).Firm(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return h.Now().Library
}

// TestJourneyThroughTheLibrary: a word leads to a checklist, which is attached to
// a KWI, ticked off with a note, and still there after a restart; and nothing
// of it is seen with the client watching.
func TestJourneyThroughTheLibrary(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter", "2", "B")
	d.See("NewMedia · Bibliotheek", "▸ Gastheerschap: zes principes")
	d.Press("/")
	d.Type("toekomstige schermen")
	d.See("1 gevonden", "ICT-project: tien voorwaarden")
	d.Press("enter")
	d.See("○ Er is een eerlijke businesscase", "▸ ○")
	d.Press("a")
	d.See("waarbij?", "NewMedia, als geheel", "KWI-02 Inspiratie")
	d.Type("inspiratie")
	d.Press("enter")
	d.See("Bij KWI-02 Inspiratie, sinds za 21 nov · 0 van 10 gedaan")
	d.Press("space", "down", "space", "enter")
	d.See("Op papier staat wat ieder verwacht")
	d.Type("Staat in de brief van mei.")
	d.Press("ctrl+s")
	d.See("2 van 10 gedaan", "za 21 nov  Staat in de brief van mei.")
	d.Press("ctrl+z", "ctrl+z")
	d.See("Teruggenomen: afgevinkt: Op papier staat", "1 van 10 gedaan")
	d.Press("ctrl+y", "ctrl+y", "esc", "esc")
	d.See("Bij NewMedia", "KWI-02 ICT-project: tien voorwaarden", "2/10")
	d.Press("esc", "8", "home", "down", "enter")
	d.See("Bibliotheek: ICT-project: tien voorwaarden 2 van 10")

	d = sit(t, s, "nl", 80, 24) // the program was killed
	d.Press("enter", ":")
	d.Type("tien voorwaarden")
	d.See("lees in Bibliotheek")
	d.Press("enter")
	d.See("2 van 10 gedaan", "Staat in de brief van mei.")
	a := kept(t, s, "newmedia").Library
	if len(a) != 1 || a[0].KWI != 2 || a[0].Tick("roles") != (account.Tick{Item: "roles", Date: "2026-11-21", Note: "Staat in de brief van mei."}) {
		t.Errorf("kept is %+v", a)
	}
	d.Press("M", "enter")
	d.Miss("Staat in de brief", "tien voorwaarden", "Bibliotheek")
	for _, key := range []string{"1", "2", "3", "4", "5", "6", "B", "?"} {
		d.Press(key)
		d.Miss("Staat in de brief", "tien voorwaarden", "Bibliotheek")
	}
}

// TestTheSuppliersOwnLibrary: a checklist is added, used, changed, withdrawn and
// gone, each step taken back where that is wanted, in the order of the steps.
func TestTheSuppliersOwnLibrary(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 120, 40)
	d.Press("enter", "B", "n")
	d.See("Wat wil je toevoegen?", "Checklist", "Wijsheid")
	d.Press("enter")
	d.Type("Onze start")
	d.Press("tab")
	d.Type("In de eerste week")
	d.Press("tab")
	d.Type("Bel de sponsor")
	d.Press("enter")
	d.Type("Stuur het team")
	d.Press("ctrl+s")
	d.See("▸ Onze start", "eigen", "In de eerste week", "○ Bel de sponsor")
	d.Press("enter", "space")
	d.See("✓ Bel de sponsor", "1/2", "1 van 2 gedaan")
	d.Press("esc", "e", "tab", "tab")
	d.Type("\nDrink koffie")
	d.Press("ctrl+s")
	d.See("1/3", "Drink koffie")
	d.Press("ctrl+z")
	d.See("Teruggenomen: gewijzigd: Onze start", "1/2")
	d.Press("ctrl+z")
	d.See("Teruggenomen: afgevinkt: Bel de sponsor", "eigen") // which attached it too
	d.Miss("Bij NewMedia, sinds")
	d.Press("ctrl+z")
	d.See("Teruggenomen: toegevoegd: Onze start")
	if own := ownLibrary(t, s); len(own) != 0 {
		t.Fatalf("kept are %+v", own)
	}
	d.Press("ctrl+y", "ctrl+y", "ctrl+y")
	d.See("Opnieuw gedaan: gewijzigd: Onze start", "1/3")

	d = sit(t, s, "nl", 120, 40)
	d.Press("B", "/")
	d.Type("koffie")
	d.Press("tab")
	d.See("▸ Onze start")
	d.Press("ctrl+x")
	d.Press("esc", "end")
	d.See("Uit de bibliotheek gehaald", "▸ Onze start")
	d.Press("ctrl+x")
	d.See("voorgoed weghalen?")
	d.Press("enter")
	d.Miss("Onze start  ")
	if own := ownLibrary(t, s); len(own) != 0 {
		t.Errorf("kept are %+v", own)
	}
	d.Press("esc", "enter", "B")
	d.See("Niet meer in de bibliotheek (own-onze-start)")
	d.Press("ctrl+x")
	d.See("met wat er was afgevinkt")
	d.Press("down")
	d.Miss("Niet meer in de bibliotheek")
}

// TestTwoWindowsOnOneOwnEntry: each changes other words of the same entry, and
// both stay.
func TestTwoWindowsOnOneOwnEntry(t *testing.T) {
	s := stocked(t)
	one := sit(t, s, "nl", 120, 40)
	one.Press("B", "n", "enter")
	one.Type("Start")
	one.Press("tab", "tab")
	one.Type("een\ntwee")
	one.Press("ctrl+s")
	other := sit(t, s, "nl", 120, 40)
	other.Press("B", "/")
	other.Type("Start")
	other.Press("tab", "e", "tab")
	other.Type("Altijd")
	one.Press("e", "tab", "tab")
	one.Type("\ndrie")
	one.Press("ctrl+s")
	other.Press("ctrl+s")
	own := ownLibrary(t, s)
	if len(own) != 1 || own[0].Text != "Altijd" || len(own[0].Items) != 3 {
		t.Fatalf("kept are %+v\n%s", own, other.Screen())
	}
	other.See("Altijd", "drie")
}

// TestTheLibraryIsAClientsToo: from a client it leads back to where one came
// from, and without one nothing can be attached.
func TestTheLibraryIsAClientsToo(t *testing.T) {
	d := sit(t, stocked(t), "nl", 80, 24)
	d.Press("B")
	d.See(" Bibliotheek", "23 stukken")
	d.Press("a")
	d.See("Open de bibliotheek vanaf een klant.")
	d.Press("esc", "enter", "5", "B")
	d.See("NewMedia · Bibliotheek")
	d.Press("esc")
	d.See("5 Realiseren")
	d.Press("B", "B")
	d.See("5 Realiseren")
	d.Press("B", "8", "esc")
	d.See("Te doen")
	if strings.Contains(d.Screen(), "Bibliotheek") {
		t.Errorf("a stage replaces the library:\n%s", d.Screen())
	}
}

// TestTheLibraryOfAProgramAboutOneClient is there too, and leads back.
func TestTheLibraryOfAProgramAboutOneClient(t *testing.T) {
	s := stocked(t)
	elsewhere(t, s, withChecklist)
	d := sitWith(t, s, "nl", 80, 24, func(c *ui.Config) { c.Only, c.Start.Client = true, "newmedia" })
	d.See("6 Meten")
	d.Press("B")
	d.See("Bij NewMedia", "ICT-project: tien voorwaarden")
	d.Press("n", "down", "down", "enter")
	d.Type("Eerst koffie")
	d.Press("ctrl+s")
	d.See("▸ Eerst koffie")
	d.Press("esc")
	d.See("6 Meten")
	if own := ownLibrary(t, s); len(own) != 1 {
		t.Errorf("kept are %+v", own)
	}
}

// attached is the first entry that is attached.
func attached(c *account.Client) account.Attached {
	if len(c.Library) == 0 {
		return account.Attached{}
	}
	return c.Library[0]
}

func withChecklist(c *account.Client) error {
	if err := c.Attach("ict", 0, "2026-11-20"); err != nil {
		return err
	}
	return c.NoteItem("ict", 0, "case", "eerst")
}

var libraryJourneys = map[string]journey{
	"ui/screen/library/attach.go askNote": {
		prepare: withChecklist, open: []string{"B", "o"}, typed: []string{"!"}, text: "!",
		ofAll: [2]func(*account.Client) bool{
			func(c *account.Client) bool { return attached(c).Note == "!" },
			func(c *account.Client) bool { a := attached(c); return a.Tick("case").Date == "2026-11-20" },
		},
		beside: func(c *account.Client) error { return c.TickOff("ict", 0, "case", "2026-11-20") },
		same:   func(c *account.Client) error { return c.NoteAttached("ict", 0, "Elders bedacht") },
		gone:   func(c *account.Client) error { return c.Detach("ict", 0) },
	},
	"ui/screen/library/attach.go askItem": {
		prepare: withChecklist, open: []string{"B", "enter", "enter"}, typed: []string{"!"}, text: "eerst!",
		ofAll: [2]func(*account.Client) bool{
			func(c *account.Client) bool { a := attached(c); return a.Tick("case").Note == "eerst!" },
			func(c *account.Client) bool { a := attached(c); return a.Tick("roles").Date == "2026-11-20" },
		},
		beside: func(c *account.Client) error { return c.TickOff("ict", 0, "roles", "2026-11-20") },
		same:   func(c *account.Client) error { return c.NoteItem("ict", 0, "case", "Elders bedacht") },
		gone:   func(c *account.Client) error { return c.Detach("ict", 0) },
	},
}
