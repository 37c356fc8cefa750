package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/internal/lang"
	"kwi/internal/portfolio"
	"kwi/internal/post/posttest"
	"kwi/store"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/theme"
)

// communicating is the example client with their lists still to go out, at the
// screen of that stage.
func communicating(t *testing.T, environment map[string]string) (*drive.Driver, store.Store) {
	t.Helper()
	s := stocked(t)
	d := desk.New(s, nonce)
	h, err := d.Open(context.Background(), "newmedia")
	if err != nil {
		t.Fatal(err)
	}
	h, err = h.Do(hand.Change{Label: hand.Label{Key: "test"}, Apply: func(c *account.Client) error {
		y := c.Newest()
		y.Stage, y.Sent, y.Confirmed, y.Answers, y.Answered, y.NPS, y.Remarks, y.Released = account.Communicate, nil, nil, nil, nil, nil, nil, nil
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	_, save, _ := h.Send()
	if _, _, err := d.Keep(context.Background(), save); err != nil {
		t.Fatal(err)
	}
	return mailing(t, s, environment), s
}

// mailing opens the client in the surroundings with these names.
func mailing(t *testing.T, s store.Store, environment map[string]string) *drive.Driver {
	t.Helper()
	d := desk.New(s, nonce)
	getenv := func(name string) string { return environment[name] }
	list := func() ([]portfolio.Line, error) { return d.Portfolio(context.Background()) }
	now := func() time.Time { return day }
	drv := drive.New(t, ui.Config{
		Keeper: keeper{d, "BESTSELLER B.V."}, Places: places(sources{clients: list, post: bringing(context.Background(), d, getenv, now)}),
		Words: lang.For("nl"), Theme: theme.Dark(), Supplier: "BESTSELLER B.V.", Now: now,
	}, 80, 24)
	drv.Press("enter")
	drv.See("Communiceren")
	return drv
}

func TestListsGoToAFolder(t *testing.T) {
	d, _ := communicating(t, nil)
	folder := filepath.Join(t.TempDir(), "lijsten")
	d.Press("w")
	d.See("Vragen naar een map", "Map", "Sponsor stuurt door")
	d.Press("ctrl+u")
	d.Type(folder)
	d.Press("ctrl+s")
	d.See("werkmappen met mail staan in")
	files, err := os.ReadDir(folder)
	if err != nil || len(files) == 0 || len(files)%2 != 0 {
		t.Fatalf("%v %v", files, err)
	}
	letter, err := os.ReadFile(filepath.Join(folder, "newmedia-2011H1-KK.eml"))
	if err != nil || !strings.Contains(string(letter), "X-Unsent: 1") {
		t.Errorf("%v\n%s", err, letter)
	}
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	d.Press("w", "ctrl+s") // it is asked for where it was
	if again, err := os.ReadDir(folder); err != nil || len(again) != len(files) {
		t.Errorf("written again: %v %v", again, err)
	}
	d.Press("m")
	d.See("geen mailserver")
	d.Press("w", "ctrl+u")
	d.Type(filepath.Join(folder, "newmedia-2011H1-KK.eml"))
	d.Press("ctrl+s")
	d.See("geen map. Kies een map")
}

func TestListsAreMailed(t *testing.T) {
	s := (&posttest.Server{Refuses: map[string]bool{"bb@newmedia.example": true}}).Start(t)
	d, data := communicating(t, map[string]string{"KWI_SMTP_HOST": "127.0.0.1", "KWI_SMTP_PORT": strconv.Itoa(s.Port()), "KWI_SMTP_FROM": "joe@bestseller.example"})
	d.Press("m")
	d.See("mails versturen, om te bekijken", "aa@newmedia.example", "127.0.0.1", "Uw vragen voor de klantwaardemonitor")
	d.Press("esc")
	if len(s.Mails()) > 0 {
		t.Fatal("mails went though the answer was no")
	}
	d.Press("m", "enter")
	d.See("BB: bb@newmedia.example werd niet aangenomen: 550 5.1.1")
	sent := func() (out []account.Initials) {
		c := kept(t, data, "newmedia")
		for _, r := range c.Respondents {
			if days := c.Newest().Sent[r.Initials]; slices.Contains(days, "2026-11-21") {
				out = append(out, r.Initials)
			}
		}
		return out
	}
	if got := sent(); slices.Contains(got, "BB") || len(got) != len(s.Mails()) || len(got) == 0 {
		t.Errorf("%v were noted, %d mails went", got, len(s.Mails()))
	}
	s.Refuses = nil
	before := len(s.Mails())
	d.Press("m")
	d.See("1 mail versturen")
	d.Press("enter")
	d.See("1 mail verstuurd.")
	if got := s.Mails()[before:]; len(got) != 1 || got[0].To[0] != "bb@newmedia.example" || !slices.Contains(sent(), "BB") {
		t.Errorf("got %v", got)
	}
	d.Press("m")
	d.See("heeft de vragen al")
}

func TestAServerThatIsSetWrong(t *testing.T) {
	d, _ := communicating(t, map[string]string{"KWI_SMTP_HOST": "mail.example", "KWI_SMTP_FROM": "niemand"})
	d.Press("m")
	d.See("KWI_SMTP_FROM kan niet")
}
