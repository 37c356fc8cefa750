package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/post/posttest"
	"kwi/ui"
)

// Every document can be written from the screen: one key, which one, where.
func TestEveryDocumentIsWrittenFromTheScreen(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	s := exampleStore(t)
	press := printing(desk.New(s, nonce), noServer, func() time.Time { return day })
	j := sitWith(t, s, "nl", 120, 40, func(c *ui.Config) { c.Papers = press })
	j.Press("W") // over the portfolio there is no client to write about
	j.Miss("Welk document?")
	j.Press("/")
	j.Type("newmedia\n")
	for _, d := range []struct{ find, file, begins string }{
		{"voor de klant", "newmedia-2026H2-klantwaardemonitor.pdf", "%PDF"},
		{"intern", "newmedia-2026H2-klantwaardemonitor-intern.pdf", "%PDF"},
		{"collega", "newmedia-2026H2-collegas.pdf", "%PDF"},
		{"actielijst", "newmedia-2026H2-actielijst.pdf", "%PDF"},
		{"a3", "newmedia-2026-accountplan.pdf", "%PDF"},
		{"agenda", "newmedia-2026H2-agenda.ics", "BEGIN:VCALENDAR"},
		{"wij deden", "newmedia-2026H2-u-zei-wij-deden.pdf", "%PDF"},
		{"programma", "newmedia-antwoorden-en-scores.csv", "\ufeffclient,name,cycle,"},
	} {
		j.Press("W")
		j.See("Welk document?")
		j.Type(d.find)
		j.Press("enter", "ctrl+s")
		j.See("Geschreven:")
		content, err := os.ReadFile(filepath.Join(home, "kwi", d.file))
		if err != nil || !bytes.HasPrefix(content, []byte(d.begins)) {
			t.Errorf("%s: %v, %d bytes", d.file, err, len(content))
		}
	}

	// About whom the page before a visit is, is asked first, unless it is looked at.
	j.Press("W")
	j.Type("bezoek")
	j.Press("enter")
	j.See("Voor een bezoek aan wie?")
	j.Type("kees")
	j.Press("enter")
	j.See("naar Kees Klant gaat", "newmedia-2026H2-KK-bezoek.pdf")
	j.Press("ctrl+s")
	j.See("Geschreven:")
	j.Press("5", "v", "w")
	j.See("-bezoek.pdf")
	j.Press("ctrl+u")
	j.Type(filepath.Join(home, "visit.md"))
	j.Press("ctrl+s")
	j.See("Geschreven:")
	if content, err := os.ReadFile(filepath.Join(home, "visit.md")); err != nil || !bytes.Contains(content, []byte("# Voor het bezoek aan ")) {
		t.Errorf("%v: %s", err, content)
	}
	if content, err := os.ReadFile(filepath.Join(home, "kwi", "newmedia-2026H2-KK-bezoek.pdf")); err != nil || !bytes.HasPrefix(content, []byte("%PDF")) {
		t.Errorf("%v, %d bytes", err, len(content))
	}

	// What is looked at has a key of its own, and is of the year that is looked at.
	for _, d := range [][3]string{{"8", "", "newmedia-2026H2-klantwaardemonitor.pdf"}, {"9", "", "newmedia-2026-accountplan.pdf"}, {"9", "}", "newmedia-2027-accountplan.pdf"}} {
		if j.Press(d[0]); d[1] != "" {
			j.Press(d[1], "enter")
		}
		j.Press("w")
		j.See(d[2])
		j.Press("ctrl+s")
		j.See("Geschreven:")
	}
	j.Press("1")

	// Another form is another ending; a wrong one is told and nothing is lost.
	j.Press("W")
	j.Type("voor de klant")
	j.Press("enter", "ctrl+u")
	j.Type(filepath.Join(home, "mine.docx"))
	j.Press("ctrl+s")
	j.See("eindigen op .pdf, .xlsx, .md, .html", "mine.docx")
	for range 4 {
		j.Press("backspace")
	}
	j.Type("html")
	j.Press("ctrl+s")
	j.See("Geschreven:")
	if content, err := os.ReadFile(filepath.Join(home, "mine.html")); err != nil || !bytes.HasPrefix(content, []byte("<!DOCTYPE html>")) {
		t.Errorf("%v: %s", err, content)
	}

	// What somebody else wrote stays.
	if err := os.WriteFile(filepath.Join(home, "mine.md"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	j.Press(":")
	j.Type("monitor klant schrijven")
	j.Press("enter", "ctrl+u")
	j.Type(filepath.Join(home, "mine.md"))
	j.Press("ctrl+s")
	j.Miss("Geschreven:")
	if content, _ := os.ReadFile(filepath.Join(home, "mine.md")); string(content) != "mine" {
		t.Error("another's file was written over")
	}
}

// All papers for a session are written with one key, those for the client apart.
func TestThePackIsWrittenFromTheScreen(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	s := exampleStore(t)
	press := printing(desk.New(s, nonce), noServer, func() time.Time { return day })
	j := sitWith(t, s, "nl", 120, 40, func(c *ui.Config) { c.Papers = press })
	j.Press("/")
	j.Type("newmedia\n")
	j.Press("S")
	j.See("Alle stukken voor de sessie schrijven", "De stukken van 2026H2")
	j.Press("ctrl+s")
	j.See("Geschreven: 4 voor de klant en 7 voor jezelf, apart, in")
	for _, file := range []string{"voor-de-klant/newmedia-2026H2-klantwaardemonitor.pdf", "voor-de-klant/newmedia-2026H2-agenda-van-de-sessie.pdf", "niet-voor-de-klant/newmedia-2026H2-KK-bezoek.pdf"} {
		if _, err := os.Stat(filepath.Join(home, "kwi", "newmedia-2026H2-sessie", filepath.FromSlash(file))); err != nil {
			t.Error(err)
		}
	}
	j.Press("M", "enter", "esc", "S") // with the client watching no paper is written
	j.Miss("Alle stukken")
}

// Every letter is written from the screen for everyone whose turn it is, or for
// one, as a draft and as a text; why there is none stays in the dialog.
func TestLettersAreWrittenFromTheScreen(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	s := exampleStore(t)
	press := printing(desk.New(s, nonce), noServer, func() time.Time { return day })
	j := sitWith(t, s, "nl", 120, 40, func(c *ui.Config) { c.Papers = press })
	j.Press("/")
	j.Type("newmedia\n")
	for _, d := range []struct{ find, said, file, begins string }{
		{"uitnodiging", "5 brieven geschreven in", "newmedia-2026H2-KK-uitnodiging", "# Uitnodiging: klantwaardesessie op "},
		{"gesprek hoorde", "brieven geschreven in", "newmedia-2026H2-KK-gesprek", "# Wat ik in ons gesprek noteerde"},
		{"herinnering", "1 brief geschreven in", "newmedia-2026H2-DD-herinnering", "# Uw antwoorden voor de klantwaardemonitor"},
	} {
		j.Press("W")
		j.Type(d.find)
		j.Press("enter", "ctrl+s")
		j.See(d.said)
		for ending, begins := range map[string]string{".md": d.begins, ".eml": "X-Unsent: 1"} {
			content, err := os.ReadFile(filepath.Join(home, "kwi", d.file+ending))
			if err != nil || !bytes.Contains(content, []byte(begins)) {
				t.Errorf("%s%s: %v, %s", d.file, ending, err, content)
			}
		}
	}
	if _, err := os.Stat(filepath.Join(home, "kwi", "newmedia-2026H2-DD-herinnering.xlsx")); err != nil {
		t.Error(err)
	}
	j.Press("W")
	j.Type("dank")
	j.Press("enter", "ctrl+s")
	j.See("nog niet begonnen", "Dank met het verslag schrijven")
	j.Press("esc")

	// What belongs to a stage has the key of its page.
	for _, d := range [][2]string{{"5", "Pagina voor collega's schrijven"}, {"7", "Uitnodiging voor de sessie schrijven"}} {
		j.Press(d[0], "w")
		j.See(d[1])
		j.Press("esc")
	}

	// One alone: the choice is turned to somebody.
	if err := os.RemoveAll(filepath.Join(home, "kwi")); err != nil {
		t.Fatal(err)
	}
	j.Press("W")
	j.Type("uitnodiging")
	j.Press("enter", "right", "ctrl+s")
	j.See("1 brief geschreven in")
	if files, _ := filepath.Glob(filepath.Join(home, "kwi", "*")); len(files) != 2 {
		t.Errorf("written %v", files)
	}
}

// noServer is an environment without a mail server.
func noServer(string) string { return "" }

// With a mail server letters go from the screen too: what would go is shown
// first, and what did not go is told by whose it is.
func TestLettersAreMailedFromTheScreen(t *testing.T) {
	server := (&posttest.Server{Refuses: map[string]bool{"bb@newmedia.example": true}}).Start(t)
	getenv := func(name string) string {
		return map[string]string{"KWI_SMTP_HOST": "127.0.0.1", "KWI_SMTP_PORT": strconv.Itoa(server.Port()), "KWI_SMTP_FROM": "joe@bestseller.example"}[name]
	}
	s := exampleStore(t)
	press := printing(desk.New(s, nonce), getenv, func() time.Time { return day })
	j := sitWith(t, s, "nl", 80, 24, func(c *ui.Config) { c.Papers = press })
	j.Press("/")
	j.Type("newmedia\n")
	j.Press("W")
	j.Type("uitnodiging")
	j.Press("enter", "tab", "tab")
	j.See("Meteen mailen")
	j.Press("right", "ctrl+s")
	j.See("5 brieven mailen", "Via 127.0.0.1", "Uitnodiging: klantwaardesessie op ")
	if len(server.Mails()) > 0 {
		t.Error("sent before it was agreed")
	}
	j.Press("ctrl+s")
	j.See("4 mails verstuurd. BB:")
	if n := len(server.Mails()); n != 4 {
		t.Errorf("%d mails", n)
	}
}

// News that was mailed notes who was told of which agreement, only where it arrived;
// every letter can be read before it goes.
func TestNewsThatWasMailedIsTold(t *testing.T) {
	server := (&posttest.Server{Refuses: map[string]bool{"bb@newmedia.example": true}}).Start(t)
	getenv := func(name string) string {
		return map[string]string{"KWI_SMTP_HOST": "127.0.0.1", "KWI_SMTP_PORT": strconv.Itoa(server.Port()), "KWI_SMTP_FROM": "joe@bestseller.example"}[name]
	}
	s := exampleStore(t)
	number := ""
	elsewhere(t, s, func(c *account.Client) error {
		var err error
		number, err = c.AddAction("", account.Action{Text: "Storingen melden wij zelf", KWI: c.Newest().KWIs[0].Code, For: "RM", Side: account.SupplierSide, Due: "2026-12-18"}, account.Standard{}, "2026-11-20")
		return err
	})
	untold := func() []account.Initials {
		c := kept(t, s, "newmedia")
		_, a := c.Action(number)
		return c.Untold(c.Newest(), *a, account.ItComes)
	}
	if len(untold()) < 3 {
		t.Fatalf("untold are %v", untold())
	}
	press := printing(desk.New(s, nonce), getenv, func() time.Time { return day })
	j := sitWith(t, s, "nl", 80, 24, func(c *ui.Config) { c.Papers = press })
	j.Press("/")
	j.Type("newmedia\n")
	j.Press("W")
	j.Type("bericht over")
	j.Press("enter", "tab", "tab", "right", "ctrl+s")
	j.See("mailen", "lees ze een voor een")
	j.Press("ctrl+o")
	j.See("brief 1 van", "aa@newmedia.example", "Storingen melden wij zelf")
	j.Press("right")
	j.See("brief 2 van", "bb@newmedia.example")
	j.Press("esc", "ctrl+s")
	j.See("BB:")
	if who := untold(); len(who) != 1 || who[0] != "BB" {
		t.Errorf("not told are %v", who)
	}
	c := kept(t, s, "newmedia")
	_, a := c.Action(number)
	if how, told := a.ToldTo("AA", account.ItComes); !told || how.Way != account.ByMail || how.On != account.Date(day.Format("2006-01-02")) {
		t.Errorf("AA: %+v", how)
	}
}
