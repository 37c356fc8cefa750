package questionnaire

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
)

func client() account.Client {
	q := func(kwi account.KWICode, n uint16, text string, added account.Date) account.Question {
		return account.Question{Code: account.QuestionCode{KWI: kwi, Serial: n}, Text: text, Added: added}
	}
	code := func(kwi account.KWICode, n uint16) account.QuestionCode {
		return account.QuestionCode{KWI: kwi, Serial: n}
	}
	return account.Client{
		Name: "NewMedia", Colleagues: []account.Colleague{{Initials: "RM", Name: "Joe Bestseller"}},
		Respondents: []account.Respondent{
			{Initials: "KK", Name: "Kees Klant", Function: "Directeur", Language: "nl"},
			{Initials: "BB", Name: "B. Beee", Language: "en"},
			{Initials: "X1"},
		},
		Cycles: []account.Cycle{{
			Name: "2026H2", AnswersBy: account.ByName, Session: "2026-11-27",
			KWIs: []account.KWI{
				{Code: 1, Title: "Kennisborging", Expectation: "Kennis blijft van ons.", Questions: []account.Question{q(1, 1, "een", ""), q(1, 2, "twee", ""), q(1, 3, "drie", "2026-10-01")}},
				{Code: 2, Title: "Inspiratie", Questions: []account.Question{q(2, 1, "vier", "")}},
				{Code: 3, Title: "Strategie", Questions: []account.Question{q(3, 1, "vijf", "")}},
			},
			Assigned: map[account.Initials][]account.QuestionCode{
				"KK": {code(1, 1), code(1, 3), code(3, 1)}, "BB": {code(2, 1)},
			},
			Sent: map[account.Initials][]account.Date{"KK": {"2026-09-15"}},
		}},
	}
}

func TestHeIsAskedHisQuestionsAndNoOthers(t *testing.T) {
	c := client()
	l := For(&c, c.Newest(), "KK", Sender{Supplier: "Bestseller"}, Communicate, "en")
	want := []KWI{
		{1, "Kennisborging", "Kennis blijft van ons.", []Question{{account.QuestionCode{KWI: 1, Serial: 1}, "een", ""}, {account.QuestionCode{KWI: 1, Serial: 3}, "drie", "nieuw"}}},
		{3, "Strategie", "", []Question{{account.QuestionCode{KWI: 3, Serial: 1}, "vijf", ""}}},
	}
	if !reflect.DeepEqual(l.KWIs, want) || l.Count() != 3 {
		t.Errorf("got %+v", l.KWIs)
	}
	if l.Language != "nl" || l.Name != "Kees Klant" || l.Function != "Directeur" || l.Client != "NewMedia" {
		t.Errorf("got %+v", l)
	}
	if l = For(&c, c.Newest(), "X1", Sender{Supplier: "Bestseller"}, Communicate, "en"); l.Count() != 0 || l.Name != "X1" || l.Language != "en" {
		t.Errorf("got %+v", l)
	}
}

// texts are all texts of a list, the client's own words apart.
func texts(l List) []string {
	out := []string{l.Subject, l.Message, l.Heading, l.Grading, l.Weighing, l.Shown, l.Columns.Question, l.Columns.Grade, l.Columns.Relevance, l.Thanks}
	for _, a := range append(slices.Clone(l.Remarks), l.NPS...) {
		out = append(out, a.Text)
	}
	return out
}

func TestEveryTextIsThereAndFormal(t *testing.T) {
	never := regexp.MustCompile(`(?i)\b(je|jij|jouw|vragenlijst|questionnaire)\b|[{}‹›!]`)
	c := client()
	for _, who := range []account.Initials{"KK", "BB", "X1"} {
		for _, moment := range []Moment{Communicate, Measure} {
			for _, session := range []account.Date{"2026-11-27", ""} {
				c.Newest().Session = session
				for _, s := range texts(For(&c, c.Newest(), who, Sender{Supplier: "Bestseller"}, moment, "nl")) {
					if s == "" || never.MatchString(s) {
						t.Errorf("%s: %q", who, s)
					}
				}
			}
		}
	}
}

func TestTheMessageSaysWhen(t *testing.T) {
	c := client()
	for _, w := range []struct {
		who     account.Initials
		moment  Moment
		session account.Date
		want    string
	}{
		{"KK", Communicate, "2026-11-27", "rond november 2026"},
		{"BB", Communicate, "2026-11-27", "around November 2026"},
		{"KK", Communicate, "", "rond december 2026"},
		{"KK", Measure, "2026-11-27", "uiterlijk vrijdag 20 november 2026"},
		{"KK", Measure, "2026-11-27", "Op vrijdag 27 november 2026 bespreken"},
		{"KK", Measure, "", "uiterlijk een week daarvoor"},
		{"BB", Measure, "", "by one week before that day"},
		{"KK", Communicate, "", "\n\nJoe Bestseller\nBestseller"},
	} {
		c.Newest().Session = w.session
		if l := For(&c, c.Newest(), w.who, Sender{"Bestseller", "Joe Bestseller"}, w.moment, "nl"); !strings.Contains(l.Message, w.want) {
			t.Errorf("%q is not in:\n%s", w.want, l.Message)
		}
	}
	c.Newest().Name = ""
	if l := For(&c, c.Newest(), "KK", Sender{Name: "Joe Bestseller"}, Communicate, "nl"); !strings.Contains(l.Message, "einde van het halfjaar") || !strings.HasSuffix(l.Message, "Joe Bestseller") {
		t.Errorf("got %s", l.Message)
	}
}

func TestItSaysWhetherHisNameStandsThere(t *testing.T) {
	c := client()
	byName := For(&c, c.Newest(), "KK", Sender{Supplier: "B"}, Communicate, "nl").Shown
	c.Newest().AnswersBy = account.ByGroup
	if byGroup := For(&c, c.Newest(), "KK", Sender{Supplier: "B"}, Communicate, "nl").Shown; byGroup == byName {
		t.Errorf("both say %q", byName)
	}
}
