package initialise

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
)

// underWay is a client whose lists went out: KK answered one of two questions.
func underWay(t *testing.T, by account.AnswersBy) account.Client {
	c := typical("nl")
	q := []account.QuestionCode{{KWI: 1, Serial: 1}, {KWI: 1, Serial: 2}}
	y := c.Newest()
	y.AnswersBy, y.Stage = by, account.Measure
	y.KWIs = []account.KWI{{Code: 1, Title: "Rust", WishedBy: "KK", Questions: []account.Question{{Code: q[0], Text: "een"}, {Code: q[1], Text: "twee"}}}}
	y.Assigned = map[account.Initials][]account.QuestionCode{"KK": q, "AV": q}
	y.Answers = map[account.Initials]account.Sheet{"KK": {{Question: q[0], Grade: 8}}}
	y.Sent = map[account.Initials][]account.Date{"KK": {"2026-11-10"}}
	y.Visits = []account.Visit{{Date: "2026-10-20", With: "KK"}, {Date: "2026-12-03", With: "KK"}}
	y.Promised = map[account.Initials]account.Concept{"KK": {Due: "2026-11-30"}}
	y.Actions = []account.Action{{Number: "2027-01", Text: "Kaart sturen", For: "KK", Side: account.ClientSide, Status: account.Open}}
	if f := c.Flaws(); len(f) > 0 {
		t.Fatal(f)
	}
	return c
}

// What stays and what moves is shown before it happens, in every size; by group
// without how many answers somebody gave.
func TestLooksOfWhoLeaves(t *testing.T) {
	for size, s := range sizes {
		for _, tag := range []string{"nl", "en"} {
			kittest.Golden(t, "leave-"+size+"-"+tag, at(t, s[0], s[1], tag, underWay(t, account.ByName), "tab", "ctrl+x").View())
		}
	}
	kittest.Golden(t, "leave-60x20", at(t, 57, 16, "nl", underWay(t, account.ByName), "tab", "ctrl+x").View())
	grouped := at(t, 77, 20, "nl", underWay(t, account.ByGroup), "tab", "ctrl+x").View()
	kittest.Golden(t, "leave-group", grouped)
	if strings.Contains(grouped, "1 antwoord") || strings.Contains(grouped, "1 vraag") {
		t.Error("by group it says how much somebody answered")
	}
	kittest.Golden(t, "leave-successor", at(t, 77, 20, "nl", underWay(t, account.ByName), "tab", "ctrl+x", "right", "ctrl+s").View())
	taken := at(t, 77, 20, "nl", underWay(t, account.ByName), "tab", "ctrl+x", "right", "ctrl+s", "Nina Nieuw", "ctrl+s")
	kittest.Golden(t, "leave-taken", taken.View())
	taken.Press("home", "enter", "end")
}

// Somebody new takes over in one step, which can be taken back.
func TestSomebodyNewTakesOver(t *testing.T) {
	p := at(t, 77, 20, "nl", underWay(t, account.ByName), "tab", "ctrl+x", "right", "ctrl+s", "Nina Nieuw", "ctrl+s")
	c := p.Client()
	y, r := c.Newest(), c.Respondent("NN")
	if r == nil || r.Follows != "KK" || c.Respondent("KK").Left != kittest.Today || len(p.Changes) != 1 || len(p.Stack) != 1 {
		t.Fatalf("%+v, %d changes, %q", c.Respondents, len(p.Changes), p.Notice)
	}
	if len(y.Assigned["NN"]) != 1 || len(y.Assigned["KK"]) != 1 || y.Actions[0].For != "NN" || y.Visits[1].With != "NN" || y.Promised["NN"].Due == "" {
		t.Errorf("%+v", y)
	}
	if !strings.Contains(p.Notice, "NN") || !strings.Contains(p.View(), "(na KK)") {
		t.Errorf("%q\n%s", p.Notice, p.View())
	}
	if p.Press("enter"); !strings.Contains(p.View(), "Nina Nieuw (NN)") {
		t.Errorf("the cursor is not on whoever came:\n%s", p.View())
	}
}

// Somebody who is there already takes over too, from who has left before as well.
func TestSomebodyWhoIsThereTakesOver(t *testing.T) {
	p := at(t, 77, 20, "nl", underWay(t, account.ByName), "tab", "ctrl+o", "right", "right", "ctrl+s")
	if c := p.Client(); c.Respondent("AV").Follows != "KK" || !slices.Equal(c.Newest().Assigned["AV"], []account.QuestionCode{{KWI: 1, Serial: 1}, {KWI: 1, Serial: 2}}) || len(c.Newest().Assigned["KK"]) != 1 {
		t.Errorf("%+v %q", c.Newest().Assigned, p.Notice)
	}
	p = at(t, 77, 20, "nl", underWay(t, account.ByName), "tab", "ctrl+x", "ctrl+s") // nobody yet
	if c := p.Client(); c.Respondent("KK").Left == "" || len(c.Newest().Assigned["KK"]) != 2 {
		t.Fatalf("%+v", c.Newest().Assigned)
	}
	if p.Press("ctrl+o", "ctrl+s"); len(p.Stack) != 2 || !p.Bad {
		t.Errorf("nobody takes over: %q", p.Notice)
	}
	if p.Press("right", "right", "ctrl+s"); p.Client().Respondents[1].Follows != "KK" {
		t.Errorf("%q", p.Notice)
	}
}

// Nobody of eight need go first to make room for who takes over.
func TestTheEighthCanBeReplaced(t *testing.T) {
	c := full()
	c.Newest().Notes = []account.Note{{Date: "2026-10-01", With: "KK", Text: "gesproken"}}
	p := at(t, 77, 20, "nl", c, "tab", "ctrl+x", "right", "ctrl+s", "Nina Nieuw", "ctrl+s")
	if got := p.Client(); got.Respondent("NN") == nil || len(got.Taking()) != account.MostRespondents {
		t.Errorf("%d, %q", len(got.Taking()), p.Notice)
	}
}

// Initials are changed where somebody is open, and hold everywhere; they stay open.
func TestInitialsAreChanged(t *testing.T) {
	p := at(t, 77, 20, "nl", underWay(t, account.ByName), "tab", "enter", "down", "down", "down", "down", "down", "down", "down", "enter", "ctrl+u", "av", "enter")
	if !p.Bad || now(p).Respondent("KK") == nil {
		t.Fatalf("they are somebody's: %q", p.Notice)
	}
	p.Press("ctrl+u", "kkl", "esc")
	c := p.Client()
	if c.Respondent("KKL") == nil || c.Sponsor != "KKL" || len(c.Newest().Answers["KKL"]) != 1 || c.Newest().Actions[0].For != "KKL" {
		t.Errorf("%+v %q", c.Newest(), p.Notice)
	}
	if v := p.View(); !strings.Contains(v, "Kees Klant (KKL)") || !strings.Contains(v, "Eerder: KK.") {
		t.Errorf("nobody is open:\n%s", v)
	}
}

// Two who look like one are pointed at quietly, and made one where that loses
// nothing.
func TestTwoWhoLookLikeOneArePointedAt(t *testing.T) {
	c := underWay(t, account.ByName)
	c.Respondents[3].Email = "KK@Dorpstad.example"
	p := at(t, 117, 36, "nl", c, "tab")
	if v := p.View(); !strings.Contains(v, "KK en CC lijken dezelfde persoon. Met ctrl+k") {
		t.Errorf("nothing points at them:\n%s", v)
	}
	if p.Press("ctrl+k", "enter"); now(p).Respondent("CC") != nil || !p.Client().Respondents[0].Was("CC") {
		t.Errorf("%q %+v", p.Notice, p.Client().Respondents)
	}
	if p.Press("ctrl+k"); !p.Bad {
		t.Error("there is nobody left to join")
	}
	c.Newest().Answers["CC"] = account.Sheet{{Question: account.QuestionCode{KWI: 1, Serial: 1}, Grade: 3}}
	c.Newest().Assigned["CC"] = []account.QuestionCode{{KWI: 1, Serial: 1}}
	if p := at(t, 117, 36, "nl", c, "tab", "ctrl+k"); !p.Bad || !strings.Contains(p.Notice, "2027H1") || now(p).Respondent("CC") == nil {
		t.Errorf("both answered: %q", p.Notice)
	}
	c = typical("nl")
	c.Colleagues[1].Name = "Vries, Anna de"
	if v := at(t, 117, 36, "nl", c, "tab", "down").View(); !strings.Contains(v, "AV lijkt dezelfde persoon als onze eigen RR.") {
		t.Errorf("nothing points at them:\n%s", v)
	}
	p = at(t, 77, 20, "nl", typical("nl"), "tab", "end", "n", "Kees Klant", "ctrl+s")
	if v := p.View(); !strings.Contains(v, "Is dit KK?") {
		t.Errorf("a colleague of that name is not asked for:\n%s", v)
	}
	if p.Press("enter"); len(p.Client().Colleagues) != 3 {
		t.Error("it is barred")
	}
}

// Who of us leaves and answers for the client is asked for another.
func TestAResponsibleColleagueLeaves(t *testing.T) {
	c := underWay(t, account.ByName)
	c.Newest().Actions[0].For, c.Newest().Actions[0].Side = "JB", account.SupplierSide
	p := at(t, 77, 20, "nl", c, "tab", "end", "up", "ctrl+x")
	kittest.Golden(t, "leave-colleague", p.View())
	p.Press("right", "ctrl+s")
	if c := p.Client(); c.Responsible != "RR" || c.Newest().Actions[0].For != "RR" || c.Colleague("JB").Left != kittest.Today {
		t.Errorf("%q, %+v", p.Notice, c.Colleagues)
	}
	if p.Press("ctrl+x"); p.Client().Colleagues[0].Left != "" {
		t.Error("not back")
	}
	c.Responsible = ""
	if v := at(t, 77, 20, "nl", c, "tab").View(); !strings.Contains(v, "nog niemand is verantwoordelijk: s") {
		t.Errorf("it is not said:\n%s", v)
	}
}

// That the next one is the eighth, and that there is no ninth, the key says before
// anything is typed; nor comes somebody back as the ninth.
func TestTheKeySaysThatEightIsTheMost(t *testing.T) {
	c := full()
	c.Respondents[7].Left = "2026-11-01"
	named := func(c account.Client, keys ...string) string {
		p := at(t, 77, 20, "nl", c, append([]string{"tab"}, keys...)...)
		for _, a := range p.Top().Acts(p.Frame) {
			if a.ID == "new" {
				return a.Name + "|" + a.Why
			}
		}
		return ""
	}
	if got := named(c); got != "de achtste, en laatste, respondent|" {
		t.Error(got)
	}
	if got := named(full()); !strings.Contains(got, "acht is het maximum") {
		t.Error(got)
	}
	nine := full()
	nine.Respondents = append(nine.Respondents, account.Respondent{Initials: "ZZ", Name: "Zoë", Left: "2026-11-01"})
	p := at(t, 77, 20, "nl", nine, "tab", "down", "down", "down", "down", "down", "down", "down", "down", "down", "ctrl+x")
	if !p.Bad || len(now(p).Taking()) != account.MostRespondents {
		t.Errorf("%q, %d", p.Notice, len(now(p).Taking()))
	}
}
