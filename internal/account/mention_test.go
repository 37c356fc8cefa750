package account_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
)

func TestMentioned(t *testing.T) {
	c := account.Client{
		Colleagues: []account.Colleague{{Initials: "AB", Name: "Anna Bos"}, {Initials: "RM", Name: "Joe Bestseller"}},
		Respondents: []account.Respondent{
			{Initials: "KK", Name: "Kees Klant"}, {Initials: "AV", Name: "Anna de Vries"}, {Initials: "JV", Name: "José van Vliet"}, {Initials: "XX", Name: "Piet Weg", Left: "2026-01-01"},
		},
	}
	for _, test := range []struct {
		words string
		who   account.Initials
		side  account.Side
		took  int
	}{
		{"Joe vrijdag", "RM", account.SupplierSide, 1}, {"kk", "KK", account.ClientSide, 1}, {"Kees Klant morgen", "KK", account.ClientSide, 2}, {"jose", "JV", account.ClientSide, 1},
		{"Anna Bos vrijdag", "AB", account.SupplierSide, 2}, {"Anna de Vries", "AV", account.ClientSide, 3}, {"Bestseller", "RM", account.SupplierSide, 1}, {"van Vliet 3 dec", "JV", account.ClientSide, 2},
		{"Anna vrijdag", "", "", 0}, {"Piet", "", "", 0}, {"Zorro", "", "", 0}, {"", "", "", 0},
	} {
		m, took := c.Mentioned(strings.Fields(test.words))
		if m.Who != test.who || m.Side != test.side || took != test.took {
			t.Errorf("%q: %+v, %d words", test.words, m, took)
		}
	}
}

func TestKWINumbered(t *testing.T) {
	y := account.Cycle{KWIs: []account.KWI{{Code: 2}, {Code: 12}}}
	for typed, want := range map[string]account.KWICode{"2": 2, "02": 2, "kwi-02": 2, "12": 12, "1": 0, "": 0, "0": 0, "x": 0} {
		if got := y.KWINumbered(typed); got != want {
			t.Errorf("%q is %s", typed, got)
		}
	}
	if none := (*account.Cycle)(nil); none.KWINumbered("2") != 0 {
		t.Error("without a cycle there is a KWI")
	}
}
