package testpages

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/part"
	"kwi/ui/widget/large"
)

// newMedia is the example client in the test, of whose questions none was ever
// graded, and KK judges the first two of all.
func newMedia(t testing.TB) account.Client {
	t.Helper()
	c := kittest.NewMedia(t)
	y := c.Newest()
	y.Stage, y.Answers, y.NPS, y.Remarks, y.Tested = account.Test, nil, nil, nil, nil
	for i := range y.KWIs {
		y.KWIs[i].WishedBy, y.KWIs[i].SharedBy = "", nil
	}
	y.KWIs[1].WishedBy = "KK"
	y.Assigned = map[account.Initials][]account.QuestionCode{"KK": {{KWI: 1, Serial: 1}, {KWI: 1, Serial: 2}}, "AA": {{KWI: 1, Serial: 3}}}
	return c
}

func play(t testing.TB, language string, w, h int, room kittest.Option, keys ...string) *kittest.Play {
	return playAt(newMedia(t), "", language, w, h, room, keys...)
}

func playAt(c account.Client, at kit.Aim, language string, w, h int, room kittest.Option, keys ...string) *kittest.Play {
	return kittest.Start(New(kit.Place{}), kittest.Frame(w, h, language, c, room), c).Send(at).Press(keys...)
}

func code(kwi account.KWICode, n uint16) account.QuestionCode {
	return account.QuestionCode{KWI: kwi, Serial: n}
}

func TestOneKeyAPage(t *testing.T) {
	p := play(t, "nl", 77, 20, kittest.Room("KK"), "j", "n", "y", "y")
	c := p.Client()
	y := c.Newest()
	if !slices.Equal(y.KWIs[0].SharedBy, []account.Initials{"KK"}) {
		t.Errorf("important to %v", y.KWIs[0].SharedBy)
	}
	if got := y.Assigned["KK"]; !slices.Equal(got, []account.QuestionCode{code(1, 2), code(1, 3)}) {
		t.Errorf("KK judges %v", got)
	}
	if got := y.Assigned["AA"]; !slices.Equal(got, []account.QuestionCode{code(1, 3)}) {
		t.Errorf("AA judges %v", got)
	}
	if h := p.Top().Head(p.Frame); !strings.Contains(h.Right, "5 van") {
		t.Errorf("it stands at %q", h.Right)
	}
}

// lit reports which reply stands out, "" for none.
func lit(p *kittest.Play) string {
	seen := p.View()
	words := []string{"ja", "nee"}
	for i, word := range words {
		drawn := large.Choice(p.Frame.Theme, words, i, p.Frame.W, part.YesOrNoRows(&p.Frame)[0])
		if strings.Contains(seen, strings.TrimRight(drawn[1], " ")) && strings.Contains(seen, strings.TrimRight(drawn[2], " ")) {
			return word
		}
	}
	return ""
}

func TestMarksAreShownToWhoseTheyAreAlone(t *testing.T) {
	for _, d := range []struct {
		name string
		room kittest.Option
		at   kit.Aim
		keys string
		want string
	}{
		{"alone", kittest.Room("KK"), "KK/1.01", "", "ja"},
		{"alone, said now", kittest.Room("KK"), "KK/1.01", "n left", "nee"},
		{"alone, taken back", kittest.Room("KK"), "KK/1.01", "n left ctrl+z", "ja"},
		{"alone, not asked yet", kittest.Room("KK"), "KK/1.03", "", ""},
		{"with AA", kittest.Room("KK", "AA"), "KK/1.01", "", ""},
		{"with AA, said now", kittest.Room("KK", "AA"), "KK/1.03", "y left", "ja"},
		{"with AA, said no now", kittest.Room("KK", "AA"), "KK/1.01", "n left", "nee"},
		{"with AA, taken back", kittest.Room("KK", "AA"), "KK/1.03", "y left ctrl+z", ""},
		{"with AA, then AA", kittest.Room("KK", "AA"), "KK/1.01", "y n left tab", ""},
		{"AA alone, whose mark it is not", kittest.Room("AA"), "KK/1.01", "", ""},
		{"AA alone", kittest.Room("AA"), "KK/1.03", "", "ja"},
	} {
		c := newMedia(t)
		for i := range c.Newest().KWIs[0].Questions {
			c.Newest().KWIs[0].Questions[i].Text = "Weten wij het?"
		}
		p := playAt(c, d.at, "nl", 57, 16, d.room, strings.Fields(d.keys)...)
		if got := lit(p); got != d.want {
			t.Errorf("%s: %q is lit\n%s", d.name, got, p.View())
		}
	}
}

func TestNothingBeforeItIsKnownWhoSitsHere(t *testing.T) {
	for name, room := range map[string]kittest.Option{"nobody said so": kittest.Together, "only others": kittest.Room()} {
		p := play(t, "nl", 77, 20, room, "y", "n", "down", "e", "end", "enter")
		if len(p.Changes) > 0 || !strings.Contains(p.View(), "Druk op W.") {
			t.Errorf("%s:\n%s", name, p.View())
		}
	}
}

func TestReworded(t *testing.T) {
	p := playAt(newMedia(t), "KK/1.01", "nl", 77, 20, kittest.Room("KK"), "e", "ctrl+u", "Weten wij het?", "enter")
	c := p.Client()
	if q := c.Newest().Question(code(1, 1)); q.Text != "Weten wij het?" || p.Top().Typing() {
		t.Errorf("it is %q", q.Text)
	}
	if p.Press("e", "ctrl+u", "enter"); !p.Bad || !p.Top().Typing() {
		t.Error("a question may go without words")
	}
}

// TestWhatIsFixedSaysWhy tries to reword questions that cannot be any more.
func TestWhatIsFixedSaysWhy(t *testing.T) {
	c := newMedia(t)
	c.Newest().KWIs[0].Questions[0].Kind = account.Noticed
	if p := playAt(c, "KK/1.01", "nl", 77, 20, kittest.Room("KK"), "e"); !p.Bad || p.Top().Typing() {
		t.Error("a standing question can be reworded")
	}
}

func TestAtTheEndTheRowIsRight(t *testing.T) {
	p := play(t, "nl", 77, 20, kittest.Room("KK"), "end")
	tested := func() account.Date {
		c := p.Client()
		return c.Newest().Tested["KK"]
	}
	if tested() != "" || !strings.Contains(p.View(), "2 vragen  Kennisborging") || !strings.Contains(p.View(), "Is dat goed zo?") {
		t.Errorf("%q\n%s", tested(), p.View())
	}
	if p.Press("enter"); tested() != kittest.Today || !strings.Contains(p.View(), "Samen doorgenomen") {
		t.Errorf("%q\n%s", tested(), p.View())
	}
	if p.Press("ctrl+z"); tested() != "" || !strings.Contains(p.View(), "Is dat goed zo?") {
		t.Errorf("taken back: %q\n%s", tested(), p.View())
	}
	if p.Press("enter", "enter"); !p.Left {
		t.Error("it does not end")
	}
}

func TestOnesOwnKWI(t *testing.T) {
	p := playAt(newMedia(t), "KK/KWI-02", "nl", 117, 22, kittest.Room("KK"))
	if !strings.Contains(p.View(), "Dit is uw eigen KWI.") {
		t.Errorf("\n%s", p.View())
	}
	if p.Press("n"); !p.Bad {
		t.Error("it can be unimportant")
	}
	if p.Press("y"); len(p.Changes) > 0 || !strings.Contains(p.Top().Head(p.Frame).Right, "2.01") {
		t.Error("yes does not just go on")
	}
}

func TestAClosedCycleStaysAsItIs(t *testing.T) {
	c := newMedia(t)
	c.Newest().Stage = account.Closed
	p := kittest.Start(New(kit.Place{}), kittest.Frame(77, 20, "nl", c, kittest.Room("KK")), c).Press("y", "down", "n", "e", "end", "enter")
	if len(p.Changes) > 0 || !p.Bad {
		t.Errorf("%d changes", len(p.Changes))
	}
}

// TestPagesFit draws every page at every size, with words of every length.
func TestPagesFit(t *testing.T) {
	c := newMedia(t)
	y := c.Newest()
	y.KWIs[0].Expectation = strings.Repeat("Wie er ook komt werken, kent onze systemen, gewoonten en mensen. ", 6)
	y.KWIs[0].Questions[0].Text = strings.Repeat("Weten nieuwe mensen alles? ", 12)
	y.KWIs[2].Expectation, y.KWIs[2].Title = "", strings.Repeat("Titel ", 40)
	sizes := [][2]int{{57, 16}, {77, 20}, {117, 36}, {197, 56}}
	if testing.Short() {
		sizes = sizes[:2]
	}
	for _, size := range sizes {
		for _, language := range []string{"nl", "en"} {
			for _, scale := range []int{-3, 0, 3} {
				f := kittest.Frame(size[0], size[1], language, c, kittest.Room("KK"), func(f *kit.Frame) { f.Scale = scale })
				p := kittest.Start(New(kit.Place{}), f, c)
				last := ""
				for range 1000 {
					kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
					if last = p.Top().Head(p.Frame).Right; last == "" {
						break
					}
					p.Press("right")
				}
				if last != "" {
					t.Fatalf("%v: the end is never reached", size)
				}
				p.Press("home", "right", "right", "e")
				kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
			}
		}
	}
}

func TestGoldens(t *testing.T) {
	for _, g := range []struct {
		name, language string
		w, h           int
		at             kit.Aim
		room           kittest.Option
		keys           string
	}{
		{"kwi-80-nl", "nl", 77, 20, "KK/KWI-01", kittest.Room("KK"), ""}, {"kwi-120-en", "en", 117, 36, "KK/KWI-03", kittest.Room("KK"), "y left"}, {"question-80-nl", "nl", 77, 20, "KK/1.02", kittest.Room("KK"), "n left"},
		{"question-80-en", "en", 77, 20, "KK/1.02", kittest.Room("KK"), ""}, {"question-200-nl", "nl", 197, 56, "KK/2.01", kittest.Room("KK", "AA"), ""}, {"reword-80-nl", "nl", 77, 20, "KK/1.02", kittest.Room("KK"), "e"},
		{"end-80-nl", "nl", 77, 20, "", kittest.Room("KK"), "end"}, {"end-80-en", "en", 77, 20, "KK/1.01", kittest.Room("KK", "AA"), "n y end enter"}, {"who-80-en", "en", 77, 20, "", kittest.Together, ""},
	} {
		kittest.Golden(t, g.name, playAt(newMedia(t), g.at, g.language, g.w, g.h, g.room, strings.Fields(g.keys)...).View())
	}
}
