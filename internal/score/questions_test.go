package score_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/score"
)

// cycle is one KWI with two questions, and the answers of so many
// respondents to the first and to the second.
func cycle(by account.AnswersBy, first, second int) (account.Client, *account.Cycle) {
	c := account.Client{}
	q := func(n uint16) account.QuestionCode { return account.QuestionCode{KWI: 1, Serial: n} }
	y := account.Cycle{Name: "2026H2", AnswersBy: by, Answers: map[account.Initials]account.Sheet{}}
	y.KWIs = []account.KWI{{Code: 1, Questions: []account.Question{{Code: q(1)}, {Code: q(2)}}}}
	for i, who := range []account.Initials{"AA", "BB", "CC", "DD"} {
		c.Respondents = append(c.Respondents, account.Respondent{Initials: who})
		s := account.Sheet{}
		if i < first {
			s = append(s, account.Answer{Question: q(1), Grade: account.Grade(6 + i), Relevance: account.Relevance(i % 3)})
		}
		if i < second {
			s = append(s, account.Answer{Question: q(2), Grade: 9})
		}
		if len(s) > 0 {
			y.Answers[who] = s
		}
	}
	c.Cycles = []account.Cycle{y}
	return c, &c.Cycles[0]
}

func TestQuestionsAddUpToTheirKWI(t *testing.T) {
	c, y := cycle(account.ByName, 3, 1)
	table := score.Of(&c, y)
	got := table.Questions(y, 1)
	want := []score.Question{
		{Code: account.QuestionCode{KWI: 1, Serial: 1}, Sums: score.Sums{Points: 6*2 + 7*1 + 8*3, Weight: 6, Grades: 21, Answers: 3}},
		{Code: account.QuestionCode{KWI: 1, Serial: 2}, Sums: score.Sums{Points: 18, Weight: 2, Grades: 9, Answers: 1}},
	}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %v, want %v", got, want)
	}
	if got[0].Sums.Plus(got[1].Sums) != table.KWIs[0].Sums {
		t.Error("the questions do not add up")
	}
	if table.Questions(y, 7) != nil {
		t.Error("a KWI that is not there has no questions")
	}
}

func TestByGroupNothingIsSaidOfAQuestion(t *testing.T) {
	for answers := range 5 {
		c, y := cycle(account.ByGroup, answers, 4)
		table := score.Of(&c, y)
		if got := table.Questions(y, 1); got != nil || score.OfQuestion(y, account.QuestionCode{KWI: 1, Serial: 2}) != (score.Sums{}) {
			t.Errorf("%d and 4 answers: %v", answers, got)
		}
	}
}

// The table is of the whole client; what the client may see of their answers
// by group is none, and none may be taken for all.
func TestQuestionsOfACopyThatLacksAnswers(t *testing.T) {
	c, y := cycle(account.ByGroup, 4, 4)
	table := score.Of(&c, y)
	shown := c.Told()
	if got := table.Questions(&shown.Cycles[0], 1); got != nil {
		t.Errorf("got %v", got)
	}
	c, y = cycle(account.ByName, 4, 4)
	table = score.Of(&c, y)
	delete(y.Answers, "BB")
	if got := table.Questions(y, 1); got != nil {
		t.Errorf("got %v", got)
	}
}
