package account_test

import (
	"fmt"
	"slices"
	"testing"

	"kwi/internal/account"
)

// TestSomebodyOfTheSameNameIsSomebodyElse: at their own client initials tell two
// people of one name apart; elsewhere a name does not stand against an address, nor
// an address that several share against a name.
func TestSomebodyOfTheSameNameIsSomebodyElse(t *testing.T) {
	t.Parallel()
	here := account.Client{ID: "x", Respondents: []account.Respondent{
		{Initials: "JV", Name: "Jan de Vries", Email: "info@x.example"}, {Initials: "JD", Name: "Jan de Vries", Email: "jan@x.example"},
		{Initials: "PP", Name: "Piet Post", Email: "info@x.example"}}, Colleagues: []account.Colleague{{Initials: "JJ", Name: "Jan de Vries"}}}
	p, _ := here.Person("JV")
	for name, at := range map[string]struct {
		c    account.Client
		want []account.Initials
	}{
		"their own client":                    {here, []account.Initials{"JV"}},
		"a copy from before a wedding":        {account.Client{ID: "x", Respondents: []account.Respondent{{Initials: "JV", Name: "Jan Smit"}}}, []account.Initials{"JV"}},
		"a copy in which that was another":    {account.Client{ID: "x", Respondents: []account.Respondent{{Initials: "JV", Name: "Joke Vos"}}}, nil},
		"another client":                      {account.Client{ID: "y", Respondents: []account.Respondent{{Initials: "AA", Name: "Vries, Jan de"}}}, []account.Initials{"AA"}},
		"another client with another address": {account.Client{ID: "y", Respondents: []account.Respondent{{Initials: "AA", Name: "Jan de Vries", Email: "jan@y.example"}}}, nil},
		"somebody at the same mailbox":        {account.Client{ID: "y", Respondents: []account.Respondent{{Initials: "AA", Name: "Ans Aker", Email: "info@x.example"}}}, nil},
		"the same name there and address":     {account.Client{ID: "y", Respondents: []account.Respondent{{Initials: "AA", Name: "J. de Vries", Email: "Info@x.example"}}}, []account.Initials{"AA"}},
	} {
		if got := p.Among(&at.c); !slices.Equal(got, at.want) {
			t.Errorf("%s: %v, not %v", name, got, at.want)
		}
	}
}

// TestAReleasedRemarkIsNotTracedByWhatIsKept: by group a remark that may be read out is
// told without a name, so for others nothing says whose it was.
func TestAReleasedRemarkIsNotTracedByWhatIsKept(t *testing.T) {
	t.Parallel()
	c := account.Client{ID: "x", Respondents: []account.Respondent{{Initials: "KK", Name: "Kees Klant"}},
		Cycles: []account.Cycle{{Name: "2026H2", Stage: account.Measure, AnswersBy: account.ByGroup, Released: []account.Initials{"KK"}, NotExpectedHeard: []account.Initials{"KK"}}}}
	for _, themselves := range []bool{false, true} {
		said := fmt.Sprint(c.Keeps("KK", themselves))
		if got := slices.ContainsFunc(c.Keeps("KK", themselves), func(i account.KeptItem) bool { return i.In == "released" }); got != themselves {
			t.Errorf("for themselves %t: %s", themselves, said)
		}
	}
}
