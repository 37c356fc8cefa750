package brief

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// typical is the first client of the example, whom KK told what they do not
// expect and gave an idea.
func typical(t testing.TB, language string) account.Client {
	t.Helper()
	c := example.Portfolio(language, kittest.Today).Clients[0]
	y := c.Newest()
	c.Respondent("KK").Remark = "Houdt van zeilen, belt liever dan te mailen."
	for _, err := range []error{
		c.NotExpect(y.Name, "KK", "Geen nieuwsbrief.\nGeen borrel zonder onderwerp."),
		c.BringIdea(y.Name, account.Idea{Text: "Een middag meelopen op de redactie", By: "KK", Date: "2026-11-02"}),
		c.DeclineIdea(account.IdeaPlace{Cycle: y.Name, Text: "Een middag meelopen op de redactie"}, "de redactie verhuist in december"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// at is the page of a respondent.
func at(t testing.TB, w, h int, language string, c account.Client, who account.Initials, options ...kittest.Option) *kittest.Play {
	t.Helper()
	f := kittest.Frame(w, h, language, c, options...)
	s, _ := New(kit.Place{}).Update(f, kit.Aim(who))
	return kittest.Press(s, f)
}

func TestHowItLooks(t *testing.T) {
	for name, size := range map[string][2]int{"60x20": {57, 16}, "80x24": {77, 20}, "120x40": {117, 36}, "200x60": {197, 56}} {
		for _, language := range []string{"nl", "en"} {
			p := at(t, size[0], size[1], language, typical(t, language), "KK")
			kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
			head := p.Top().Head(p.Frame)
			kittest.Golden(t, "page-"+name+"-"+language, head.Title+head.Tail+" | "+head.Right+"\n"+p.View())
		}
	}
	c := typical(t, "nl")
	c.Newest().AnswersBy = account.ByGroup
	kittest.Golden(t, "group", at(t, 77, 60, "nl", c, "KK").View())
	kittest.Golden(t, "end", at(t, 77, 20, "nl", typical(t, "nl"), "KK").Press("end").View())
	kittest.Golden(t, "empty", at(t, 77, 20, "nl", account.Client{ID: "leeg", Name: "Leeg", Cycles: []account.Cycle{{Name: "2026H2"}}}, "").View())
}

// Whoever comes next has a page from its beginning, round and round; one who
// takes no part has one too.
func TestTheNextRespondent(t *testing.T) {
	p := at(t, 77, 20, "nl", typical(t, "nl"), "AA").Press("down", "down", "tab")
	if !strings.HasPrefix(strings.TrimSpace(p.View()), "B. Beee (BB)") {
		t.Errorf("after AA comes\n%s", p.View())
	}
	if p.Press("shift+tab", "left"); !strings.Contains(p.View(), "Kees Klant (KK)") {
		t.Errorf("before AA stands\n%s", p.View())
	}
	p.Press("enter")
	if g := p.Out.Go; g == nil || g.Name != "realise" || g.At != "KK" {
		t.Errorf("enter leads to %+v", g)
	}
	if paper := p.Top().(kit.Papered).Paper(p.Frame); paper != (kit.Paper{Name: "visit", To: "KK"}) {
		t.Errorf("on paper it is %+v", paper)
	}
}

func TestItIsClosedToTheClient(t *testing.T) {
	for _, room := range []kittest.Option{kittest.Together, kittest.Room("KK")} {
		p := at(t, 77, 20, "nl", typical(t, "nl"), "KK", room)
		if strings.TrimSpace(p.View()) != "" || len(p.Top().Acts(p.Frame)) > 0 || p.Top().Head(p.Frame).Right != "" || p.Top().(kit.Personal).PersonInHand(p.Frame) != "" {
			t.Errorf("a client sees\n%s", p.View())
		}
	}
}

func TestItIsPrintedWhole(t *testing.T) {
	f := kittest.Frame(60, 5, "en", typical(t, "en"))
	one, err := Print(f, "kk")
	if err != nil || !strings.HasPrefix(one, "Before the visit to Kees Klant · NewMedia") || !strings.Contains(one, "5.01") {
		t.Errorf("%v\n%s", err, one)
	}
	if all, err := Print(f, ""); err != nil || strings.Count(all, "Before the visit to") != len(f.Client.Participants(f.Y())) {
		t.Errorf("%v\n%s", err, all)
	}
	if _, err := Print(f, "ZZ"); err == nil {
		t.Error("a stranger has a page")
	}
}
