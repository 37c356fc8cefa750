package main

import (
	"context"
	"errors"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/lang"
	"kwi/internal/portfolio"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/theme"
)

// stranger starts the program as somebody of whom nothing is known, and tells
// what is remembered.
func stranger(t *testing.T, fails error) (d *drive.Driver, remembered *[]account.User, c func() account.Client) {
	s := stocked(t)
	keeps := desk.New(s, nonce)
	h, err := keeps.Open(t.Context(), "newmedia")
	if err != nil {
		t.Fatal(err)
	}
	h, err = h.Do(hand.Change{Apply: func(c *account.Client) error {
		return errors.Join(c.AddColleague(account.Colleague{Initials: "SM", Name: "Servicemanager"}),
			c.AddColleague(account.Colleague{Initials: "RM", Name: "Joe Bestseller"}))
	}})
	if err != nil {
		t.Fatal(err)
	}
	_, save, _ := h.Send()
	if _, _, err := keeps.Keep(t.Context(), save); err != nil {
		t.Fatal(err)
	}
	remembered = new([]account.User)
	d = drive.New(t, ui.Config{
		Keeper: keeper{keeps, "B"}, Places: places(sources{clients: func() ([]portfolio.Line, error) { return keeps.Portfolio(context.Background()) }}),
		Words: lang.For("nl"), Theme: theme.Dark(), Supplier: "B", Now: func() time.Time { return day },
		Remember: func(u account.User) error { *remembered = append(*remembered, u); return fails },
	}, 80, 24)
	return d, remembered, func() account.Client { return kept(t, s, "newmedia") }
}

func last(c account.Client) account.Action {
	all := c.Newest().Actions
	return all[len(all)-1]
}

func TestWhoTheUserIsIsAskedOnce(t *testing.T) {
	d, remembered, client := stranger(t, nil)
	d.Press("enter", "5", "n")
	d.See("Wie ben jij?")
	d.See("RM  Joe Bestseller")
	d.Press("down", "enter")
	d.See("Joe Bestseller")
	d.Press("tab", "tab")
	d.Type("joe@x.example")
	d.Press("ctrl+s")
	d.See("RM") // whom the agreement is for
	d.Type("bellen")
	d.Press("tab", "tab")
	d.Type("+14")
	d.Press("ctrl+s")
	if got := last(client()); got.For != "RM" || got.Text != "bellen" {
		t.Errorf("got %+v", got)
	}
	if len(*remembered) != 1 || (*remembered)[0].Email != "joe@x.example" || (*remembered)[0].Initials != "RM" {
		t.Errorf("remembered %+v", *remembered)
	}
	d.Press("n")
	d.Miss("Wie ben jij?")
}

func TestWhoDoesNotSayItIsNotAskedAgain(t *testing.T) {
	d, remembered, client := stranger(t, nil)
	d.Press("enter", "5", "n")
	d.See("Wie ben jij?")
	d.Press("esc")
	d.Type("bellen")
	d.Press("tab", "tab")
	d.Type("+14")
	d.Press("ctrl+s")
	d.See("Nog niemand doet dit") // nobody does it yet: said once
	d.Press("ctrl+s")
	if got := last(client()); got.For != "" || got.Text != "bellen" || len(*remembered) > 0 {
		t.Errorf("got %+v, %+v", got, *remembered)
	}
	d.Press("n")
	d.Miss("Wie ben jij?")
}

func TestSomebodyElseSaysWhoTheyAre(t *testing.T) {
	d, remembered, _ := stranger(t, fault.New(fault.SettingsNotKept, "/x").By(errors.New("read-only")))
	d.Press("enter", "5", "n", "down", "down", "enter")
	d.Press("ctrl+s")
	d.See("Vul je naam in")
	d.Press("up", "up", "up")
	d.Type("Anna Bos")
	d.Press("tab")
	d.Type("ab")
	d.Press("tab")
	d.Type("anna")
	d.Press("ctrl+s")
	d.See("geen mailadres")
	d.Type("@x.example")
	d.Press("ctrl+s")
	d.See("geldt tot je kwi afsluit")
	d.See("Anna Bos")
	if len(*remembered) != 1 || (*remembered)[0].Initials != "AB" {
		t.Errorf("remembered %+v", *remembered)
	}
}
