package main

import (
	"context"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/internal/lang"
	"kwi/store"
	"kwi/ui"
	"kwi/ui/drive"
)

// keptScans are the scans as the store has them.
func keptScans(t testing.TB, s store.Store) []account.Scan {
	t.Helper()
	h, err := desk.New(s, nonce).Firm(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return h.Now().Scans
}

// scanning is the program on a store, at the quick scan.
func scanning(t testing.TB, s store.Store, change func(*ui.Config)) *drive.Driver {
	t.Helper()
	d := sitWith(t, s, "nl", 80, 24, func(c *ui.Config) {
		h, err := desk.New(s, nonce).Firm(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		c.Firm, c.Me = h, account.User{Name: "Joe Bestseller"}
		change(c)
	})
	d.Press("s")
	return d
}

// TestJourneyThroughAQuickScan: one begins, breaks off, is killed, goes on the
// next time, reads what it comes to, and half a year later does it again.
func TestJourneyThroughAQuickScan(t *testing.T) {
	s := stocked(t)
	d := scanning(t, s, func(*ui.Config) {})
	d.See("Tien vragen over houding")
	d.Press("n", "tab")
	d.Type("Service")
	d.Press("tab", "tab")
	d.Type("Wie betaalt en wie belt.")
	d.Press("ctrl+s")
	d.See("Joe Bestseller", "0 van 10 beantwoord", "1  Een klant vertelt")
	d.Type("ba")
	d.Press("up", "up", "c", "ctrl+z")
	d.See("Teruggenomen: antwoord op vraag 1 van Joe Bestseller")
	d.Type("b")
	if all := keptScans(t, s); len(all) != 1 || all[0].Answers != "bab" || all[0].Team != "Service" || all[0].Clients != "Wie betaalt en wie belt." {
		t.Fatalf("kept are %+v", all)
	}

	again := scanning(t, s, func(*ui.Config) {}) // the program was killed
	again.See("9 van 9, 7 vragen open: 4, 5, 6, 7, 8, 9, 10")
	again.Press("enter")
	again.See("4  Hoe eindigt een gesprek")
	again.Type("b1") // a slip
	again.Press("down", "up")
	again.Type("abaab")
	again.See("10  Waar vraagt je leidinggevende")
	again.Press("tab")
	again.See(" vraag open: 10", "komt als alle tien beantwoord zijn")
	again.Press("tab")
	again.Type("b")
	again.See(" van 30 · ", "Zes onderwerpen")

	later := scanning(t, s, func(c *ui.Config) {
		c.Now = func() time.Time { return day.AddDate(0, 6, 0) }
	})
	later.Press("n")
	later.Type("Joe Bestseller")
	later.Press("ctrl+s")
	later.Type("babcacbbcc")
	later.See("30 van 30 · Bij de klant", "Trend", "+")
	if all := keptScans(t, s); len(all) != 2 || all[1].Team != "Service" {
		t.Errorf("kept are %+v", all)
	}
	later.Press("M")
	if strings.Contains(later.Screen(), "Joe Bestseller") && strings.Contains(later.Screen(), "in gesprek") {
		t.Errorf("a client sees whose scan it is:\n%s", later.Screen())
	}
}

// TestTwoWindowsOnOneScan: each answers another question of the same scan, and
// both answers stay, also where one takes theirs back. Of one question that both
// answer the last counts, and it is told what the other was.
func TestTwoWindowsOnOneScan(t *testing.T) {
	s := stocked(t)
	one := scanning(t, s, func(*ui.Config) {})
	one.Press("n", "ctrl+s")
	other := scanning(t, s, func(*ui.Config) {})
	other.Press("enter", "down")
	one.Type("b")
	other.Type("a")
	if all := keptScans(t, s); len(all) != 1 || all[0].Answers != "ba" {
		t.Fatalf("kept are %+v\n%s", all, other.Screen())
	}
	other.See(" 1b ")
	other.Press("ctrl+z")
	if all := keptScans(t, s); all[0].Answers != "b" {
		t.Fatalf("kept are %+v\n%s", all, other.Screen())
	}
	one.Press("down")
	one.Type("a")
	other.Press("up", "up", "up", "down", "down")
	other.Type("c")
	other.See("Iemand anders wijzigde dit tegelijk", "“3a”")
	if all := keptScans(t, s); all[0].Answers != "b.c" {
		t.Fatalf("kept are %+v\n%s", all, other.Screen())
	}
}

// TestAScanThatCannotBeKept stays on screen as not saved, and is kept once that
// works again.
func TestAScanThatCannotBeKept(t *testing.T) {
	s := stocked(t)
	broken := true
	d := scanning(t, s, func(c *ui.Config) { c.Keeper = halting{c.Keeper, &broken} })
	d.Press("n", "ctrl+s")
	d.Type("b")
	d.See(lang.For("nl").T("root.notsaved"))
	broken = false
	d.Beat(5)
	if all := keptScans(t, s); len(all) != 1 || all[0].Answers != "b" {
		t.Errorf("kept are %+v\n%s", all, d.Screen())
	}
}

// halting is a keeper that cannot keep what the supplier has while it is broken.
type halting struct {
	ui.Keeper
	broken *bool
}

func (h halting) KeepFirm(ctx context.Context, s hand.FirmSave) (uint64, error) {
	if *h.broken {
		return 0, context.DeadlineExceeded
	}
	return h.Keeper.KeepFirm(ctx, s)
}
