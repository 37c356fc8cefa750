package score_test

import (
	"fmt"

	"kwi/internal/account"
	"kwi/internal/score"
)

// The first two respondents of the worked table of the method: 6 7 8 9, and
// 6< 7< 8 9>.
func ExampleOf() {
	question := func(serial uint16) account.QuestionCode { return account.QuestionCode{KWI: 1, Serial: serial} }
	sheet := func(grades ...string) (s account.Sheet) {
		for i, g := range grades {
			grade, relevance, _ := account.ParseGrade(g)
			s = s.With(account.Answer{Question: question(uint16(i + 1)), Grade: grade, Relevance: relevance})
		}
		return s
	}
	client := account.Client{Respondents: []account.Respondent{{Initials: "R1"}, {Initials: "R2"}}}
	cycle := account.Cycle{
		Name: "2011H1", AnswersBy: account.ByName, KWIs: []account.KWI{{Code: 1}},
		Answers: map[account.Initials]account.Sheet{"R1": sheet("6", "7", "8", "9"), "R2": sheet("6<", "7<", "8", "9>")},
	}
	table := score.Of(&client, &cycle)
	sums := table.Total.Sums
	fmt.Println(sums.Points, "/", sums.Weight, "=", sums.Score(), "average", sums.Average())
	// Output: 116 / 15 = 7.73 average 7.50
}
