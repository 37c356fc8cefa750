package codec_test

import (
	"fmt"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/portfolio"
)

// typical is a client with five cycles of eight respondents and 23 questions.
func typical() account.Client {
	c := account.Client{ID: "typical", Name: "Typical", Kind: account.External, Approach: account.Extended, Sponsor: "R1"}
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

func BenchmarkEncode(b *testing.B) {
	c := typical()
	size := 0
	for _, r := range codec.Encode(c) {
		size += len(r)
	}
	b.ReportMetric(float64(size), "bytes")
	for b.Loop() {
		codec.Encode(c)
	}
}

func BenchmarkDecode(b *testing.B) {
	records := codec.Encode(typical())
	for b.Loop() {
		if _, err := codec.Decode(records); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSummaries10000(b *testing.B) {
	c := typical()
	line := portfolio.Of(&c)
	line.Due = line.Due[:5] // promises that are open at once
	record := codec.EncodeSummary(codec.Summary{Last: 100, Line: line})
	b.ReportMetric(float64(len(record)), "bytes")
	lines := make([]portfolio.Line, 10_000)
	for b.Loop() {
		for i := range lines {
			s, err := codec.DecodeSummary("typical", record)
			if err != nil {
				b.Fatal(err)
			}
			lines[i] = s.Line
		}
	}
}

func TestAnswersArePacked(t *testing.T) {
	c := typical()
	bare := c.Clone()
	answers := 0
	for i := range bare.Cycles {
		for _, sheet := range bare.Cycles[i].Answers {
			answers += len(sheet)
		}
		bare.Cycles[i].Answers = nil
	}
	size := 0
	with, without := codec.Encode(c), codec.Encode(bare)
	for key := range with {
		size += len(with[key]) - len(without[key])
	}
	if size > 2*answers {
		t.Errorf("%d bytes for %d answers", size, answers)
	}
}
