package main

import (
	"path/filepath"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/portable"
	"kwi/store/bolt"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/kit"
)

// putBackUnder is a window on NewMedia, over whose data a copy from before is put back
// in which they are called otherwise, or are not there.
func putBackUnder(t *testing.T, there bool, before ...string) *drive.Driver {
	t.Helper()
	ctx := t.Context()
	s, err := bolt.Open(filepath.Join(t.TempDir(), "kwi.db"))
	if err != nil {
		t.Fatal(err)
	}
	clients := kept(t, stocked(t), "newmedia")
	early := clients.Clone()
	if early.Name = "VroegerMedia"; !there {
		early.ID = "vroeger"
	}
	d := desk.New(s, nonce)
	take := func(c account.Client) {
		t.Helper()
		if _, err := d.Import(ctx, true, portable.File{Supplier: "BESTSELLER B.V.", Clients: []account.Client{c}}); err != nil {
			t.Fatal(err)
		}
	}
	take(early)
	copied, err := s.KeepCopy(ctx, bolt.BeforeImport)
	if err != nil {
		t.Fatal(err)
	}
	take(clients)
	drv := sit(t, s, "nl", 100, 30)
	drv.Press(before...)
	if _, err := s.Restore(ctx, copied.Path); err != nil {
		t.Fatal(err)
	}
	at, err := s.Restored(ctx)
	if err != nil {
		t.Fatal(err)
	}
	id := "newmedia"
	if !there {
		id = "vroeger"
	}
	drv.Send(ui.PutBack(uint64(at), id))
	return drv
}

// TestAWindowShowsTheCopyThatWasPutBack, and says that it does: the list of clients,
// the client in hand, and what the supplier keeps.
func TestAWindowShowsTheCopyThatWasPutBack(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{nil, {"enter"}} {
		drv := putBackUnder(t, true, keys...)
		drv.See("VroegerMedia", "Er is een eerdere kopie van de gegevens teruggezet.")
		drv.Miss("NewMedia")
	}
}

// TestAWindowLeavesAClientWhoIsNotInTheCopy, and what is done after that is kept.
func TestAWindowLeavesAClientWhoIsNotInTheCopy(t *testing.T) {
	t.Parallel()
	drv := putBackUnder(t, false, "enter", "6")
	drv.See("VroegerMedia", "1 klant", "NewMedia staat")
	drv.Miss("▸ NewMedia")
	drv.Press("enter")
	drv.See("VroegerMedia")
}

// TestTheClientIsNotToldOfCopies: neither of one that was put back nor of one that
// could not be kept.
func TestTheClientIsNotToldOfCopies(t *testing.T) {
	t.Parallel()
	drv := putBackUnder(t, true, "enter", "M", "enter", "esc")
	drv.Miss("kopie")
}

// TestACopyThatWasNotKeptIsSaidInTheWindow, once, on the bottom line.
func TestACopyThatWasNotKeptIsSaidInTheWindow(t *testing.T) {
	t.Parallel()
	waited := 0
	drv := sitWith(t, stocked(t), "nl", 120, 30, func(c *ui.Config) {
		c.Copies = kit.Copies{Folder: "/map/kwi.db.copies", Failed: func() error {
			waited++
			return fault.New(fault.NoRoom, "x")
		}}
	})
	drv.See("Er is geen kopie bewaard in /map/kwi.db.copies: de schijf is vol.")
	drv.Press("down")
	drv.Miss("kopie")
	if waited != 1 {
		t.Errorf("it is asked for %d times", waited)
	}
}
