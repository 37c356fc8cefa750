package monitor_test

import (
	"regexp"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/monitor"
)

var saysKeys = []string{"tab", "tab", "tab"}

// All that the figures say, and how each comes about, to be read as prose.
func TestWhatItSays(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		c := client(t, "newmedia", language)
		kittest.Golden(t, "says/whole-"+language, kittest.Press(monitor.New(kit.Place{}), kittest.Frame(117, 76, language, c), saysKeys...).View())
		kittest.Golden(t, "says/narrow-"+language, kittest.Press(monitor.New(kit.Place{}), kittest.Frame(57, 100, language, c), saysKeys...).View())
		for _, how := range []struct {
			name string
			keys []string
		}{{"kwi", []string{"H"}}, {"kwi-like", []string{"tab", "H"}}, {"total", []string{"H", "tab", "tab"}}, {"total-like", []string{"tab", "end", "H"}}, {"nps", []string{"tab", "tab", "H"}}, {"leans", []string{"tab", "tab", "H", "tab"}}, {"lost", []string{"tab", "tab", "H", "tab", "tab"}}} {
			kittest.Golden(t, "says/how-"+how.name+"-"+language, kittest.Press(monitor.New(kit.Place{}), kittest.Frame(77, 40, language, c), how.keys...).View())
		}
	}
}

// The first cycle has nothing before it, and one list says nothing of others.
func TestWhatItSaysOfLittle(t *testing.T) {
	c := client(t, "newmedia", "nl").Clone()
	c.Cycles = c.Cycles[len(c.Cycles)-1:]
	y := newest(&c)
	y.Answers = map[account.Initials]account.Sheet{"KK": y.Answers["KK"]}
	y.NPS = nil
	kittest.Golden(t, "says/little", kittest.Press(monitor.New(kit.Place{}), kittest.Frame(77, 60, "nl", c), saysKeys...).View())
}

func TestItScrollsToItsEnd(t *testing.T) {
	for _, size := range [][2]int{{57, 16}, {77, 20}, {117, 36}, {197, 30}} {
		f := kittest.Frame(size[0], size[1], "nl", full(t))
		p := kittest.Press(monitor.New(kit.Place{}), f, append(saysKeys, "end")...)
		kittest.Fits(t, f, p.Top().View(f))
		if !strings.Contains(p.View(), "nog 23") && !strings.Contains(p.View(), "nog 28") {
			t.Errorf("the end is not in view:\n%s", p.View())
		}
		before := p.View()
		if p.Press("up"); p.View() == before {
			t.Errorf("%v: up does nothing at the end", size)
		}
	}
}

// TestAllOfItIsInViewOnALargeScreen: in two columns nothing is left to scroll to, and
// a click in the right one is on its own figure.
func TestAllOfItIsInViewOnALargeScreen(t *testing.T) {
	f := kittest.Frame(197, 56, "nl", client(t, "newmedia", "nl"))
	p := kittest.Press(monitor.New(kit.Place{}), f, saysKeys...)
	if before := p.View(); p.Press("end").View() != before || !strings.Contains(before, "nog 13") {
		t.Errorf("the end is not in view:\n%s", before)
	}
	for y, line := range strings.Split(p.View(), "\n") {
		at := strings.LastIndex(line, "2.04     7,00")
		if at < 0 {
			continue
		}
		x := cells.Width(line[:at])
		screen := p.Top().(kit.Figured)
		if of := screen.FigureAt(p.Frame, x, y); of.Question.String() != "2.04" {
			t.Errorf("a click on the question in the right column is on %+v", of)
		}
		if of := screen.FigureAt(p.Frame, 3, y); of.Question.String() == "2.04" {
			t.Error("a click in the left column is on the question in the right one")
		}
		return
	}
	t.Error("2.04 does not stand there")
}

// Nothing of it is there for the client, and by group nothing of a person.
func TestWhatItSaysIsForOurselves(t *testing.T) {
	c := client(t, "newmedia", "nl")
	watched := kittest.Frame(77, 30, "nl", c, kittest.Together)
	for _, keys := range [][]string{nil, {"tab"}, {"tab", "tab"}, saysKeys, {"H"}} {
		if v := kittest.Press(monitor.New(kit.Place{}), watched, keys...).View(); strings.Contains(v, "Wat het zegt") || strings.Contains(v, "÷") {
			t.Errorf("%v: the client sees\n%s", keys, v)
		}
	}
	dorpstad := client(t, "dorpstad", "nl")
	f := kittest.Frame(77, 30, "nl", dorpstad, kittest.Cycle(dorpstad.Cycles[1].Name))
	kittest.Golden(t, "says/group", kittest.Press(monitor.New(kit.Place{}), f, saysKeys...).View())
	p := kittest.Press(monitor.New(kit.Place{}), f, "H")
	for range 5 {
		if v := p.View(); regexp.MustCompile(`punten|\d/\d`).MatchString(v) {
			t.Errorf("by group a sum is shown:\n%s", v)
		}
		p.Press("tab")
	}
	named := client(t, "newmedia", "nl").Clone()
	y := newest(&named)
	n := y.NPS["AA"]
	n.Anonymous = true
	y.NPS["AA"] = n
	kittest.Golden(t, "says/how-nameless", kittest.Press(monitor.New(kit.Place{}), kittest.Frame(77, 20, "nl", named), "tab", "tab", "H").View())
}

// A question in other words breaks the line, and is said.
func TestARewordedQuestionBreaksTheLine(t *testing.T) {
	c := client(t, "newmedia", "nl").Clone()
	newest(&c).KWIs[0].Question(account.QuestionCode{KWI: 1, Serial: 2}).Text = "Heel iets anders."
	f := kittest.Frame(77, 20, "nl", c)
	p := kittest.Press(monitor.New(kit.Place{}), f, "tab")
	kittest.Golden(t, "says/broken-trend", p.View())
	if p.Press("down"); strings.Contains(p.View(), "andere woorden") {
		t.Error("the line of another KWI breaks too")
	}
	if p.Press("tab", "tab"); !strings.Contains(p.View(), "anders verwoord") && !strings.Contains(p.Press("pgdown").View(), "anders verwoord") {
		t.Errorf("it is not said:\n%s", p.View())
	}
}

// How comes back to where it was asked.
func TestHowIsAskedAndLeft(t *testing.T) {
	p := kittest.Press(monitor.New(kit.Place{}), kittest.Frame(77, 20, "nl", client(t, "newmedia", "nl")), "down", "H")
	if !strings.Contains(p.View(), "02 Inspiratie") || !strings.Contains(p.View(), "293 punten ÷ 39 gewicht = 7,51") {
		t.Errorf("got\n%s", p.View())
	}
	if p.Press("H"); !strings.Contains(p.View(), "▸ 02 Inspiratie") {
		t.Errorf("got\n%s", p.View())
	}
	if p.Press("enter", "H", "esc"); !strings.HasPrefix(strings.TrimSpace(p.View()), "02 Inspiratie") {
		t.Errorf("got\n%s", p.View())
	}
	if len(p.Changes) > 0 {
		t.Error("asking changes something")
	}
}
