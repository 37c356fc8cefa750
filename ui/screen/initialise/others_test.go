package initialise

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/portfolio"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// among is the screen about a client with some others beside it.
func among(t *testing.T, c account.Client, others ...portfolio.Line) *kittest.Play {
	s := With(func() ([]portfolio.Line, error) { return others, nil }, nil)(kit.Place{}).(Screen)
	p := kittest.Press(s, kittest.Frame(77, 20, "nl", c))
	return p.Send(s.Init()())
}

// Whom a client is part of is picked by name from all others, in which typing
// finds them, and shown by name.
func TestPartOfIsPickedByName(t *testing.T) {
	others := []portfolio.Line{{ID: "dorpstad-a1", Name: "Gemeente Dorpstad"}, {ID: "molen", Name: "De Molen"}, {ID: "oud", Name: "Oude Klant", Archived: "2026-01-01"}}
	p := among(t, fresh(), others...)
	if p.Press("down", "down", "enter"); strings.Contains(p.View(), "Oude Klant") || !strings.Contains(p.View(), "Gemeente Dorpstad") {
		t.Errorf("it offers:\n%s", p.View())
	}
	if p.Press("'stad", "enter"); p.Client().PartOf != "dorpstad-a1" || !strings.Contains(p.View(), "Gemeente Dorpstad") {
		t.Errorf("%q:\n%s", p.Client().PartOf, p.View())
	}
	if p.Press("enter", "'van geen", "enter"); p.Client().PartOf != "" {
		t.Errorf("%q", p.Client().PartOf)
	}
}

// Nothing is part of itself, nor of what is part of it; the larger client names
// its parts.
func TestNothingIsPartOfItself(t *testing.T) {
	c := fresh()
	p := among(t, c, portfolio.Line{ID: c.ID, Name: c.Name}, portfolio.Line{ID: "unit", Name: "De Eenheid", PartOf: c.ID}, portfolio.Line{ID: "sub", Name: "De Afdeling", PartOf: "unit"}, portfolio.Line{ID: "molen", Name: "De Molen"})
	if v := p.View(); !strings.Contains(v, "Onderdeel: De Eenheid") {
		t.Errorf("it does not name its part:\n%s", v)
	}
	p.Press("down", "down", "enter")
	if v := p.View(); strings.Contains(v, "De Afdeling") || strings.Contains(v, "De Eenheid") || !strings.Contains(v, "De Molen") {
		t.Errorf("it offers:\n%s", v)
	}
}

// One who has gone stays until another is picked, and is said to have gone.
func TestWhomItIsPartOfMayHaveGone(t *testing.T) {
	c := fresh()
	c.PartOf = "holding"
	if v := among(t, c, portfolio.Line{ID: "molen", Name: "De Molen"}).View(); !strings.Contains(v, "holding (weg)") {
		t.Errorf("got:\n%s", v)
	}
	c.PartOf = "oud"
	if v := among(t, c, portfolio.Line{ID: "oud", Name: "Oude Klant", Archived: "2026-01-01"}).View(); !strings.Contains(v, "Oude Klant (archief)") {
		t.Errorf("got:\n%s", v)
	}
}
