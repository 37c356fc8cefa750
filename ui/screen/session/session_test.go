package session

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// typical is the example client at their session, with a cycle before it and
// answers of everybody.
func typical(t testing.TB) account.Client {
	t.Helper()
	c := kittest.NewMedia(t)
	c.Colleagues = []account.Colleague{{Initials: "RM", Name: "Joe Bestseller", Role: "relatiemanager"}}
	y := c.Newest()
	y.Stage, y.Session, y.Place = account.Session, "2026-11-24", "bij NewMedia"
	for who, codes := range y.Assigned {
		for i, q := range codes {
			if who != "KK" {
				y.Answers[who] = y.Answers[who].With(account.Answer{Question: q, Grade: account.Grade(7 + (i+len(codes))%3)})
			}
		}
	}
	before := y.Clone()
	before.Name, before.Stage, before.Actions = "2010H2", account.Closed, nil
	for who, sheet := range before.Answers {
		for _, a := range sheet {
			a.Grade = max(1, a.Grade-1)
			before.Answers[who] = before.Answers[who].With(a)
		}
	}
	c.Cycles = []account.Cycle{before, *y}
	return c
}

// TestTheTalkOfTwoIsNoSession: there is no day to plan in a stage that the simple
// approach does not have.
func TestTheTalkOfTwoIsNoSession(t *testing.T) {
	c := dialogue(t)
	c.Newest().Session = ""
	v := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "tab").View()
	if strings.Contains(v, "sessie") || strings.Contains(v, "fase 6") || !strings.Contains(v, "stap 4") {
		t.Error(v)
	}
}

// dialogue is a client of the simple approach with one contact and one KWI.
func dialogue(t testing.TB) account.Client {
	t.Helper()
	c := typical(t)
	c.Approach, c.Sponsor = account.Simple, ""
	c.Respondents = slices.DeleteFunc(c.Respondents, func(r account.Respondent) bool { return r.Initials != "KK" })
	for i := range c.Cycles {
		y := &c.Cycles[i]
		y.KWIs = y.KWIs[:1]
		only := map[account.Initials][]account.QuestionCode{}
		for _, q := range y.Assigned["KK"] {
			if q.KWI == y.KWIs[0].Code {
				only["KK"] = append(only["KK"], q)
			}
		}
		var sheet account.Sheet
		for n, q := range only["KK"] {
			sheet = sheet.With(account.Answer{Question: q, Grade: account.Grade(7 + (i*2+n)%3)})
		}
		y.Assigned, y.Answers, y.NPS = only, map[account.Initials]account.Sheet{"KK": sheet}, nil
	}
	return c
}

// TestTheDialogueLeadsToTheAnswers, which are studied before they are talked
// about; esc leads back.
func TestTheDialogueLeadsToTheAnswers(t *testing.T) {
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", dialogue(t)), "a")
	if g := p.Out.Go; g == nil || g.Name != "measure" || g.At != "analysis" || !p.Out.Over {
		t.Errorf("it goes to %+v", p.Out)
	}
}

func play(t testing.TB, keys ...string) *kittest.Play {
	return kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", typical(t)), keys...)
}

func TestTheRecord(t *testing.T) {
	p := play(t, "tab", "space")
	c := p.Client()
	if got := c.Newest().Meeting.Present; len(got) != 1 || got[0] != "AA" {
		t.Errorf("present are %v", got)
	}
	if c = p.Press("space").Client(); len(c.Newest().Meeting.Present) != 0 {
		t.Error("who is present cannot be taken off again")
	}
	p = play(t, "tab", "down", "space")
	if c = p.Client(); len(c.Newest().Meeting.Present) != 1 || c.Newest().Meeting.Present[0] != "BB" {
		t.Errorf("after one step down present are %v", c.Newest().Meeting.Present)
	}
	p = play(t, "tab").Type("Goed half jaar\nVolgend jaar weer\n\n")
	if c = p.Client(); len(p.Stack) != 1 || !slices.Equal(c.Newest().Meeting.Notes, []string{"Goed half jaar", "Volgend jaar weer"}) {
		t.Errorf("noted %q", c.Newest().Meeting.Notes)
	}
	p = play(t, "tab", "end").Type("Elk kwartaal een sessie").Press("ctrl+s")
	if c = p.Client(); len(c.Newest().Meeting.Decisions) != 1 {
		t.Fatalf("decided %q", c.Newest().Meeting.Decisions)
	}
	p.Press("up", "enter").Type(" erbij").Press("ctrl+s")
	if c = p.Client(); !strings.HasSuffix(c.Newest().Meeting.Decisions[0], " erbij") && len(c.Newest().Meeting.Decisions) != 1 {
		t.Errorf("changed to %q", c.Newest().Meeting.Decisions)
	}
	p = play(t, "tab", "ctrl+n").Type("Weg").Press("ctrl+s")
	for range 8 {
		p.Press("down")
		if strings.Contains(p.View(), "▸   · Weg") {
			break
		}
	}
	if c = p.Press("ctrl+x").Client(); len(c.Newest().Meeting.Notes) != 0 {
		t.Errorf("still noted %q", c.Newest().Meeting.Notes)
	}
}

// TestTheUserMayBePresent before they stand on the client's list: they are named
// among our own people, and saying that they are there puts them on it.
func TestTheUserMayBePresent(t *testing.T) {
	c := typical(t)
	c.Colleagues = nil
	c.Respondents[0].Initials = "RM" // the user's own are taken
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "tab")
	if v := p.View(); !strings.Contains(v, "JB  Joe Bestseller  (van ons)") {
		t.Fatalf("the user is not among who may be there:\n%s", v)
	}
	for range 12 {
		if strings.Contains(p.View(), "▸   ○ JB") {
			break
		}
		p.Press("down")
	}
	after := p.Press("space").Client()
	if got := after.Newest().Meeting.Present; len(got) != 1 || got[0] != "JB" || after.Colleague("JB") == nil || after.Colleague("JB").Name != "Joe Bestseller" {
		t.Errorf("present are %v of %+v", got, after.Colleagues)
	}
	if n := strings.Count(p.View(), "Joe Bestseller"); n != 1 {
		t.Errorf("the user stands there %d times:\n%s", n, p.View())
	}
}

func TestOneKWIInFront(t *testing.T) {
	p := play(t, "enter")
	v := p.View()
	for _, text := range []string{"KWI-01 Kennisborging", "“Wij willen van geen enkele leverancier afhankelijk zijn", "doel 8,0", "vorige keer 6,9", "Afspraken gedaan: 0 van 1"} {
		if !strings.Contains(v, text) {
			t.Errorf("%q does not stand on the screen:\n%s", text, v)
		}
	}
	if v = p.Press("right").View(); !strings.Contains(v, "KWI-02 Inspiratie") {
		t.Error("right does not lead to the next KWI")
	}
	p.Press("n").Type("Vragen wat hij mist").Press("ctrl+s")
	c := p.Client()
	if a := c.Newest().Actions; a[len(a)-1].KWI != 2 || a[len(a)-1].Number != "2011-05" {
		t.Errorf("agreed %+v", a[len(a)-1])
	}
	if v = p.Press("esc").View(); !strings.Contains(v, "Uitkomst") {
		t.Error("esc does not lead back to all KWIs")
	}
}

func TestByGroupNothingOfOneQuestionIsSaid(t *testing.T) {
	c := typical(t)
	for i := range c.Cycles {
		c.Cycles[i].AnswersBy = account.ByGroup
	}
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "enter")
	if v := p.View(); strings.Contains(v, "merkten het") {
		t.Errorf("the figure of one question is told by group:\n%s", v)
	}
}

func TestGoldens(t *testing.T) {
	empty := account.Client{ID: "leeg", Name: "Leeg", Cycles: []account.Cycle{{Name: "2026H2", Stage: account.Session}}}
	for _, c := range []struct {
		name   string
		w, h   int
		lang   string
		client account.Client
		keys   string
	}{
		{"results-80-nl", 77, 20, "nl", typical(t), ""}, {"results-80-en", 77, 20, "en", typical(t), ""}, {"results-120-nl", 117, 36, "nl", typical(t), ""},
		{"results-200-nl", 197, 56, "nl", typical(t), ""}, {"kwi-200-nl", 197, 56, "nl", typical(t), "enter"}, {"kwi-200-en", 197, 56, "en", typical(t), "enter"}, {"results-120-en", 117, 36, "en", typical(t), "down"}, {"meeting-120-nl", 117, 36, "nl", typical(t), "tab space"}, {"meeting-200-en", 197, 56, "en", typical(t), "tab space"}, {"actions-200-nl", 197, 56, "nl", typical(t), "tab tab"},
		{"agenda-120-nl", 117, 36, "nl", typical(t), "tab tab tab"}, {"agenda-120-en", 117, 36, "en", typical(t), "tab tab tab down"}, {"agenda-200-nl", 197, 56, "nl", typical(t), "tab tab tab down down"}, {"agenda-200-en", 197, 56, "en", typical(t), "tab tab tab end"},
		{"results-60-en", 57, 16, "en", typical(t), ""}, {"results-80-nl-empty", 77, 20, "nl", empty, ""},
		{"kwi-80-nl", 77, 20, "nl", typical(t), "enter"}, {"kwi-80-en", 77, 20, "en", typical(t), "enter right right"}, {"kwi-120-en", 117, 36, "en", typical(t), "enter"}, {"kwi-60-nl", 57, 16, "nl", typical(t), "enter"},
		{"meeting-80-nl", 77, 20, "nl", typical(t), "tab space"}, {"meeting-80-en", 77, 20, "en", typical(t), "tab"}, {"meeting-80-nl-empty", 77, 20, "nl", empty, "tab"},
		{"simple-80-nl", 77, 20, "nl", dialogue(t), ""}, {"simple-80-en", 77, 20, "en", dialogue(t), ""}, {"simple-120-en", 117, 36, "en", dialogue(t), ""}, {"simple-60-nl", 57, 16, "nl", dialogue(t), ""}, {"simple-course-80-nl", 77, 20, "nl", dialogue(t), "tab tab tab"}, {"simple-course-60-en", 57, 16, "en", dialogue(t), "tab tab tab"},
		{"actions-80-nl", 77, 20, "nl", typical(t), "tab tab"}, {"agenda-80-nl", 77, 20, "nl", typical(t), "tab tab tab"}, {"agenda-60-en", 57, 16, "en", typical(t), "tab tab tab down"},
	} {
		p := kittest.Press(New(kit.Place{}), kittest.Frame(c.w, c.h, c.lang, c.client), strings.Fields(c.keys)...)
		kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
		kittest.Golden(t, c.name, p.View())
	}
}

// TestWhyTheRecommendationIsNotThere: the outcome says that it is withheld,
// why, and whom to ask.
func TestWhyTheRecommendationIsNotThere(t *testing.T) {
	c := typical(t)
	c.Newest().NPS = map[account.Initials]account.NPS{"KK": {Score: 9, Anonymous: true, NameUnasked: true}}
	v := strings.Join(strings.Fields(kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c)).View()), " ")
	if !strings.Contains(v, "NPS: 1 antwoord; pas vanaf 3") || !strings.Contains(v, "Vraag Kees Klant of de naam") {
		t.Errorf("it is not said:\n%s", v)
	}
}

// TestOutcomeByGroup: scores with one decimal, and no column of averages.
func TestOutcomeByGroup(t *testing.T) {
	for _, c := range example.Portfolio("nl", kittest.Today).Clients {
		if c.ID == "dorpstad" {
			f := kittest.Frame(77, 20, "nl", c, kittest.Cycle(c.Cycles[1].Name))
			kittest.Golden(t, "results-group", kittest.Press(New(kit.Place{}), f).View())
		}
	}
}
