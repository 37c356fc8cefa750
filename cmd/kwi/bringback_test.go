package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/internal/portfolio"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/theme"
)

// TestAReplyIsReadOnTheMeasureScreen reads a saved reply with the brackets
// filled, and takes it back.
func TestAReplyIsReadOnTheMeasureScreen(t *testing.T) {
	d := desk.New(stocked(t), nonce)
	list := func() ([]portfolio.Line, error) { return d.Portfolio(context.Background()) }
	now := func() time.Time { return day }
	none := func(string) string { return "" }
	drv := drive.New(t, ui.Config{
		Keeper: keeper{d, "BESTSELLER B.V."}, Places: places(sources{clients: list, post: bringing(context.Background(), d, none, now)}),
		Words: lang.For("nl"), Theme: theme.Dark(), Supplier: "BESTSELLER B.V.", Now: now,
	}, 80, 24)
	c, err := d.Client(context.Background(), "newmedia")
	if err != nil {
		t.Fatal(err)
	}
	var who account.Initials
	for _, r := range c.Respondents {
		if y := c.Newest(); len(y.Answers[r.Initials]) == 0 && len(y.Assigned[r.Initials]) > 0 {
			who = r.Initials
		}
	}
	code := c.Newest().Assigned[who][0]
	folder := t.TempDir()
	reply := filepath.Join(folder, "antwoord van "+string(who)+".txt")
	text := "Dag,\n\n" + code.String() + " [ 9> ]\n\nnewmedia · 2011H1 · " + string(who) + "\n"
	if err := os.WriteFile(reply, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	drv.Press("enter", "6", "i")
	drv.See("Bestand of map")
	drv.Press("ctrl+u")
	drv.Type("'" + reply + "'")
	drv.Press("ctrl+s")
	drv.See("("+string(who)+")", "1 lijst te bewaren, 1 cijfer")
	drv.Miss("worden gelezen")
	drv.Press("enter")
	drv.See("1 lijst bewaard")
	if c, _ = d.Client(context.Background(), "newmedia"); c.Newest().Answers[who].Of(code).String() != "9>" {
		t.Fatalf("kept %v", c.Newest().Answers[who])
	}
	drv.Press("ctrl+z")
	if c, _ = d.Client(context.Background(), "newmedia"); len(c.Newest().Answers[who]) != 0 {
		t.Error("it was not taken back")
	}
	drv.Press("i", "ctrl+u")
	drv.Type(t.TempDir())
	drv.Press("ctrl+s")
	drv.See("geen lijst: geen .xlsx", "Bestand of map") // what was typed is still there
	drv.Press("esc")
	out := filepath.Join(t.TempDir(), "lijsten")
	if err := os.WriteFile(filepath.Join(folder, "stuk.xlsx"), []byte("niets"), 0o600); err != nil {
		t.Fatal(err)
	}
	drv.Press("w", "ctrl+u")
	drv.Type(out)
	drv.Press("ctrl+s", "i", "ctrl+u")
	drv.Type("'" + out + "' '" + folder + "'")
	drv.Press("ctrl+s")
	drv.See("5 lijsten zijn nog niet ingevuld", "5 mails die kwi klaarzette", "stuk.xlsx")
	drv.Miss("worden gelezen")
}
