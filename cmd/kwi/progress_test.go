package main

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/internal/portfolio"
	"kwi/internal/post/posttest"
	"kwi/internal/progress"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/part/bring"
	"kwi/ui/theme"
)

// TestHowFarLongWorkIs: what takes long is told on one line above the keys,
// from the first glance on, until it has ended.
func TestHowFarLongWorkIs(t *testing.T) {
	d := desk.New(stocked(t), nonce)
	now := func() time.Time { return day }
	post := bringing(context.Background(), d, func(string) string { return "" }, now)
	read := post.Read
	post.Read = func(ctx context.Context, paths []string, told progress.Told) (bring.Came, error) {
		came, err := read(ctx, paths, told)
		told(12, 40)
		return came, err
	}
	drv := drive.New(t, ui.Config{
		Keeper: keeper{d, "BESTSELLER B.V."}, Places: places(sources{clients: func() ([]portfolio.Line, error) { return d.Portfolio(context.Background()) }, post: post}),
		Words: lang.For("nl"), Theme: theme.Dark(), Supplier: "BESTSELLER B.V.", Now: now,
	}, 80, 24)
	reply := filepath.Join(t.TempDir(), "antwoord.txt")
	if err := os.WriteFile(reply, []byte("1.01 [7]\n\nnewmedia · 2011H1 · AA\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	drv.Press("enter", "6", "i", "ctrl+u")
	drv.Type(reply)
	before := drv.Screen()
	drv.Hold()
	drv.Press("ctrl+s")
	drv.Miss("Lijsten lezen  ")
	if keys := strings.Split(drv.Screen(), "\n"); !strings.Contains(before, strings.Join(keys[:20], "\n")) {
		t.Errorf("it flickers:\n%s", drv.Screen())
	}
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}, {200, 60}} {
		drv.Resize(size[0], size[1])
		drv.Send(ui.Glance(1))
		drv.See("Lijsten lezen  ██", "──  12 van 40")
		lines := strings.Split(drv.Screen(), "\n")
		if len(lines) != size[1] || !strings.Contains(lines[size[1]-2], "12 van 40") || !strings.Contains(lines[size[1]-1], "esc stoppen") {
			t.Errorf("%d lines:\n%s", len(lines), drv.Screen())
		}
	}
	drv.Release()
	drv.See("Dit staat erin", "A. Aaaa (AA)")
	drv.Miss("12 van 40")
	drv.Send(ui.Glance(1)) // one that comes late
	drv.Miss("12 van 40")
}

// TestWhatCameOfMailsIsToldWhereverOneIs: also on another place, and where the
// client looks along only after that.
func TestWhatCameOfMailsIsToldWhereverOneIs(t *testing.T) {
	s := (&posttest.Server{Refuses: map[string]bool{"bb@newmedia.example": true}}).Start(t)
	env := map[string]string{"KWI_SMTP_HOST": "127.0.0.1", "KWI_SMTP_PORT": strconv.Itoa(s.Port()), "KWI_SMTP_FROM": "joe@bestseller.example"}
	const refused = "BB: bb@newmedia.example werd niet aangenomen"
	d, _ := communicating(t, env)
	d.Press("m")
	d.Hold()
	d.Press("enter")
	d.Send(ui.Glance(2))
	d.See("Mails versturen", "5 van 5")
	d.Press("esc") // stops, and the second leaves
	d.See("5 van 5", "Het stopt")
	d.Press("esc")
	d.See("5 van 5")
	d.Miss(refused)
	d.Release()
	d.See("1 klant", refused)
	d.Miss("5 van 5")

	for _, left := range []bool{false, true} { // the screen that asked, before the meeting
		d, _ = communicating(t, env)
		d.Press("m")
		d.Hold()
		d.Press("enter")
		if left {
			d.Press("esc", "esc")
		}
		d.Send(ui.Glance(2))
		d.Press("M", "enter")
		d.Miss("Mails versturen", "van 5")
		d.Release()
		d.Beat(2)
		d.Miss("BB")
		d.Press("q")
		leaveMeeting(d)
		d.Miss("BB")
		goAlone(d)
		d.See(refused)
	}
}
