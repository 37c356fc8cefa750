package main

import (
	"context"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/store"
	"kwi/ui"
)

// withFirm is the program with what the supplier keeps, as it starts.
func withFirm(t testing.TB, s store.Store) func(*ui.Config) {
	return func(c *ui.Config) {
		var err error
		if c.Firm, err = desk.New(s, nonce).Firm(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
}

// TestJourneyThroughWhatWasDone: two grades stand in the list, the older is taken
// back there alone, and after a restart it is marked so, and done again.
func TestJourneyThroughWhatWasDone(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter", "end", "enter")
	d.Type("97")
	d.Press("esc", "Z")
	d.See("NewMedia · Wat er gedaan is", "Vandaag", "▸ 14:02  cijfer 3.01 van KK", "cijfer 2.05 van KK", "dit venster")
	d.Press("down", "enter")
	d.See("vraag 2.05", "cijfer: 9")
	d.Press("t")
	d.See("Alleen deze stap", "Alles vanaf hier tot nu: 2 stappen")
	d.Press("enter")
	d.See("Teruggenomen: cijfer 2.05 van KK")
	if a, b := grade(t, s, "2.05"), grade(t, s, "3.01"); a != "" || b != "7" {
		t.Fatalf("2.05 is %q, 3.01 %q", a, b)
	}
	d = sit(t, s, "en", 80, 24) // the program was killed
	d.Press("enter", "Z")
	d.See("grade 3.01 of KK", "taken back: grade 2.05 of KK", "another window")
	d.Press("ctrl+y")
	d.See("Done again: grade 2.05 of KK")
	d.Miss("taken back:")
	if a := grade(t, s, "2.05"); a != "9" {
		t.Fatalf("2.05 is %q", a)
	}
	d.Press("end", "t", "down", "enter")
	d.See("Taken back: 2 steps")
	if a, b := grade(t, s, "2.05"), grade(t, s, "3.01"); a != "" || b != "" {
		t.Fatalf("2.05 is %q, 3.01 %q", a, b)
	}
	d.Press("ctrl+y", "esc")
	if a, b := grade(t, s, "2.05"), grade(t, s, "3.01"); a != "9" || b != "7" {
		t.Fatalf("2.05 is %q, 3.01 %q", a, b)
	}
}

// TestTakingBackWhileASaveIsOnItsWay: what is taken back was not even kept, and
// the list says so.
func TestTakingBackWhileASaveIsOnItsWay(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter", "end", "enter")
	d.Hold()
	d.Type("97")
	d.Press("esc", "Z", "enter")
	d.See("Dit is nog niet bewaard.")
	d.Press("esc", "down", "t", "enter")
	d.See("teruggenomen: cijfer 2.05 van KK")
	d.Release()
	if a, b := grade(t, s, "2.05"), grade(t, s, "3.01"); a != "" || b != "7" {
		t.Fatalf("2.05 is %q, 3.01 %q", a, b)
	}
	d.Press("enter")
	d.Miss("nog niet bewaard")
}

// TestTakingBackWhatAnotherWindowDid: each window lists what both did, in one
// order; one takes back what the other did while that goes on and a save meets a
// conflict, and refuses where the other built on it.
func TestTakingBackWhatAnotherWindowDid(t *testing.T) {
	s := stocked(t)
	a, b := openWindow(t, s), openWindow(t, s)
	for _, w := range []*pane{a, b} {
		for _, k := range []string{"enter", "end", "enter"} {
			w.press(k)
			w.settle()
		}
	}
	a.press("9")
	settleAll(t, s, a, b)
	b.press("down", "7")
	settleAll(t, s, a, b)
	for _, w := range []*pane{a, b} {
		w.press("esc", "Z")
		w.settle()
		shown := w.screen()
		one, two := strings.Index(shown, "cijfer 3.01 van KK"), strings.Index(shown, "cijfer 2.05 van KK")
		if one < 0 || two < one || !strings.Contains(shown, "dit venster") || !strings.Contains(shown, "een ander venster") {
			t.Fatal(shown)
		}
	}
	a.press("t", "enter") // what b did; b types on before it is kept
	b.press("esc", "end", "enter", "up", "up", "8")
	for len(b.cmds) > 0 {
		b.run(0)
	}
	settleAll(t, s, a, b)
	if got := grade(t, s, "3.01"); got != "" {
		t.Fatalf("3.01 is %q\n%s", got, a.screen())
	}
	if got := grade(t, s, "2.05"); got != "9" {
		t.Fatalf("2.05 is %q", got)
	}
	if !strings.Contains(a.screen(), "teruggenomen: cijfer 3.01 van KK") {
		t.Error(a.screen())
	}
	a.press("ctrl+y")
	settleAll(t, s, a, b)
	if got := grade(t, s, "3.01"); got != "7" {
		t.Fatalf("3.01 is %q", got)
	}
}

// TestWhatWasDoneOverAllClients: agreements of two clients and an own entry stand
// in one list; from each one goes to its client or takes it back, and back again.
func TestWhatWasDoneOverAllClients(t *testing.T) {
	s := busy(t)
	own := len(ownLibrary(t, s))
	d := sitWith(t, s, "nl", 80, 24, withFirm(t, s))
	d.Press("p")
	for _, row := range []string{"Kwartaalbrief", "Vaste vervanger"} {
		takeRow(t, d, row)
		d.Press("space", "enter")
	}
	d.Press("esc", "B", "n")
	d.Press("enter")
	d.Type("Onze start")
	d.Press("ctrl+s", "esc", "Z")
	d.See("Wat er gedaan is", "van onszelf", "toegevoegd: Onze start", "8 klanten ingelezen")
	d.Press("t", "enter")
	d.See("Teruggenomen: toegevoegd: Onze start", "teruggenomen: toegevoegd: Onze start")
	if n := len(ownLibrary(t, s)); n != own {
		t.Errorf("there are %d own entries", n)
	}
	d.Press("ctrl+y")
	d.See("Opnieuw gedaan: toegevoegd: Onze start")
	d.Press("down", "enter")
	d.See("Gemeente Dorpstad · Wat er gedaan is", "dit venster")
	d.Press("esc")
	d.See("8 klanten ingelezen")
	d.Press("t")
	d.See("Alleen deze stap")
	d.Press("enter")
	if x := agreement(t, s, "dorpstad", "2027-01"); x.Status != account.Open {
		t.Errorf("%+v", x)
	}
	d.Press("esc")
	d.See("Wat er gedaan is", "teruggenomen:")

	d = sitWith(t, s, "nl", 80, 24, withFirm(t, s)) // the program was killed
	d.Press("Z")
	d.See("toegevoegd: Onze start", "8 klanten ingelezen")
	d.Press("t", "enter")
	if n := len(ownLibrary(t, s)); n != own {
		t.Errorf("there are %d own entries\n%s", n, d.Screen())
	}
}

// TestNothingOfTheHistoryIsSeenTogether: no key of a meeting leads there, and what
// stood there is gone when it begins.
func TestNothingOfTheHistoryIsSeenTogether(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter", "end", "enter")
	d.Type("9")
	d.Press("esc", "Z")
	d.See("cijfer 2.05 van KK")
	d.Press("M", "enter")
	for _, key := range []string{"Z", "1", "Z", "t", "?"} {
		d.Miss("Wat er gedaan is", "cijfer 2.05", "dit venster")
		d.Press(key)
	}
	d.Miss("Wat er gedaan is", "cijfer 2.05", "dit venster")
}

// TestTheOrderOfStepsOutlivesTheWay: an entry that was added, and one that was
// attached before, are taken back in that order, wherever one was in between.
func TestTheOrderOfStepsOutlivesTheWay(t *testing.T) {
	s := stocked(t)
	d := sitWith(t, s, "nl", 120, 40, withFirm(t, s))
	d.Press("enter", "B", "/")
	d.Type("toekomstige schermen")
	d.Press("enter", "a")
	d.Type("inspiratie")
	d.Press("enter", "esc", "esc", "esc", "B", "n", "enter")
	d.Type("Onze start")
	d.Press("ctrl+s", "esc", "5", "B")
	if len(ownLibrary(t, s)) != 1 || len(kept(t, s, "newmedia").Library) != 1 {
		t.Fatal(d.Screen())
	}
	d.Press("ctrl+z")
	if len(ownLibrary(t, s)) != 0 || len(kept(t, s, "newmedia").Library) != 1 {
		t.Error(d.Screen())
	}
	d.Press("5", "B", "ctrl+z")
	if len(kept(t, s, "newmedia").Library) != 0 {
		t.Error(d.Screen())
	}
	d.Press("ctrl+y")
	if len(ownLibrary(t, s)) != 0 || len(kept(t, s, "newmedia").Library) != 1 {
		t.Error(d.Screen())
	}
	d.Press("8", "B", "ctrl+y")
	if len(ownLibrary(t, s)) != 1 {
		t.Error(d.Screen())
	}
}

// TestTwoHundredDeep: the oldest of two hundred is taken back after a restart.
func TestTwoHundredDeep(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter", "end", "enter", "home")
	for i := range hand.Deepest + 20 {
		d.Press([]string{"1", "2", "3"}[i%3], "up", "down")
	}
	d = sit(t, s, "nl", 80, 24)
	d.Press("enter", "Z")
	d.See("200 stappen")
	d.Press("end", "t", "down", "enter")
	d.See("Teruggenomen: 200 stappen")
	d.Press("ctrl+z")
	d.See("niets")
}
