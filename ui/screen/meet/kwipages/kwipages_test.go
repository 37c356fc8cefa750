package kwipages_test

import (
	"fmt"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/meet/kwipages"
)

// client is the example in a stage, with an action that is done.
func client(t testing.TB, stage account.Stage) account.Client {
	c := kittest.NewMedia(t)
	c.Newest().Stage = stage
	c.Newest().Actions[0].Status = account.Done
	return c
}

func play(t testing.TB, c account.Client, options ...kittest.Option) *kittest.Play {
	t.Helper()
	f := kittest.Frame(77, 20, "nl", c, append([]kittest.Option{kittest.Together}, options...)...)
	return kittest.Start(kwipages.New(kit.Place{}), f, c)
}

// said is everything that stands beside the figure of every KWI.
func said(p *kittest.Play) string {
	var b strings.Builder
	for range p.Frame.Y().KWIs {
		for range 8 {
			b.WriteString(p.View())
			p.Press("right")
		}
	}
	return b.String()
}

func TestGoldens(t *testing.T) {
	for _, size := range []struct {
		w, h int
		lang string
	}{{77, 20, "nl"}, {77, 20, "en"}, {117, 36, "nl"}, {197, 56, "en"}, {57, 16, "nl"}} {
		c := client(t, account.Session)
		p := kittest.Start(kwipages.New(kit.Place{}), kittest.Frame(size.w, size.h, size.lang, c, kittest.Room("KK")), c)
		var b strings.Builder
		for _, key := range []string{"", "right", "right", "right", "right"} {
			if key != "" {
				p.Press(key)
			}
			kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
			b.WriteString("== " + key + " " + p.Top().Head(p.Frame).Right + "\n" + strings.TrimRight(p.View(), "\n") + "\n")
		}
		kittest.Golden(t, fmt.Sprintf("%dx%d-%s", size.w+3, size.h+4, size.lang), b.String())
	}
}

func TestAFigureStandsThereOnceTheOutcomeIsEverybodys(t *testing.T) {
	for stage, shown := range map[account.Stage]bool{account.Measure: false, account.Session: true, account.Closed: true} {
		for name, option := range map[string]kittest.Option{"nobody said who": kittest.Together, "KK": kittest.Room("KK")} {
			if got := strings.Contains(said(play(t, client(t, stage), option)), "Voor u merkbaar"); got != (shown && name == "KK") {
				t.Errorf("%s, %s: what was noticed is told: %t", stage, name, got)
			}
		}
	}
}

func TestByGroupNothingOfOneQuestionIsSaid(t *testing.T) {
	c := client(t, account.Session)
	for i := range c.Cycles {
		c.Cycles[i].AnswersBy = account.ByGroup
	}
	if v := said(play(t, c, kittest.Room("KK"))); strings.Contains(v, "merkbaar") {
		t.Errorf("the figure of one question is told:\n%s", v)
	}
}

func TestKeysTurnTheKWIs(t *testing.T) {
	p := play(t, client(t, account.Session))
	place := func() string { return p.Top().(kit.Meeter).MeetingPlace(p.Frame).At }
	for _, step := range []struct{ keys, at string }{{"down", "KWI-02"}, {"up up", "KWI-05"}, {"down", "KWI-01"}, {"end", "KWI-05"}, {"home", "KWI-01"}, {"right", "KWI-01/sheet2."}, {"right down", "KWI-02"}} {
		p.Press(strings.Fields(step.keys)...)
		if !strings.HasPrefix(place(), step.at) {
			t.Errorf("%s leads to %s, not %s", step.keys, place(), step.at)
		}
	}
	var seen []string
	for range 12 {
		seen = append(seen, place())
		p.Press("right")
	}
	for _, at := range seen {
		if p.Send(kit.Aim(at)); place() != at {
			t.Errorf("gone to %s, %s is in hand", at, place())
		}
	}
	if p.Send(kit.Aim("KWI-99")); place() != seen[len(seen)-1] {
		t.Errorf("gone to nothing, %s is in hand", place())
	}
}

func TestAnAgreementIsMadeOnTheKWIInHand(t *testing.T) {
	p := play(t, client(t, account.Session)).Press("down", "n", "'Een proef", "tab", "'Kees", "ctrl+s")
	c := p.Client()
	a := c.Newest().Actions[len(c.Newest().Actions)-1]
	if a.Text != "Een proef" || a.For != "Kees" || a.KWI != 2 || a.Why != "" {
		t.Errorf("agreed is %+v", a)
	}
	if v := p.View(); !strings.Contains(v, "Kees") {
		t.Errorf("it does not stand on the last sheet:\n%s", v)
	}
}

func TestNothingYet(t *testing.T) {
	for _, c := range []account.Client{{ID: "x", Name: "X"}, {ID: "x", Name: "X", Cycles: []account.Cycle{{Name: "2026H2"}}}} {
		p := play(t, c).Press("right", "down", "n", "enter")
		kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
		if len(p.Changes) > 0 || len(p.Stack) > 1 || !p.Press("esc").Left {
			t.Error("something can be done with nothing")
		}
	}
}

func TestForeignTextStaysInItsPlace(t *testing.T) {
	c := client(t, account.Session)
	k := &c.Newest().KWIs[0]
	k.Title, k.Expectation = strings.Repeat("漢字 ", 80), "\x1b[31m"+strings.Repeat("\u202elang ", 200)
	c.Newest().Actions[1].Text, c.Newest().Actions[1].For = strings.Repeat("x", 400), strings.Repeat("\x1b[2J", 30)
	for _, size := range [][2]int{{57, 16}, {77, 20}, {117, 36}, {197, 56}, {20, 5}} {
		for scale := -3; scale <= 3; scale++ {
			p := kittest.Start(kwipages.New(kit.Place{}), kittest.Frame(size[0], size[1], "nl", c, kittest.Together), c)
			p.Frame.Scale = scale
			for _, key := range []string{"right", "right", "right", "right", "right", "down", "right", "left"} {
				kittest.Fits(t, p.Frame, p.Press(key).Top().View(p.Frame))
			}
		}
	}
}

// TestEachOneWhoWishesAKWIIsHeard: whose wish it is stands beside its name, and of a
// joint one each has a page with their own words; of a room of which nobody said
// who sits there nobody is named, and before the test another's words are not shown.
func TestEachOneWhoWishesAKWIIsHeard(t *testing.T) {
	joint := func(stage account.Stage) account.Client {
		c := client(t, stage)
		y := c.Newest()
		y.Answers, y.Sent, y.Sendings, y.KWIs[3].WishedBy = nil, nil, nil, ""
		if err := c.JoinKWI("", 1, "DD", "Niet alles twee keer uitleggen.", "2026-11-21"); err != nil {
			t.Fatal(err)
		}
		return c
	}
	pages := func(p *kittest.Play) (out []string) {
		for range 6 {
			out = append(out, p.View())
			p.Press("right")
		}
		return out
	}
	with := func(pages []string, words string) bool {
		for _, v := range pages {
			if strings.Contains(v, words) {
				return true
			}
		}
		return false
	}
	all := pages(play(t, joint(account.Session), kittest.Room("KK")))
	if !with(all, "Kennisborging  ·  Kees Klant en D. Deeee") || !with(all, "D. Deeee") || len(kwipagesOf(all, "D. Deeee")) < 4 {
		t.Errorf("not everybody is heard:\n%s", strings.Join(all, "\n"))
	}
	kittest.Golden(t, "joint-80x24-nl", strings.Join(all[:4], "\n== right\n"))
	if all = pages(play(t, joint(account.Session))); with(all, "Kees Klant") || with(all, "D. Deeee") {
		t.Errorf("nobody said who is here, and they are named:\n%s", strings.Join(all, "\n"))
	}
	c := joint(account.Draft)
	c.Cycles = c.Cycles[len(c.Cycles)-1:]
	f := kittest.Frame(77, 20, "nl", c, kittest.Together, kittest.Room("KK"))
	for _, h := range f.Y().KWI(1).Wishes {
		if h.By == "DD" {
			t.Error("KK sees what DD said before the test")
		}
	}
}

// kwipagesOf are the pages that hold some words.
func kwipagesOf(pages []string, words string) (out []string) {
	for _, v := range pages {
		if strings.Contains(v, words) {
			out = append(out, v)
		}
	}
	return out
}
