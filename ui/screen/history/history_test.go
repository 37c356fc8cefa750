package history_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/history"
)

var here = hand.Window{Run: "here", Computer: "LAPTOP", User: "Joe Bestseller"}

// newmedia is the client of the example in the fifth cycle.
func newmedia(language string) account.Client {
	for _, c := range example.Portfolio(language, kittest.Today).Clients {
		if c.ID == "newmedia" {
			return c
		}
	}
	panic("newmedia")
}

// thing is something that is done, with its label as screens have it.
type thing struct {
	at    account.Moment
	where hand.Window
	label hand.Label
	group string
	do    func(*account.Client) error
}

func grade(who account.Initials, q string, g account.Grade) thing {
	code, _ := account.ParseQuestionCode(q)
	return thing{label: kit.Label("measure.label.grade", q, string(who)), do: func(c *account.Client) error {
		return c.EditAnswer("", who, code, kittest.Today, "", func(a *account.Answer) { a.Grade = g })
	}}
}

// done is a client after a week's work in several windows, all of it kept.
func done(c account.Client) hand.Hand {
	note := func(place string) thing {
		return thing{label: kit.Label("measure.label.place"), do: func(c *account.Client) error { return c.SetPlace("", place) }}
	}
	name := thing{label: kit.Label("initialise.label.name"), do: func(c *account.Client) error { return c.Rename(c.Name + " B.V.") }}
	at := func(at account.Moment, w hand.Window, t thing) thing { t.at, t.where = at, w; return t }
	anna := hand.Window{Run: "there", Computer: "KANTOOR-3", User: "Anna de Vries"}
	command := hand.Window{Run: "command", Computer: "LAPTOP", User: "Joe Bestseller", Command: "collect"}
	earlier := hand.Window{Run: "before", Computer: "LAPTOP", User: "Joe Bestseller"}
	first, second := grade("AA", "1.01", 9), grade("AA", "1.03", 5)
	first.group, second.group = "g", "g"
	things := []thing{
		at("", hand.Window{}, note("Bij ons")),
		at("2026-11-17T16:40", earlier, name),
		at("2026-11-20T09:05", anna, note("In de kantine")),
		at("2026-11-20T11:30", command, thing{label: kit.Label("collect.taken"), do: grade("BB", "2.01", 4).do}),
		at("2026-11-21T10:12", here, first),
		at("2026-11-21T10:13", here, second),
		at("2026-11-21T10:15", here, note("Op locatie")),
	}
	var journal []hand.Past
	for i, t := range things {
		h := hand.New(fmt.Sprint("w", i), c, hand.Version{}, nil).In(t.where).Dated(t.at)
		h, err := h.Do(hand.Change{Label: t.label, Apply: t.do})
		if err != nil {
			panic(err)
		}
		_, s, ok := h.Send()
		if !ok {
			panic(t.label.Key + " changes nothing")
		}
		before, after, step := c, h.Now(), s.Steps[0].Step
		if step.Group = t.group; step.Group != "" {
			step.Group = "here:" + t.group
		}
		journal, c = append(journal, hand.Past{Step: step, Image: func() (account.Client, account.Client, error) { return before, after, nil }}), after
	}
	return hand.New("here", c, hand.Version{}, journal).In(here).Dated("2026-11-21T10:20")
}

func none() ([]hand.Happened, error) { return nil, nil }

// opened is the screen on a client.
func opened(w, h int, language string, on hand.Hand, options ...kittest.Option) *kittest.Play {
	f := kittest.Frame(w, h, language, on.Now(), options...)
	f.History, f.Window, f.Started = on.History(), here, "2026-11-21T08:00"
	p := kittest.Start(history.With(none)(kit.Place{Name: "history", Client: on.ID()}), f, on.Now())
	p.Hand = on
	return p
}

func golden(t *testing.T, name string, p *kittest.Play) {
	t.Helper()
	page := p.Top().View(p.Frame)
	kittest.Fits(t, p.Frame, page)
	head := p.Top().Head(p.Frame)
	kittest.Golden(t, name, head.Title+head.Tail+" | "+head.Right+"\n"+kittest.Show(page))
}

func TestTypical(t *testing.T) {
	for name, size := range map[string][2]int{"60x20": {57, 16}, "80x24": {77, 20}, "120x40": {117, 36}, "200x60": {197, 56}} {
		for _, language := range []string{"nl", "en"} {
			p := opened(size[0], size[1], language, done(newmedia(language)))
			golden(t, "client-"+name+"-"+language, p)
			p.Press("down", "enter")
			golden(t, "changed-"+name+"-"+language, p)
			p.Press("t")
			golden(t, "back-"+name+"-"+language, p)
		}
	}
	golden(t, "empty", opened(77, 20, "nl", hand.New("x", newmedia("nl"), hand.Version{}, nil)))
}

func newest(p *kittest.Play) *account.Cycle {
	c := p.Client()
	return c.Newest()
}

// row is the row in hand.
func row(p *kittest.Play) string {
	for _, l := range strings.Split(p.View(), "\n") {
		if after, ok := strings.CutPrefix(strings.TrimSpace(l), "▸ "); ok {
			return after
		}
	}
	return ""
}

// TestAStepIsTakenBackAlone where nothing was built on it, the others stay, and
// it can be done again.
func TestAStepIsTakenBackAlone(t *testing.T) {
	p := opened(77, 20, "nl", done(newmedia("nl")))
	p.Press("down", "down", "t") // what came back by the command
	if !strings.Contains(p.View(), "Alleen deze stap") || !strings.Contains(p.View(), "kwi collect") {
		t.Fatal(p.View())
	}
	was := p.Client()
	p.Press("enter")
	if len(p.Stack) != 1 || !strings.Contains(row(p), "teruggenomen") {
		t.Fatal(p.View())
	}
	y := newest(p)
	code := account.QuestionCode{KWI: 1, Serial: 1}
	if y.Place != "Op locatie" || y.Answers["AA"].Of(code).Grade != 9 {
		t.Error(y.Place, y.Answers["AA"])
	}
	if p.Press("t"); !p.Bad || !strings.Contains(p.Notice, "al teruggenomen") {
		t.Error(p.Notice)
	}
	now := p.Press("ctrl+y").Client()
	if strings.Contains(row(p), "teruggenomen") || fmt.Sprint(now.Cycle("").Answers) != fmt.Sprint(was.Cycle("").Answers) {
		t.Error(p.View())
	}
	if p.Press("enter"); !strings.Contains(p.View(), "Opnieuw gedaan: Vandaag 10:20") {
		t.Error(p.View())
	}
}

// TestEverythingFromThereIsTakenBack at once, asked with what that is, and done
// again at once.
func TestEverythingFromThereIsTakenBack(t *testing.T) {
	p := opened(77, 20, "nl", done(newmedia("nl")))
	p.Press("end", "up", "t", "down")
	for _, want := range []string{"Alles vanaf hier tot nu: 5 stappen", "Anna de Vries op KANTOOR-3", "kwi collect"} {
		if !strings.Contains(p.View(), want) {
			t.Errorf("%q is not asked:\n%s", want, p.View())
		}
	}
	was := p.Client()
	p.Press("enter")
	if now := p.Client(); now.Name != "NewMedia" || now.Cycle("").Place != "Bij ons" {
		t.Error(now.Name, now.Cycle("").Place)
	}
	if n := strings.Count(p.View(), "teruggenomen: "); n != 6 { // one of them is in hand too
		t.Errorf("%d are marked:\n%s", n, p.View())
	}
	if now := p.Press("ctrl+y").Client(); now.Name != was.Name || now.Cycle("").Place != "Op locatie" {
		t.Error(now.Name, now.Cycle("").Place)
	}
	// What was done again in one go is taken back in one.
	if p.Press("home", "t"); !strings.Contains(p.View(), "wat er in één keer mee is gedaan: 5 stappen") {
		t.Error(p.View())
	}
}

// TestWhatWasBuiltOnStays: it is said why, and the other way is in hand.
func TestWhatWasBuiltOnStays(t *testing.T) {
	p := opened(77, 20, "en", done(newmedia("en")))
	p.Press("end", "t")
	if row(p) != "Everything from here to now: 6 steps" {
		t.Error(p.View())
	}
	if p.Press("up", "enter"); !p.Bad || !strings.Contains(p.Notice, "built on since") || len(p.Stack) != 2 {
		t.Errorf("%q\n%s", p.Notice, p.View())
	}
	if p.Press("esc"); len(p.Stack) != 1 || newest(p).Place != "Op locatie" {
		t.Error(p.View())
	}
}

// TestByGroupNothingIsTold: neither the list nor what a step changed tells what
// somebody gave.
func TestByGroupNothingIsTold(t *testing.T) {
	h := done(newmedia("nl"))
	h, err := h.Do(hand.Change{Label: kit.Label("measure.label.by"), Apply: func(c *account.Client) error {
		c.Newest().AnswersBy = account.ByGroup
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	p := opened(77, 20, "nl", h)
	for range 3 {
		p.Press("down")
	}
	for range 5 {
		if p.Press("up", "enter"); strings.Contains(p.View(), "cijfer: ") && !strings.Contains(p.View(), "niet bij een naam getoond") {
			t.Error(p.View())
		}
		p.Press("esc")
	}
}

// TestClosedToTheClient: nothing of it is there.
func TestClosedToTheClient(t *testing.T) {
	p := opened(77, 20, "nl", done(newmedia("nl")), kittest.Together)
	for range 2 {
		if v := strings.TrimSpace(p.View()); v != "" {
			t.Errorf("%q", v)
		}
		if acts := kit.Allowed(kit.WithClient, p.Top().Acts(p.Frame)); len(acts) > 0 {
			t.Error(acts)
		}
		if h := p.Top().Head(p.Frame); h.Right != "" || h.Tail != "" {
			t.Error(h)
		}
		p.Press("enter", "t")
	}
}

// all is what was done over all clients.
func all(language string) []hand.Happened {
	h := done(newmedia(language))
	var out []hand.Happened
	for i, d := range h.History() {
		out = append(out, hand.Happened{Client: "newmedia", Name: "NewMedia B.V.", Deed: d})
		if i == 1 {
			own := hand.Step{ID: "f.1", At: "2026-11-21T10:01", Where: here, Label: kit.Label("library.label.added", "Zeg wat je ziet")}
			before, after := account.Firm{}, account.Firm{Library: account.Shelf{{ID: "own-x", Kind: account.OwnWisdom, Title: "Zeg wat je ziet"}}}
			out = append(out, hand.Happened{Deed: hand.Deeds([]hand.Past{{Step: own}}, 1)[0], Firm: func(string) (account.Firm, account.Firm, error) { return before, after, nil }})
			came := hand.Step{ID: "f.0", Kind: hand.Noted, At: "2026-11-20T17:00", Where: here, Label: kit.Label("history.imported", "8")}
			out = append(out, hand.Happened{Deed: hand.Deeds([]hand.Past{{Step: came}}, 1)[0]})
		}
	}
	return out
}

func overAll(w, h int, language string, list []hand.Happened, err error) *kittest.Play {
	f := kittest.Frame(w, h, language, account.Client{}, kittest.Supplier("BESTSELLER B.V."))
	f.Window, f.Started = here, "2026-11-21T08:00"
	if len(list) > 0 {
		f.Firm = account.Firm{Library: account.Shelf{{ID: "own-x", Kind: account.OwnWisdom, Title: "Zeg wat je ziet"}}}
	}
	p := kittest.Press(history.With(func() ([]hand.Happened, error) { return list, err })(kit.Place{Name: "history"}), f)
	return p.Send(p.Top().Init()())
}

// TestOverAllClients: from each row one goes to its client, or takes it back
// there; what is of no client is read and taken back here.
func TestOverAllClients(t *testing.T) {
	for name, size := range map[string][2]int{"60x20": {57, 16}, "80x24": {77, 20}, "120x40": {117, 36}} {
		for _, language := range []string{"nl", "en"} {
			golden(t, "all-"+name+"-"+language, overAll(size[0], size[1], language, all(language), nil))
		}
	}
	p := overAll(77, 20, "nl", all("nl"), nil)
	p.Press("enter")
	if g := p.Out.Go; g == nil || g.Name != "history" || g.Client != "newmedia" || g.At == "" || !p.Out.Over {
		t.Fatalf("%+v", p.Out)
	}
	at := p.Out.Go.At
	if p.Press("t"); p.Out.Go == nil || p.Out.Go.At != "back/"+at {
		t.Fatalf("%+v", p.Out)
	}
	on := opened(77, 20, "nl", done(newmedia("nl"))).Send(kit.Aim("back/" + at))
	if len(on.Stack) != 2 || !strings.Contains(on.View(), "Alleen deze stap") {
		t.Error(on.View())
	}
	p.Press("down", "down", "enter")
	if v := p.View(); !strings.Contains(v, "eigen tekst in de bibliotheek") || !strings.Contains(v, "titel: Zeg wat je ziet") {
		t.Error(v)
	}
	p.Press("esc", "t", "enter")
	if b := p.Out.TakeBack; b == nil || !b.Firm || len(b.Steps) != 1 || b.Steps[0] != "f.1" {
		t.Errorf("%+v", p.Out)
	}
	if p.Press("down", "t"); !p.Bad || !strings.Contains(p.Notice, "geen weg terug") {
		t.Error(p.Notice)
	}
	golden(t, "all-empty", overAll(77, 20, "nl", nil, nil))
	golden(t, "all-unread", overAll(77, 20, "nl", nil, fault.New(fault.Damaged, "step/x/1").By(errors.New("x"))))
}
