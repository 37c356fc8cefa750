package measure

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// left are the answers of KK to the three questions that they had left open.
func left(t *testing.T, p *kittest.Play) (out []string) {
	t.Helper()
	for _, code := range []string{"2.05", "3.01", "3.04"} {
		out = append(out, answer(t, p, code))
	}
	return out
}

// A grade that cannot grow goes on by itself; who is used to enter, space or an
// arrow behind it gets the same. A sign and a correction right behind it are for
// the grade that was just typed.
func TestAGradeGoesOnByItself(t *testing.T) {
	for _, c := range []struct {
		keys string
		want []string
	}{
		{"8 7", []string{"8", "7", ""}}, {"8 enter 7", []string{"8", "7", ""}}, {"8 down 7", []string{"8", "7", ""}}, {"8 space 7", []string{"8", "7", ""}},
		{"8 < 7 >", []string{"8<", "7>", ""}}, {"8 enter enter 7", []string{"8", "", ""}}, {"0 0", []string{"10", "10", ""}}, {"1 0 7", []string{"10", "7", ""}},
		{"1 7", []string{"1", "7", ""}}, {"1 enter 7", []string{"1", "7", ""}}, {"1 < 7", []string{"1<", "7", ""}}, {"8 backspace", []string{"", "", ""}},
		{"8 < backspace", []string{"8", "", ""}}, {"8 up 6", []string{"6", "", ""}}, {"8 < <", []string{"8", "", ""}}, {"8 ctrl+z", []string{"", "", ""}},
	} {
		p := opened(t, newMedia(t)).Press(strings.Fields(c.keys)...)
		if got := left(t, p); !slices.Equal(got[:2], c.want[:2]) {
			t.Errorf("%s gives %q, want %q", c.keys, got, c.want)
		}
	}
	// The last question is not left by itself.
	p := opened(t, newMedia(t)).Press("end", "6", "7", "<")
	if got := answer(t, p, lastOf(t, p)); got != "7<" || p.Top().(Screen).sheet.words {
		t.Errorf("the last one is %q", got)
	}
}

func lastOf(t *testing.T, p *kittest.Play) string {
	t.Helper()
	c := p.Client()
	asked := c.Newest().AskedOf("KK")
	return asked[len(asked)-1].String()
}

// A grade and its sign are one step to take back.
func TestAGradeWithItsSignIsOneStep(t *testing.T) {
	p := opened(t, newMedia(t)).Press("8", "<", "7", "ctrl+z", "ctrl+z")
	if got := left(t, p); got[0] != "" || got[1] != "" {
		t.Errorf("two steps back leave %q", got)
	}
}

// Who wishes so lets a grade wait for enter.
func TestAGradeWaits(t *testing.T) {
	f := kittest.Frame(77, 20, "nl", newMedia(t))
	f.GradesWait = true
	p := kittest.Press(New(kit.Place{}), f, "end", "enter", "8", "7", "enter", "6")
	if got := left(t, p); got[0] != "7" || got[1] != "6" {
		t.Errorf("got %q", got)
	}
}

func TestJumpingToAQuestion(t *testing.T) {
	for _, keys := range []string{"/ 2 3 5", "/ 2 0 3 5", "/ 2 . 0 3 5", "/ 2 , 3 5", "/ 2 0 backspace 3 5", "end / 2 3 5", "/ 2 3 / 2 3 5"} {
		p := opened(t, newMedia(t)).Press(strings.Fields(keys)...)
		if got := answer(t, p, "2.03"); got != "5" {
			t.Errorf("%s: 2.03 is %q: %s", keys, got, p.Notice)
		}
	}
	p := opened(t, newMedia(t)).Press("/", "9")
	if !p.Bad || !strings.Contains(p.Notice, "Vraag 9 staat niet") {
		t.Errorf("a question that is not there: %q", p.Notice)
	}
	if p = opened(t, newMedia(t)).Press("/", "2", "esc", "7"); answer(t, p, "2.05") != "7" || p.Left {
		t.Error("esc does not leave the number alone")
	}
}

// A word that is typed where grades are gives none, nor do the figures in it.
func TestAWordIsNoGrade(t *testing.T) {
	p := opened(t, newMedia(t)).Type("om 12 uur, of 7>")
	if got := left(t, p); !slices.Equal(got, []string{"", "", "8"}) || len(p.Changes) != 0 {
		t.Errorf("got %q", got)
	}
	if !p.Bad || !strings.Contains(p.Notice, "tekst en geen cijfer") {
		t.Errorf("it says %q", p.Notice)
	}
	if got := left(t, p.Press("up", "down").Type("7")); got[0] != "7" {
		t.Errorf("grades do not count again: %q", got)
	}
	if got := left(t, opened(t, newMedia(t)).Press("q", "7")); got[0] != "7" { // a slip of one letter
		t.Errorf("after a slip %q", got)
	}
}

// What they answered the last time stands beside the question, not by group.
func TestTheLastGradeStandsBeside(t *testing.T) {
	c := newMedia(t)
	was := c.Cycles[0].Clone()
	was.Name, was.Stage, was.AnswersBy = "2010H1", account.Closed, account.ByName
	was.Answers = map[account.Initials]account.Sheet{"KK": {{Question: account.QuestionCode{KWI: 2, Serial: 5}, Grade: 4, Relevance: account.Less}}}
	c.Cycles = append([]account.Cycle{was}, c.Cycles...)
	v := opened(t, c).View()
	if !strings.Contains(v, "2010H1") || !strings.Contains(v, "4<") {
		t.Errorf("the grade of the cycle before is not seen:\n%s", v)
	}
	c.Cycles[0].AnswersBy = account.ByGroup
	if v = opened(t, c).View(); strings.Contains(v, "4<") {
		t.Errorf("it stands beside a name though it was given by group:\n%s", v)
	}
}

// Grades typed beside the list are for the list of whoever is in hand.
func TestGradesTypedBesideTheList(t *testing.T) {
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", newMedia(t)), "end", "8", "7")
	if got := left(t, p); got[0] != "8" || got[1] != "7" || p.Out.Go != nil {
		t.Errorf("got %q", got)
	}
	if p = kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", newMedia(t)), "end", "0"); left(t, p)[0] != "10" {
		t.Error("0 is no ten")
	}
}

// Where nobody was chosen by hand digits are the root's, which lead elsewhere;
// they never take the place of a list that is complete.
func TestDigitsLeadElsewhereWhereNobodyWasChosen(t *testing.T) {
	f := kittest.Frame(77, 20, "nl", newMedia(t))
	if p := kittest.Press(New(kit.Place{}), f, "8"); len(p.Changes) != 0 {
		t.Error("a grade was given to whoever stands first")
	}
	if p := kittest.Press(New(kit.Place{}), f, "end", "enter", "esc", "8"); len(p.Changes) != 0 {
		t.Error("a grade was given after the list was closed")
	}
	c := newMedia(t)
	y := c.Newest()
	for _, q := range y.AskedOf("KK") {
		if err := c.Answer(y.Name, "KK", account.Answer{Question: q, Grade: 6}, kittest.Today); err != nil {
			t.Fatal(err)
		}
	}
	if p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "end", "8"); len(p.Changes) != 0 || !strings.Contains(p.Notice, "compleet") {
		t.Errorf("%d changes to a complete list: %q", len(p.Changes), p.Notice)
	}
}
