package account_test

import (
	"reflect"
	"testing"

	"kwi/internal/account"
)

// visited is a client with two cycles, with what a visit to KK begins from.
func visited(by account.AnswersBy) account.Client {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	kwi := account.KWI{Code: 1, Title: "Kennis", Expectation: "Kennis blijft van ons.", WishedBy: "KK", Questions: []account.Question{{Code: q, Text: "Zij legt vast."}}}
	mine := map[account.Initials][]account.QuestionCode{"KK": {q}}
	return account.Client{
		ID: "c", Respondents: []account.Respondent{{Initials: "KK", Name: "Kees Klant"}, {Initials: "BB", Name: "Bea Beee"}},
		Cycles: []account.Cycle{
			{Name: "2026H1", Stage: account.Closed, AnswersBy: account.ByName, KWIs: []account.KWI{kwi}, Assigned: mine,
				Answers: map[account.Initials]account.Sheet{"KK": {{Question: q, Grade: 6, Relevance: account.More}}},
				Remarks: map[account.Initials]string{"KK": "Vaker langskomen.", "BB": "Niet voor anderen."}, Released: []account.Initials{"KK"}, NotExpected: map[account.Initials]string{"KK": "Geen feestjes."},
				Visits:  []account.Visit{{Date: "2026-02-01", With: "KK", By: "RM", Note: "Tevreden."}},
				Actions: []account.Action{{Number: "2026-01", Text: "Van vroeger", Status: account.Open, Side: account.SupplierSide}}},
			{Name: "2026H2", Stage: account.Realise, AnswersBy: by, KWIs: []account.KWI{kwi, {Code: 2, Title: "Anders", WishedBy: "BB"}}, Assigned: mine,
				Visits: []account.Visit{{Date: "2026-09-01", With: "KK", Note: "Mist uitleg."}, {Date: "2026-08-01", With: "KK"}, {Date: "2026-10-01", With: "BB", Note: "Anders."}},
				Notes:  []account.Note{{Date: "2026-09-01", With: "KK", Text: "Geen verrassingen."}, {Date: "2026-09-01", With: "KK", Text: kwi.Expectation, KWI: 1}},
				Ideas:  []account.Idea{{Text: "Samen eten", By: "kees klant"}, {Text: "Van een ander", By: "BB"}},
				Actions: []account.Action{
					{Number: "2026-02", Text: "Gids", KWI: 1, Status: account.Open, Side: account.SupplierSide},
					{Number: "2026-03", Text: "Over een ander", KWI: 2, Status: account.Open, Side: account.SupplierSide},
					{Number: "2026-04", Text: "Onderling", Status: account.Open, Side: account.SupplierSide, Internal: true},
					{Number: "2026-05", Text: "Hun kant", Status: account.Open, Side: account.ClientSide},
					{Number: "2026-06", Text: "Zelf", For: "Kees Klant", KWI: 2, Status: account.Open, Side: account.ClientSide},
					{Number: "2026-07", Text: "Klaar", KWI: 1, Status: account.Done, Done: "2026-09-02", Side: account.SupplierSide},
				}},
		},
	}
}

func TestWhatAVisitBeginsFrom(t *testing.T) {
	c := visited(account.ByName)
	talks := []account.Talk{{Date: "2026-09-01", Said: []string{"Mist uitleg.", "Geen verrassingen."}}, {Date: "2026-08-01"}, {Date: "2026-02-01", By: "RM", Said: []string{"Tevreden."}}}
	if got := c.TalksWith("", "KK", "2026-11-26"); !reflect.DeepEqual(got, talks) {
		t.Errorf("the talks are %+v", got)
	}
	if got := c.TalksWith("2026H1", "KK", "2026-11-26"); len(got) != 1 {
		t.Errorf("in the cycle before they are %+v", got)
	}
	if y := c.Newest(); y.LastTalk("KK") != "2026-09-01" || y.LastTalk("CC") != "" {
		t.Errorf("asked on %q and %q", y.LastTalk("KK"), y.LastTalk("CC"))
	}
	var owed []string
	for _, a := range c.OwedTo("", "KK") {
		owed = append(owed, a.Number)
	}
	if !reflect.DeepEqual(owed, []string{"2026-01", "2026-02", "2026-06"}) {
		t.Errorf("they wait for %v", owed)
	}
	if said, in := c.Unwanted("", "KK"); said != "Geen feestjes." || in != "2026H1" {
		t.Errorf("they do not expect %q, since %s", said, in)
	}
	if got := c.IdeasOf("", "KK"); len(got) != 1 || got[0].Text != "Samen eten" {
		t.Errorf("they brought %+v", got)
	}
}

// By group nothing of what they gave is there, of an earlier cycle by name
// neither.
func TestAVisitByGroupBeginsWithoutGrades(t *testing.T) {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	for by, want := range map[account.AnswersBy]string{account.ByName: "6>", account.ByGroup: ""} {
		c := visited(by)
		a, in := c.LastGraded("", "KK", q)
		if v, _ := c.LastVoice("", "BB"); v.Remark != "" {
			t.Errorf("%s: BB released nothing, and %q is there", by, v.Remark)
		}
		v, from := c.LastVoice("", "KK")
		if a.String() != want || (in != "") != (want != "") || (v.Remark != "") != (want != "") || (from != "") != (want != "") {
			t.Errorf("%s: graded %q in %q, said %q in %q", by, a, in, v.Remark, from)
		}
	}
}
