package presenter

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

var sizes = map[string][2]int{"60x20": {57, 16}, "80x24": {77, 20}, "120x40": {117, 36}, "200x60": {197, 56}}

// client is one with whom the session goes on: the client of the example with
// most history.
func client(t testing.TB, language string) account.Client {
	t.Helper()
	for _, c := range example.Portfolio(language, kittest.Today).Clients {
		for i := range c.Cycles {
			if y := &c.Cycles[i]; len(y.Meeting.Ideas) > 0 {
				c.Cycles = c.Cycles[:i+1]
				y.Stage, y.Session = account.Session, kittest.Today
				y.Actions[len(y.Actions)-1].For = ""
				return c
			}
		}
	}
	t.Fatal("the example has no ideas")
	return account.Client{}
}

// play is the session with everybody, up to a page.
func play(t testing.TB, w, h int, language string, keys ...string) *kittest.Play {
	c := client(t, language)
	var all []account.Initials
	for _, r := range c.Respondents {
		if r.Left == "" {
			all = append(all, r.Initials)
		}
	}
	return kittest.Start(New(kit.Place{}), kittest.Frame(w, h, language, c, kittest.Room(all...)), c).Press(keys...)
}

func TestLooks(t *testing.T) {
	for size, s := range sizes {
		for _, language := range []string{"nl", "en"} {
			if language == "en" && size != "80x24" {
				continue
			}
			p := play(t, s[0], s[1], language)
			seen := map[pageKind]bool{}
			for _, at := range pages(&p.Frame) {
				p.Send(kit.Aim(at.place()))
				kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
				if !seen[at.kind] {
					seen[at.kind] = true
					kittest.Golden(t, fmt.Sprintf("%s-%s-%s", at.kind, size, language), p.View())
				}
			}
		}
	}
}

// at turns to a page.
func at(t testing.TB, place string, more ...func(*account.Client)) *kittest.Play {
	c := client(t, "nl")
	for _, change := range more {
		change(&c)
	}
	f := kittest.Frame(77, 20, "nl", c, kittest.Room("AA", "BB", "KK"))
	f.Now = time.Date(2026, 11, 21, 14, 0, 0, 0, time.UTC)
	return kittest.Start(New(kit.Place{}), f, c).Send(kit.Aim(place))
}

func meeting(p *kittest.Play) account.Meeting {
	c := p.Client()
	return c.Newest().Meeting
}

func placeOf(p *kittest.Play) string { return p.Top().(Screen).MeetingPlace(p.Frame).At }

func TestPageAfterPage(t *testing.T) {
	for _, key := range []string{"right", "l", "pgdown", "tab"} {
		p := at(t, "present")
		all := pages(&p.Frame)
		for i, want := range all {
			if got := placeOf(p); got != want.place() {
				t.Fatalf("%s: page %d is %s, not %s", key, i, got, want.place())
			}
			if p.Top().Typing() && key != "pgdown" && key != "tab" {
				p.Press("tab")
				continue
			}
			p.Press(key)
		}
		if !p.Bad {
			t.Errorf("%s: there is more after the last page", key)
		}
	}
	p := at(t, "list")
	for range 100 {
		p.Press("pgup")
	}
	if got := placeOf(p); got != "present" {
		t.Errorf("back leads to %s", got)
	}
}

func TestWhoIsThereIsTicked(t *testing.T) {
	c := client(t, "nl")
	c.Newest().Meeting.Present = nil
	p := kittest.Start(New(kit.Place{}), kittest.Frame(77, 20, "nl", c, kittest.Together), c)
	p.Press("space", "down", "space", "space", "end", "up", "space")
	if got := meeting(p).Present; len(got) != 2 || got[0] != "AA" {
		t.Fatalf("present are %v", got)
	}
	if p.Outs[0].Room != nil {
		t.Error("who sits here is said before it is")
	}
	p.Press("end", "space", "enter")
	if r := p.Out.Room; r == nil || !r.Known || !r.Guests || len(r.Present) != 1 || r.Present[0] != "AA" {
		t.Fatalf("the room is %+v", r)
	}
	p = kittest.Start(New(kit.Place{}), kittest.Frame(77, 20, "nl", c, kittest.Room("AA", "BB")), c).Press("enter")
	if got := meeting(p).Present; len(got) != 2 || p.Out.Room != nil {
		t.Errorf("who was said to sit here is not noted: %v, %+v", got, p.Out.Room)
	}
}

// Whoever ticks nobody is asked once, and may leave it open.
func TestWhoSitsHereIsAskedOnce(t *testing.T) {
	c := client(t, "nl")
	p := kittest.Start(New(kit.Place{}), kittest.Frame(77, 20, "nl", c, kittest.Together), c).Press("enter", "right")
	if len(p.Stack) != 2 {
		t.Fatal("nobody asks who sits here")
	}
	if p.Press("esc", "left", "right"); len(p.Stack) != 1 {
		t.Error("it is asked twice")
	}
}

// Of a cycle whose outcome is not everybody's yet there is no figure, and of
// people who were not said to sit here no word.
func TestWhatIsNotThereHasNoPage(t *testing.T) {
	kinds := func(p *kittest.Play) (out string) {
		for _, at := range pages(&p.Frame) {
			if !strings.Contains(out, string(at.kind)) {
				out += string(at.kind) + " "
			}
		}
		return strings.TrimSpace(out)
	}
	p := at(t, "present", func(c *account.Client) { c.Newest().Stage = account.Measure })
	if got := kinds(p); got != "present agenda kept done" {
		t.Errorf("before the session: %s", got)
	}
	p = at(t, "present", func(c *account.Client) {
		y := c.Newest()
		y.Answers, y.Remarks, y.Released, y.Meeting.Ideas, y.Meeting.Decisions, y.Actions = nil, nil, nil, nil, nil, nil
		c.Cycles = c.Cycles[len(c.Cycles)-1:]
	})
	if got := kinds(p); got != "present agenda ideas list" {
		t.Errorf("of nothing: %s", got)
	}
	c := client(t, "nl")
	p = kittest.Start(New(kit.Place{}), kittest.Frame(77, 20, "nl", c, kittest.Together), c)
	for _, at := range pages(&p.Frame) {
		if at.kind == remarkPage {
			t.Error("a remark stands there before it is known who sits here")
		}
		p.Send(kit.Aim(at.place()))
		if strings.Contains(p.View(), "hoger") {
			t.Errorf("%s tells how single persons moved", at.place())
		}
	}
	p = at(t, "present", func(c *account.Client) {
		for i := range c.Cycles {
			c.Cycles[i].AnswersBy = account.ByGroup
		}
	})
	for _, at := range pages(&p.Frame) {
		p.Send(kit.Aim(at.place()))
		if v := p.View(); strings.Contains(v, "gemiddeld") || strings.Contains(v, "hoger") || at.kind == remarkPage && strings.Contains(v, "Klant") {
			t.Errorf("by group %s shows\n%s", at.place(), v)
		}
	}
}

func TestIdeasAreCaughtCountedAndChosen(t *testing.T) {
	p := at(t, "ideas", func(c *account.Client) { c.Newest().Meeting.Ideas = nil })
	p.Press("'Een dag meelopen", "enter", "'Korter rapport", "enter", "enter")
	if got := meeting(p).Ideas; len(got) != 2 || got[1].Text != "Korter rapport" {
		t.Fatalf("caught %+v", got)
	}
	if placeOf(p) != "count" {
		t.Fatalf("an empty line leads to %s", placeOf(p))
	}
	p.Press("down", "space", "space", "backspace", "up")
	if got := meeting(p).Ideas; got[0].Votes != 0 || got[1].Votes != 1 {
		t.Fatalf("counted %+v", got)
	}
	if p.Press("backspace"); !p.Bad {
		t.Error("fewer than none are counted")
	}
	p.Press("down", "enter", "Kees", "tab", "vrijdag", "ctrl+s")
	m, c := meeting(p), p.Client()
	if _, a := c.Action(m.Ideas[1].Action); a == nil || a.Text != "Korter rapport" || a.For != "Kees" || a.Due == "" {
		t.Fatalf("chosen is %+v of %+v", a, m.Ideas)
	}
	if p.Press("enter"); !p.Bad {
		t.Error("an idea becomes two agreements")
	}
	if p.Frame.W, p.Frame.H = 57, 12; !strings.Contains(p.View(), m.Ideas[1].Action) { // in ordinary letters
		t.Errorf("it is not told that it was chosen:\n%s", p.View())
	}
}

// An agreement without a name or a date asks for it on its own page.
func TestWhatLacksIsAskedRightThere(t *testing.T) {
	number := ""
	p := at(t, "", func(c *account.Client) {
		std := account.Standard{}
		n, err := c.AddAction(c.Newest().Name, account.Action{Text: "Meelopen", Side: account.BothSides}, std, kittest.Today)
		if err != nil {
			t.Fatal(err)
		}
		number = n
	})
	p.Send(kit.Aim("agreed/" + number))
	if !p.Top().Typing() {
		t.Fatalf("nothing is asked:\n%s", p.View())
	}
	p.Press("'Kees", "enter", "'vrijdag 16:00", "enter")
	c := p.Client()
	if _, a := c.Action(number); a.For != "Kees" || a.Due != "2026-11-27T16:00" {
		t.Fatalf("agreed is %+v", a)
	}
	before := placeOf(p)
	if p.Press("enter"); placeOf(p) == before {
		t.Errorf("enter does not lead on:\n%s", p.View())
	}
}

func TestAGradeThatIsPutRightLeavesItsTrace(t *testing.T) {
	p := at(t, "kwi/KWI-01")
	p.Press("r", "enter", "enter", "ctrl+u", "'3<", "tab", "'Verkeerd gehoord", "ctrl+s")
	c := p.Client()
	y := c.Newest()
	if len(y.Corrections) != 1 || y.Corrections[0].Why != "Verkeerd gehoord" || !strings.Contains(y.Corrections[0].What, "→ 3<") {
		t.Fatalf("the trace is %+v", y.Corrections)
	}
	p = at(t, "kwi/KWI-01", func(c *account.Client) { c.Newest().AnswersBy = account.ByGroup })
	if p.Press("r"); len(p.Stack) != 1 {
		t.Error("grades can be put right where none stand beside names")
	}
}

// What is agreed of KWIs is for the next cycle: the measured one stays.
func TestKWIsOfTheNextCycle(t *testing.T) {
	p := at(t, "kwi/KWI-01")
	was := p.Client().Clone()
	p.Press("s", "ctrl+u", "'Scherper", "ctrl+s", "K", "'Nieuw", "tab", "'Woorden", "ctrl+s")
	c := p.Client()
	y := c.Newest()
	if n := y.Meeting.Next; len(n) != 2 || n[0].KWI != 1 || n[0].Title != "Scherper" || n[1].Title != "Nieuw" || n[1].Expectation != "Woorden" {
		t.Fatalf("agreed is %+v", n)
	}
	if got, want := fmt.Sprint(y.KWIs), fmt.Sprint(was.Newest().KWIs); got != want {
		t.Errorf("the measured KWIs changed: %s", got)
	}
	p.Send(kit.Aim("next"))
	kittest.Golden(t, "next-80x24-nl", p.View())
	p.Press("enter", "end", "'!", "ctrl+s", "down", "enter", "ctrl+u", "ctrl+s")
	if n := meeting(p).Next; len(n) != 1 || n[0].Title != "Scherper!" {
		t.Errorf("agreed is %+v", n)
	}
}

func TestTheClockIsQuiet(t *testing.T) {
	p := at(t, "present").Press("tick")
	right := func() string { return p.Top().Head(p.Frame).Right }
	later := func(d time.Duration) { p.Frame.Now = p.Frame.Now.Add(d) }
	if got := right(); got != "Welkom   0 van 5 min" {
		t.Errorf("it begins with %q", got)
	}
	later(4*time.Minute + 30*time.Second)
	if got := right(); got != "Welkom   4 van 5 min" {
		t.Errorf("after a while: %q", got)
	}
	p.Press("right", "right")
	later(16 * time.Minute)
	if got := right(); got != "Terugblik   16 van 15 min" {
		t.Errorf("looking back: %q", got)
	}
	p.Press("left")
	later(time.Minute)
	if got := right(); got != "Welkom   5 van 5 min" {
		t.Errorf("back at the welcome: %q", got)
	}
	p.Stack[0] = p.Top().(Screen).Stays()
	p.Send(kit.Aim("kept"))
	if got := right(); got != "Terugblik   16 van 15 min" {
		t.Errorf("after others came in: %q", got)
	}
}

func TestTheMinutesOfAPartCanBeSet(t *testing.T) {
	p := at(t, "agenda").Press("down", "enter", "ctrl+u", "25", "ctrl+s")
	if got := meeting(p).Agenda; len(got) != 1 || got[0] != (account.PlannedItem{Item: account.LookBack, Minutes: 25}) {
		t.Fatalf("planned is %+v", got)
	}
	p.Press("enter", "ctrl+u", "0", "ctrl+s", "right")
	if got := placeOf(p); got != "total" {
		t.Errorf("what is left out is not: %s", got)
	}
	if p.Send(kit.Aim("agenda")).Press("enter", "ctrl+u", "900", "ctrl+s"); !p.Bad {
		t.Error("900 minutes are planned")
	}
}

// The session can be looked at when it is over, and nothing be changed.
func TestAClosedCycleIsOnlyLookedAt(t *testing.T) {
	p := at(t, "present", func(c *account.Client) { c.Newest().Stage = account.Closed })
	for _, page := range pages(&p.Frame) {
		p.Send(kit.Aim(page.place()))
		p.Press("space", "e", "n", "d", "K", "s", "r", "backspace")
		for len(p.Stack) > 1 {
			p.Press("esc")
		}
	}
	if len(p.Changes) > 0 {
		t.Errorf("changed %+v", p.Changes)
	}
}

func TestTheScreenOfTheStageLeadsHere(t *testing.T) {
	p := at(t, "KWI-02")
	if placeOf(p) != "kwi/KWI-02" {
		t.Errorf("a KWI leads to %s", placeOf(p))
	}
	c := p.Client()
	back := c.LookBack(c.Newest(), kittest.Today)
	if p.Send(kit.Aim(back[0].Number)); placeOf(p) != "done/"+back[0].Number {
		t.Errorf("an agreement leads to %s", placeOf(p))
	}
}
