package accounttest

import (
	"fmt"
	"strings"

	"kwi/internal/account"
)

// Typical is a client with five cycles of eight respondents and 23 questions,
// for benchmarks.
func Typical(id string) account.Client {
	c := account.Client{ID: id, Name: "Client " + id, Kind: account.External, Approach: account.Extended, Sponsor: "R1"}
	for r := range 8 {
		who := account.Initials(fmt.Sprintf("R%d", r+1))
		c.Respondents = append(c.Respondents, account.Respondent{Initials: who, Name: "Somebody With A Name", Email: "somebody@client.example", Function: "Manager", Willing: "2010-06-01"})
	}
	name := account.CycleName("2009H1")
	for range 5 {
		y := account.Cycle{Name: name, Stage: account.Closed, AnswersBy: account.ByName, Session: account.Date(name[:4] + "-06-01"),
			Assigned: map[account.Initials][]account.QuestionCode{}, Answers: map[account.Initials]account.Sheet{}, Answered: map[account.Initials]account.Date{},
			NPS: map[account.Initials]account.NPS{}, Remarks: map[account.Initials]string{}}
		for k, questions := range []int{4, 5, 6, 4, 4} {
			kwi := account.KWI{Code: account.KWICode(k + 1), Title: "A title", Expectation: strings.Repeat("What he expects of us. ", 8), Target: 800}
			for q := range questions {
				code := account.QuestionCode{KWI: kwi.Code, Serial: uint16(q + 1)}
				kwi.Questions = append(kwi.Questions, account.Question{Code: code, Text: "A statement that he can grade when half a year has gone by.", Kind: account.Own})
				for r, person := range c.Respondents {
					y.Assigned[person.Initials] = append(y.Assigned[person.Initials], code)
					y.Answers[person.Initials] = append(y.Answers[person.Initials], account.Answer{Question: code, Grade: account.Grade((r+q)%10 + 1), Relevance: account.Relevance((r + k) % 3)})
				}
			}
			y.KWIs = append(y.KWIs, kwi)
		}
		for r, person := range c.Respondents {
			y.Answered[person.Initials] = "2010-06-01"
			y.NPS[person.Initials] = account.NPS{Score: r + 2, Why: "Because of the people."}
			y.Remarks[person.Initials] = "Go on like this."
			y.Notes = append(y.Notes, account.Note{Date: "2010-06-01", With: person.Initials, Text: strings.Repeat("What was caught in the talk. ", 20)})
			y.Visits = append(y.Visits, account.Visit{Date: "2010-09-01", With: person.Initials, Note: strings.Repeat("What was said. ", 10)})
			y.Actions = append(y.Actions, account.Action{Number: fmt.Sprintf("%s-%02d", name[:4], r+1), Text: "An agreement of some length with somebody", For: "RM", Side: account.SupplierSide, Status: account.Open, Due: "2011-06-01", KWI: 1})
		}
		c.Cycles = append(c.Cycles, y)
		name = name.Next()
	}
	return c
}
