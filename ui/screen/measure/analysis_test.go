package measure

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// analysed is the example with what two colleagues said.
func analysed(t *testing.T) account.Client {
	c := newMedia(t)
	y := c.Newest()
	y.Analysis.Proposals = "Elke maand een rondleiding\nEen dag met vakgenoten"
	for _, d := range []account.Finding{
		{Part: account.AnalysisRemarks, By: "Jan", Text: "KK schrijft meer dan vorig jaar"},
		{Part: account.Outliers, By: "Bea", Text: "BB kreeg de storing in maart over zich heen"},
		{Part: account.Proposals, By: "Jan", Text: "Een vaste monteur"},
	} {
		if err := c.AddFinding("", d); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

func TestAnalysisLooks(t *testing.T) {
	for _, c := range []struct {
		name   string
		w, h   int
		lang   string
		client account.Client
		keys   string
	}{
		{"analysis-said-80-nl", 77, 20, "nl", analysed(t), "tab tab down down"},
		{"analysis-said-120-en", 117, 36, "en", analysed(t), "tab tab down down down down"},
		{"analysis-said-60-en", 57, 16, "en", analysed(t), "tab tab"},
		{"analysis-say-80-nl", 77, 20, "nl", analysed(t), "tab tab ctrl+n"},
		{"analysis-agree-80-en", 77, 20, "en", analysed(t), "tab tab end up up up up alt+a"},
	} {
		p := kittest.Press(New(kit.Place{}), kittest.Frame(c.w, c.h, c.lang, c.client, kittest.Day("2011-06-20")), strings.Fields(c.keys)...)
		kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
		kittest.Golden(t, c.name, p.View())
	}
}

// With one contact nobody is above or below the others, and nothing is said of a
// session or a sponsor.
func TestOneContactIsNotHeldAgainstOthers(t *testing.T) {
	c := newMedia(t)
	c.Approach, c.Sponsor, c.Respondents = account.Simple, "", c.Respondents[:1]
	c.Newest().Session = ""
	for tag, never := range map[string][]string{"nl": {"Positiever", "sessie", "Sessie", "sponsor", "lijsten"}, "en": {"More positive", "ession", "sponsor", "lists"}} {
		p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, tag, c, kittest.Day("2011-06-20")), "tab")
		v := p.View() + p.Press("tab").View()
		for _, word := range never {
			if strings.Contains(v, word) {
				t.Errorf("%q stands there:\n%s", word, v)
			}
		}
	}
}

// What a colleague proposed can be made an agreement from the question too.
func TestAColleaguesProposalIsFoundAtTheQuestion(t *testing.T) {
	c := newMedia(t)
	if err := c.AddFinding("", account.Finding{Part: account.Proposals, By: "Jan", Text: "Een vaste monteur"}); err != nil {
		t.Fatal(err)
	}
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c, kittest.Day("2011-06-20")), "tab", "tab", "down", "down", "alt+a")
	if v := p.View(); !strings.Contains(v, "Een vaste monteur") || p.Notice != "" {
		t.Errorf("%q\n%s", p.Notice, v)
	}
}

// What a colleague says stands under its question, a line of what is proposed
// becomes an agreement in one step, and remembers its number.
func TestAProposalBecomesAnAgreement(t *testing.T) {
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", newMedia(t), kittest.Day("2011-06-20")), "tab", "tab", "down", "down").
		Press("ctrl+n").Type("Jan").Press("tab").Type("Een vaste monteur").Press("ctrl+s")
	now := p.Client()
	said := account.Finding{Part: account.Proposals, By: "Jan", Text: "Een vaste monteur"}
	if got := now.Newest().Finding(said); got == nil {
		t.Fatalf("%+v %q\n%s", now.Newest().Findings, p.Notice, p.View())
	}
	before := len(now.Newest().Actions)
	p = p.Press("down", "alt+a").Type("2011-09-01").Press("ctrl+s", "ctrl+s") // a day that has passed is hinted at once
	now = p.Client()
	y := now.Newest()
	if len(y.Actions) != before+1 {
		t.Fatalf("%q\n%s", p.Notice, p.View())
	}
	a := y.Actions[before]
	if a.Text != said.Text || a.For == "" || a.Due.Date() != "2011-09-01" || y.Finding(said).Action != a.Number {
		t.Errorf("%+v of %+v", a, y.Findings)
	}
	if p = p.Press("alt+a"); !strings.Contains(p.Notice, a.Number) {
		t.Errorf("said %q of one that is an agreement", p.Notice)
	}
}
