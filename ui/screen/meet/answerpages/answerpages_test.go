package answerpages

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/widget/large"
)

// newMedia is the example client while answers come in: of KK there is one
// answer, a 6 to 1.02, of AA all that anybody can say.
func newMedia(t testing.TB, by account.AnswersBy) account.Client {
	t.Helper()
	c := kittest.NewMedia(t)
	y := c.Newest()
	y.Stage, y.AnswersBy, y.AnsweredInTalk = account.Measure, by, nil
	y.Assigned = map[account.Initials][]account.QuestionCode{"KK": {code(1, 1), code(1, 2), code(2, 3)}, "AA": {code(1, 1)}}
	y.Answers = map[account.Initials]account.Sheet{"KK": {{Question: code(1, 2), Grade: 6}}, "AA": {{Question: code(1, 1), Grade: 3}}}
	y.NPS = map[account.Initials]account.NPS{"AA": {Score: 2, Why: "жwhy", Pleased: "жpleased", Missed: "жmissed"}}
	y.Remarks, y.Released = map[account.Initials]string{"AA": "жremark"}, []account.Initials{"AA"}
	for i := range y.KWIs {
		for j := range y.KWIs[i].Questions {
			y.KWIs[i].Questions[j].Text = "Weten wij het?"
		}
	}
	return c
}

func code(kwi account.KWICode, n uint16) account.QuestionCode {
	return account.QuestionCode{KWI: kwi, Serial: n}
}

func play(c account.Client, language string, w, h int, room kittest.Option, keys ...string) *kittest.Play {
	return kittest.Start(New(kit.Place{}), kittest.Frame(w, h, language, c, room), c).Send(kit.Aim("KK")).Press(keys...)
}

func both(t *testing.T, test func(t *testing.T, c account.Client)) {
	for _, by := range []account.AnswersBy{account.ByName, account.ByGroup} {
		t.Run(string(by), func(t *testing.T) { test(t, newMedia(t, by)) })
	}
}

func TestAListIsAnswered(t *testing.T) {
	both(t, func(t *testing.T, c account.Client) {
		p := play(c, "nl", 77, 20, kittest.Room("KK"), "enter", "8", "<", "enter", "7", "5", "right", "0", ">", "=", ">", "tab")
		p.Type("Dank voor alles").Press("tab", "y", "1", "0", "enter").Type("Ze luisteren").Press("tab").Type("De mensen").Press("ctrl+s").Type("Niets").Press("tab")
		if c.Newest().Named() {
			p.Press("n")
		}
		if !strings.Contains(p.View(), "beantwoord") {
			t.Fatalf("it ends on\n%s", p.View())
		}
		after := p.Client()
		y := after.Newest()
		want := account.Sheet{{Question: code(1, 1), Grade: 8, Relevance: account.Less}, {Question: code(1, 2), Grade: 5}, {Question: code(2, 3), Grade: 10, Relevance: account.More}}
		if !slices.Equal(y.Answers["KK"], want) || y.AnsweredInTalk["KK"] != kittest.Today {
			t.Errorf("kept is %v, in a talk on %q", y.Answers["KK"], y.AnsweredInTalk["KK"])
		}
		if n := y.NPS["KK"]; n != (account.NPS{Score: 10, Why: "Ze luisteren", Pleased: "De mensen", Missed: "Niets", Anonymous: true, NameUnasked: !y.Named()}) {
			t.Errorf("recommended: %+v", n)
		}
		if y.Remarks["KK"] != "Dank voor alles" || !y.IsReleased("KK") {
			t.Errorf("remarked %q", y.Remarks["KK"])
		}
		before := c.Newest()
		for _, pair := range [][2]any{{before.Answers["AA"], y.Answers["AA"]}, {before.NPS["AA"], y.NPS["AA"]}, {before.Remarks["AA"], y.Remarks["AA"]}} {
			if !reflect.DeepEqual(pair[0], pair[1]) {
				t.Errorf("of AA %v became %v", pair[0], pair[1])
			}
		}
		if p.Press("enter"); !p.Left {
			t.Error("it does not end")
		}
	})
}

// lit is the grade that stands out, 0 for none.
func lit(p *kittest.Play) int {
	seen := p.View()
	for n := 1; n <= 10; n++ {
		drawn := large.Choice(p.Frame.Theme, upToTen(1), n-1, p.Frame.W-2*(p.Frame.W/32), 5)
		if strings.Contains(seen, strings.TrimRight(drawn[0], " ")) && strings.Contains(seen, strings.TrimRight(drawn[1], " ")) {
			return n
		}
	}
	return 0
}

// TestWhatIsShownBack goes to and fro, takes back, and does again.
func TestWhatIsShownBack(t *testing.T) {
	for _, d := range []struct {
		keys            string
		byName, byGroup int
	}{
		{"enter", 0, 0},
		{"enter right", 6, 0}, // the answer of earlier
		{"enter right 9", 9, 9},
		{"enter right 9 left right", 9, 9},
		{"enter right 9 ctrl+z", 6, 0},
		{"enter right 9 ctrl+z ctrl+y", 9, 9},
		{"enter right 9 8 ctrl+z", 6, 0}, // one stay on a page is one step
		{"enter 4 backspace", 0, 0},
		{"enter 4 esc left right", 4, 4},
	} {
		for by, want := range map[account.AnswersBy]int{account.ByName: d.byName, account.ByGroup: d.byGroup} {
			p := play(newMedia(t, by), "nl", 77, 20, kittest.Room("KK"), strings.Fields(d.keys)...)
			if got := lit(p); got != want {
				t.Errorf("%s, %s: %d stands out, not %d\n%s", d.keys, by, got, want, p.View())
			}
		}
	}
}

func TestWhatIsKeptIsNotTakenAwayUnseen(t *testing.T) {
	p := play(newMedia(t, account.ByGroup), "nl", 77, 20, kittest.Room("KK"), "enter", "right", "backspace")
	if !p.Bad || len(p.Changes) > 0 {
		t.Error("an answer that is not shown can be cleared")
	}
	if p.Press("<"); !p.Bad || len(p.Changes) > 0 {
		t.Error("an answer that is not shown can be weighed")
	}
}

func TestTheRecommendationIsFromZero(t *testing.T) {
	for keys, want := range map[string]int{"0": 0, "1": 1, "1 0": 10, "1 5": 5, "5 0": 0, "1 shift+tab tab 0": 0, "1 0 0": 0, "9": 9} {
		p := play(newMedia(t, account.ByName), "nl", 77, 20, kittest.Room("KK"), append([]string{"end", "left"}, strings.Fields(keys)...)...)
		c := p.Client()
		if n, given := c.Newest().NPS["KK"]; !given || n.Score != want {
			t.Errorf("%s: %+v", keys, n)
		}
		if c = p.Press("backspace").Client(); c.Newest().Recommends("KK") {
			t.Errorf("%s: it is not taken away", keys)
		}
	}
}

// TestNoWordsWithoutANumber takes the number back while its words are written.
func TestNoWordsWithoutANumber(t *testing.T) {
	p := play(newMedia(t, account.ByName), "nl", 77, 20, kittest.Room("KK"), "end", "left", "8", "right", "'Omdat")
	p.Hand, _, _ = p.Hand.Undo()
	p.Press("tab")
	c := p.Client()
	if c.Newest().Recommends("KK") {
		t.Errorf("a number that nobody gave: %+v", c.Newest().NPS["KK"])
	}
}

func TestLastTimeIsToldOnceAnswered(t *testing.T) {
	for _, by := range []account.AnswersBy{account.ByName, account.ByGroup} {
		c := newMedia(t, account.ByName)
		c.Newest().Stage = account.Closed
		if _, err := c.StartCycle("2026-11-01"); err != nil {
			t.Fatal(err)
		}
		y := c.Newest()
		y.Stage, y.AnswersBy = account.Measure, by
		y.Assigned = map[account.Initials][]account.QuestionCode{"KK": {code(1, 1), code(1, 2)}}
		p := play(c, "nl", 77, 20, kittest.Room("KK"), "enter", "right")
		if strings.Contains(p.View(), "vorige keer") {
			t.Errorf("%s: told before the answer\n%s", by, p.View())
		}
		if p.Press("8"); strings.Contains(p.View(), "vorige keer gaf u 6") != (by == account.ByName) {
			t.Errorf("%s:\n%s", by, p.View())
		}
		if p.Press("left", "9"); strings.Contains(p.View(), "vorige keer") {
			t.Errorf("%s: KK gave nothing last time\n%s", by, p.View())
		}
	}
}

// TestNothingOfAnybodyElse goes through all pages, in every stage.
func TestNothingOfAnybodyElse(t *testing.T) {
	both(t, func(t *testing.T, c account.Client) {
		for _, stage := range []account.Stage{account.Test, account.Measure, account.Session, account.Closed} {
			c := c.Clone()
			c.Newest().Stage = stage
			for _, room := range []kittest.Option{kittest.Room("KK"), kittest.Room("KK", "AA"), kittest.Room("AA"), kittest.Room(), kittest.Together} {
				p := play(c, "nl", 117, 36, room)
				for _, key := range strings.Fields("enter 8 right right 7 tab x tab y 6 right w tab p tab m tab n home end left left left left left left left") {
					if p.Press(key); strings.Contains(p.View(), "ж") && !p.Frame.Room.HearsOnly("AA") {
						t.Fatalf("%s, %v: after %s\n%s", stage, p.Frame.Room, key, p.View())
					}
				}
			}
		}
	})
}

func TestWhoIsNotAloneAnswersNothing(t *testing.T) {
	for says, room := range map[string]kittest.Option{"Druk op W": kittest.Together, "W.": kittest.Room("KK", "AA"), "op W": kittest.Room()} {
		p := play(newMedia(t, account.ByName), "nl", 77, 20, room, "enter", "8", "right", "end", "7", "'woord", "tab")
		if len(p.Changes) > 0 || !strings.Contains(p.View(), says) {
			t.Errorf("%v: %d changes\n%s", p.Frame.Room, len(p.Changes), p.View())
		}
	}
}

// TestAnotherRespondentFindsNothing: what was typed of one list is gone when
// another is in hand.
func TestAnotherRespondentFindsNothing(t *testing.T) {
	c := newMedia(t, account.ByGroup)
	p := play(c, "nl", 77, 20, kittest.Room("KK"), "enter", "9")
	kittest.Room("AA")(&p.Frame)
	p.Frame = kittest.With(p.Frame, p.Hand.Now())
	if p.Send(kit.Aim("AA/1.01")).Press("enter"); lit(p) != 0 {
		t.Errorf("AA sees\n%s", p.View())
	}
	kittest.Room("KK")(&p.Frame)
	p.Frame = kittest.With(p.Frame, p.Hand.Now())
	if p.Send(kit.Aim("KK/1.01")).Press("enter"); lit(p) != 0 {
		t.Errorf("KK sees\n%s", p.View())
	}
}

func TestInTheSessionAnotherAnswerLeavesATrace(t *testing.T) {
	c := newMedia(t, account.ByName)
	c.Newest().Stage = account.Session
	p := play(c, "nl", 77, 20, kittest.Room("KK"), "enter", "8", "right", "9") // the first was not answered before
	c = p.Client()
	if got := c.Newest().Corrections; len(got) != 1 || !strings.Contains(got[0].What, "1.02") || got[0].Why == "" {
		t.Errorf("traces: %+v", got)
	}
}

func TestAClosedCycleStaysAsItIs(t *testing.T) {
	c := newMedia(t, account.ByName)
	c.Newest().Stage = account.Closed
	p := play(c, "nl", 77, 20, kittest.Room("KK"), strings.Fields("enter 8 < backspace right right right x tab 7 right y n end")...)
	if len(p.Changes) > 0 {
		t.Errorf("%d changes", len(p.Changes))
	}
}

// TestWhatIsPromisedStandsFirstOnce: whatever question one goes there for.
func TestWhatIsPromisedStandsFirstOnce(t *testing.T) {
	c := newMedia(t, account.ByGroup)
	f := kittest.Frame(77, 20, "nl", c, kittest.Room("KK"))
	p := kittest.Start(New(kit.Place{}), f, c).Send(kit.Aim("KK/2.03"))
	if p.Top().Head(p.Frame).Right != "" {
		t.Errorf("it begins with\n%s", p.View())
	}
	if p.Press("enter"); !strings.Contains(p.Top().Head(p.Frame).Right, "2.03") {
		t.Errorf("then comes\n%s", p.View())
	}
	if p.Send(kit.Aim("KK/1.01")); !strings.Contains(p.Top().Head(p.Frame).Right, "1.01") {
		t.Errorf("once more\n%s", p.View())
	}
	for _, by := range []struct {
		by   account.AnswersBy
		want string
	}{{account.ByName, "met uw naam"}, {account.ByGroup, "nooit bij uw naam"}} {
		s := Screen{at: page{kind: promise}}
		f := kittest.Frame(77, 20, "nl", newMedia(t, by.by), kittest.Room("KK"))
		if got := s.text(&f); !strings.Contains(got, by.want) {
			t.Errorf("%s: %q", by.by, got)
		}
	}
}

// TestPagesFit draws every page at every size, with words of every length.
func TestPagesFit(t *testing.T) {
	c := newMedia(t, account.ByName)
	y := c.Newest()
	y.KWIs[0].Questions[0].Text = strings.Repeat("Weten nieuwe mensen alles? ", 12)
	y.KWIs[0].Questions[1].Text = "BESTSELLER biedt ons workshops en seminars aan waar wij iets aan hebben."
	y.KWIs[1].Title = strings.Repeat("Titel ", 40)
	sizes := [][2]int{{57, 16}, {77, 20}, {117, 36}, {197, 56}}
	if testing.Short() {
		sizes = sizes[:2]
	}
	for _, size := range sizes {
		for _, language := range []string{"nl", "en"} {
			for _, scale := range []int{-3, 0, 3} {
				p := kittest.Start(New(kit.Place{}), kittest.Frame(size[0], size[1], language, c, kittest.Room("KK"), func(f *kit.Frame) { f.Scale = scale }), c).Send(kit.Aim("KK"))
				ended := false
				for range 300 {
					kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
					switch s := p.Top().(Screen); {
					case s.at.kind == thanks:
						ended = true
					case wordsOf[s.at.kind] != "":
						p.Type("een heel verhaal dat langer is dan een regel, en nog meer ").Press("tab")
					case s.at.kind == recommendation:
						p.Press("9", "tab")
					default:
						p.Press("tab")
					}
				}
				if !ended {
					t.Fatalf("%v: the end is never reached", size)
				}
			}
		}
	}
}

func TestGoldens(t *testing.T) {
	for _, g := range []struct {
		name, language string
		w, h           int
		by             account.AnswersBy
		keys           string
	}{
		{"promise-80-nl", "nl", 77, 20, account.ByName, ""}, {"promise-120-en", "en", 117, 36, account.ByGroup, ""},
		{"grade-80-nl", "nl", 77, 20, account.ByName, "enter 8 <"}, {"grade-80-en", "en", 77, 20, account.ByGroup, "enter right"}, {"grade-120-nl", "nl", 117, 36, account.ByName, "enter right"}, {"grade-200-en", "en", 197, 56, account.ByName, "enter 0 >"},
		{"remark-80-nl", "nl", 77, 20, account.ByName, "end left shift+tab"}, {"recommend-80-nl", "nl", 77, 20, account.ByName, "end left 8"}, {"why-80-en", "en", 77, 20, account.ByGroup, "end left 8 right 'Because tab shift+tab"},
		{"named-80-en", "en", 77, 20, account.ByName, "end left 8 right tab tab tab"}, {"thanks-80-nl", "nl", 77, 20, account.ByName, "end"}, {"thanks-80-en", "en", 77, 20, account.ByGroup, "enter 8 end"},
	} {
		kittest.Golden(t, g.name, play(newMedia(t, g.by), g.language, g.w, g.h, kittest.Room("KK"), strings.Fields(g.keys)...).View())
	}
}

// BenchmarkKey is a grade typed and its page drawn again, at 120×40.
func BenchmarkKey(b *testing.B) {
	c := newMedia(b, account.ByName)
	p := play(c, "nl", 117, 36, kittest.Room("KK"), "enter")
	screen, f := p.Top(), p.Frame
	for i := 0; b.Loop(); i++ {
		f.Beat = i
		screen, _ = screen.Update(f, kittest.Key(string(rune('1'+i%9))))
		screen.View(f)
	}
}
