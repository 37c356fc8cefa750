package measure

import (
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// newMedia is the example client of the source: KK has answered most.
func newMedia(t testing.TB) account.Client {
	t.Helper()
	return kittest.NewMedia(t)
}

// opened is the list of KK, open at 2.05, the first question they left open.
func opened(t testing.TB, c account.Client) *kittest.Play {
	t.Helper()
	return kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "end", "enter")
}

func answer(t *testing.T, p *kittest.Play, code string) string {
	t.Helper()
	q, ok := account.ParseQuestionCode(code)
	if !ok {
		t.Fatal(code)
	}
	c := p.Client()
	return c.Newest().Answers["KK"].Of(q).String()
}

func TestTypingAGrade(t *testing.T) {
	for _, c := range []struct{ keys, want string }{
		{"8", "8"}, {"8 <", "8<"}, {"8 >", "8>"}, {"8 < <", "8"}, {"8 < >", "8>"}, {"1 0", "10"}, {"0", "10"}, {"0 <", "10<"},
		{"1", "1"}, {"8 7", "8"}, {"1 0 <", "10<"}, {"8 < =", "8"}, {"8 < n", "8<"}, {"8 < 6", "8<"}, {"8 <  backspace", "8"}, {"8 backspace", ""},
		{"<", ""}, {"a", ""}, {"8 a", "8"}, {"8 enter up", "8"}, {"8 space up", "8"}, {"8 esc", "8"},
	} {
		p := opened(t, newMedia(t)).Press(strings.Fields(c.keys)...)
		if got := answer(t, p, "2.05"); got != c.want {
			t.Errorf("typing %s gives %q, want %q", c.keys, got, c.want)
		}
	}
}

func TestWhatIsNoGradeIsSaid(t *testing.T) {
	p := opened(t, newMedia(t)).Press("x")
	if !p.Bad || !strings.Contains(p.Notice, "x is geen cijfer") {
		t.Errorf("typing x says %q", p.Notice)
	}
	if p = opened(t, newMedia(t)).Press("<"); !strings.Contains(p.Notice, "Eerst het cijfer") {
		t.Errorf("a relevance without a grade says %q", p.Notice)
	}
}

func TestEveryKeyCountsWhenTypingFast(t *testing.T) {
	c := newMedia(t)
	c.Newest().Answers = nil
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "end", "enter")
	questions := c.Newest().Assigned["KK"]
	for i := range questions {
		p.Press(strconv.Itoa(i%9+1), "enter")
	}
	now := p.Client()
	for i, q := range questions {
		if got := now.Newest().Answers["KK"].Of(q).Grade; int(got) != i%9+1 {
			t.Errorf("question %s has %d, typed was %d", q, got, i%9+1)
		}
	}
	if now.Newest().Answered["KK"] != kittest.Today {
		t.Error("the return of the list has no day")
	}
}

func TestKeysOfFullWidth(t *testing.T) {
	for typed, want := range map[string]string{"８": "8", "８ ＜": "8<", "９ ＞": "9>", "１ ０": "10", "８＜": "8<", "１０＞": "10>"} {
		p := opened(t, newMedia(t))
		for _, k := range strings.Fields(typed) {
			p.Send(tea.KeyPressMsg{Code: []rune(k)[0], Text: k})
		}
		if got := answer(t, p, "2.05"); got != want {
			t.Errorf("%s: got %q, not %q", typed, got, want)
		}
	}
}

func TestPaste(t *testing.T) {
	paste := func(text string) (*kittest.Play, string) {
		p := opened(t, newMedia(t))
		p.Send(tea.PasteMsg{Content: text})
		return p, p.Notice
	}
	p, _ := paste("8< 7 9>")
	for code, want := range map[string]string{"2.05": "8<", "3.01": "7", "3.02": "9>", "3.04": "8"} {
		if got := answer(t, p, code); got != want {
			t.Errorf("after the paste %s has %q, want %q", code, got, want)
		}
	}
	p.Press("ctrl+z")
	if answer(t, p, "2.05") != "" || answer(t, p, "3.02") != "8" {
		t.Error("a paste is not one step to take back")
	}
	if p, _ := paste("6;–;10"); answer(t, p, "2.05") != "6" || answer(t, p, "3.01") != "" || answer(t, p, "3.02") != "10" {
		t.Error("a dash does not skip a question")
	}
	if p, said := paste("8,0\r7,5\r"); answer(t, p, "2.05") != "" || !strings.Contains(said, "“7,5” is geen heel cijfer") || !strings.Contains(said, "3.01") {
		t.Errorf("half a grade: %q", said)
	}
	if p, _ := paste("8,0\r\r７＞\rweet niet\r6\r"); answer(t, p, "2.05") != "8" || answer(t, p, "3.01") != "" || answer(t, p, "3.02") != "7>" || answer(t, p, "3.04") != "8" || !strings.Contains(p.Notice, "2 vragen") {
		t.Errorf("a place is lost: %q", p.Notice)
	}
	for _, nothing := range []string{"", "\r\r", "-", "n.v.t."} {
		if p, said := paste(nothing); len(p.Changes) > 0 || !strings.Contains(said, "geen cijfer") {
			t.Errorf("%q: %q", nothing, said)
		}
	}
	if p, said := paste("8 11 9"); answer(t, p, "2.05") != "" || !strings.Contains(said, "11") || !strings.Contains(said, "Er is niets ingevuld") {
		t.Errorf("a paste with an 11 fills something or says only %q", said)
	}
	if p, said := paste(strings.Repeat("8 ", 40)); answer(t, p, "2.05") != "" || !strings.Contains(said, "40") {
		t.Errorf("a paste of 40 fills something or says only %q", said)
	}
	for _, hostile := range []string{"\x1b[2J", strings.Repeat("x", 100000), "\u202e8", "8\x00"} {
		if p, said := paste(hostile); answer(t, p, "2.05") != "" || strings.ContainsAny(said, "\x1b\x00\u202e") || len(said) > 300 {
			t.Errorf("a hostile paste fills something or is repeated: %q", said)
		}
	}
}

func TestByGroupEarlierAnswersAreNotShown(t *testing.T) {
	c := newMedia(t)
	c.Newest().AnswersBy = account.ByGroup
	p := opened(t, c)
	for _, l := range strings.Split(p.View(), "\n") {
		if strings.Contains(l, " 1.02 ") && (strings.Contains(l, "6") || !strings.Contains(l, "●")) {
			t.Errorf("an earlier answer can be read: %q", l)
		}
	}
	if v := p.View(); strings.Contains(v, "7,10") || strings.Contains(v, "7,43") {
		t.Error("a figure of one respondent stands on the screen")
	}
	p.Press("9")
	if !strings.Contains(p.View(), "9▏") && !strings.Contains(p.View(), "▏9") && !strings.Contains(p.View(), "9") {
		t.Error("what is typed now cannot be read")
	}
	if v := p.Press("esc").View(); strings.Contains(v, "7,1") || !strings.Contains(v, "Per groep") {
		t.Errorf("the list of respondents shows a figure below three:\n%s", v)
	}
}

func TestNoNPSBesideANameOnceOneIsAnonymous(t *testing.T) {
	c := newMedia(t)
	if v := opened(t, c).Press("tab").View(); !strings.Contains(v, "9") {
		t.Errorf("the score for recommending cannot be read by name:\n%s", v)
	}
	c.Newest().NPS["AA"] = account.NPS{Score: 3, Anonymous: true}
	v := opened(t, c).Press("tab").View()
	if strings.Contains(v, "9 ") || !strings.Contains(v, "niet bij een naam te zien") {
		t.Errorf("KK's score stands beside his name though AA is anonymous:\n%s", v)
	}
}

func TestWordsAndNPS(t *testing.T) {
	p := opened(t, newMedia(t)).Press("tab")
	p.Press("down", "down", "enter", "backspace").Type("7").Press("esc")
	now := p.Client()
	if got := now.Newest().NPS["KK"].Score; got != 7 {
		t.Errorf("the score for recommending is %d after typing 7", got)
	}
	p.Press("enter", "backspace").Type("12").Press("esc")
	if now = p.Client(); now.Newest().NPS["KK"].Score != 7 || !p.Bad {
		t.Errorf("12 was taken for a score: %+v", now.Newest().NPS["KK"])
	}
}

func TestGoingOnWithoutAList(t *testing.T) {
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", newMedia(t)), "ctrl+x").Type("ziek tot januari").Press("enter")
	c := p.Client()
	if c.Newest().Excused["AA"] != kittest.Today {
		t.Fatal("AA is still awaited")
	}
	if c = p.Press("ctrl+x").Client(); c.Newest().Excused["AA"] != "" {
		t.Error("AA cannot be awaited again")
	}
}

func TestPlanningNamesTheDays(t *testing.T) {
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", newMedia(t)), "tab", "enter", "ctrl+u").Type("23-1-2027").Press("esc", "enter")
	c := p.Client()
	if y := c.Newest(); y.Session != "2027-01-23" || y.Name != "2011H1" { // as on the lists that went out
		t.Fatalf("session %s in cycle %s", y.Session, y.Name)
	}
	v := p.View()
	for _, day := range []string{"za 26 dec", "za 9 jan", "za 16 jan", "de cyclus blijft 2011H1 heten"} {
		if !strings.Contains(v, day) {
			t.Errorf("%s is not named:\n%s", day, v)
		}
	}
}

// Who goes elsewhere with a new day half typed has not moved the session, is told
// so, and finds the day again.
func TestADayThatIsHalfTypedMovesNothing(t *testing.T) {
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", newMedia(t)), "tab", "enter", "ctrl+u").Type("23-1-2027").Send(kit.Leave{})
	if now := p.Client(); now.Newest().Session != "2011-06-23" || !strings.Contains(p.Notice, "oude dag") || !strings.Contains(p.View(), "23-1-2027") {
		t.Errorf("%s, %q:\n%s", now.Newest().Session, p.Notice, p.View())
	}
	if p.Press("enter"); !strings.Contains(p.View(), "za 26 dec") || len(p.Changes) > 0 {
		t.Errorf("what follows is not shown:\n%s", p.View())
	}
}

// TestPlanningAsksBeforeItRenames: agreements are numbered by the name that the
// cycle has.
func TestPlanningAsksBeforeItRenames(t *testing.T) {
	c := newMedia(t)
	y := c.Newest()
	y.Sent, y.Answers, y.Answered, y.NPS, y.Remarks, y.Released = nil, nil, nil, nil, nil, nil
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "tab", "enter", "ctrl+u").Type("23-1-2027").Press("esc", "enter")
	if now := p.Client(); now.Newest().Name != "2011H1" || !strings.Contains(p.View(), "2011H1, zoals nu") {
		t.Fatalf("%s:\n%s", now.Newest().Name, p.View())
	}
	p.Press("down", "down", "down", "down", "space")
	if now := p.Client(); now.Newest().Name != "2027H1" || now.Newest().Actions[0].Number != c.Newest().Actions[0].Number || strings.Contains(p.View(), "zoals nu") {
		t.Errorf("%s:\n%s", now.Newest().Name, p.View())
	}
}

func TestEscLeavesFromEverySide(t *testing.T) {
	for _, keys := range []string{"", "tab", "tab tab", "end enter", "end enter tab"} {
		s, f := New(kit.Place{}), kittest.Frame(77, 20, "nl", newMedia(t))
		p := kittest.Press(s, f, strings.Fields(keys)...)
		for range 4 {
			var out kit.Outcome
			var next kit.Screen
			if sheet, ok := p.Top().(Screen); ok && sheet.sheet != nil {
				next, out = sheet.Update(p.Frame, kit.Do("close"))
			} else {
				next, out = p.Top().Update(p.Frame, kittest.Key("esc"))
			}
			if out.Back {
				break
			}
			p.Stack[len(p.Stack)-1] = next
			if out.Quit {
				t.Fatal("esc quits")
			}
		}
		if _, out := p.Top().Update(p.Frame, kittest.Key("esc")); !out.Back {
			t.Errorf("after %q esc does not lead out", keys)
		}
	}
}

func TestGoldens(t *testing.T) {
	full := newMedia(t)
	y := full.Newest()
	for who, codes := range y.Assigned {
		for i, q := range codes {
			y.Answers[who] = y.Answers[who].With(account.Answer{Question: q, Grade: account.Grade(5 + i%6), Relevance: account.Relevance(i % 3)})
		}
		y.NPS[who] = account.NPS{Score: 8}
	}
	empty := account.Client{ID: "leeg", Name: "Leeg", Cycles: []account.Cycle{{Name: "2026H2", Stage: account.Measure}}}
	for _, c := range []struct {
		name   string
		w, h   int
		lang   string
		client account.Client
		keys   string
	}{
		{"lists-80-nl", 77, 20, "nl", newMedia(t), ""}, {"lists-80-en", 77, 20, "en", newMedia(t), ""},
		{"lists-120-nl", 117, 36, "nl", newMedia(t), ""}, {"lists-120-en", 117, 36, "en", newMedia(t), ""},
		{"lists-60-nl", 57, 16, "nl", full, ""}, {"lists-80-nl-empty", 77, 20, "nl", empty, ""}, {"lists-80-en-full", 77, 20, "en", full, ""},
		{"sheet-80-nl", 77, 20, "nl", newMedia(t), "end enter"}, {"sheet-80-en", 77, 20, "en", newMedia(t), "end enter"},
		{"sheet-120-nl", 117, 36, "nl", newMedia(t), "end enter"}, {"sheet-120-en", 117, 36, "en", full, "end enter"}, {"sheet-60-nl", 57, 16, "nl", full, "enter end"},
		{"words-80-nl", 77, 20, "nl", newMedia(t), "end enter tab"}, {"words-80-en", 77, 20, "en", newMedia(t), "end enter tab"},
		{"plan-80-nl", 77, 20, "nl", newMedia(t), "tab"}, {"plan-80-en", 77, 20, "en", newMedia(t), "tab"},
		{"analysis-80-nl", 77, 20, "nl", newMedia(t), "tab tab"}, {"analysis-120-en", 117, 36, "en", newMedia(t), "tab tab"},
		{"plan-120-nl", 117, 36, "nl", newMedia(t), "tab"}, {"plan-200-nl", 197, 56, "nl", newMedia(t), "tab"}, {"plan-200-en-full", 197, 56, "en", full, "tab"}, {"plan-200-nl-empty", 197, 56, "nl", empty, "tab"},
		{"analysis-200-nl", 197, 56, "nl", full, "tab tab"}, {"analysis-200-en", 197, 56, "en", full, "tab tab down"},
	} {
		f := kittest.Frame(c.w, c.h, c.lang, c.client, kittest.Day("2011-06-20"))
		p := kittest.Press(New(kit.Place{}), f, strings.Fields(c.keys)...)
		kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
		kittest.Golden(t, c.name, p.View())
	}
}

// BenchmarkKey is a grade typed and the fullest list drawn again, at 120×40.
func BenchmarkKey(b *testing.B) {
	c := newMedia(b)
	s, f := New(kit.Place{}), kittest.Frame(117, 36, "nl", c)
	p := kittest.Press(s, f, "enter")
	screen := p.Top()
	for i := 0; b.Loop(); i++ {
		f.Beat = i
		next, _ := screen.Update(f, kittest.Key(strconv.Itoa(i%9+1)))
		screen = next
		screen.View(f)
	}
}

func TestByGroupNoKeyRevealsAnEarlierGrade(t *testing.T) {
	for _, key := range []string{"backspace", "delete", "<", ">", "="} {
		c := newMedia(t)
		c.Newest().AnswersBy = account.ByGroup
		p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "end", "enter", "home", key) // on 1.02, which has a 6
		for _, l := range strings.Split(p.View(), "\n") {
			if strings.Contains(l, "1.02  ") && strings.Contains(strings.TrimSuffix(l, " "), " 6") {
				t.Errorf("%s reveals the grade: %q", key, l)
			}
		}
	}
}

func TestByGroupStaysSoOnceSomebodyWasTold(t *testing.T) {
	c := newMedia(t)
	c.Newest().AnswersBy = account.ByGroup
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "tab", "down", "down", "down", "enter")
	if c = p.Client(); c.Newest().AnswersBy != account.ByGroup || !p.Bad {
		t.Errorf("answers are kept by %s, said %q", c.Newest().AnswersBy, p.Notice)
	}
	c.Newest().Answers, c.Newest().NPS, c.Newest().Remarks = nil, nil, nil
	sent := map[account.Initials][]account.Date{c.Respondents[0].Initials: {"2011-06-09"}}
	c.Newest().Sent = sent
	p = kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "tab", "down", "down", "down", "enter")
	if c = p.Client(); c.Newest().AnswersBy != account.ByGroup || !p.Bad {
		t.Errorf("lists went out, and answers are kept by %s, said %q", c.Newest().AnswersBy, p.Notice)
	}
	c.Newest().Sent = nil
	p = kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "tab", "down", "down", "down", "enter")
	if c = p.Client(); c.Newest().AnswersBy != account.ByName || p.Bad {
		t.Error("nobody was told, and it cannot be agreed anew")
	}
	c = newMedia(t)
	c.Newest().Sent = sent
	p = kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "tab", "down", "down", "down", "enter")
	if c = p.Client(); c.Newest().AnswersBy != account.ByGroup || p.Bad || !strings.Contains(p.Notice, "vertel het je respondenten") {
		t.Errorf("lists said by name, answers are kept by %s, said %q", c.Newest().AnswersBy, p.Notice)
	}
}

func TestWaitingBeginsWithTheListsForTheSession(t *testing.T) {
	c := newMedia(t)
	y := c.Newest()
	y.Session = "2026-12-01"
	y.Sent = map[account.Initials][]account.Date{"AA": {"2026-07-01"}, "BB": {"2026-07-01", "2026-11-17"}}
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c))
	if v := p.View(); !strings.Contains(v, "nog niets gevraagd") || !strings.Contains(v, "wacht sinds di 17 nov") {
		t.Errorf("where the lists are is not told:\n%s", v)
	}
	if v := p.Press("s", "enter").View(); !strings.Contains(v, "wacht sinds za 21 nov") {
		t.Errorf("a list sent today is not awaited:\n%s", v)
	}
}

func TestAListIsNotedAsSentOnceADay(t *testing.T) {
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", newMedia(t)), "s", "enter")
	if n := len(p.Changes); n != 1 || p.Bad {
		t.Fatalf("%d changes: %q", n, p.Notice)
	}
	if p.Press("s", "enter"); len(p.Changes) != 1 || !p.Bad || !strings.Contains(p.Notice, "al genoteerd") {
		t.Errorf("once more: %d changes, %q", len(p.Changes), p.Notice)
	}
}

// After the first figure tab opens why they give it, which could not be filled
// before.
func TestTheFirstRecommendationIsTypedThrough(t *testing.T) {
	c := newMedia(t)
	delete(c.Newest().NPS, "AA")
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "enter", "tab", "down", "down", "9", "tab").Type("Omdat zij luisteren").Press("tab").Type("De mensen").Press("esc")
	now := p.Client()
	if got := now.Newest().NPS["AA"]; got.Score != 9 || got.Why != "Omdat zij luisteren" || got.Pleased != "De mensen" {
		t.Errorf("kept %+v, said %q:\n%s", got, p.Notice, p.View())
	}
}

// In the words and in the analysis a letter begins in the field in hand.
func TestLettersBeginText(t *testing.T) {
	p := opened(t, newMedia(t)).Press("tab").Type(" Graag vaker").Press("esc")
	now := p.Client()
	if got := now.Newest().Remarks["KK"]; !strings.HasSuffix(got, "Graag vaker") {
		t.Errorf("the remark is %q", got)
	}
	p = kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", newMedia(t)), "tab", "tab").Type("geen").Press("esc")
	if now = p.Client(); !strings.HasSuffix(now.Newest().Analysis.Remarks, "geen") {
		t.Errorf("the analysis is %+v", now.Newest().Analysis)
	}
}
