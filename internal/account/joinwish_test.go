package account_test

import (
	"testing"

	"kwi/internal/account"
)

// Two who turn out to be one wish a KWI once, alone where nobody else does, and
// no words of either are lost.
func TestTwoWhoAreOneWishAKWIOnce(t *testing.T) {
	for name, d := range map[string]struct {
		wishes []account.Wish
		by     account.Initials
		words  string
		left   int
	}{
		"both with words":    {[]account.Wish{{By: "KK", Words: "sneller"}, {By: "NN", Words: "beter"}}, "KK", "sneller\nbeter", 0},
		"the same words":     {[]account.Wish{{By: "KK", Words: "sneller"}, {By: "NN", Words: "sneller"}}, "KK", "sneller", 0},
		"one without":        {[]account.Wish{{By: "NN"}, {By: "KK", Words: "sneller"}}, "KK", "sneller", 0},
		"with somebody else": {[]account.Wish{{By: "KK", Words: "sneller"}, {By: "BB", Words: "mooi"}, {By: "NN", Words: "beter"}}, "", "sneller\nbeter", 2},
	} {
		c := account.Client{
			Respondents: []account.Respondent{{Initials: "BB"}, {Initials: "KK"}, {Initials: "NN"}},
			Cycles:      []account.Cycle{{Name: "2026H2", KWIs: []account.KWI{{Code: 1, Title: "x", Wishes: d.wishes, SharedBy: []account.Initials{"NN"}}}}},
		}
		succeeds(t, c.Join("KK", "NN"))
		k := c.Newest().KWI(1)
		if k.WishedBy != d.by || len(k.Wishes) != d.left || k.WordsOf("KK") != d.words || !k.IsWishOf("KK") || len(k.SharedBy) > 0 {
			t.Errorf("%s: %+v", name, *k)
		}
	}
}
