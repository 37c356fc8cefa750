package realise

import (
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// An agreement is announced to all who should know in two keys, or to all but one
// by name; who does not know yet stands there, and the letter is for them.
func TestAnAgreementIsAnnouncedByName(t *testing.T) {
	p := play(t, "a", "ctrl+s")
	a := action(t, p, "2011-01")
	c := p.Client()
	if hears := c.Hears(c.Newest(), a); len(a.Tellings) != len(hears) || len(hears) < 3 || a.Announced != kittest.Today {
		t.Fatalf("%v should hear, and were told %+v", hears, a.Tellings)
	}
	kittest.Golden(t, "told-all-80-nl", p.View())
	p = play(t, "a", "tab", "right", "tab", "space")
	kittest.Golden(t, "telling-80-nl", p.View())
	a = action(t, p.Press("ctrl+s"), "2011-01")
	c = p.Client()
	if missing := c.Untold(c.Newest(), a, account.ItComes); !reflect.DeepEqual(missing, []account.Initials{"AA"}) || a.Tellings[0].Way != account.ByMail {
		t.Errorf("%v were not told, the others %+v", missing, a.Tellings)
	}
	v := p.View()
	for _, want := range []string{"◐○○", "Nog niet verteld aan AA."} {
		if !strings.Contains(v, want) {
			t.Errorf("%q is not told:\n%s", want, v)
		}
	}
	if paper := p.Top().(kit.Papered).Paper(p.Frame); paper.Name != "news" || paper.To != "AA" {
		t.Errorf("w writes %+v", paper)
	}
	a = action(t, p.Press("a", "ctrl+s"), "2011-01") // the exception is told later, the others keep their day
	if c = p.Client(); len(c.Untold(c.Newest(), a, account.ItComes)) != 0 || a.Tellings[0].Way != account.ByMail {
		t.Errorf("told %+v", a.Tellings)
	}
	if paper := p.Top().(kit.Papered).Paper(p.Frame); paper.Name != "colleagues" {
		t.Errorf("then w writes %+v", paper)
	}
	p.Press("a", "tab", "tab")
	for range c.Hears(c.Newest(), a) {
		p.Press("space", "tab")
	}
	if a = action(t, p.Press("ctrl+s"), "2011-01"); a.Announced != "" || a.Tellings != nil {
		t.Errorf("announced to nobody it is %+v", a)
	}
}

// Once it is done the same key notes who was told what came of it, and it is seen
// whether the client may see what shows it.
func TestWhatCameOfItIsTold(t *testing.T) {
	p := play(t, "down", "down", "a", "ctrl+s")
	a := action(t, p, "2011-03")
	c := p.Client()
	if len(c.Untold(c.Newest(), a, account.WhatCame)) != 0 || a.Announced != "" || len(a.Tellings) == 0 {
		t.Errorf("%+v", a)
	}
	kittest.Golden(t, "result-80-nl", p.View())
	c = typical(t)
	c.Newest().Actions[2].EvidenceShared = true
	p = kittest.Press(New(kit.Place{}), kittest.Frame(117, 36, "en", c), "down", "down")
	if v := p.View(); !strings.Contains(v, "the client may see it") || !strings.Contains(v, "What came of it is not known to") {
		t.Errorf("it is not told:\n%s", v)
	}
	kittest.Golden(t, "shared-120-en", p.View())
}

// A talk is noted with how it goes; one whose day is still to come is planned, and
// the list has whoever was asked longest ago first.
func TestATalkIsPlannedAndHowItGoesNoted(t *testing.T) {
	p := play(t, "tab", "n", "tab", "right", "tab").Type("Merkt er nog niets van").Press("tab").Type("of de uitleg hielp").Press("ctrl+s")
	c := p.Client()
	v := c.Newest().Visits[len(c.Newest().Visits)-1]
	if v.With != "BB" || v.Goes != account.GoesWell || v.Note != "Merkt er nog niets van" || v.Asked != "of de uitleg hielp" {
		t.Errorf("noted %+v", v)
	}
	p.Press("home", "n", "ctrl+u").Type("4 dec").Press("ctrl+s")
	if view := p.View(); !strings.Contains(view, "vr 4 dec") || !strings.Contains(view, "(gepland vr 4 dec)") {
		t.Errorf("it is not planned:\n%s", view)
	}
	kittest.Golden(t, "planned-120-nl", kittest.Press(New(kit.Place{}), kittest.Frame(117, 36, "nl", p.Client()), "tab").View())
}
