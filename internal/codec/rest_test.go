package codec_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/codec"
)

// TestWhatCameBackOutlivesItsCycle: where the record of a cycle is lost, every grade that
// stood beside it stays, under a cycle that holds together, and no name stands beside one.
func TestWhatCameBackOutlivesItsCycle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "x")
		if len(c.Cycles) == 0 {
			return
		}
		was := rapid.SampledFrom(c.Cycles).Draw(t, "lost")
		records := codec.Encode(c)
		delete(records, codec.CycleKey("x", was.Name))
		rest, remade := codec.Rest("x", "", records)
		y := rest.Cycle(was.Name)
		if len(was.Answers) == 0 {
			return
		}
		if y == nil || !slices.Equal(remade, []account.CycleName{was.Name}) {
			t.Fatalf("it is lost: %v", remade)
		}
		if !reflect.DeepEqual(y.Answers, was.Answers) || y.Named() {
			t.Errorf("%+v, not %+v", y.Answers, was.Answers)
		}
		for who, sheet := range y.Answers {
			for _, a := range sheet {
				if q := y.Question(a.Question); q == nil || q.Text == "" || !y.IsAssigned(who, a.Question) {
					t.Errorf("%s stands on nothing", a.Question)
				}
			}
		}
		for _, flaw := range rest.Flaws() { // elsewhere something may go on referring to what is lost
			if flaw.Cycle == was.Name {
				t.Errorf("%+v", flaw)
			}
		}
	})
}

// TestQuestionsThatAreLostAreCalledByTheirNumber, unless another cycle still has their
// words.
func TestQuestionsThatAreLostAreCalledByTheirNumber(t *testing.T) {
	t.Parallel()
	one, two := account.QuestionCode{KWI: 1, Serial: 1}, account.QuestionCode{KWI: 2, Serial: 3}
	kwis := []account.KWI{{Code: 1, Title: "Knowledge stays", Questions: []account.Question{{Code: one, Text: "Do they stay?", Kind: account.Own}}}}
	c := account.Client{ID: "x", Name: "X", Kind: account.External, Approach: account.Extended, Respondents: []account.Respondent{{Initials: "KK"}}, Cycles: []account.Cycle{
		{Name: "2025H1", Stage: account.Closed, AnswersBy: account.ByName, KWIs: kwis},
		{Name: "2025H2", Stage: account.Measure, AnswersBy: account.ByName, KWIs: append(slices.Clone(kwis), account.KWI{Code: 2, Title: "Lost", Questions: []account.Question{{Code: two, Text: "Lost?", Kind: account.Own}}}),
			Assigned: map[account.Initials][]account.QuestionCode{"KK": {one, two}}, Answers: map[account.Initials]account.Sheet{"KK": {{Question: one, Grade: 7}, {Question: two, Grade: 9}}}},
	}}
	records := codec.Encode(c)
	delete(records, codec.CycleKey("x", "2025H2"))
	rest, _ := codec.Rest("x", "", records)
	y := rest.Cycle("2025H2")
	if y == nil || y.Stage != account.Measure || len(y.KWIs) != 2 {
		t.Fatalf("%+v", y)
	}
	if got := []string{y.KWIs[0].Title, y.KWIs[0].Questions[0].Text, y.KWIs[1].Title, y.KWIs[1].Questions[0].Text}; !slices.Equal(got, []string{"Knowledge stays", "Do they stay?", account.KWICode(2).String(), two.String()}) {
		t.Errorf("%q", got)
	}
}
