package account

import (
	"strings"
	"testing"
)

func TestTheUserAmongTheColleagues(t *testing.T) {
	c := Client{Respondents: []Respondent{{Initials: "KK", Name: "Kees Klant"}},
		Colleagues: []Colleague{{Initials: "AB", Name: "Anna Bos"}, {Initials: "RM", Name: "Joe  Bestseller"}, {Initials: "X"}}}
	for _, w := range []struct {
		user  User
		among Initials
		owner string
	}{
		{User{Initials: "RM", Name: "J. Bestseller"}, "RM", "RM"},
		{User{Initials: "JB", Name: "joe bestseller"}, "RM", "RM"},
		{User{Name: "Joe Bestseller"}, "RM", "RM"},
		{User{Initials: "KK", Name: "Karel Kok"}, "", "Karel Kok"}, // not the client's own
		{User{Initials: "ZZ", Name: "Zoë Zijl"}, "", "Zoë Zijl"},
		{User{Initials: "ZZ"}, "", "ZZ"},
		{User{}, "", ""},
	} {
		got := Initials("")
		if m := c.ColleagueOf(w.user); m != nil {
			got = m.Initials
		}
		if owner := c.Owner(w.user); got != w.among || owner != w.owner {
			t.Errorf("%+v: %q, %q", w.user, got, owner)
		}
	}
}

func TestWhatAnAddressIs(t *testing.T) {
	for _, s := range []string{"", "a", "a@", "@b", "a@b@c", "a..b@c", "a@b.", "Kees <kk@x.example>", "kk@x.example, ll@x.example", "kk@x.example\r\nBcc: y@z", "kk @x.example", "ké@x.example", strings.Repeat("a", 250) + "@x.example"} {
		if ValidEmail(s) {
			t.Errorf("%q is taken for an address", s)
		}
	}
	if !ValidEmail("kees.klant+kwi@new-media.example") {
		t.Error("an address is not taken for one")
	}
}
