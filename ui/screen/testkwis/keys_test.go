package testkwis

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

func q(kwi account.KWICode, serial uint16) account.QuestionCode {
	return account.QuestionCode{KWI: kwi, Serial: serial}
}

func play(t testing.TB, c account.Client, keys ...string) *kittest.Play {
	return kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), keys...)
}

func given(p *kittest.Play, who account.Initials, codes ...account.QuestionCode) bool {
	c := p.Client()
	for _, code := range codes {
		if !c.Newest().IsAssigned(who, code) {
			return false
		}
	}
	return true
}

func TestSpaceGivesAndTakesAQuestion(t *testing.T) {
	p := play(t, typical(t), "right", "right", "right")
	if given(p, "DD", q(1, 1)) {
		t.Fatal("DD has it already")
	}
	if p.Press("space"); !given(p, "DD", q(1, 1)) {
		t.Error("space gave nothing")
	}
	if p.Press("space"); given(p, "DD", q(1, 1)) {
		t.Error("space took nothing")
	}
	if p.Press("ctrl+z"); !given(p, "DD", q(1, 1)) {
		t.Error("what was taken did not come back")
	}
}

// TestAnAnswerKeepsItsQuestion: nothing that was answered goes before it was
// asked, which is the root's.
func TestAnAnswerKeepsItsQuestion(t *testing.T) {
	c := typical(t)
	y := c.Newest()
	code := y.Assigned["AA"][0]
	y.Answers = map[account.Initials]account.Sheet{"AA": {{Question: code, Grade: 7}}}
	for _, keys := range [][]string{{"space"}, {"a", "enter", "a", "enter"}, {"w", "enter", "w", "enter"}} {
		p := play(t, c, keys...)
		if !given(p, "AA", code) || !p.Bad || !strings.Contains(p.Notice, code.String()) {
			t.Errorf("%v: taken, or not refused with a sentence: %q", keys, p.Notice)
		}
	}
	y.Question(code).Ended = "2026-09-01"
	if p := play(t, c, "enter"); !p.Bad || len(p.Stack) != 1 {
		t.Error("words of a question that ended can be changed")
	}
}

func TestWholesAreOneChange(t *testing.T) {
	all := []account.QuestionCode{}
	c := typical(t)
	for _, k := range c.Newest().KWIs {
		for _, question := range k.Questions {
			all = append(all, question.Code)
		}
	}
	first := questions(c.Newest().KWIs[0])
	everyone := []account.Initials{"AA", "BB", "CC", "DD", "KK"}
	for _, w := range []struct {
		name  string
		keys  []string
		who   []account.Initials
		codes []account.QuestionCode
	}{
		{"a KWI for one", []string{"up", "right", "right", "right", "space"}, []account.Initials{"DD"}, first},
		{"a question for all", []string{"ctrl+r"}, everyone, []account.QuestionCode{q(1, 1)}},
		{"all for one", []string{"right", "right", "right", "a enter"}, []account.Initials{"DD"}, all},
		{"a KWI for all", []string{"w enter"}, everyone, first},
		{"a KWI for all, from its head", []string{"up", "ctrl+r"}, everyone, first},
	} {
		p := play(t, c, strings.Fields(strings.Join(w.keys, " "))...)
		for _, who := range w.who {
			if !given(p, who, w.codes...) {
				t.Errorf("%s: %s lacks some", w.name, who)
			}
		}
		if len(p.Changes) != 1 {
			t.Errorf("%s: %d changes", w.name, len(p.Changes))
		}
		p.Press(strings.Fields(w.keys[len(w.keys)-1])...)
		for _, who := range w.who {
			for _, code := range w.codes {
				if given(p, who, code) {
					t.Errorf("%s: %s keeps %s", w.name, who, code)
				}
			}
		}
		if p.Press("ctrl+z", "ctrl+z"); !reflect.DeepEqual(p.Client().Tidy(), c.Tidy()) {
			t.Errorf("%s: two steps back is not where it began", w.name)
		}
	}
}

func TestNobodyIsGivenWhoIsNotAwaited(t *testing.T) {
	p := play(t, typical(t), "right", "right", "right", "ctrl+x", "ctrl+r")
	if given(p, "DD", q(1, 1)) || !given(p, "CC", q(1, 1)) {
		t.Error("the row reached somebody who was let go, or nobody")
	}
	if p.Press("space"); !p.Bad || given(p, "DD", q(1, 1)) {
		t.Error("he was given a question all the same")
	}
	if !strings.Contains(p.View(), "doet niet mee") {
		t.Error("it does not say that we go on without him")
	}
	c := p.Press("ctrl+x").Client()
	if c.Newest().Excused["DD"] != "" {
		t.Error("he does not join again")
	}
}

func TestImportantToHimToo(t *testing.T) {
	p := play(t, typical(t), "right", "right", "ctrl+e")
	c := p.Client()
	if got := c.Newest().KWIs[0].SharedBy; !slices.Equal(got, []account.Initials{"AA", "BB", "CC"}) {
		t.Errorf("got %v", got)
	}
	c = p.Press("ctrl+e", "up", "left", "enter").Client()
	if got := c.Newest().KWIs[0].SharedBy; !slices.Equal(got, []account.Initials{"AA"}) {
		t.Errorf("got %v", got)
	}
	if p.Press("end", "ctrl+e"); !p.Bad {
		t.Error("whose wish it is, to him it is important too")
	}
}

func TestTestedOnADay(t *testing.T) {
	tested := func(p *kittest.Play) account.Date {
		c := p.Client()
		return c.Newest().Tested["BB"]
	}
	p := play(t, typical(t), "right", "d", "enter")
	if tested(p) != kittest.Today {
		t.Errorf("got %q", tested(p))
	}
	p.Press("d", "ctrl+u").Type("morgen").Press("enter")
	if !p.Bad || len(p.Stack) != 2 || tested(p) != kittest.Today {
		t.Error("a day that is still to come was noted")
	}
	p.Press("ctrl+u").Type("18 nov").Press("enter")
	if tested(p) != "2026-11-18" || len(p.Stack) != 1 {
		t.Errorf("got %q", tested(p))
	}
	if p.Press("d", "ctrl+u", "enter"); tested(p) != "" {
		t.Errorf("got %q", tested(p))
	}
}

func TestOtherWords(t *testing.T) {
	p := play(t, typical(t), "enter", "ctrl+u").Type("Een q en een 8, zonder verlies").Press("enter")
	c := p.Client()
	if got := c.Newest().Question(q(1, 1)).Text; got != "Een q en een 8, zonder verlies" {
		t.Errorf("got %q", got)
	}
	if p := play(t, typical(t), "up", "enter"); len(p.Stack) != 1 {
		t.Error("the head of a KWI has no words to change here")
	}
}

func TestEscLeaves(t *testing.T) {
	for _, c := range []account.Client{typical(t), {}, {Cycles: []account.Cycle{{}}}} {
		if p := play(t, c, "esc"); !p.Left {
			t.Error("esc does not leave")
		}
		if p := play(t, c, "space", "ctrl+r", "ctrl+e", "d", "ctrl+x", "enter", "leave", "tick"); p.Left {
			t.Error("left without esc")
		}
	}
}

// The standard questions are the same for everybody, here as in the draft.
func TestStandardQuestionsKeepTheirWords(t *testing.T) {
	for _, row := range []int{2, 3} {
		p := play(t, typical(t), append(slices.Repeat([]string{"down"}, row), "enter")...)
		if !p.Bad || len(p.Stack) != 1 || !strings.HasPrefix(p.Notice, "Vaste vraag") {
			t.Errorf("question %d: %q", row+1, p.Notice)
		}
	}
}
