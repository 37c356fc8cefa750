package monitor_test

import (
	"fmt"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/internal/trace"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/monitor"
)

// client is one client of the example as it is on the day of the tests.
func client(t testing.TB, id, language string) account.Client {
	t.Helper()
	for _, c := range example.Portfolio(language, kittest.Today).Clients {
		if c.ID == id {
			return c
		}
	}
	t.Fatalf("the example has no %s", id)
	return account.Client{}
}

// full is a client with eight respondents, all of whom answered seven KWIs.
func full(t testing.TB) account.Client {
	c := client(t, "newmedia", "nl").Clone()
	y := &c.Cycles[len(c.Cycles)-1]
	for len(c.Respondents) < 8 {
		who := account.Initials(fmt.Sprintf("R%d", len(c.Respondents)))
		c.Respondents = append(c.Respondents, account.Respondent{Initials: who, Name: "Respondent " + string(who)})
	}
	for len(y.KWIs) < 7 {
		k := y.KWIs[len(y.KWIs)-1]
		k.Code++
		k.Title = fmt.Sprintf("Een verwachting met een heel lange naam, nummer %d", k.Code)
		questions := append([]account.Question{}, k.Questions...)
		for i := range questions {
			questions[i].Code.KWI = k.Code
		}
		k.Questions = questions
		y.KWIs = append(y.KWIs, k)
	}
	for i, r := range c.Respondents {
		y.Answers[r.Initials], y.Assigned[r.Initials] = nil, nil
		for _, k := range y.KWIs {
			for j, q := range k.Questions {
				y.Assigned[r.Initials] = append(y.Assigned[r.Initials], q.Code)
				y.Answers[r.Initials] = append(y.Answers[r.Initials], account.Answer{Question: q.Code, Grade: account.Grade(5 + (i+j+int(k.Code))%6), Relevance: account.Relevance((i + j) % 3)})
			}
		}
	}
	return c
}

var sizes = []struct {
	name string
	w, h int
}{{"80x24", 77, 20}, {"120x40", 117, 36}}

// looks are the sides, and the keys that lead there.
var looks = []struct {
	name string
	keys []string
}{{"scores", nil}, {"trend", []string{"tab", "down"}}, {"remarks", []string{"tab", "tab"}}, {"says", []string{"tab", "tab", "tab"}}, {"actions", []string{"shift+tab"}}, {"how", []string{"H"}}, {"kwi", []string{"down", "enter", "down"}}}

func TestTypical(t *testing.T) {
	for _, size := range sizes {
		for _, language := range []string{"nl", "en"} {
			for _, look := range looks {
				t.Run(look.name+"-"+size.name+"-"+language, func(t *testing.T) {
					f := kittest.Frame(size.w, size.h, language, client(t, "newmedia", language))
					p := kittest.Press(monitor.New(kit.Place{}), f, look.keys...)
					kittest.Fits(t, f, p.Top().View(f))
					kittest.Golden(t, "typical/"+look.name+"-"+size.name+"-"+language, p.View())
				})
			}
		}
	}
}

func TestFull(t *testing.T) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"80x24", 77, 20}, {"60x20", 57, 16}, {"120x40", 117, 36}} {
		for _, look := range looks {
			f := kittest.Frame(size.w, size.h, "nl", full(t))
			p := kittest.Press(monitor.New(kit.Place{}), f, look.keys...)
			kittest.Fits(t, f, p.Top().View(f))
			kittest.Golden(t, "full/"+look.name+"-"+size.name, p.View())
		}
	}
}

// On a large screen every KWI and the total have a chart of their own.
func TestATrendOnALargeScreenIsOneChartForEachKWI(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		f := kittest.Frame(197, 56, language, client(t, "newmedia", language))
		p := kittest.Press(monitor.New(kit.Place{}), f, "tab", "down")
		kittest.Fits(t, f, p.Top().View(f))
		kittest.Golden(t, "typical/trend-200x60-"+language, p.View())
	}
	f := kittest.Frame(197, 56, "nl", full(t))
	kittest.Golden(t, "full/trend-200x60", kittest.Press(monitor.New(kit.Place{}), f, "tab").View())
}

// On a large screen what is in hand stands in full beside the table, and all of
// what was said and what the figures say is in view at once.
func TestALargeScreenIsUsedWhole(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		for _, look := range looks {
			if look.name == "trend" || look.name == "how" {
				continue
			}
			f := kittest.Frame(197, 56, language, client(t, "newmedia", language))
			p := kittest.Press(monitor.New(kit.Place{}), f, look.keys...)
			kittest.Fits(t, f, p.Top().View(f))
			kittest.Golden(t, "typical/"+look.name+"-200x60-"+language, p.View())
		}
	}
}

// What stands in full beside the table or below it is no table: a click there is on
// no figure.
func TestAClickOnWhatIsInFullIsOnNoFigure(t *testing.T) {
	none := trace.Thing{}.Kind
	for _, c := range []struct {
		w, h, x, y int
		text       string // that stands at that line
		on         trace.Kind
		keys       []string
	}{
		{197, 56, 73, 3, "▸ 01 Kennisborging", trace.Score, nil}, {197, 56, 130, 3, "▸ 01 Kennisborging", none, nil}, {197, 56, 127, 10, "score 7,83", none, nil},
		{117, 36, 73, 3, "▸ 01 Kennisborging", trace.Score, nil}, {117, 36, 60, 23, "  01 Kennisborging", none, nil},
		{197, 56, 64, 10, "2.01 Vragen", trace.Answer, []string{"down", "enter"}}, {197, 56, 176, 3, "7,51", none, []string{"down", "enter"}},
	} {
		f := kittest.Frame(c.w, c.h, "nl", client(t, "newmedia", "nl"))
		p := kittest.Press(monitor.New(kit.Place{}), f, c.keys...)
		if line := strings.Split(p.View(), "\n")[c.y]; !strings.Contains(line, c.text) {
			t.Fatalf("%dx%d: line %d is %q", c.w, c.h, c.y, line)
		}
		if of := p.Top().(kit.Figured).FigureAt(p.Frame, c.x, c.y); of.Kind != c.on {
			t.Errorf("%dx%d: a click at %d,%d is on %v", c.w, c.h, c.x, c.y, of)
		}
	}
}

func TestEmpty(t *testing.T) {
	none := account.Client{ID: "a", Name: "A", Approach: account.Extended}
	kittest.Golden(t, "empty/nocycle", kittest.Press(monitor.New(kit.Place{}), kittest.Frame(77, 20, "nl", none)).View())
	begun := client(t, "laagveld", "nl")
	kittest.Golden(t, "empty/nokwis", kittest.Press(monitor.New(kit.Place{}), kittest.Frame(77, 20, "nl", begun)).View())
	waiting := client(t, "newmedia", "nl").Clone()
	y := &waiting.Cycles[len(waiting.Cycles)-1]
	y.Answers, y.NPS, y.Remarks = nil, nil, nil
	for _, look := range looks {
		kittest.Golden(t, "empty/waiting-"+look.name, kittest.Press(monitor.New(kit.Place{}), kittest.Frame(77, 20, "nl", waiting), look.keys...).View())
	}
}
