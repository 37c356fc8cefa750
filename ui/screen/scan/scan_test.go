package scan_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/scan"
)

// firm is a supplier with two scans of one person, one half done, and of a team.
func firm(language string) account.Firm {
	said := map[string][3]string{
		"nl": {"De gemeente betaalt, de bewoner belt.", "De gemeente wel, de bewoner niet.", "Ja: minder bellen, eerder klaar."},
		"en": {"The town pays, the residents call.", "The town does, the residents do not.", "Yes: fewer calls, done sooner."},
	}[language]
	return account.Firm{Scans: []account.Scan{
		{ScanKey: account.ScanKey{Who: "Anna de Vries", Team: "Service", Date: "2026-05-20"}, Answers: "ccababbccb"},
		{ScanKey: account.ScanKey{Who: "Bob Bakker", Team: "Service", Date: "2026-11-02"}, Answers: "abcabcabca"},
		{ScanKey: account.ScanKey{Team: "Service", Date: "2026-11-09"}, Answers: "bab"},
		{ScanKey: account.ScanKey{Who: "Cem Çelik", Team: "Service", Date: "2026-11-10"}, Answers: "babcbcbabc"},
		{ScanKey: account.ScanKey{Who: "Anna de Vries", Team: "Service", Date: "2026-11-20"}, Clients: said[0], Sees: said[1], Goal: said[2], Answers: "bababcbacb"},
		{ScanKey: account.ScanKey{Who: "Dirk", Date: "2026-11-21"}, Answers: "bab.bc.b"},
	}}
}

func played(w, h int, language string, f account.Firm, options ...kittest.Option) *kittest.Play {
	fr := kittest.Frame(w, h, language, account.Client{}, append(options, func(k *kit.Frame) {
		if k.Audience == kit.Manager {
			k.Firm = f
		}
	})...)
	return kittest.Press(scan.New(kit.Place{}), fr)
}

var sizes = map[string][2]int{"60x20": {57, 16}, "80x24": {77, 20}, "120x40": {117, 36}, "200x60": {197, 56}}

func TestLooks(t *testing.T) {
	for size, s := range sizes {
		for _, language := range []string{"nl", "en"} {
			for name, press := range map[string][]string{
				"list": nil, "teams": {"tab"}, "questions": {"enter"}, "result": {"down", "enter"}, "half": {"enter", "tab"}, "new": {"n"},
			} {
				p := played(s[0], s[1], language, firm(language)).Press(press...)
				page := p.Top().View(p.Frame)
				kittest.Fits(t, p.Frame, page)
				if size == "80x24" || size == "60x20" && name == "questions" || size == "200x60" && name == "result" {
					head := p.Top().Head(p.Frame)
					kittest.Golden(t, name+"-"+size+"-"+language, head.Title+" | "+head.Right+"\n"+p.View())
				}
			}
			kittest.Fits(t, played(s[0], s[1], language, account.Firm{}).Frame, played(s[0], s[1], language, account.Firm{}).Top().View(played(s[0], s[1], language, account.Firm{}).Frame))
		}
	}
	for _, language := range []string{"nl", "en"} {
		kittest.Golden(t, "empty-"+language, played(77, 20, language, account.Firm{}).View())
	}
}

// TestEveryQuestionFits: with its answers, at the smallest size, in both
// languages.
func TestEveryQuestionFits(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		p := played(57, 16, language, firm(language)).Press("enter", "home")
		for n := range account.ScanLength {
			page := p.Top().View(p.Frame)
			kittest.Fits(t, p.Frame, page)
			if !strings.Contains(p.View(), "\n  c  ") && !strings.Contains(p.View(), "▸ c  ") {
				t.Errorf("%s, question %d: the last answer is not in view\n%s", language, n+1, p.View())
			}
			p.Press("down")
		}
	}
}

func newest(p *kittest.Play) account.Scan {
	all := p.Frame.Firm.Scans
	return all[len(all)-1]
}

func TestLettersAnswerAndGoOn(t *testing.T) {
	p := played(77, 20, "nl", account.Firm{})
	p.Press("enter") // a new one
	if len(p.Stack) != 2 {
		t.Fatal("nobody asks whose scan it is")
	}
	p.Press("ctrl+s") // the user's own, as it stands there
	if s := newest(p); s.Who != "Joe Bestseller" || s.Date != kittest.Today || len(p.Stack) != 1 {
		t.Fatalf("%+v", s)
	}
	p.Press("b", "a", "B", "up", "up", "c", "backspace")
	// Two back from the fourth is the second; answered anew it goes on to the first open one.
	if s := newest(p); s.Answers != "bcb" {
		t.Errorf("%+v", s)
	}
	if p.Press("a", "a", "a", "a", "a", "a"); newest(p).Answers != "bcbaaaaaa" || !strings.Contains(p.View(), "▸10·") {
		t.Errorf("%s\n%s", newest(p).Answers, p.View())
	}
	if p.Press("b"); !strings.Contains(p.View(), " van 30 · ") {
		t.Errorf("behind the last answer stands no result:\n%s", p.View())
	}
	if p.Press("tab", "home", "backspace", "tab"); !strings.Contains(p.View(), " van 27, 1 vraag open: 1") {
		t.Errorf("what is missing is not named:\n%s", p.View())
	}
	if p.Press("esc", "enter"); !p.Top().Typing() || !strings.Contains(p.View(), "▸ 1·") {
		t.Errorf("one does not go on where it was left:\n%s", p.View())
	}
}

func TestASentenceIsNoAnswer(t *testing.T) {
	p := played(77, 20, "en", firm("en")).Press("enter")
	before := newest(p).Answers
	if p.Type("der baas cab"); newest(p).Answers != before || !p.Bad {
		t.Errorf("it answered: %s", newest(p).Answers)
	}
	if p.Press("paste:abc"); newest(p).Answers != before || !p.Bad {
		t.Error("a paste answered")
	}
	if p.Press("down", "up", "c"); newest(p).Answers == before {
		t.Error("after an arrow a letter is an answer again")
	}
}

// TestTheResultChangesWithTheAnswers: advice and explanations follow.
func TestTheResultChangesWithTheAnswers(t *testing.T) {
	of := func(answers string) string {
		f := account.Firm{Scans: []account.Scan{{ScanKey: account.ScanKey{Who: "A", Date: "2026-11-20"}, Answers: account.ScanAnswers(answers)}}}
		return played(117, 90, "en", f).Press("enter").View()
	}
	seen := []string{of("aaaaaaaaaa"), of("bbbbbbbbbb"), of("cccccccccc")}
	for i, v := range seen {
		if !strings.Contains(v, " of 30 · ") || slices.Contains(seen[:i], v) {
			t.Errorf("%s", v)
		}
	}
}

func TestTeamsTellNobody(t *testing.T) {
	p := played(77, 24, "en", firm("en")).Press("tab")
	v := p.View()
	if !strings.Contains(v, "Together ") || !strings.Contains(v, "from 3 people") || strings.Contains(v, "lowest reaches") {
		t.Errorf("%s", v)
	}
	for _, name := range []string{"Anna", "Bob", "Cem", "Dirk"} {
		if strings.Contains(v, name) {
			t.Errorf("%s is named:\n%s", name, v)
		}
	}
	f := firm("en")
	f.Scans = append(f.Scans, account.Scan{ScanKey: account.ScanKey{Who: "Eva", Team: "service ", Date: "2026-11-21"}, Answers: "cccccccccc"})
	if v := played(77, 24, "en", f).Press("tab").View(); !strings.Contains(v, "from 4 people") || !strings.Contains(v, "lowest reaches") {
		t.Errorf("%s", v)
	}
	f.Scans = f.Scans[:2] // of two people
	if v := played(77, 24, "en", f).Press("tab").View(); !strings.Contains(v, "fewer than 3") || strings.Contains(v, "Together") {
		t.Errorf("%s", v)
	}
}

func TestWhoseItIsAndAway(t *testing.T) {
	p := played(77, 20, "nl", firm("nl")).Press("e", "ctrl+u")
	p.Type("Dirk Dijk")
	p.Press("ctrl+s", "esc")
	if s := newest(p); s.Who != "Dirk Dijk" || s.Answers != "bab.bc.b" {
		t.Errorf("%+v", s)
	}
	if p.Press("ctrl+x", "esc"); len(p.Frame.Firm.Scans) != 6 {
		t.Error("no is yes")
	}
	if p.Press("ctrl+x", "enter"); len(p.Frame.Firm.Scans) != 5 || strings.Contains(p.View(), "Dirk") {
		t.Error("it stays")
	}
}

func TestAimOpensAPersonOrATeam(t *testing.T) {
	p := played(77, 20, "nl", firm("nl"))
	if p.Send(kit.Aim("anna de vries")); !strings.Contains(p.View(), "Anna de Vries   vr 20 nov") {
		t.Error(p.View())
	}
	p = played(77, 20, "nl", firm("nl"))
	if p.Send(kit.Aim("nobody")); !strings.Contains(p.View(), "Dirk") {
		t.Error(p.View())
	}
}

func TestTheClientSeesNothing(t *testing.T) {
	p := played(77, 20, "nl", firm("nl"), kittest.Together)
	p.Frame.Firm = firm("nl") // even if it were there
	for _, press := range []string{"enter", "tab", "n", "a"} {
		p.Press(press)
		if strings.TrimSpace(p.View()) != "" || len(p.Top().Acts(p.Frame)) > 0 || p.Top().Head(p.Frame).Right != "" || p.Out.Firm != nil {
			t.Errorf("after %s:\n%s", press, p.View())
		}
	}
}

func TestForeignTextSteersNothing(t *testing.T) {
	f := account.Firm{}
	for i, bad := range []string{"a\x1b[31mb\u202ec\nd\te", strings.Repeat("breed日本", 40)} {
		f.Scans = append(f.Scans, account.Scan{ScanKey: account.ScanKey{Who: bad, Team: bad, Date: account.Date(fmt.Sprintf("2026-11-1%d", i))}, Clients: bad, Goal: bad, Answers: "abcabcabca"})
	}
	for _, s := range sizes {
		for _, press := range [][]string{nil, {"tab"}, {"enter"}, {"enter", "end"}, {"enter", "tab"}, {"down", "enter"}} {
			p := played(s[0], s[1], "en", f).Press(press...)
			kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
			if strings.ContainsAny(p.View(), "\x1b\u202e") {
				t.Errorf("%q", p.View())
			}
		}
	}
}

// TestAllScansOfOnePersonGoInOneAct: who did more than one is asked which, and
// what belongs to others stays.
func TestAllScansOfOnePersonGoInOneAct(t *testing.T) {
	p := played(77, 20, "nl", firm("nl")).Press("down", "ctrl+x")
	if got := p.View(); !strings.Contains(got, "Wat weghalen van Anna de Vries?") {
		t.Fatalf("of somebody with two scans it asks:\n%s", got)
	}
	p.Press("down", "enter")
	if got := p.View(); !strings.Contains(got, "Alle scans van Anna de Vries weghalen?") || !strings.Contains(got, "2 scans") {
		t.Fatalf("before all go it asks:\n%s", got)
	}
	p.Press("enter")
	if got := p.View(); strings.Contains(got, "Anna") || !strings.Contains(got, "Bob Bakker") || !strings.Contains(got, "Dirk") {
		t.Errorf("left is:\n%s", got)
	}
	p = played(77, 20, "nl", firm("nl")).Press("ctrl+x")
	if got := p.View(); !strings.Contains(got, "De scan van Dirk van") {
		t.Errorf("of somebody with one it asks at once:\n%s", got)
	}
}

// TestColleaguesInARow: the first scan is the user's own, the next is of whoever
// is named, in the team that was named that day; who is known is in the team of
// the last time.
func TestColleaguesInARow(t *testing.T) {
	me := func(f *kit.Frame) { f.Me = account.User{Name: "Anna de Vries"} }
	p := played(77, 20, "nl", account.Firm{}, me).Press("n")
	if got := p.View(); !strings.Contains(got, "Anna de Vries") {
		t.Errorf("the first is of:\n%s", got)
	}
	p = played(77, 20, "nl", firm("nl"), me).Press("n")
	if got := p.View(); strings.Contains(got, "Anna de Vries") || strings.Contains(got, "Service") {
		t.Errorf("the next is of:\n%s", got)
	}
	p.Type("Bob Bakker").Press("ctrl+s")
	p.Press("esc", "n").Type("Eva").Press("ctrl+s", "esc")
	teams := map[string]string{}
	for _, s := range p.Frame.Firm.Scans {
		if s.Date == p.Frame.Today {
			teams[s.Who] = s.Team
		}
	}
	if fmt.Sprint(teams) != "map[Bob Bakker:Service Dirk: Eva:Service]" {
		t.Errorf("begun today: %v", teams)
	}
}
