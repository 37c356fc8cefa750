package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/cli"
	"kwi/internal/desk"
	"kwi/internal/due"
	"kwi/internal/hand"
	"kwi/internal/lang"
	"kwi/internal/portfolio"
	"kwi/store"
	"kwi/store/memory"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/theme"
)

// day is the day of all journeys.
var day = time.Date(2026, 11, 21, 14, 2, 0, 0, time.UTC)

// counted makes nonces that never come twice, in order of their words too: of two
// drafts of one minute the later is offered.
func counted() func() string {
	var mu sync.Mutex
	n := 0
	return func() string {
		mu.Lock()
		defer mu.Unlock()
		n++
		return fmt.Sprintf("n%04d", n)
	}
}

var nonce = counted()

// stocked is a store with the example client of the source in it.
func stocked(t testing.TB) store.Store {
	t.Helper()
	writes, err := stock()
	if err != nil {
		t.Fatal(err)
	}
	s := memory.New()
	if _, err := s.Apply(context.Background(), writes...); err != nil {
		t.Fatal(err)
	}
	return s
}

// sit is somebody who starts the program on a store.
func sit(t testing.TB, s store.Store, language string, w, h int) *drive.Driver {
	t.Helper()
	return sitWith(t, s, language, w, h, func(*ui.Config) {})
}

// sitWith is sit with something of the program changed.
func sitWith(t testing.TB, s store.Store, language string, w, h int, change func(*ui.Config)) *drive.Driver {
	t.Helper()
	d := desk.New(s, nonce)
	supplier, _ := d.Supplier(context.Background())
	clients := func() ([]portfolio.Line, error) { return d.Portfolio(context.Background()) }
	c := ui.Config{
		Keeper: keeper{d, supplier}, Clients: clients,
		Places: places(sources{clients: clients, owed: func() ([]due.Client, error) { return d.Due(context.Background()) }, happened: func() ([]hand.Happened, error) { return d.Happened(context.Background()) }, fits: fits}),
		Window: d.Window(), Settings: remembering(cli.Session{}).room(),
		Words: lang.For(language), Theme: theme.Dark(), Supplier: supplier, Now: func() time.Time { return day },
	}
	change(&c)
	return drive.New(t, c, w, h)
}

// kept is the client as the store has it now.
func kept(t testing.TB, s store.Store, id string) account.Client {
	t.Helper()
	c, err := desk.New(s, nonce).Client(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func grade(t testing.TB, s store.Store, code string) string {
	t.Helper()
	q, _ := account.ParseQuestionCode(code)
	c := kept(t, s, "newmedia")
	return c.Newest().Answers["KK"].Of(q).String()
}

func TestAGradeIsKeptUndoneAndFoundBack(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		s := stocked(t)
		d := sit(t, s, language, 80, 24)
		d.See("NewMedia")
		d.Press("enter", "end", "enter")
		d.Type("9>")
		if got := grade(t, s, "2.05"); got != "9>" {
			t.Fatalf("the store has %q of a typed 9>", got)
		}
		d.See(map[string]string{"nl": "bewaard 14:02", "en": "saved 14:02"}[language])
		d.Press("ctrl+z")
		if got := grade(t, s, "2.05"); got != "" {
			t.Fatalf("after taking back the store has %q", got)
		}
		d.Press("ctrl+y")

		again := sit(t, s, language, 80, 24) // the program was killed
		again.Press("enter", "end", "enter")
		again.See("9       >")
		again.Press("ctrl+z")
		if got := grade(t, s, "2.05"); got != "" {
			t.Fatalf("a step from before the restart leaves %q", got)
		}
		again.See(map[string]string{"nl": "Teruggenomen: cijfer 2.05 van KK", "en": "Taken back: grade 2.05 of KK"}[language])
	}
}

func TestNoKeyLandsOnTheScreenBefore(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	d.Hold()
	d.Press("enter", "end", "enter") // the client is still on its way
	d.Type("8<")
	d.Press("enter")
	d.Type("7")
	d.See("Even openen")
	d.Release()
	if a, b := grade(t, s, "2.05"), grade(t, s, "3.01"); a != "8<" || b != "7" {
		t.Fatalf("typed while opening: 2.05 has %q and 3.01 %q", a, b)
	}
}

func TestTypingGoesOnWhileASaveIsInFlight(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter", "end", "enter")
	d.Hold()
	for range 3 {
		d.Type("6")
		d.Press("enter")
	}
	if d.Held() != 1 {
		t.Fatalf("%d saves are in flight at once", d.Held())
	}
	d.See("bewaren…")
	d.Release()
	for _, code := range []string{"2.05", "3.01", "3.02"} {
		if got := grade(t, s, code); got != "6" {
			t.Errorf("%s has %q", code, got)
		}
	}
	d.See("bewaard")
}

// faulty is a store whose next writes fail: before they land, or after.
type faulty struct {
	store.Store
	fail   int
	landed bool
}

func (f *faulty) Apply(ctx context.Context, w ...store.Write) (store.Rev, error) {
	if f.fail == 0 {
		return f.Store.Apply(ctx, w...)
	}
	f.fail--
	if f.landed {
		if _, err := f.Store.Apply(ctx, w...); err != nil {
			return 0, err
		}
	}
	return 0, errors.Join(store.ErrFull, errors.New("no space left on device"))
}

func TestAFailedSaveStaysOnScreenUntilItSucceeds(t *testing.T) {
	for _, landed := range []bool{false, true} {
		s := &faulty{Store: stocked(t), landed: landed}
		d := sit(t, s, "nl", 80, 24)
		d.Press("enter", "end", "enter")
		s.fail = 1000
		d.Type("9")
		if !landed {
			d.See("niet bewaard", "Nog niet bewaard", "schijf")
		}
		d.Press("enter")
		d.Type("4")
		if !landed {
			d.See("niet bewaard")
		}
		s.fail = 0
		d.Beat(5)
		d.See("bewaard 14:02")
		if a, b := grade(t, s, "2.05"), grade(t, s, "3.01"); a != "9" || b != "4" {
			t.Errorf("landed %v: 2.05 has %q and 3.01 %q", landed, a, b)
		}
		d.Press("ctrl+z", "ctrl+z")
		if a, b := grade(t, s, "2.05"), grade(t, s, "3.01"); a != "" || b != "" {
			t.Errorf("landed %v: taken back, 2.05 has %q and 3.01 %q", landed, a, b)
		}
	}
}

func TestAFullDiskNeverTraps(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	s := &faulty{Store: stocked(t)}
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter", "end", "enter")
	s.fail = 1000
	d.Type("9")
	d.Press("ctrl+c")
	if d.Quit {
		t.Fatal("the program ended without a word")
	}
	d.See("Nog niet alles is bewaard")
	d.Press("r")
	d.See("kwi-newmedia")
	d.Press("ctrl+c")
	if !d.Quit {
		t.Fatal("the program cannot be left")
	}
}

func TestTwoWindowsOnOneClient(t *testing.T) {
	s := stocked(t)
	one, two := sit(t, s, "nl", 80, 24), sit(t, s, "nl", 80, 24)
	one.Press("enter", "end", "enter")
	two.Press("enter", "end", "enter")
	one.Type("9")
	two.Press("enter")
	two.Type("4")
	if a, b := grade(t, s, "2.05"), grade(t, s, "3.01"); a != "9" || b != "4" {
		t.Fatalf("2.05 has %q and 3.01 %q", a, b)
	}
	two.Press("up", "up")
	two.Press("ctrl+z") // takes back what this window did, not the other's
	if a, b := grade(t, s, "2.05"), grade(t, s, "3.01"); a != "9" || b != "" {
		t.Fatalf("after taking back, 2.05 has %q and 3.01 %q", a, b)
	}
	one.Press("up")
	one.Type("7")
	if got := grade(t, s, "2.05"); got != "7" {
		t.Fatalf("2.05 has %q", got)
	}
}

func TestUndoIsRefusedWhereOthersHaveBuiltOnIt(t *testing.T) {
	s := stocked(t)
	one, two := sit(t, s, "nl", 80, 24), sit(t, s, "nl", 80, 24)
	one.Press("enter", "end", "enter")
	one.Type("9")
	two.Press("enter", "end", "enter", "up", "up", "up", "up")
	c := kept(t, s, "newmedia")
	_ = c
	two.Press("esc", "enter", "home", "down", "down", "down", "down", "down", "down", "down") // onto 2.05
	two.Type("3")
	if got := grade(t, s, "2.05"); got != "3" {
		t.Fatalf("the other window did not reach 2.05: %q", got)
	}
	one.Press("up")
	one.Type("8") // 2.04: conflicts, comes back on the newer client
	one.Press("ctrl+z", "ctrl+z")
	if got := grade(t, s, "2.05"); got != "3" {
		t.Fatalf("taking back wiped what the other did: %q", got)
	}
}

func TestAClosedCycleIsCorrectedWithAReason(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter", "7", "g") // from measure to session
	d.Press("g")
	d.Type("Analyse volgt")
	d.Press("enter", "g", "g")
	d.Type("Niemand kon")
	d.Press("enter")
	c := kept(t, s, "newmedia")
	if len(c.Cycles) != 2 || c.Cycles[0].Stage != account.Closed || len(c.Cycles[0].Reasons) != 2 {
		t.Fatalf("cycles %d, first %s with %d reasons", len(c.Cycles), c.Cycles[0].Stage, len(c.Cycles[0].Reasons))
	}
	if next := c.Newest(); next.Stage != account.Initialise || len(next.KWIs) != 5 || len(next.Answers) != 0 || !next.IsAssigned("KK", account.QuestionCode{KWI: 1, Serial: 2}) {
		t.Fatalf("the next cycle begins as %s with %d KWIs and %d lists of answers", next.Stage, len(next.KWIs), len(next.Answers))
	}
	d.See("2011H1 is afgesloten", "gaat mee")
	d.Press("esc", "6", "c", "down", "enter") // look at the cycle before
	d.See("2011H1 (gesloten)")
	d.Press("end", "enter")
	d.Type("10")
	d.Press("enter")
	d.See("Cyclus 2011H1 is gesloten")
	d.Type("Lijst kwam later")
	d.Press("enter")
	c = kept(t, s, "newmedia")
	if got := c.Cycles[0].Answers["KK"].Of(account.QuestionCode{KWI: 2, Serial: 5}); got.Grade != 10 {
		t.Fatalf("2.05 has %s", got)
	}
	if k := c.Cycles[0].Corrections; len(k) != 1 || k[0].Why != "Lijst kwam later" || !strings.Contains(k[0].What, "2.05") || k[0].Date != "2026-11-21" {
		t.Fatalf("corrections %+v", k)
	}
}

func TestLanguageSwitchesInMidWork(t *testing.T) {
	d := sit(t, stocked(t), "nl", 80, 24)
	d.Press("enter")
	d.See("Lijsten")
	d.Press("L")
	d.See("Lists", "Respondent")
	d.Press("L")
	d.See("Lijsten")
}

func TestTwoWindowsInTheVerySamePlace(t *testing.T) {
	s := stocked(t)
	one, two := sit(t, s, "nl", 80, 24), sit(t, s, "nl", 80, 24)
	one.Press("enter", "end", "enter")
	two.Press("enter", "end", "enter")
	one.Type("9")
	two.Type("4")
	two.See("Iemand anders wijzigde dit tegelijk")
	if got := grade(t, s, "2.05"); got != "4" {
		t.Fatalf("2.05 has %q", got)
	}
}

func TestALongNoticeIsToldWhole(t *testing.T) {
	d := sit(t, stocked(t), "nl", 60, 20)
	d.Press("enter", "end", "enter", "x")
	d.See("x is geen cijfer.", "meer belang.")
}

// A letter that does something elsewhere says with which key it does it where grades
// are typed; the letters of a word do not.
func TestALetterWhereGradesAreTypedNamesItsKey(t *testing.T) {
	d := sit(t, stocked(t), "nl", 80, 24)
	d.Press("enter", "end", "enter", "M")
	d.See("Voor “samen met de klant kijken” druk je hier op f2.")
	d.Press("enter")
	d.Type("xMB")
	d.Miss("druk je hier op")
}

func TestSmallAndResizedInMidEntry(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter", "end", "enter")
	d.Type("1")
	d.Resize(40, 10)
	d.See("40 bij 10")
	d.Type("7") // nobody can see where this would land
	d.Resize(120, 40)
	d.Type("0")
	if got := grade(t, s, "2.05"); got != "10" {
		t.Fatalf("2.05 has %q after a resize between 1 and 0", got)
	}
}

func TestEveryPlaceAtEverySize(t *testing.T) {
	s := stocked(t)
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}, {200, 60}} {
		for _, language := range []string{"nl", "en"} {
			d := sit(t, s, language, size[0], size[1])
			d.Press("enter")
			for _, place := range []string{"1", "2", "3", "4", "5", "6", "7", "8"} {
				d.Press(place)
				for range 4 {
					lines := strings.Split(d.Screen(), "\n")
					if len(lines) > size[1] {
						t.Fatalf("%d lines in %v at place %s", len(lines), size, place)
					}
					for _, l := range lines {
						if cells.Width(l) > size[0] {
							t.Fatalf("a line of %d cells in %v at place %s: %q", cells.Width(l), size, place, l)
						}
						if strings.Contains(l, "‹") && strings.Contains(l, ".") && strings.Contains(l, "›") && !strings.Contains(l, "■") {
							t.Fatalf("a missing word at place %s: %q", place, l)
						}
					}
					d.Press("tab")
				}
				d.Press("esc", "enter")
			}
		}
	}
}
