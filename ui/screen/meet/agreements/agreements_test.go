package agreements_test

import (
	"fmt"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/meet/agreements"
)

func client(t testing.TB) account.Client {
	c := kittest.NewMedia(t)
	c.Newest().Actions[0].Status = account.Done
	c.Newest().Actions[1].Why, c.Newest().Actions[1].Evidence = "alleen voor ons", "nog niet vrijgegeven"
	return c
}

func play(t testing.TB, c account.Client, keys ...string) *kittest.Play {
	t.Helper()
	return kittest.Start(agreements.New(kit.Place{}), kittest.Frame(77, 20, "nl", c, kittest.Together), c).Press(keys...)
}

func TestGoldens(t *testing.T) {
	for _, size := range []struct {
		w, h int
		lang string
	}{{77, 20, "nl"}, {77, 20, "en"}, {117, 36, "nl"}, {57, 16, "en"}} {
		c := client(t)
		p := kittest.Start(agreements.New(kit.Place{}), kittest.Frame(size.w, size.h, size.lang, c, kittest.Together), c)
		var b strings.Builder
		for _, key := range []string{"", "right", "tab", "n"} {
			if key != "" {
				p.Press(key)
			}
			kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
			b.WriteString("== " + key + " " + p.Top().Head(p.Frame).Right + "\n" + strings.TrimRight(p.View(), "\n") + "\n")
		}
		kittest.Golden(t, fmt.Sprintf("%dx%d-%s", size.w+3, size.h+4, size.lang), b.String())
	}
}

func TestAnAgreementIsMadeChangedAndDone(t *testing.T) {
	p := play(t, client(t), "n", "'Een proef", "tab", "'Kees", "tab", "'vrijdag", "ctrl+s")
	c := p.Client()
	all := c.Newest().Actions
	a := all[len(all)-1]
	if a.Text != "Een proef" || a.For != "Kees" || a.Due != "2026-11-27" || a.Side != account.SupplierSide {
		t.Fatalf("agreed is %+v", a)
	}
	p.Send(kit.Aim(a.Number))
	p.Press("enter", "'!", "ctrl+s", "space")
	c = p.Client()
	if _, now := c.Action(a.Number); now.Text != "Een proef!" || now.Status != account.Done {
		t.Errorf("it is %+v", now)
	}
	p.Press("space")
	c = p.Client()
	if _, now := c.Action(a.Number); now.Status != account.Open {
		t.Errorf("it is not opened again: %+v", now)
	}
}

func TestWhatIsOpenFromBeforeIsHereToo(t *testing.T) {
	c := client(t)
	c.Newest().Stage = account.Closed
	c.Cycles = append(c.Cycles, account.Cycle{Name: c.Newest().Name.Next()})
	v := play(t, c, "tab").View()
	if strings.Contains(v, "Gedeelde klantruimte") || !strings.Contains(v, "Scan van de website") {
		t.Errorf("it shows:\n%s", v)
	}
}

func TestNothingForOneSideIsShown(t *testing.T) {
	p := play(t, client(t), "right")
	for _, keys := range [][]string{nil, {"tab"}, {"enter"}} {
		if v := p.Press(keys...).View(); strings.Contains(v, "alleen voor ons") || strings.Contains(v, "vrijgegeven") {
			t.Errorf("it is seen:\n%s", v)
		}
	}
}

func TestNothingYet(t *testing.T) {
	for _, c := range []account.Client{{ID: "x", Name: "X"}, {ID: "x", Name: "X", Cycles: []account.Cycle{{Name: "2026H2"}}}} {
		p := play(t, c, "enter", "space", "tab", "right")
		if len(p.Changes) > 0 || len(p.Stack) > 1 {
			t.Error("something can be done with nothing")
		}
		kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
	}
}

func TestForeignTextStaysInItsPlace(t *testing.T) {
	c := client(t)
	c.Newest().Actions[0].Text = "\x1b[31m" + strings.Repeat("\u202e漢字 ", 200)
	c.Newest().Actions[1].Text, c.Newest().Actions[1].For = strings.Repeat("x", 400), strings.Repeat("\x1b[2J", 30)
	for _, size := range [][2]int{{57, 16}, {77, 20}, {117, 36}, {197, 56}, {20, 5}} {
		p := kittest.Start(agreements.New(kit.Place{}), kittest.Frame(size[0], size[1], "nl", c, kittest.Together), c)
		for _, key := range []string{"right", "tab", "down", "up", "end", "tab"} {
			kittest.Fits(t, p.Frame, p.Press(key).Top().View(p.Frame))
		}
	}
}
