package account_test

import (
	"fmt"
	"reflect"
	"testing"

	"kwi/internal/account"
)

// TestAChangeIsOfWhoWasMeantThoughSomebodyElseHasTheInitialsNow: somebody is renamed
// and another person gets the initials, a new one, a colleague or a respondent who is
// renamed too. What was asked for of the first is done of them, and the other keeps
// everything.
func TestAChangeIsOfWhoWasMeantThoughSomebodyElseHasTheInitialsNow(t *testing.T) {
	was := busy()
	was.Respondent("AA").Name, was.Respondent("BB").Name = "Anna Aarts", "Bob Bos"
	q := was.Newest().Assigned["AA"][0]
	for name, taken := range map[string]func(*account.Client) error{
		"somebody new": func(c *account.Client) error {
			return c.AddRespondent(account.Respondent{Initials: "AA", Name: "Adam Arends"})
		},
		"a colleague":           func(c *account.Client) error { return c.AddColleague(account.Colleague{Initials: "AA", Name: "Ad"}) },
		"who is renamed too":    func(c *account.Client) error { return c.RenameInitials("BB", "AA") },
		"who exchanges with it": func(c *account.Client) error { _ = c.RenameInitials("BB", "AA"); return c.RenameInitials("AX", "BB") },
	} {
		now := was.Clone()
		succeeds(t, now.RenameInitials("AA", "AX"))
		succeeds(t, taken(&now))
		is := account.Initials("AX")
		if now.Respondent("AX") == nil {
			is = "BB"
		}
		for _, saved := range []bool{true, false} { // this way, and where it is taken back
			of, as, who := &was, now.Clone(), is
			n := account.RenamesOf(of, &as)
			if !saved {
				of, as, who = &now, was.Clone(), "AA"
				n = account.RenamesOf(of, &as)
			}
			old := account.Initials("AA")
			if !saved {
				old = is
			}
			if n.Who(old) != who {
				t.Errorf("%s: %s is %s by now: %v", name, old, who, n)
				continue
			}
			want := as.Clone()
			succeeds(t, want.ChangeRespondent(who, func(r *account.Respondent) { r.Function = "Head" }))
			succeeds(t, want.Answer("", who, account.Answer{Question: q, Grade: 3}, today))
			then := as.CalledThen(n)
			if a, b := then.Respondent(old), of.Respondent(old); a == nil || a.Name != b.Name {
				t.Errorf("%s: then %s was %v", name, old, a)
			}
			succeeds(t, as.AsCalledThen(n, func(c *account.Client) error {
				if err := c.ChangeRespondent(old, func(r *account.Respondent) { r.Function = "Head" }); err != nil {
					return err
				}
				return c.Answer("", old, account.Answer{Question: q, Grade: 3}, today)
			}))
			if got, want := as.Tidy(), want.Tidy(); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: it is\n%s\nand should be\n%s", name, fmt.Sprint(got), fmt.Sprint(want))
			}
		}
	}
	// Who has always been there is nobody's successor.
	now := was.Clone()
	now.Respondent("AA").Remark, now.Respondents = "new", append(now.Respondents, account.Respondent{Initials: "NN", Name: "New", Formerly: []account.Initials{"AA"}})
	if n := account.RenamesOf(&was, &now); !n.None() {
		t.Errorf("renamed are %v", n)
	}
}
