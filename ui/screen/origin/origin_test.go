package origin_test

import (
	"fmt"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/internal/trace"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/origin"
)

// client is the first one of the example.
func client(language string) account.Client {
	return example.Portfolio(language, kittest.Today).Clients[0].Clone()
}

// asked is the place with a thing that was asked on the monitor.
func asked(f kit.Frame, of trace.Thing) *kittest.Play {
	s, _ := origin.New(kit.Place{}).Update(f, kit.Trace{Thing: of, From: f.T("place.monitor")})
	return kittest.Press(s, f)
}

func whole(p *kittest.Play) string {
	head := p.Top().Head(p.Frame)
	return head.Title + head.Tail + " | " + head.Right + "\n" + p.View()
}

var kwi1 = trace.Thing{Kind: trace.Score, KWI: 1, Cycle: "2026H2"}

// The way from a score down to the talk and from there to the agreement and its
// evidence, one page after another.
func TestHowItLooks(t *testing.T) {
	for name, size := range map[string][2]int{"60x20": {57, 16}, "80x24": {77, 20}, "120x40": {117, 36}, "200x60": {197, 56}} {
		for _, language := range []string{"nl", "en"} {
			p := asked(kittest.Frame(size[0], size[1], language, client(language)), kwi1)
			var pages []string
			for range 5 {
				kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
				pages = append(pages, whole(p))
				p.Press("f6")
			}
			kittest.Golden(t, "way-"+name+"-"+language, strings.Join(pages, "\n═══\n"))
		}
	}
}

func TestEachKindOfPage(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		c := client(language)
		y := c.Newest()
		for _, err := range []error{
			c.BringIdea(y.Name, account.Idea{Text: "Een middag meelopen", By: "KK", Date: "2026-10-02", KWI: 1}),
			c.AddFinding(y.Name, account.Finding{Part: account.Proposals, By: "RM", Text: "De brief korter"}),
			c.NotExpect(y.Name, "KK", "Geen nieuwsbrief"),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		f := kittest.Frame(77, 60, language, c)
		q := account.QuestionCode{KWI: 1, Serial: 4}
		var pages []string
		for _, of := range []trace.Thing{
			{Kind: trace.Score}, {Kind: trace.Change, KWI: 1}, {Kind: trace.Target, KWI: 1}, {Kind: trace.Own, KWI: 1, Who: "KK"}, {Kind: trace.Question, Question: q, KWI: 1},
			{Kind: trace.Answer, Question: q, KWI: 1, Who: "KK"}, {Kind: trace.KWI, KWI: 4}, {Kind: trace.Action, Number: "2026-03"}, {Kind: trace.Person, Who: "KK"}, {Kind: trace.Unwanted, Who: "KK"},
			{Kind: trace.NPS}, {Kind: trace.Recommendation, Who: "KK"}, {Kind: trace.Idea, Text: "Een middag meelopen"}, {Kind: trace.Finding, Of: string(account.Proposals), Number: "RM", Text: "De brief korter"},
			{Kind: trace.Session, Cycle: "2026H1"},
		} {
			p := asked(f, of)
			kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
			pages = append(pages, whole(p))
		}
		kittest.Golden(t, "kinds-"+language, strings.Join(pages, "\n═══\n"))
	}
}

// By group the way ends at the grouped figure.
func TestByGroupTheWayEnds(t *testing.T) {
	c := client("nl")
	for i := range c.Cycles {
		c.Cycles[i].AnswersBy = account.ByGroup
	}
	p := asked(kittest.Frame(77, 30, "nl", c), kwi1)
	kittest.Golden(t, "group", whole(p))
}

// Back is the same row, as far down as it was.
func TestBackIsWhereOneWas(t *testing.T) {
	p := asked(kittest.Frame(77, 20, "nl", client("nl")), kwi1)
	for range 9 {
		p.Press("down")
	}
	there := whole(p)
	if !strings.Contains(there, "▸") || strings.Contains(there, "274 punten") {
		t.Fatalf("nine rows down one sees\n%s", there)
	}
	p.Press("f6", "right", "enter")
	if !strings.Contains(p.Top().Head(p.Frame).Right, "›") {
		t.Error("there is no trail")
	}
	p.Press("esc", "left", "esc")
	if got := whole(p); got != there {
		t.Errorf("back is\n%s\n--- was\n%s", got, there)
	}
	if p.Press("esc"); !p.Left {
		t.Error("esc at the first does not leave")
	}
}

// All of a page is read with the arrows alone, also where nothing on it leads
// further for many lines.
func TestAllOfAPageIsRead(t *testing.T) {
	c := client("nl")
	k := c.Newest().KWI(1)
	k.Expectation = strings.Repeat("Dit is een lange zin over kennis. ", 90) + "Einde."
	p := asked(kittest.Frame(57, 16, "nl", c), trace.Thing{Kind: trace.KWI, KWI: 1})
	seen := p.View()
	for range 200 {
		p.Press("down")
		seen += p.View()
	}
	for _, want := range []string{"Einde.", "Komt van", "2024H2"} {
		if !strings.Contains(seen, want) {
			t.Errorf("%q is never in view", want)
		}
	}
	end := p.View()
	p.Press("home", "end")
	if p.View() != end {
		t.Errorf("the end is not where the arrows end:\n%s\n---\n%s", p.View(), end)
	}
	for range 200 {
		p.Press("up")
	}
	if !strings.Contains(p.View(), "verwachting") {
		t.Errorf("the beginning is not reached:\n%s", p.View())
	}
}

// What is gone says so, and a place with nothing asked says what it is for.
func TestNothingToTell(t *testing.T) {
	f := kittest.Frame(77, 20, "nl", client("nl"))
	kittest.Golden(t, "gone", whole(asked(f, trace.Thing{Kind: trace.Action, Number: "1999-01"})))
	p := kittest.Press(origin.New(kit.Place{}), f)
	kittest.Golden(t, "empty", whole(p))
	if p.Press("down", "f6", "esc"); !p.Left {
		t.Error("esc does not leave an empty one")
	}
}

func TestItIsClosedToTheClient(t *testing.T) {
	for _, room := range []kittest.Option{kittest.Together, kittest.Room("KK")} {
		p := asked(kittest.Frame(77, 20, "nl", client("nl"), room), kwi1)
		if strings.TrimSpace(p.View()) != "" || len(p.Top().Acts(p.Frame)) > 0 || p.Top().Head(p.Frame).Right != "" {
			t.Errorf("a client sees\n%s", whole(p))
		}
	}
}

// From every page one goes to where the thing is worked on, and stays able to
// come back.
func TestWhereItIsWorkedOn(t *testing.T) {
	f := kittest.Frame(77, 20, "nl", client("nl"))
	for of, want := range map[trace.Thing]kit.Place{
		kwi1: {Name: "monitor", At: "KWI-01"},
		{Kind: trace.KWI, KWI: 1, Cycle: "2026H1"}:               {Name: "draft", At: "KWI-01", Cycle: "2026H1"},
		{Kind: trace.Action, Number: "2026-03", Cycle: "2026H2"}: {Name: "realise", At: "2026-03"},
	} {
		p := asked(f, of).Press("o")
		want.Client = "newmedia"
		if g := p.Out.Go; g == nil || *g != want || !p.Out.Over {
			t.Errorf("%+v is worked on at %+v", of, g)
		}
	}
}

func TestItIsPrintedWhole(t *testing.T) {
	f := kittest.Frame(60, 5, "en", client("en"))
	for of, want := range map[string]string{"": "Total, score in 2026H2", "01": "1.04", "1.02/kk": "weight", "KK": "Talk with", "nps": "promoters"} {
		if text, err := origin.Print(f, of); err != nil || !strings.Contains(text, want) {
			t.Errorf("%q: %v\n%s", of, err, text)
		}
	}
	if _, err := origin.Print(f, "ZZ"); err == nil {
		t.Error("what is not there has a page")
	}
}

// Foreign text steers nothing, and wide names stay in their cells.
func TestHostileText(t *testing.T) {
	c := client("nl")
	y := c.Newest()
	bad := "a\x1b[31mb\u202ec\nd\te日本語" + strings.Repeat("lang ", 80)
	y.KWIs[0].Title, y.KWIs[0].Expectation = bad, bad
	y.KWIs[0].Questions[0].Text = bad
	c.Respondents[0].Name = bad
	for i := range y.Actions {
		y.Actions[i].Text, y.Actions[i].Evidence = bad, bad
	}
	for _, size := range [][2]int{{57, 16}, {77, 20}, {117, 36}, {197, 56}} {
		p := asked(kittest.Frame(size[0], size[1], "nl", c), kwi1)
		for range 6 {
			page := p.Top().View(p.Frame)
			kittest.Fits(t, p.Frame, page)
			if all := whole(p); strings.ContainsAny(all, "\x1b\u202e\t") {
				t.Errorf("%s: foreign text steers the terminal", fmt.Sprint(size))
			}
			p.Press("f6")
		}
	}
}
