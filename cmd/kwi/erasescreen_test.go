package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/cli"
	"kwi/internal/desk"
	"kwi/internal/erasing"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/portable"
	"kwi/internal/progress"
	"kwi/internal/report"
	"kwi/store"
	"kwi/store/bolt"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/kit/kittest"
	screened "kwi/ui/part/erasing"
)

// erasable is a window on NewMedia in a data file, where a note of a talk with
// another names KK, and what else they typed here was kept.
func erasable(t *testing.T, tag string, w, h int) (*drive.Driver, *bolt.Store) {
	t.Helper()
	t.Setenv("HOME", t.TempDir())
	s, err := bolt.Open(filepath.Join(t.TempDir(), "kwi.db"))
	if err != nil {
		t.Fatal(err)
	}
	c := kept(t, stocked(t), "newmedia")
	c.Respondent("KK").Language = "nl"
	y := c.Newest()
	y.Notes = append(y.Notes, account.Note{Date: "2011-01-02", With: "AA", Text: "Kees Klant wil dit ook. Verder niets."}, account.Note{Date: "2011-01-03", With: "AA", Text: "Bel Klant eerst."})
	d := desk.New(s, nonce)
	if _, err := d.Import(t.Context(), true, portable.File{Supplier: "BESTSELLER B.V.", Clients: []account.Client{c}}); err != nil {
		t.Fatal(err)
	}
	return windowOn(t, s, tag, w, h), s
}

// windowOn is a window on a data file in which people can be erased.
func windowOn(t *testing.T, s *bolt.Store, tag string, w, h int) *drive.Driver {
	t.Helper()
	return windowWith(t, s, tag, w, h, func(*ui.Config) {})
}

func windowWith(t *testing.T, s *bolt.Store, tag string, w, h int, also func(*ui.Config)) *drive.Driver {
	t.Helper()
	d := desk.New(s, nonce)
	session := cli.Session{Desk: d, Words: lang.For(tag), Erases: erasing.File{Store: s, Desk: d, Nonce: nonce}}
	return sitWith(t, s, tag, w, h, func(c *ui.Config) {
		c.Papers = printing(d, noServer, func() time.Time { return day })
		c.Eraser = eraser(session, c.Papers)
		also(c)
	})
}

// toKK has KK in hand among the people of the first stage.
func toKK(d *drive.Driver) {
	d.Press("enter", "1", "tab", "home")
	for range 8 {
		if strings.Contains(d.Screen(), "▸ KK") {
			return
		}
		d.Press("down")
	}
}

// A person is erased from their row: what it does, each text of others, a yes, and
// the report, which is written as a document too. Nothing changes until the yes.
func TestAPersonIsErasedFromTheirRow(t *testing.T) {
	for _, tag := range []string{"nl", "en"} {
		d, s := erasable(t, tag, 80, 24)
		says := func(nl, en string) string { return map[string]string{"nl": nl, "en": en}[tag] }
		toKK(d)
		d.Press("X")
		d.See(says("Kees Klant (KK) wissen", "Erase Kees Klant (KK)"), says("niet terug te draaien", "cannot be taken back"))
		kittest.Golden(t, "erase-begin-"+tag, d.Screen())
		d.Press("ctrl+s")
		d.See(says("Tekst 1 van 4", "Text 1 of 4"), "Kees Klant wil dit ook.")
		kittest.Golden(t, "erase-text-"+tag, d.Screen())
		d.Press("right", "ctrl+s")
		d.See(says("Tekst 2 van 4", "Text 2 of 4"))

		// What was decided is remembered where one leaves and comes back.
		d.Press("esc", "X", "ctrl+s")
		d.See(says("Tekst 2 van 4", "Text 2 of 4"))
		d.Press("tab", "ctrl+u")
		d.Type(says("Bel ze eerst.", "Call them first."))
		d.Press("ctrl+s", "ctrl+s", "ctrl+s")
		d.See(says("voorgoed wissen?", "for good?"), says("2 zo gelaten, 2 veranderd", "2 left as they are, 2 changed"))
		kittest.Golden(t, "erase-sure-"+tag, d.Screen())
		if c := kept(t, s, "newmedia"); c.Respondent("KK") == nil || c.Newest().Notes[len(c.Newest().Notes)-1].Text != "Bel Klant eerst." {
			t.Fatal("something changed before the yes")
		}

		// A text can be decided on anew, and then there is the same question.
		d.Press("ctrl+o", "enter")
		d.See(says("Tekst 1 van 4", "Text 1 of 4"))
		d.Press("left", "ctrl+s")
		d.See(says("3 zo gelaten, 1 veranderd", "3 left as they are, 1 changed"))
		d.Press("ctrl+o", "enter", "right", "ctrl+s")
		d.See(says("2 zo gelaten, 2 veranderd", "2 left as they are, 2 changed"))
		d.Press("enter")
		d.See(says("Druk op ctrl+s als je het zeker weet.", "Press ctrl+s if you are sure."))
		d.Press("ctrl+s")
		d.See(says("Wat er is gedaan", "What was done"), says("Gewist.", "Erased."))
		kittest.Golden(t, "erase-report-"+tag, d.Screen())
		d.Press("w", "ctrl+u")
		path := filepath.Join(t.TempDir(), "report.md")
		d.Type(path)
		d.Press("ctrl+s")
		if content, err := os.ReadFile(path); err != nil || strings.Contains(string(content), "Kees") || !strings.Contains(string(content), says("Wat er is gedaan", "What was done")) {
			t.Errorf("%v: %s", err, content)
		}
		d.Press("esc")
		d.Miss("Kees Klant", "▸ KK")

		// Their grades stay, and what one decided stands in the texts.
		c := kept(t, s, "newmedia")
		notes := c.Newest().Notes
		if c.Respondent("KK") != nil || len(c.Newest().Answers["X1"]) == 0 || notes[len(notes)-1].Text != says("Bel ze eerst.", "Call them first.") || !strings.Contains(notes[len(notes)-2].Text, says("[naam verwijderd] wil dit ook.", "[name removed] wil dit ook.")) {
			t.Errorf("%+v %+v", c.Respondents, notes)
		}
		d.Press("ctrl+z")
		d.See(says("Hier is iemand gewist", "Somebody was erased here"))
		if c := kept(t, s, "newmedia"); c.Respondent("KK") != nil {
			t.Error("undo brought them back")
		}
	}
}

// TestAFullDiskWhileErasingSaysWhatIsTrue: the data file is as it was, nothing typed waits to be
// kept, and once there is room the same key brings it to its end.
func TestAFullDiskWhileErasingSaysWhatIsTrue(t *testing.T) {
	for tag, says := range map[string][3]string{
		"nl": {"Het gegevensbestand is zoals het was", "wat je typte", "Wat er is gedaan"},
		"en": {"The data file is as it was", "what you typed", "What was done"},
	} {
		var e *screened.Eraser
		_, s := erasable(t, tag, 120, 40)
		d := windowWith(t, s, tag, 120, 40, func(c *ui.Config) { e = c.Eraser })
		does := e.Do
		e.Do = func(context.Context, screened.Order, progress.Told) (report.Erased, error) {
			e.Do = does
			return report.Erased{}, fault.New(fault.HalfErased, "/map/kwi.db").By(store.ErrFull)
		}
		toKK(d)
		d.Press("X", "ctrl+s", "ctrl+s", "ctrl+s", "ctrl+s", "ctrl+s", "ctrl+s")
		d.See(says[0], "/map/kwi.db")
		d.Miss(says[1], says[2])
		d.Press("ctrl+s")
		d.See(says[2])
		if c := kept(t, s, "newmedia"); c.Respondent("KK") != nil {
			t.Error("they are there still")
		}
	}
}

// What was done before and is not kept yet lands first, and is not lost.
func TestWhatIsUnsentLandsBeforeAPersonIsErased(t *testing.T) {
	d, s := erasable(t, "nl", 80, 24)
	toKK(d)
	d.Hold()
	d.Press("w", "ctrl+s") // KK says to take part
	d.Press("X", "ctrl+s")
	d.Miss("Tekst 1 van 4")
	d.Release()
	d.See("Tekst 1 van 4")
	h, err := desk.New(s, nonce).Open(t.Context(), "newmedia")
	if err != nil || len(h.History()) != 1 {
		t.Errorf("it has not landed: %d deeds, %v", len(h.History()), err)
	}
}

// Another window goes on, shows the client without the person, and does not bring
// them back; what was typed there that names them is not written again.
func TestAnotherWindowGoesOnWithoutWhoWasErased(t *testing.T) {
	d, s := erasable(t, "nl", 80, 24)
	other := windowOn(t, s, "nl", 80, 24)
	toKK(other)
	other.Press("w", "ctrl+s") // KK says to take part, which could be taken back
	other.See("Kees Klant")
	toKK(d)
	d.Press("X", "ctrl+s", "ctrl+s", "ctrl+s", "ctrl+s", "ctrl+s", "ctrl+s")
	d.See("Gewist.")
	at, err := s.Apply(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	other.Send(ui.Heard(uint64(at), "newmedia"))
	other.Miss("Kees Klant")
	other.Press("ctrl+z")
	other.See("Hier is iemand gewist")
	if c := kept(t, s, "newmedia"); c.Respondent("KK") != nil {
		t.Error("the other window brought them back")
	}
}

// In a meeting and from a program without a data file nobody is erased.
func TestNobodyIsErasedWithTheClientWatching(t *testing.T) {
	d, _ := erasable(t, "nl", 80, 24)
	toKK(d)
	d.Press("M", "enter", "X")
	d.Miss("wissen")
	d.Press("ctrl+p")
	d.Type("wissen")
	d.Miss("een persoon wissen")
}

// What is kept of a person is written from the screen, of whoever is in hand.
func TestWhatIsKeptOfAPersonIsWrittenFromTheScreen(t *testing.T) {
	d, _ := erasable(t, "en", 80, 24)
	toKK(d)
	for _, form := range []string{"md", "pdf", "html"} {
		path := filepath.Join(t.TempDir(), "kept."+form)
		d.Press("W")
		d.Type("kept of a person")
		d.Press("enter")
		d.See("of Kees Klant", "KK-what-is-kept")
		d.Press("ctrl+u")
		d.Type(path)
		d.Press("ctrl+s")
		d.See("Written:")
		content, err := os.ReadFile(path)
		if err != nil || form != "pdf" && !strings.Contains(string(content), "Kees Klant") {
			t.Errorf("%s: %v", form, err)
		}
		if form == "md" && !strings.Contains(string(content), "Wat er over je wordt bewaard") {
			t.Errorf("it is not in the language of the client: %s", content)
		}
	}
	// From elsewhere it asks of whom, and our own people are among them.
	d.Press("9", "W")
	d.Type("kept of a person")
	d.Press("enter")
	d.See("Of whom?", "Kees Klant")
}

// On a small screen all that erasing would do can be read before the yes, and the way
// out is named.
func TestWhatErasingDoesIsReadWholeOnASmallScreen(t *testing.T) {
	for _, tag := range []string{"nl", "en"} {
		d, _ := erasable(t, tag, 60, 20)
		toKK(d)
		d.Press("X")
		for i, last := range []map[string]string{{"nl": "onthoudt kwi tot je afsluit", "en": "close it."}, {"nl": "4 zo gelaten", "en": "4 left as they are"}} {
			if i > 0 {
				d.Press("ctrl+s", "ctrl+s", "ctrl+s", "ctrl+s", "ctrl+s")
			}
			d.See("esc")
			d.Miss(last[tag])
			d.Press("pgdown", "pgdown")
			d.See("esc", last[tag])
		}
	}
}
