package monitor_test

import (
	"regexp"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/monitor"
)

// walk looks at everything that the monitor can show of a client.
func walk(t *testing.T, f kit.Frame) string {
	t.Helper()
	var b strings.Builder
	p := kittest.Press(monitor.New(kit.Place{}), f)
	see := func() {
		kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
		b.WriteString(p.View())
	}
	for range 5 {
		for range 12 {
			see()
			p.Press("down")
		}
		p.Press("tab")
	}
	if p.Press("enter"); f.Y() != nil {
		for range f.Y().KWIs {
			for range 3 {
				see()
				p.Press("down")
			}
			p.Press("H")
			for range 5 {
				see()
				p.Press("tab")
			}
			p.Press("esc")
			p.Press("right")
		}
	}
	return b.String()
}

func newest(c *account.Client) *account.Cycle { return &c.Cycles[len(c.Cycles)-1] }

func TestByGroup(t *testing.T) {
	c := client(t, "newmedia", "nl").Clone()
	newest(&c).AnswersBy = account.ByGroup
	newest(&c).KWIs[3].Code = 4
	waiting := kittest.Frame(77, 20, "nl", c)
	kittest.Golden(t, "group/waiting", kittest.Press(monitor.New(kit.Place{}), waiting).View())
	kittest.Golden(t, "group/waiting-remarks", kittest.Press(monitor.New(kit.Place{}), waiting, "tab", "tab").View())
	if all := kittest.Press(monitor.New(kit.Place{}), waiting).View(); strings.Contains(all, "Deeee") {
		t.Error("by group it is told whose list is awaited")
	}
	dorpstad := client(t, "dorpstad", "nl")
	shown := kittest.Frame(77, 20, "nl", dorpstad, kittest.Cycle(dorpstad.Cycles[1].Name))
	kittest.Golden(t, "group/shown", kittest.Press(monitor.New(kit.Place{}), shown).View())
	newest(&c).Excused = map[account.Initials]account.Date{"DD": "2026-11-01"}
	f := kittest.Frame(77, 20, "nl", c)
	kittest.Golden(t, "group/scores-manager", kittest.Press(monitor.New(kit.Place{}), f).View())
	kittest.Golden(t, "group/kwi-manager", kittest.Press(monitor.New(kit.Place{}), f, "enter").View())
	kittest.Golden(t, "group/remarks-manager", kittest.Press(monitor.New(kit.Place{}), f, "tab", "tab").View())
	all := walk(t, kittest.Frame(77, 30, "nl", c))
	if regexp.MustCompile(`\b(AA|BB|CC)\b +\b(AA|BB|CC)\b`).MatchString(all) {
		t.Error("by group there are columns of respondents")
	}
	if regexp.MustCompile(`\d[<>]`).MatchString(strings.ReplaceAll(all, ": < weegt 1, niets 2, > 3", "")) {
		t.Error("by group a single answer is shown")
	}
	if regexp.MustCompile(`\d  ?promotor\n`).MatchString(all) || strings.Contains(all, "Kees Klant (KK)") {
		t.Error("by group remarks have names")
	}
}

func TestTooFewByGroup(t *testing.T) {
	c := client(t, "newmedia", "nl").Clone()
	y := newest(&c)
	y.AnswersBy, y.Excused = account.ByGroup, map[account.Initials]account.Date{"BB": "2026-11-01", "CC": "2026-11-01", "DD": "2026-11-01", "AA": "2026-11-25"} // the list of AA is whole as it is
	sheet := account.Sheet{}
	for _, a := range y.Answers["AA"] {
		if a.Question.KWI != 5 {
			sheet = append(sheet, a)
		}
	}
	y.Answers["AA"] = sheet
	kittest.Golden(t, "group/onekwi", kittest.Press(monitor.New(kit.Place{}), kittest.Frame(77, 20, "nl", c)).View())
	kittest.Golden(t, "group/onekwi-deep", kittest.Press(monitor.New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "enter").View())
	delete(y.Answers, "BB")
	delete(y.Answers, "CC")
	y.NPS = map[account.Initials]account.NPS{"AA": {Score: 9, Why: "geheim"}}
	kittest.Golden(t, "group/toofew", kittest.Press(monitor.New(kit.Place{}), kittest.Frame(77, 20, "nl", c)).View())
	if all := walk(t, kittest.Frame(77, 20, "nl", c)); strings.Contains(all, "geheim") {
		t.Error("words with a withheld figure are shown")
	}
}

func TestSomebodyAnonymous(t *testing.T) {
	c := client(t, "newmedia", "nl").Clone()
	y := newest(&c)
	n := y.NPS["AA"]
	n.Anonymous = true
	y.NPS["AA"] = n
	f := kittest.Frame(77, 20, "nl", c)
	all := walk(t, f)
	if regexp.MustCompile(`\d+, (promotor|passief|criticaster)`).MatchString(all) {
		t.Error("a number stands beside a name")
	}
	if !strings.Contains(all, "Degelijk") || !strings.Contains(all, "NPS  +50") {
		t.Error("words and figure of all together may be shown")
	}
	kittest.Golden(t, "anonymous", kittest.Press(monitor.New(kit.Place{}), f, "tab", "tab", "down", "down", "down", "down", "down", "down").View())
	delete(y.NPS, "BB")
	delete(y.NPS, "CC")
	if all = walk(t, kittest.Frame(77, 20, "nl", c)); !strings.Contains(all, "pas vanaf 3") || strings.Contains(all, "Degelijk") {
		t.Error("two answers of which one is anonymous are withheld, words and all")
	}
}

func TestEarlierCycle(t *testing.T) {
	c := client(t, "newmedia", "nl")
	p := kittest.Press(monitor.New(kit.Place{}), kittest.Frame(77, 20, "nl", c, kittest.Cycle(c.Cycles[1].Name)))
	kittest.Golden(t, "earlier", p.View())
	if p.Press("tab"); strings.Contains(p.View(), string(c.Cycles[4].Name)) {
		t.Errorf("what came later was not known then:\n%s", p.View())
	}
}
