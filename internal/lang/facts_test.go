package lang_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/lang"
)

// What met a condition is said in as few words as it takes: the days of one person
// together, the people of one day together, and who did all of it once.
func TestFactsAreSaidOnce(t *testing.T) {
	c := account.Client{Respondents: []account.Respondent{{Initials: "AA", Name: "Anna"}, {Initials: "BB", Name: "Bo"}, {Initials: "CC", Name: "Cas"}}, Colleagues: []account.Colleague{{Initials: "RM", Name: "Joe"}}}
	for _, test := range []struct {
		facts  []account.Fact
		nl, en string
	}{
		{nil, "", ""},
		{[]account.Fact{{On: "2026-11-18", Who: "AA"}, {On: "2026-11-18", Who: "BB"}, {On: "2026-11-20", Who: "CC"}}, "Anna en Bo wo 18 nov; Cas vr 20 nov", "Anna and Bo Wed 18 Nov; Cas Fri 20 Nov"},
		{[]account.Fact{{On: "2026-11-18", Who: "AA", By: "RM"}, {On: "2026-11-20", Who: "AA", By: "RM"}, {On: "2026-11-19", Who: "BB", By: "RM"}}, "Anna wo 18 nov en vr 20 nov; Bo do 19 nov; alles door Joe", "Anna Wed 18 Nov and Fri 20 Nov; Bo Thu 19 Nov; all by Joe"},
		{[]account.Fact{{On: "2026-11-18", Who: "AA", By: "RM"}}, "Anna wo 18 nov door Joe", "Anna Wed 18 Nov by Joe"},
		{[]account.Fact{{On: "2026-11-18", Who: "AA"}, {On: "2026-11-18", Who: "BB", Not: true}}, "Anna wo 18 nov; Bo wo 18 nov, bewust zonder verder", "Anna Wed 18 Nov; Bo Wed 18 Nov, deliberately left out"},
		{[]account.Fact{{By: "RM"}}, "door Joe", "by Joe"},
	} {
		s := account.Settled{Facts: test.facts}
		y := account.Cycle{}
		if nl, en := lang.For("nl").Facts(&c, &y, &s, "2026-11-21"), lang.For("en").Facts(&c, &y, &s, "2026-11-21"); nl != test.nl || en != test.en {
			t.Errorf("%q, %q", nl, en)
		}
	}
}

// Agreements are said with who does them and by when, not as if that was when they
// were done.
func TestAgreementsAreSaidWithTheirPersonAndDay(t *testing.T) {
	t.Parallel()
	c := account.Client{Respondents: []account.Respondent{{Initials: "AA", Name: "Anna"}}, Colleagues: []account.Colleague{{Initials: "RM", Name: "Joe"}}}
	s := account.Settled{Facts: []account.Fact{{On: "2026-11-27", What: "2026-01", By: "RM"}, {On: "2026-12-04", What: "2026-02", By: "AA"}, {On: "2026-11-30", What: "2026-03", By: "RM"}}}
	s.Name = account.ActionsAgreed
	for language, want := range map[string]string{
		"nl": "Joe: 2026-01 uiterlijk vr 27 nov, 2026-03 uiterlijk ma 30 nov; Anna: 2026-02 uiterlijk vr 4 dec",
		"en": "Joe: 2026-01 by Fri 27 Nov, 2026-03 by Mon 30 Nov; Anna: 2026-02 by Fri 4 Dec",
	} {
		if got := lang.For(language).Facts(&c, &account.Cycle{}, &s, "2026-11-21"); got != want {
			t.Errorf("%s: %q", language, got)
		}
	}
}
