package main

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/ui/drive"
)

// remarking opens the remark of Kees Klant for typing.
func remarking(d *drive.Driver) {
	d.Press("enter", "end", "enter", "tab", "enter")
}

// agreeing goes to the agreements of the session and begins a new one.
func agreeing(d *drive.Driver) {
	d.Press("enter", "7", "tab", "tab", "n")
}

// exported is all that another program may know.
func exported(t *testing.T, s store.Store) string {
	t.Helper()
	f, err := desk.New(s, nonce).Export(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := portable.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// left is how many records of drafts the store has.
func left(t *testing.T, s store.Store) (n int) {
	t.Helper()
	for _, client := range []string{"newmedia", ""} {
		err := s.Scan(context.Background(), codec.DraftPrefix(client), func(store.Record) error { n++; return nil })
		if err != nil {
			t.Fatal(err)
		}
	}
	return n
}

func TestWhatIsTypedWithoutAPauseIsFoundAgain(t *testing.T) {
	for language, says := range map[string][3]string{
		"nl": {"nog niet bewaard", "concept bewaard 14:02", "Half getypt"},
		"en": {"not yet saved", "draft kept 14:02", "Half typed"},
	} {
		s := stocked(t)
		before := exported(t, s)
		d := sit(t, s, language, 80, 24)
		remarking(d)
		d.Press("ctrl+u")
		d.Type("sneller")
		d.See(says[0])
		d.Miss("saved 14:02", " bewaard 14:02")
		d.Beat(1)
		d.See(says[1])
		d.Type(" terug")
		d.See(says[0])
		d.Beat(1)
		d.Type("be") // and the program is killed

		if got := exported(t, s); got != before {
			t.Error("a draft is a change of the client")
		}
		again := sit(t, s, language, 80, 24)
		again.Press("enter")
		again.See(map[string]string{"nl": "Er staat nog iets half getypt en niet bewaard, bij Meten", "en": "Something was left half typed and not kept, in Measure"}[language])
		again.Press("end", "enter", "tab")
		again.See(says[2])
		again.Press("enter")
		again.See("sneller terug", map[string]string{"nl": "Hier was je aan het typen", "en": "You were typing this"}[language])
		again.Press("esc")
		if got := kept(t, s, "newmedia"); got.Newest().Remarks["KK"] != "sneller terug" {
			t.Errorf("kept is %q", got.Newest().Remarks["KK"])
		}
		again.Beat(1)
		if n := left(t, s); n != 0 {
			t.Errorf("%d records of drafts stay", n)
		}
		third := sit(t, s, language, 80, 24)
		third.Press("enter")
		third.Miss(says[2], "half getypt", "half typed")
	}
}

func TestADialogThatIsLeftKeepsItsDraft(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	agreeing(d)
	d.Type("offerte binnen een week")
	d.Press("tab")
	d.Type("Piet")
	d.Beat(1)
	d.Press("f1", "esc")
	d.See("concept bewaard 14:02")
	d.Press("esc")
	d.See("blijft als concept staan")
	d.Press("n")
	d.See("offerte binnen een week", "Piet", "Hier was je aan het typen")
	d.Press("tab")
	d.Type("1 dec")
	d.Beat(1) // and the program is killed

	again := sit(t, s, "nl", 80, 24)
	agreeing(again)
	again.See("offerte binnen een week", "Piet", "1 dec")
	again.Press("ctrl+s")
	c := kept(t, s, "newmedia")
	actions := c.Newest().Actions
	if a := actions[len(actions)-1]; a.Text != "offerte binnen een week" || a.For != "Piet" || a.Due != "2026-12-01" {
		t.Errorf("kept is %+v", a)
	}
	if n := left(t, s); n != 0 {
		t.Errorf("%d records of drafts stay", n)
	}
	again.Press("n")
	again.Miss("offerte")
	again.Type("toch niet")
	again.Press("ctrl+z", "ctrl+z")
	again.Miss("toch")
	again.Press("esc")
	third := sit(t, s, "nl", 80, 24)
	third.Press("enter")
	third.Miss("half getypt")
	if n := left(t, s); n != 0 {
		t.Errorf("%d records of drafts stay", n)
	}
}

func TestTheClientNeverSeesADraft(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 120, 40)
	agreeing(d)
	d.Type("niet voor de klant")
	d.Beat(1)

	again := sit(t, s, "nl", 120, 40)
	again.Press("enter")
	again.See("half getypt")
	again.Press("7", "M")
	again.Miss("half getypt", "niet voor de klant")
	for _, key := range []string{"tab", "tab", "n", "enter", "esc", "8", "7"} {
		again.Press(key)
		again.Miss("half getypt", "niet voor de klant", "Hier was je")
	}
}

func TestTwoWindowsKeepTwoDrafts(t *testing.T) {
	s := stocked(t)
	first := sit(t, s, "nl", 80, 24)
	first.Press("enter", "end", "enter", "tab", "down", "enter") // may be read out, and so be shown again
	before := kept(t, s, "newmedia")
	was := before.Newest().Remarks["KK"]
	a, b := sit(t, s, "nl", 80, 24), sit(t, s, "nl", 80, 24)
	remarking(a)
	remarking(b)
	a.Type("van de een")
	b.Type("van de ander")
	a.Beat(1)
	b.Beat(61) // the later one

	seen := ""
	for range 2 {
		c := sit(t, s, "nl", 80, 24)
		remarking(c)
		seen += c.Screen()
		c.Press("ctrl+z") // drops it
		c.Beat(1)
	}
	for _, text := range []string{"van de een", "van de ander"} {
		if !strings.Contains(seen, text) {
			t.Errorf("%q is not offered", text)
		}
	}
	c := kept(t, s, "newmedia")
	if got := c.Newest().Remarks["KK"]; got != was {
		t.Errorf("kept is %q", got)
	}
	if n := left(t, s); n != 0 {
		t.Errorf("%d records of drafts stay", n)
	}
}

// TestADraftIsTakenUpOnce: what a run of before left is offered in two windows.
// Once one of them has gone on with it the other offers it no longer.
func TestADraftIsTakenUpOnce(t *testing.T) {
	for _, open := range []bool{false, true} {
		s := stocked(t)
		killed := sit(t, s, "nl", 80, 24)
		agreeing(killed)
		killed.Type("offerte sturen")
		killed.Press("tab")
		killed.Type("Piet")
		killed.Beat(1)

		a, b := sit(t, s, "nl", 80, 24), sit(t, s, "nl", 80, 24)
		for _, d := range []*drive.Driver{a, b} {
			d.Press("enter")
			d.See("half getypt")
			d.Press("7", "tab", "tab")
			d.Miss("half getypt")
		}
		if open {
			b.Press("n")
			b.See("offerte sturen")
		}
		a.Press("n")
		a.See("offerte sturen", "Piet")
		a.Press("tab")
		a.Type("1 dec")
		a.Press("ctrl+s")
		if c := kept(t, s, "newmedia"); c.Newest().Actions[len(c.Newest().Actions)-1].Text != "offerte sturen" {
			t.Fatalf("it is not agreed:\n%s", a.Screen())
		}
		a.Beat(1)
		a.Miss("in een ander venster")
		b.Beat(1)
		b.See("in een ander venster")
		if b.Beat(10); !open {
			b.Press("n")
			b.Miss("offerte sturen", "Hier was je")
		}
	}
}

// TestADraftStaysUntilItsChangeIsThere looks between the two: the text is in
// the store at every moment.
func TestADraftStaysUntilItsChangeIsThere(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	remarking(d)
	d.Type("en nu")
	d.Beat(1)
	d.Hold()
	d.Press("esc")
	d.Beat(2)
	if n := left(t, s); n != 1 {
		t.Errorf("%d records of drafts before the change is confirmed", n)
	}
	d.Release()
	d.Beat(1)
	if n := left(t, s); n != 0 {
		t.Errorf("%d records of drafts after it", n)
	}
	c := kept(t, s, "newmedia")
	if got := c.Newest().Remarks["KK"]; !strings.HasSuffix(got, "en nu") {
		t.Errorf("kept is %q", got)
	}
}

// TestLeavingTheProgramWaitsForADraft ends it while a dialog cannot be kept.
func TestLeavingTheProgramWaitsForADraft(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	agreeing(d)
	d.Press("tab")
	d.Type("Piet") // without what it is about it is no action
	d.Press("ctrl+c")
	if !d.Quit || left(t, s) != 1 {
		t.Fatalf("ended %v, %d records of drafts", d.Quit, left(t, s))
	}
	again := sit(t, s, "nl", 80, 24)
	agreeing(again)
	again.See("Piet")
}

// TestAnOldDraftIsOfferedAndNotAnnounced: what nobody goes on with does not
// stand in the way for ever.
func TestAnOldDraftIsOfferedAndNotAnnounced(t *testing.T) {
	s := stocked(t)
	old := hand.Draft{Place: "measure/2011H1/KK/remark", Text: "van weken terug", At: "2026-11-01T09:00"}
	if err := desk.New(s, nonce).KeepDrafts(context.Background(), "newmedia", []hand.Draft{old}, nil); err != nil {
		t.Fatal(err)
	}
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter")
	d.Miss("half getypt")
	d.Press("end", "enter", "tab", "enter")
	d.See("van weken terug", "zo 1 nov 09:00")
}

// TestADayHalfTypedIsFoundAgain: a dialog for a day is a dialog like the rest.
func TestADayHalfTypedIsFoundAgain(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	asking := func(d *drive.Driver) { d.Press("enter", "4", "s", "s") }
	asking(d)
	d.Press("ctrl+u")
	d.Type("3 nov")
	d.See("nog niet bewaard")
	d.Beat(1) // and the program is killed

	again := sit(t, s, "nl", 80, 24)
	again.Press("enter")
	again.See("half getypt")
	again.Press("4", "s")
	again.See("3 nov", "Hier was je aan het typen")
}

// A line that was typed over more than one beat of the clock, so that a draft
// of it is kept, leaves the next line empty.
func TestTheNextLineBeginsEmpty(t *testing.T) {
	s := exampleStore(t)
	j := sit(t, s, "nl", 80, 24)
	j.Press("/")
	j.Type("oeverland\n")
	j.Press("enter")
	before := len(newestNotes(t, s, "oeverland"))
	for _, line := range []string{"De klant zegt dit", "en daarna iets anders", "en dan nog iets"} {
		j.Type(line[:5])
		j.Beat(1)
		j.Type(line[5:])
		j.Beat(1)
		j.Press("enter")
		j.Beat(1)
	}
	j.Miss("Hier was je aan het typen")
	j.Press("esc")
	var said []string
	for _, n := range newestNotes(t, s, "oeverland")[before:] {
		said = append(said, n.Text)
	}
	if got := strings.Join(said, "|"); got != "De klant zegt dit|en daarna iets anders|en dan nog iets" {
		t.Errorf("kept %q", got)
	}
}

func newestNotes(t *testing.T, s store.Store, id string) []account.Note {
	c := kept(t, s, id)
	return c.Newest().Notes
}
