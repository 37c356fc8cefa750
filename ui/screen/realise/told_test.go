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

// A talk is planned in one line: day, hour, who of ours and what it is about. It
// stands there with its hour, the later of a day above the earlier, and tab goes on
// in all fields.
func TestATalkIsPlannedInOneLine(t *testing.T) {
	p := play(t, "tab", "n").Type("vrijdag 16:00 @Joe de klantruimte doorlopen")
	kittest.Golden(t, "talk-line-80-nl", p.View())
	p.Press("enter", "home", "n").Type("4 dec 9:30")
	p.Press("tab").Press("ctrl+s")
	c := p.Client()
	visits := c.Newest().Visits
	if v := visits[len(visits)-2]; v != (account.Visit{Date: "2026-11-27", Hour: "16:00", With: "BB", By: "RM", Note: "de klantruimte doorlopen", Ahead: true}) {
		t.Errorf("planned %+v", v)
	}
	if v := visits[len(visits)-1]; v.Date != "2026-12-04" || v.Hour != "09:30" {
		t.Errorf("planned %+v", v)
	}
	if v := p.View(); !strings.Contains(v, "vr 27 nov 16:00") {
		t.Errorf("the hour is not told:\n%s", v)
	}
	for line, want := range map[string]account.Visit{
		"":                        {Date: kittest.Today, By: "RM", Ahead: true},
		"gisteren belt vrijdag":   {Date: "2026-11-20", By: "RM", Note: "belt vrijdag"},
		"12 okt @RM gaat goed":    {Date: "2026-10-12", By: "RM", Note: "gaat goed"},
		"@RM maandag 10u koffie":  {Date: "2026-11-23", Hour: "10:00", By: "RM", Note: "koffie", Ahead: true},
		"@Kees is er ook bij":     {Date: kittest.Today, By: "RM", Note: "@Kees is er ook bij"},
		"Hij belt ons op vrijdag": {Date: kittest.Today, By: "RM", Note: "Hij belt ons op vrijdag"},
	} {
		if got := readTalk(&p.Frame, line, account.Visit{Date: kittest.Today, By: "RM"}); got != want {
			t.Errorf("%q is %+v", line, got)
		}
	}
}

// Two talks of one day stand in the order of their hours.
func TestTalksOfADayAreSortedByTheirHour(t *testing.T) {
	c := typical(t)
	y := c.Newest()
	y.Visits = []account.Visit{{Date: "2026-12-04", Hour: "09:30", With: "KK", Note: "vroeg"}, {Date: "2026-12-04", Hour: "16:00", With: "KK", Note: "laat"}}
	v := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "en", c), "tab", "end", "enter").View()
	if late, early := strings.Index(v, "Fri 4 Dec 16:00"), strings.Index(v, "Fri 4 Dec 09:30"); late < 0 || early < late {
		t.Errorf("not in order:\n%s", v)
	}
}
