package account_test

import (
	"reflect"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

func TestAnEntryIsAttachedOnceToTheClientAndOnceToAKWI(t *testing.T) {
	c := busy()
	code := c.Newest().KWIs[0].Code
	for range 2 {
		succeeds(t, c.Attach("ict", 0, "2026-06-20"))
		succeeds(t, c.Attach("ict", code, "2026-06-21"))
	}
	if len(c.Library) != 2 || len(c.AttachedTo(0)) != 1 || len(c.AttachedTo(code)) != 1 || c.Attachment("ict", code).Date != "2026-06-21" {
		t.Errorf("got %+v", c.Library)
	}
	refuses(t, c.Attach("", 0, "2026-06-20"), fault.Missing)
	refuses(t, c.Attach("nps", 99, "2026-06-20"), fault.Removed)
	refuses(t, c.Attach("nps", 0, "soon"), fault.BadDate)
	succeeds(t, c.Detach("ict", 0))
	succeeds(t, c.Detach("ict", 0))
	if len(c.Library) != 1 || c.Attachment("ict", code) == nil {
		t.Errorf("got %+v", c.Library)
	}
}

func TestTicksAreCountedAndTheirNotesStay(t *testing.T) {
	c := busy()
	succeeds(t, c.Attach("ict", 0, "2026-06-20"))
	succeeds(t, c.TickOff("ict", 0, "case", "2026-06-21"))
	succeeds(t, c.NoteItem("ict", 0, "case", " by the board \n"))
	succeeds(t, c.NoteItem("ict", 0, "market", "ask first"))
	a := c.Attachment("ict", 0)
	if a.Done([]string{"case", "market", "roles"}) != 1 || a.Tick("case") != (account.Tick{Item: "case", Date: "2026-06-21", Note: "by the board"}) || a.Tick("market").Date != "" {
		t.Errorf("got %+v", a)
	}
	succeeds(t, c.TickOff("ict", 0, "case", ""))
	if a.Tick("case").Note != "by the board" || a.Done([]string{"case"}) != 0 {
		t.Errorf("got %+v", a)
	}
	succeeds(t, c.NoteItem("ict", 0, "case", ""))
	succeeds(t, c.NoteItem("ict", 0, "market", ""))
	if len(a.Ticks) != 0 {
		t.Errorf("ticks that say nothing stay: %+v", a.Ticks)
	}
	refuses(t, c.TickOff("ict", 0, "case", "soon"), fault.BadDate)
	refuses(t, c.TickOff("ict", 0, "", "2026-06-21"), fault.Missing)
	refuses(t, c.TickOff("nps", 0, "a", "2026-06-21"), fault.Removed)
	refuses(t, c.NoteAttached("nps", 0, "x"), fault.Removed)
	succeeds(t, c.NoteAttached("ict", 0, "for the purchaser"))
	if a.Note != "for the purchaser" {
		t.Errorf("got %+v", a)
	}
}

func TestWhatIsAttachedToAKWIThatGoesStaysWithTheClient(t *testing.T) {
	c := account.Client{ID: "x", Cycles: []account.Cycle{{Name: "2026H1", KWIs: []account.KWI{{Code: 1}, {Code: 2}}}}}
	for _, at := range []account.KWICode{0, 1, 2} {
		succeeds(t, c.Attach("ict", at, "2026-06-20"))
	}
	succeeds(t, c.Attach("nps", 1, "2026-06-20"))
	succeeds(t, c.NoteAttached("ict", 1, "why"))
	succeeds(t, c.TickOff("ict", 0, "case", "2026-06-20"))
	succeeds(t, c.TickOff("ict", 1, "case", "2026-06-21"))
	succeeds(t, c.TickOff("ict", 1, "roles", "2026-06-21"))
	succeeds(t, c.DropKWI("2026H1", 1, "", ""))
	want := []account.Attached{
		{Entry: "ict", Date: "2026-06-20", Note: "why", Ticks: []account.Tick{{Item: "case", Date: "2026-06-20"}, {Item: "roles", Date: "2026-06-21"}}},
		{Entry: "ict", KWI: 2, Date: "2026-06-20"}, {Entry: "nps", Date: "2026-06-20"},
	}
	if !reflect.DeepEqual(c.Library, want) || len(c.Flaws()) > 0 {
		t.Errorf("got %+v", c.Library)
	}
	c.Library = append(c.Library, account.Attached{Entry: "nps"}, account.Attached{Entry: "a", KWI: 9})
	if flaws := c.Flaws(); len(flaws) != 2 {
		t.Errorf("got %v", flaws)
	}
}
