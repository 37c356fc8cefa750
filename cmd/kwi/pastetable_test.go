package main

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/internal/portfolio"
	"kwi/internal/score"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/theme"
)

// TestAnOldMonitorIsPasted starts a new client with their history, and takes
// that back.
func TestAnOldMonitorIsPasted(t *testing.T) {
	ctx := context.Background()
	d := desk.New(stocked(t), nonce)
	list := func() ([]portfolio.Line, error) { return d.Portfolio(ctx) }
	now := func() time.Time { return day }
	drv := drive.New(t, ui.Config{
		Keeper: keeper{d, "BESTSELLER B.V."}, Places: places(sources{clients: list, post: bringing(ctx, d, func(string) string { return "" }, now)}),
		Words: lang.For("nl"), Theme: theme.Dark(), Supplier: "BESTSELLER B.V.", Now: now,
	}, 80, 24)
	drv.Press("n")
	drv.Type("Oude Monitor")
	drv.Press("enter")
	drv.See("Oude Monitor")
	drv.Press("tab", "t")
	drv.See("Plak een tabel")
	drv.Paste("Cyclus\tKWI\tTitel\tNr\tVraag\tKK\tBB\r2009H2\t1\tKennis\t1.01\tKent ons werk\t6\t7\r2010H1\t\t\t1.01\t\t8\t9<\r")
	drv.See("2 nieuwe respondenten", "afgesloten cyclus 2009H2", "afgesloten cyclus 2010H1")
	drv.Press("enter")
	drv.See("De tabel is overgenomen")
	id := ""
	lines, err := d.Portfolio(ctx)
	for _, l := range lines {
		if l.Name == "Oude Monitor" {
			id = l.ID
		}
	}
	c, err2 := d.Client(ctx, id)
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	h := score.HistoryOf(&c)
	if trend := h.Trend(1, "2010H1"); len(trend) != 2 || !trend[0].Score.OK() || !trend[1].Score.OK() {
		t.Errorf("%+v", trend)
	}
	drv.Press("ctrl+z")
	if c, err = d.Client(ctx, id); err != nil || len(c.Respondents) != 0 || len(c.Cycles) > 1 {
		t.Errorf("%v: %+v", err, c.Cycles)
	}
}

// TestATableIsReadFromAFile: contacts, named by hand and found by browsing; what
// cannot be read is told, and a new name may be typed.
func TestATableIsReadFromAFile(t *testing.T) {
	s := stocked(t)
	was := kept(t, s, "newmedia")
	folder := t.TempDir()
	at := filepath.Join(folder, "contacten.vcf")
	card := "BEGIN:VCARD\nVERSION:3.0\nFN:Erik Eik\nEMAIL:ee@newmedia.example\nTEL:1\nEND:VCARD\n"
	if err := os.WriteFile(at, []byte(card), 0o600); err != nil {
		t.Fatal(err)
	}
	dk := desk.New(s, nonce)
	d := sitWith(t, s, "nl", 80, 24, func(c *ui.Config) {
		c.Places = places(sources{clients: func() ([]portfolio.Line, error) { return dk.Portfolio(t.Context()) }, post: bringing(t.Context(), dk, func(string) string { return "" }, func() time.Time { return day })})
	})
	d.Press("enter", "1", "tab", "t")
	d.See("Ook contacten (.vcf)", "een bestand kun je kiezen", "ctrl+o een bestand kiezen")
	d.Press("ctrl+o")
	d.See("Lees een tabel uit een bestand")
	d.Paste(folder)
	d.Press("ctrl+s")
	d.See("is een map")
	d.Press("ctrl+o")
	d.See("contacten.vcf")
	d.Press("enter")
	d.See("Erik Eik")
	d.Press("ctrl+s")
	d.See("EE Erik Eik", "“volledige naam” als naam", "kolom “telefoon” wordt niet herkend")
	d.Press("enter")
	if c := kept(t, s, "newmedia"); c.Respondent("EE") == nil || c.Respondent("EE").Email != "ee@newmedia.example" {
		t.Errorf("%+v", c.Respondents)
	}
	d.Press("ctrl+z")
	if c := kept(t, s, "newmedia"); !reflect.DeepEqual(c.Tidy(), was.Tidy()) {
		t.Error("one undo did not take it back")
	}
}

// TestAFormIsPasted: what a column holds is asked, picked from the questions of the
// cycle, and not asked again of the next export.
func TestAFormIsPasted(t *testing.T) {
	s := stocked(t)
	c := kept(t, s, "newmedia")
	y := c.Newest()
	who := c.Asked(y)[0].Initials
	q := y.AskedOf(who)[0]
	d := sitWith(t, s, "nl", 80, 24, func(*ui.Config) {})
	d.Press("enter", "1", "tab", "t")
	form := "Timestamp\tInitialen\tSchoenmaat\tHoe doen we het?\rx\t" + string(who) + "\t44\t3\r"
	d.Paste(form)
	d.See("Wat staat er in het formulier?", "Schoenmaat", "niet herkend")
	d.Press("enter")
	d.Type("weglaten")
	d.Press("enter", "down", "enter")
	d.Type(q.String())
	d.Press("enter")
	d.See("weglaten", q.String())
	d.Press("ctrl+s")
	d.See("antwoorden uit een formulier", "zeg wat de kolommen zijn")
	d.Press("enter")
	d.See("De tabel is overgenomen")
	if c := kept(t, s, "newmedia"); c.FormHeadMeans("Schoenmaat") != "-" || c.FormHeadMeans("Hoe doen we het?") != q.String() {
		t.Errorf("%+v", c.FormHeads)
	}
	d.Press("t")
	d.Paste(form)
	d.See("zeg wat de kolommen zijn")
	d.Miss("Wat staat er in het formulier?")
}
