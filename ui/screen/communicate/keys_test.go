package communicate

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

func play(c account.Client, keys ...string) *kittest.Play {
	return kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), keys...)
}

func cycle(p *kittest.Play) *account.Cycle {
	c := p.Client()
	return c.Newest()
}

func TestSentTodayAndAgain(t *testing.T) {
	p := play(typical(t), "down", "down", "s", "enter")
	if got := cycle(p).Sent["CC"]; !slices.Equal(got, []account.Date{kittest.Today}) {
		t.Fatalf("got %v", got)
	}
	p.Press("s", "ctrl+u").Type("19 nov").Press("enter")
	if got := cycle(p).Sent["CC"]; !slices.Equal(got, []account.Date{"2026-11-19", kittest.Today}) {
		t.Errorf("got %v", got)
	}
	if p.Press("ctrl+x"); !slices.Equal(cycle(p).Sent["CC"], []account.Date{"2026-11-19"}) {
		t.Errorf("got %v", cycle(p).Sent["CC"])
	}
	if p.Press("ctrl+z", "ctrl+z", "ctrl+z"); len(cycle(p).Sent["CC"]) != 0 {
		t.Errorf("got %v", cycle(p).Sent["CC"])
	}
	if p.Press("ctrl+x"); !p.Bad {
		t.Error("what was not sent was taken back")
	}
}

func TestConfirmedOnADay(t *testing.T) {
	p := play(typical(t), "down", "f", "enter")
	if got := cycle(p).Confirmed["BB"]; got != kittest.Today {
		t.Errorf("got %q", got)
	}
	p.Press("f", "ctrl+u").Type("gisteren").Press("enter")
	if got := cycle(p).Confirmed["BB"]; got != "2026-11-20" {
		t.Errorf("got %q", got)
	}
	if p.Press("f", "ctrl+u", "enter"); cycle(p).Confirmed["BB"] != "" {
		t.Errorf("got %q", cycle(p).Confirmed["BB"])
	}
}

func TestAllAtOnceIsOneChange(t *testing.T) {
	c := typical(t)
	c.Newest().Sent = nil
	p := play(c, "a", "enter")
	if got := len(cycle(p).Sent); got != 4 || len(p.Changes) != 1 {
		t.Errorf("%d sent in %d changes", got, len(p.Changes))
	}
	if cycle(p).Sent["DD"] != nil {
		t.Error("something was sent to somebody without questions")
	}
	if p.Press("a"); !p.Bad || len(p.Changes) != 1 {
		t.Error("all were sent twice")
	}
	if p.Press("ctrl+z"); len(cycle(p).Sent) != 0 {
		t.Error("it does not go back as one")
	}
	if p.Press("end", "a", "enter"); !reflect.DeepEqual(cycle(p).Informed, map[account.Initials]account.Date{"RM": "2026-11-06", "SM": kittest.Today}) {
		t.Errorf("got %v", cycle(p).Informed)
	}
}

func TestColleaguesAreInformed(t *testing.T) {
	p := play(typical(t), "end", "i", "enter")
	if got := cycle(p).Informed["SM"]; got != kittest.Today {
		t.Errorf("got %q", got)
	}
	if p.Press("s"); !p.Bad || !strings.Contains(p.Notice, "SM") {
		t.Error("a colleague was sent questions")
	}
	if p.Press("up", "i", "ctrl+u", "enter"); cycle(p).Informed["RM"] != "" {
		t.Error("what was noted stays")
	}
	if p.Press("up", "i"); !p.Bad || strings.Contains(p.Notice, "RM") {
		t.Errorf("a respondent was informed, or the cursor stands between: %q", p.Notice)
	}
}

func TestWithoutQuestionsNothingIsSent(t *testing.T) {
	for _, key := range []string{"s", "f", "enter"} {
		if p := play(typical(t), "down", "down", "down", key); !p.Bad || len(p.Changes) > 0 || !strings.Contains(p.Notice, "DD") {
			t.Errorf("%s: %q", key, p.Notice)
		}
	}
}

func TestPreviewTurnsToTheNextWithQuestions(t *testing.T) {
	p := play(typical(t), "down", "down", "enter")
	sees := func(who string) {
		t.Helper()
		if !strings.Contains(p.View(), "Zo ziet "+who+" het") {
			t.Errorf("not the list of %s:\n%s", who, p.View())
		}
	}
	sees("CC")
	p.Press("right") // DD has no questions
	sees("KK")
	p.Press("right")
	sees("KK")
	p.Press("h", "h")
	sees("BB")
	if p.Press("s", "esc", "esc"); p.Left { // the first esc leaves the dialog for the day
		t.Fatal("esc left the screen with the preview open")
	}
	if p.Top().(Screen).open != "" || len(p.Stack) != 1 {
		t.Fatal("the preview is still open")
	}
	if p.Press("f", "enter"); cycle(p).Confirmed["BB"] == "" {
		t.Error("the cursor did not go along")
	}
}

func TestPreviewNotesForWhoIsRead(t *testing.T) {
	p := play(typical(t), "enter", "right", "right", "s", "enter", "f", "enter")
	if y := cycle(p); len(y.Sent["CC"]) != 1 || y.Confirmed["CC"] != kittest.Today {
		t.Errorf("got %v %v", y.Sent, y.Confirmed)
	}
}

func TestEscLeaves(t *testing.T) {
	for _, c := range []account.Client{typical(t), {}, {Cycles: []account.Cycle{{}}}} {
		if p := play(c, "esc"); !p.Left {
			t.Error("esc does not leave")
		}
		if p := play(c, "s", "esc", "f", "esc", "i", "a", "esc", "ctrl+x", "leave", "tick", "left", "right"); p.Left && len(c.Respondents) > 0 {
			t.Error("left with a dialog open")
		}
	}
}

// From the stage in which is measured on, their list is one to answer.
func TestThePreviewIsOfTheMoment(t *testing.T) {
	for stage, later := range map[account.Stage]bool{account.Communicate: true, account.Realise: true, account.Measure: false, account.Session: false} {
		c := typical(t)
		y := c.Newest()
		y.Stage, y.Session = stage, "2026-12-10"
		p := kittest.Press(New(kit.Place{}), kittest.Frame(84, 60, "nl", c), "enter")
		if got := strings.Contains(p.View(), "vragen wij u pas"); got != later {
			t.Errorf("in stage %s: not yet to answer: %v\n%s", stage, got, p.View())
		}
	}
}
