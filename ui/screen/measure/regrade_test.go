package measure

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// At the desk another grade than the one that was told is a correction too, as
// it is on the pages of a meeting.
func TestInTheSessionAnotherGradeTypedAtTheDeskLeavesATrace(t *testing.T) {
	for _, c := range []struct {
		keys   string
		traces []string
	}{
		{"9", []string{"KK 1.02: 6 → 9"}},
		{"1 0", []string{"KK 1.02: 6 → 10"}},
		{">", []string{"KK 1.02: 6 → 6>"}},
		{"9 ctrl+z", nil},
		{"9 up 6", nil},
		{"backspace", []string{"KK 1.02: 6 → –"}},
	} {
		client := newMedia(t)
		y := client.Newest()
		y.Stage, y.AnswersBy, y.Corrections = account.Session, account.ByName, nil
		q := account.QuestionCode{KWI: 1, Serial: 2}
		y.Answers["KK"] = y.Answers["KK"].With(account.Answer{Question: q, Grade: 6})
		p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", client), "end", "enter", "home")
		p.Press(strings.Fields(c.keys)...)
		now, traces := p.Client(), []string(nil)
		for _, r := range now.Newest().Corrections {
			traces = append(traces, r.What)
		}
		if !slices.Equal(traces, c.traces) {
			t.Errorf("%s: %q, not %q", c.keys, traces, c.traces)
		}
	}
}

func TestUndoTakesBackACell(t *testing.T) {
	p := opened(t, newMedia(t)).Press("1", "0", "<", "ctrl+z")
	if got := answer(t, p, "2.05"); got != "" {
		t.Errorf("one step back leaves %q of a cell typed as 10<", got)
	}
}
