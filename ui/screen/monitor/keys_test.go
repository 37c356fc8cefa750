package monitor_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/monitor"
)

func TestKeys(t *testing.T) {
	f := kittest.Frame(77, 20, "nl", client(t, "newmedia", "nl"))
	p := kittest.Press(monitor.New(kit.Place{}), f, "down", "down", "enter")
	title := func(want string) {
		t.Helper()
		if first, _, _ := strings.Cut(p.View(), "\n"); !strings.Contains(first, want) {
			t.Errorf("the first line is %q, without %s", first, want)
		}
	}
	title("03 Bijdrage")
	p.Press("right")
	title("04 Lagere")
	p.Press("right", "right")
	title("01 Kennis")
	p.Press("left", "h")
	title("04 Lagere")
	if p.Press("esc"); p.Left || !strings.Contains(p.View(), "▸ 04 Lagere") {
		t.Errorf("esc must close the KWI and keep it in hand:\n%s", p.View())
	}
	p.Press("tab", "end", "enter")
	if !p.Bad {
		t.Error("the total cannot be opened, and says why")
	}
	p.Press("up", "enter")
	title("05 Partnerschap")
	p.Press("enter", "tab")
	title("▸ Opmerkingen")
	before := p.View()
	p.Press("end")
	if p.View() == before || strings.Contains(p.View(), "\n  nog") {
		t.Errorf("end must show the last remark:\n%s", p.View())
	}
	if p.Press("home"); p.View() != before {
		t.Error("home must show the first again")
	}
	if p.Press("shift+tab", "shift+tab"); !strings.Contains(p.View(), "▸ Scores") {
		t.Error("shift+tab must go back")
	}
	if p.Press("esc"); !p.Left {
		t.Error("esc must leave")
	}
	if len(p.Changes) > 0 {
		t.Error("the monitor changes nothing")
	}
}

// Every figure of a KWI can be found back in its answers.
func TestFiguresAreTraced(t *testing.T) {
	c := client(t, "newmedia", "nl")
	p := kittest.Press(monitor.New(kit.Place{}), kittest.Frame(117, 36, "nl", c), "down", "enter")
	for _, text := range []string{"8>", "68/9", "293/39", "7,51", "68 punten ÷ 9 gewicht = 7,56"} {
		if !strings.Contains(p.View(), text) {
			t.Errorf("%q is missing:\n%s", text, p.View())
		}
	}
}

func TestHostileText(t *testing.T) {
	c := client(t, "newmedia", "nl").Clone()
	y := newest(&c)
	bad := "a\x1b[31mb\u202ec\nd\te日本語" + strings.Repeat("lang ", 80)
	y.KWIs[0].Title, y.KWIs[0].Expectation, y.KWIs[0].Why = bad, bad, bad
	y.KWIs[0].Questions[0].Text = bad
	c.Respondents[0].Name = bad
	y.Remarks = map[account.Initials]string{"AA": bad}
	y.Actions[0].Text, y.Actions[0].For, y.Actions[0].Evidence = bad, bad, bad
	for _, size := range [][2]int{{57, 16}, {60, 16}, {69, 18}, {77, 20}, {99, 24}, {117, 36}, {197, 56}} {
		if all := walk(t, kittest.Frame(size[0], size[1], "nl", c)); strings.ContainsAny(all, "\x1b\u202e\t") {
			t.Error("foreign text steers the terminal")
		}
	}
}

func TestMoreThanFits(t *testing.T) {
	for _, size := range [][2]int{{57, 16}, {77, 20}, {117, 36}} {
		f := kittest.Frame(size[0], size[1], "nl", full(t))
		walk(t, f)
		p := kittest.Press(monitor.New(kit.Place{}), f, "end")
		if !strings.Contains(p.View(), "▸ 07") || !strings.Contains(p.View(), "Totaal") {
			t.Errorf("the last KWI is not in view:\n%s", p.View())
		}
	}
}
