package moving

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

var sizes = map[string][2]int{"60x20": {57, 16}, "80x24": {77, 20}, "120x40": {117, 36}, "200x60": {197, 56}}

// measuring is the example while its answers come in: the session is on 23 June
// 2011, lists went out, and an agreement hangs on the day of the session.
func measuring(t *testing.T) account.Client {
	c := kittest.NewMedia(t)
	y := c.Newest()
	y.Stage, y.Session = account.Measure, "2011-06-23"
	y.Sent = map[account.Initials][]account.Date{"AA": {"2011-06-09"}, "BB": {"2011-06-09"}}
	y.Confirmed = map[account.Initials]account.Date{}
	y.Answers, y.NPS, y.Remarks = map[account.Initials]account.Sheet{"KK": y.Answers["KK"]}, nil, nil
	y.Actions = append(y.Actions, account.Action{Number: "2011-80", Text: "Cijfers van het eerste half jaar naast de lijst leggen", For: "RM", Side: account.SupplierSide, Status: account.Open, Due: "2011-06-23T10:00"})
	return c
}

func asking(f kit.Frame) kit.Screen { return AskDay(&f) }

// moved is the page about another day.
func moved(t *testing.T, w, h int, language string, c account.Client, to account.Date, options ...kittest.Option) *kittest.Play {
	t.Helper()
	f := kittest.Frame(w, h, language, c, append(options, kittest.Day("2011-06-14"))...)
	out := Page(&f, to)
	if out.Ask == nil {
		t.Fatalf("no page: %q", out.Notice)
	}
	return kittest.Start(out.Ask, f, c)
}

func TestLooks(t *testing.T) {
	for size, s := range sizes {
		for _, language := range []string{"nl", "en"} {
			for name, p := range map[string]*kittest.Play{
				"later":   moved(t, s[0], s[1], language, measuring(t), "2011-08-25"),
				"sooner":  moved(t, s[0], s[1], language, measuring(t), "2011-06-18"),
				"without": moved(t, s[0], s[1], language, measuring(t), ""),
			} {
				kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
				kittest.Golden(t, name+"-"+size+"-"+language, p.View())
			}
		}
	}
	first, simple := measuring(t), measuring(t)
	first.Newest().Session, first.Newest().Sent, first.Newest().Answers = "", nil, nil
	kittest.Golden(t, "planned", moved(t, 77, 20, "nl", first, "2011-07-21").View())
	simple.Approach, simple.Respondents = account.Simple, simple.Respondents[:1]
	kittest.Golden(t, "simple", moved(t, 77, 20, "nl", simple, "2011-07-21").View())
	kittest.Golden(t, "simple-en", moved(t, 57, 16, "en", simple, "2011-07-21").View())
	group := measuring(t)
	group.Newest().AnswersBy = account.ByGroup
	kittest.Golden(t, "group", moved(t, 77, 20, "en", group, "2011-07-21").View())
	kittest.Golden(t, "ask", kittest.Press(asking(kittest.Frame(77, 20, "nl", measuring(t), kittest.Day("2011-06-14"))), kittest.Frame(77, 20, "nl", measuring(t), kittest.Day("2011-06-14"))).View())
}

// On a yes all of it moves in one step: the session and the agreement at its
// hour, and what was sent and answered stays.
func TestOneYesMovesAllOfIt(t *testing.T) {
	p := moved(t, 77, 20, "nl", measuring(t), "2011-08-25").Press("enter")
	now := p.Client()
	y := now.Newest()
	_, a := now.Action("2011-80")
	if y.Session != "2011-08-25" || y.AnswersDue() != "2011-08-18" || a.Due != "2011-08-25T10:00" || len(p.Changes) != 1 {
		t.Errorf("%s, %s, %d steps", y.Session, a.Due, len(p.Changes))
	}
	if len(y.Sent["AA"]) != 1 || len(y.Answers["KK"]) == 0 {
		t.Error("what was sent and answered is gone")
	}
}

// An agreement stays on its day where one says so, and esc changes nothing.
func TestAnAgreementMayStay(t *testing.T) {
	p := moved(t, 77, 20, "nl", measuring(t), "2011-08-25").Press("end", "space", "enter")
	now := p.Client()
	if _, a := now.Action("2011-80"); a.Due != "2011-06-23T10:00" || now.Newest().Session != "2011-08-25" {
		t.Errorf("%s, %s", a.Due, now.Newest().Session)
	}
	if p = moved(t, 77, 20, "nl", measuring(t), "2011-08-25").Press("esc"); len(p.Changes) > 0 || !p.Left {
		t.Error("esc changes something, or stays")
	}
}

// All of the page can be read at every size.
func TestAllOfItCanBeRead(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		p := moved(t, 57, 16, language, measuring(t), "2011-06-18")
		seen := p.View()
		for range 12 {
			p.Press("down")
			seen += p.View()
		}
		for _, want := range []string{"2011-80", "10:00"} {
			if !strings.Contains(seen, want) {
				t.Errorf("%s: %q cannot be read", language, want)
			}
		}
	}
}

// With the client watching there is no such page.
func TestClosedWithTheClientWatching(t *testing.T) {
	f := kittest.Frame(77, 20, "nl", measuring(t), kittest.Together)
	if out := Page(&f, "2011-08-25"); out.Ask != nil {
		t.Error("the client is asked")
	}
	p := moved(t, 77, 20, "nl", measuring(t), "2011-08-25")
	p.Frame.Audience = kit.WithClient
	if strings.TrimSpace(p.View()) != "" || len(p.Press("enter").Changes) > 0 {
		t.Error("the page stays open")
	}
}

// Together the new day stands large, with the old one and what both sides know of
// it; who answered, what went out and what is ours alone does not. On a yes all that
// is due that day goes along.
func TestANewDayIsAgreedTogether(t *testing.T) {
	for size, s := range sizes {
		for _, language := range []string{"nl", "en"} {
			c := measuring(t)
			c.Newest().Actions = append(c.Newest().Actions, account.Action{Number: "2011-81", Text: "жonly ours", For: "RM", Side: account.SupplierSide, Status: account.Open, Due: "2011-06-23", Internal: true})
			f := kittest.Frame(s[0], s[1], language, c, kittest.Together, kittest.Day("2011-06-14"))
			p := kittest.Start(AskTogether(&f), f, c).Press("ctrl+e", "ctrl+u").Type("2011-08-25").Press("enter")
			kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
			kittest.Golden(t, "together-"+size+"-"+language, p.View())
			if v := p.View(); strings.Contains(v, "ж") || strings.Contains(v, "KK") {
				t.Errorf("the client sees:\n%s", v)
			}
			now := p.Press("enter").Client()
			for _, number := range []string{"2011-80", "2011-81"} {
				if _, a := now.Action(number); a.Due.Date() != "2011-08-25" {
					t.Errorf("%s is due on %s", number, a.Due)
				}
			}
			if y := now.Newest(); y.Session != "2011-08-25" || len(p.Changes) != 1 {
				t.Errorf("%s in %d steps", y.Session, len(p.Changes))
			}
		}
	}
	c := measuring(t)
	f := kittest.Frame(77, 20, "nl", c, kittest.Together, kittest.Day("2011-06-14"))
	if p := kittest.Start(AskTogether(&f), f, c).Press("ctrl+e", "ctrl+u").Type("2011-06-01").Press("enter"); !p.Bad || len(p.Changes) > 0 {
		t.Errorf("a day that has been: %q", p.Notice)
	}
	if p := kittest.Start(AskTogether(&f), f, c).Press("ctrl+e", "ctrl+u").Type("2011-08-25").Press("enter", "esc"); len(p.Changes) > 0 {
		t.Error("esc changes something")
	}
}

// A day is typed with its hours behind it, and one yes keeps both; other hours of
// the same day are kept at once, and what is no hour is named.
func TestADayIsTypedWithItsHours(t *testing.T) {
	c := measuring(t)
	f := kittest.Frame(77, 20, "nl", c, kittest.Day("2011-06-14"))
	p := kittest.Start(AskDay(&f), f, c).Press("ctrl+e", "ctrl+u").Type("25 augustus 14:00-16:00").Press("enter")
	if v := p.View(); !strings.Contains(v, "do 25 aug 14:00–16:00") {
		t.Errorf("the hours are not shown:\n%s", v)
	}
	now := p.Press("enter").Client()
	if y := now.Newest(); y.Session != "2011-08-25" || y.SessionFrom != "14:00" || y.SessionUntil != "16:00" || len(p.Changes) != 1 {
		t.Errorf("%s, %s until %s in %d steps", y.Session, y.SessionFrom, y.SessionUntil, len(p.Changes))
	}
	p = kittest.Start(AskDay(&f), f, c).Press("ctrl+e", "ctrl+u").Type("23-6-2011 9u").Press("enter")
	now = p.Client()
	if y := now.Newest(); y.Session != "2011-06-23" || y.SessionFrom != "09:00" || len(p.Changes) != 1 {
		t.Errorf("%s, %s in %d steps", y.Session, y.SessionFrom, len(p.Changes))
	}
	p = kittest.Start(AskDay(&f), f, c).Press("ctrl+e", "ctrl+u").Type("25 augustus 25:00").Press("enter")
	if !p.Bad || !strings.Contains(p.Notice, "25:00") || len(p.Changes) > 0 {
		t.Errorf("told %q", p.Notice)
	}
}

// TestTheHoursStandOnThePage: where the session has hours, the day it had and the day
// it gets have them, and a session without a day loses them.
func TestTheHoursStandOnThePage(t *testing.T) {
	c := measuring(t)
	c.Newest().SessionFrom, c.Newest().SessionUntil = "16:00", "17:30"
	if v := moved(t, 77, 20, "nl", c, "2011-08-25").View(); !strings.Contains(v, "do 23 jun 16:00") || !strings.Contains(v, "do 25 aug 16:00") {
		t.Errorf("it moves without its hours:\n%s", v)
	}
	if v := moved(t, 77, 20, "nl", c, "").View(); strings.Count(v, "16:00") == 0 {
		t.Errorf("what it had is not told:\n%s", v)
	}
}
