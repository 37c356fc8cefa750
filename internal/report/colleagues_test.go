package report_test

import (
	"bytes"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/internal/report/markdown"
)

func TestThePageForColleagues(t *testing.T) {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	c := account.Client{
		ID: "newmedia", Name: "NewMedia", Respondents: []account.Respondent{{Initials: "KK", Name: "Kees Klant"}, {Initials: "BB", Name: "Bea Beee"}},
		Colleagues: []account.Colleague{{Initials: "RM", Name: "Joe Bestseller"}},
		Cycles: []account.Cycle{{
			Name: "2026H2", Stage: account.Realise, AnswersBy: account.ByGroup,
			KWIs: []account.KWI{
				{Code: 1, Title: "Kennisborging", Expectation: "Kennis blijft van ons.", Why: "vorig jaar ging het mis", WishedBy: "KK", Questions: []account.Question{{Code: q}}},
				{Code: 2, Title: "Inspiratie"},
			},
			NotExpected: map[account.Initials]string{"BB": "Geen feestjes."},
			Actions: []account.Action{
				{Number: "2026-01", Text: "Gids maken.", KWI: 1, For: "RM", Due: "2026-12-10", Status: account.Open, Side: account.SupplierSide},
				{Number: "2026-02", Text: "Onderling afstemmen.", Internal: true, Status: account.Open, Side: account.SupplierSide},
				{Number: "2026-03", Text: "Van de klant.", Status: account.Open, Side: account.ClientSide},
				{Number: "2026-04", Text: "Al gedaan.", Status: account.Done, Side: account.SupplierSide},
			},
			Assigned: map[account.Initials][]account.QuestionCode{"KK": {q}},
			Answers:  map[account.Initials]account.Sheet{"KK": {{Question: q, Grade: 3}}}, Answered: map[account.Initials]account.Date{"KK": "2026-11-01"},
			Remarks: map[account.Initials]string{"KK": "OPMERKING"}, NPS: map[account.Initials]account.NPS{"KK": {Score: 2, Why: "WAAROM"}},
		}},
	}
	for _, x := range []struct{ tag, want string }{
		{"nl", "KWI-01 Kennisborging|Kennis blijft van ons.|Waarom: vorig jaar ging het mis|Kees Klant|Bea Beee|Geen feestjes.|Gids maken.|Joe Bestseller|Onderling afstemmen.|Beloof minder dan je doet"},
		{"en", "What the client expects from us|not for the client|Promise less than you do"},
	} {
		var b bytes.Buffer
		if err := markdown.Monitor(&b, report.Colleagues(&c, "", report.Options{Language: x.tag, Supplier: "Bestseller", Today: "2026-11-26"})); err != nil {
			t.Fatal(err)
		}
		for _, want := range strings.Split(x.want, "|") {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%s lacks %q", x.tag, want)
			}
		}
		for _, no := range []string{"Van de klant", "Al gedaan", "OPMERKING", "WAAROM", "3,0", "3.0", "NPS", "score"} {
			if strings.Contains(b.String(), no) {
				t.Errorf("%s has %q:\n%s", x.tag, no, b.String())
			}
		}
		if t.Failed() {
			t.Log(b.String())
		}
	}
}
