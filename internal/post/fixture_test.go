package post_test

import (
	"bytes"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/foreigntest"
	"kwi/internal/post"
	"kwi/internal/questionnaire"
)

// at is when everything in these tests is written.
var at = time.Date(2026, 11, 13, 9, 30, 0, 0, time.FixedZone("CET", 3600))

// client is one with a sponsor, somebody with an accent, and somebody without
// an address.
func client() account.Client {
	code := func(kwi account.KWICode, n uint16) account.QuestionCode {
		return account.QuestionCode{KWI: kwi, Serial: n}
	}
	q := func(kwi account.KWICode, n uint16, text string) account.Question {
		return account.Question{Code: code(kwi, n), Text: text}
	}
	mine := []account.QuestionCode{code(1, 1), code(1, 2), code(2, 1)}
	return account.Client{
		ID: "newmedia", Name: "NewMedia", Sponsor: "KK",
		Colleagues: []account.Colleague{{Initials: "RM", Name: "Joe Bestseller"}},
		Respondents: []account.Respondent{
			{Initials: "KK", Name: "Kees Klant", Email: "kk@newmedia.example", Language: "nl"},
			{Initials: "ÉB", Name: "Éva Brönte", Email: "eva@newmedia.example", Language: "en"},
			{Initials: "ZZ", Name: "Zonder Adres", Email: "bel liever", Language: "nl"},
		},
		Cycles: []account.Cycle{{
			Name: "2026H2", Stage: account.Measure, AnswersBy: account.ByName, Session: "2026-11-27", Place: "Bij ons; zaal 2, boven",
			KWIs: []account.KWI{
				{Code: 1, Title: "Kennisborging", Expectation: "Wij willen van geen enkele leverancier afhankelijk zijn: wat bij ons geleerd wordt, moet blijven.", Questions: []account.Question{
					q(1, 1, "Wie bij ons komt werken, kent ons vooraf"),
					q(1, 2, "Kennis staat in het opdrachtdossier [bijlage 3] en is daar te vinden voor iedereen die er iets mee moet"),
				}},
				{Code: 2, Title: "Inspiratie", Questions: []account.Question{q(2, 1, "Wij krijgen ook ongevraagd advies")}},
			},
			Assigned: map[account.Initials][]account.QuestionCode{"KK": mine, "ÉB": mine[:2], "ZZ": mine[2:]},
			Visits:   []account.Visit{{Date: "2026-10-06", Hour: "09:30", With: "KK", By: "RM", Note: "geheim"}},
			Actions: []account.Action{
				{Number: "2026-01", Text: "Portaal, met \\ en ; erin\nEND:VEVENT", For: "RM", Due: "2026-11-20T17:00", Status: account.Open, KWI: 1},
				{Number: "2026-02", Text: "Gedaan", Due: "2026-10-01", Status: account.Done},
			},
		}},
	}
}

func list(c *account.Client, who account.Initials, m questionnaire.Moment) questionnaire.List {
	accounttest.SendAll(c, "2026-11-13")
	l := questionnaire.For(c, c.Newest(), who, questionnaire.Sender{Supplier: "Bestseller B.V.", Name: "Joe Bestseller"}, m, "nl")
	l.Mark = accounttest.MarkOf(who)
	return l
}

func draft(t *testing.T, l post.Letter) string {
	t.Helper()
	var b bytes.Buffer
	if err := post.Draft(&b, l); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// python gives a program of ours to a Python that has a module.
func python(t *testing.T, module, program, input string) string {
	t.Helper()
	out, _ := foreigntest.Run(t, input, foreigntest.Python(t, module), "-c", program)
	return out
}
