package measure

import (
	"context"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/progress"
	"kwi/internal/questionnaire"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/part/bring"
)

// asking is a client of whom all but KK were asked, and are silent in several ways.
func asking(t testing.TB) account.Client {
	c := newMedia(t)
	y := c.Newest()
	y.Stage, y.Session = account.Measure, "2026-12-04"
	y.Sent = map[account.Initials][]account.Date{"AA": {"2026-11-10"}, "BB": {"2026-11-10", "2026-11-17"}, "CC": {"2026-11-12", "2026-11-19"}, "DD": {"2026-11-18"}}
	y.Reminders = map[account.Initials][]account.Reminder{"CC": {{Date: "2026-11-20", Way: account.ByPhone, Said: "doet het vrijdag", Promise: "2026-11-27"}}, "DD": {{Date: "2026-11-19", Back: true}}}
	c.Sponsor = "KK"
	return c
}

func silentOnes(t testing.TB, w, h int, tag string) *kittest.Play {
	return kittest.Press(New(kit.Place{}), kittest.Frame(w, h, tag, asking(t)), "shift+tab")
}

func TestSilentLooks(t *testing.T) {
	for _, g := range []struct {
		name, tag string
		w, h      int
		keys      []string
	}{{"silent-80-nl", "nl", 77, 20, nil}, {"silent-120-en", "en", 117, 36, []string{"down"}}, {"silent-60-nl", "nl", 57, 16, []string{"end"}}, {"silent-200-en", "en", 197, 56, []string{"end"}}} {
		kittest.Golden(t, g.name, silentOnes(t, g.w, g.h, g.tag).Press(g.keys...).View())
	}
	c := asking(t)
	c.Newest().AnswersBy = account.ByGroup
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "shift+tab", "end")
	if v := p.View(); strings.Contains(v, "Nog open") || strings.Contains(v, "2.05") || !strings.Contains(v, "KK") {
		t.Errorf("by group more is told than who is silent:\n%s", v)
	}
}

// That somebody was called is a key, a line and enter; the day that they named is
// due, and the next step follows from it.
func TestACallIsNotedInOneLine(t *testing.T) {
	for line, want := range map[string]account.Reminder{
		"doet het vrijdag":                         {Date: kittest.Today, Way: account.ByPhone, Said: "doet het vrijdag", Promise: "2026-11-27"},
		"gebeld 20 nov: doet het vrijdag":          {Date: "2026-11-20", Way: account.ByPhone, Said: "doet het vrijdag", Promise: "2026-11-27"},
		"gemaild gisteren, geen antwoord":          {Date: kittest.Today.Add(-1), Way: account.ByMail, Said: "geen antwoord"},
		"Sponsor: Kees vraagt het uiterlijk 1 dec": {Date: kittest.Today, Way: account.BySponsor, Said: "Kees vraagt het uiterlijk 1 dec", Promise: "2026-12-01"},
		"Anna: doet het vrijdag":                   {Date: kittest.Today, Way: account.ByPhone, Said: "Anna: doet het vrijdag", Promise: "2026-11-27"},
		"onbestelbaar":                             {Date: kittest.Today, Way: account.ByMail, Back: true},
		"":                                         {Date: kittest.Today, Way: account.ByPhone},
	} {
		p := silentOnes(t, 77, 20, "nl")
		s := p.Top().(Screen)
		h, _ := s.silentOne(&p.Frame)
		if p.Press("n").Type(line); line != "" && !strings.Contains(p.View(), p.Frame.Words.ShortDate(want.Date, kittest.Today)) {
			t.Errorf("%q: what is understood is not told:\n%s", line, p.View())
		}
		p.Press("enter")
		c := p.Client()
		noted := c.Newest().Reminders[h.Who]
		if len(noted) == 0 || noted[len(noted)-1] != want {
			t.Errorf("%q is noted as %+v", line, noted)
		}
	}
	p := silentOnes(t, 77, 20, "nl").Press("n").Type("doet het vrijdag").Press("enter")
	if v := p.View(); !strings.Contains(v, "wacht tot vr 27 nov") {
		t.Errorf("it is not waited for:\n%s", v)
	}
}

// What was noted is changed in its fields, taken away, and somebody is given up
// with a reason.
func TestWhatWasAskedIsChangedAndGivenUp(t *testing.T) {
	p := silentOnes(t, 77, 20, "nl")
	s := p.Top().(Screen)
	h, _ := s.silentOne(&p.Frame)
	p.Press("enter").Type("geen gehoor").Press("enter")
	on := func() []account.Reminder { c := p.Client(); return c.Newest().Reminders[h.Who] }
	was := len(on())
	p.Press("enter").Press("tab", "tab", "tab").Type(" bij haar").Press("ctrl+s")
	if now := on(); len(now) != was || !strings.HasSuffix(now[was-1].Said, "bij haar") {
		t.Errorf("changed to %+v", now)
	}
	if p.Press("backspace"); len(on()) != was-1 {
		t.Errorf("taken away there is %+v", on())
	}
	p.Press("ctrl+x").Type("x").Press("enter")
	if !p.Bad {
		t.Error("a letter is no reason")
	}
	p.Type(" en ziek tot januari").Press("enter")
	if c := p.Client(); c.Newest().ExcusedWhy[h.Who] != "x en ziek tot januari" {
		t.Errorf("given up because %q", c.Newest().ExcusedWhy[h.Who])
	}
	if v := p.View(); !strings.Contains(v, "x en ziek tot januari") {
		t.Errorf("why is not told:\n%s", v)
	}
}

// What colours answers, and how they came, is noted and stands with the list.
func TestWhatIsBesideTheAnswers(t *testing.T) {
	p := kittest.Press(New(kit.Place{}), kittest.Frame(100, 24, "nl", newMedia(t)), "end", "u").Type("net een incident").Press("tab").Type("contract loopt af").Press("ctrl+s")
	c := p.Client()
	if y := c.Newest(); y.Colouring["KK"] != "net een incident" || y.Circumstances != "contract loopt af" {
		t.Errorf("%+v, %q", y.Colouring, y.Circumstances)
	}
	p.Press("t", "right", "right", "ctrl+s")
	c = p.Client()
	if way, on := c.Newest().AnsweredHow("KK"); way != account.ByPhone && way != account.InTalk || on != kittest.Today {
		t.Errorf("%q on %q\n%s", way, on, p.View())
	}
}

// The reminder goes from here to the one in hand or to all, and is shown before it
// goes; without a mail server the letter is written.
func TestAReminderIsMailedFromHere(t *testing.T) {
	var asked []string
	post := &bring.Post{Prepare: func(_ context.Context, _ string, r questionnaire.Round, only account.Initials, _ string, _ account.User, _ progress.Told) (bring.Round, error) {
		asked = append(asked, string(r)+" "+string(only))
		return bring.Round{Server: "mail", Letters: []bring.Letter{{Who: "AA", Email: "a@x", Subject: "Uw antwoorden", Text: "Lukt het uiterlijk vrijdag?"}},
			Go: func(context.Context, progress.Told) (bring.Gone, error) {
				return bring.Gone{Sent: []account.Initials{"AA"}}, nil
			}}, nil
	}}
	f := kittest.Frame(77, 20, "nl", asking(t))
	f.Me, f.AskedMe = account.User{Name: "Joe Bestseller"}, true
	p := kittest.Press(With(post)(kit.Place{}), f, "shift+tab", "down", "down", "r").Run()
	if v := p.View(); !strings.Contains(v, "Lukt het uiterlijk vrijdag?") || !strings.Contains(v, "a@x") {
		t.Errorf("it is not shown first:\n%s", v)
	}
	p.Press("enter").Run()
	if p.Bad || !strings.Contains(p.Notice, "1 mail verstuurd") {
		t.Errorf("it says %q", p.Notice)
	}
	p.Press("a").Run().Press("esc")
	if got := strings.Join(asked, ", "); got != "reminder AA, reminder " {
		t.Errorf("prepared were %q", got)
	}
	p = silentOnes(t, 77, 20, "nl").Press("down", "down")
	if paper := p.Top().(kit.Papered).Paper(p.Frame); paper != (kit.Paper{Name: "reminder", To: "AA"}) {
		t.Errorf("w writes %+v", paper)
	}
}
