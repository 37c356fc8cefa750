package initialise

import (
	"testing"

	"kwi/internal/portfolio"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// Who a client is part of is typed by name, and shown so.
func TestPartOfIsKnownByName(t *testing.T) {
	list := func() ([]portfolio.Line, error) {
		return []portfolio.Line{{ID: "dorpstad-a1", Name: "Gemeente Dorpstad"}, {ID: "dorp", Name: "Gemeente Dorp"}, {ID: "molen", Name: "De Molen"}}, nil
	}
	for typed, want := range map[string]string{"de mo": "molen", "Gemeente Dorpstad": "dorpstad-a1", "gemeente dorp": "dorp", "molen": "molen"} {
		s := With(list)(kit.Place{}).(Screen)
		p := kittest.Press(s, kittest.Frame(77, 20, "nl", fresh()))
		p.Send(s.Init()())
		p.Press("down", "down", "enter", "'"+typed, "esc")
		if c := p.Client(); c.PartOf != want || p.Bad {
			t.Errorf("%q is %q, said %q", typed, c.PartOf, p.Notice)
		}
	}
	s := With(list)(kit.Place{}).(Screen)
	p := kittest.Press(s, kittest.Frame(77, 20, "nl", fresh()))
	p.Send(s.Init()())
	if p.Press("down", "down", "enter", "gemeente", "esc"); !p.Bad || p.Client().PartOf != "" {
		t.Errorf("two are meant: %q", p.Notice)
	}
}
