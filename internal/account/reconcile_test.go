package account_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
)

func theirsAlone(string) bool { return false }

func changed(t *testing.T, c account.Client, changes ...func(*account.Client) error) account.Client {
	t.Helper()
	c = c.Clone()
	for _, change := range changes {
		if err := change(&c); err != nil {
			t.Fatal(err)
		}
	}
	return c.Tidy()
}

func graded(who account.Initials, q account.QuestionCode, g account.Grade) func(*account.Client) error {
	return func(c *account.Client) error {
		return c.Answer("", who, account.Answer{Question: q, Grade: g}, "2011-06-01")
	}
}

// measured is a client in whose newest cycle respondents answer.
func measured() account.Client {
	c := accounttest.Typical("c1")
	c.Newest().Stage = account.Measure
	return c.Tidy()
}

// TestTwoPlacesAreReconciled does one thing here and another there and looks at
// what becomes of both.
func TestTwoPlacesAreReconciled(t *testing.T) {
	base := measured()
	first, second := base.Newest().KWIs[0].Questions[0].Code, base.Newest().KWIs[0].Questions[1].Code
	one, other := base.Respondents[0].Initials, base.Respondents[1].Initials
	cycle := base.Newest().Name
	renamed := func(name string) func(*account.Client) error {
		return func(c *account.Client) error { return c.Rename(name) }
	}
	agreed := func(text string) func(*account.Client) error {
		return func(c *account.Client) error {
			_, err := c.AddAction(cycle, account.Action{Text: text, For: "RM", Side: account.SupplierSide, Date: "2011-06-01"}, account.Standard{}, "2011-06-01")
			return err
		}
	}
	texts := func(c account.Client) (all []string) {
		for _, a := range c.Newest().Actions {
			all = append(all, a.Number+" "+a.Text)
		}
		return all
	}
	for name, w := range map[string]struct {
		ours, theirs []func(*account.Client) error
		apart        []string
		holds        func(c account.Client) bool
	}{
		"two respondents": {
			ours: []func(*account.Client) error{graded(one, first, 3)}, theirs: []func(*account.Client) error{graded(other, first, 9)},
			holds: func(c account.Client) bool {
				return c.Newest().Answers[one].Of(first).Grade == 3 && c.Newest().Answers[other].Of(first).Grade == 9
			},
		},
		"two questions": {
			ours: []func(*account.Client) error{graded(one, first, 3)}, theirs: []func(*account.Client) error{graded(one, second, 9)},
			holds: func(c account.Client) bool {
				return c.Newest().Answers[one].Of(first).Grade == 3 && c.Newest().Answers[one].Of(second).Grade == 9
			},
		},
		"one grade": {
			ours: []func(*account.Client) error{graded(one, first, 3)}, theirs: []func(*account.Client) error{graded(one, first, 9)},
			apart: []string{"Cycles[" + string(cycle) + "].Answers[" + string(one) + "][" + "00001.00001]"},
			holds: func(c account.Client) bool { return c.Newest().Answers[one].Of(first).Grade == 9 },
		},
		"the same grade": {
			ours: []func(*account.Client) error{graded(one, first, 3)}, theirs: []func(*account.Client) error{graded(one, first, 3)},
			holds: func(c account.Client) bool { return c.Newest().Answers[one].Of(first).Grade == 3 },
		},
		"a name and a grade": {
			ours: []func(*account.Client) error{renamed("Here B.V.")}, theirs: []func(*account.Client) error{graded(one, first, 9)},
			holds: func(c account.Client) bool {
				return c.Name == "Here B.V." && c.Newest().Answers[one].Of(first).Grade == 9
			},
		},
		"two names": {
			ours: []func(*account.Client) error{renamed("Here B.V.")}, theirs: []func(*account.Client) error{renamed("There B.V.")},
			apart: []string{"Name"}, holds: func(c account.Client) bool { return c.Name == "There B.V." },
		},
		"an agreement each": {
			ours: []func(*account.Client) error{agreed("ours")}, theirs: []func(*account.Client) error{agreed("theirs")},
			holds: func(c account.Client) bool {
				all := texts(c)
				n := len(all)
				return n >= 2 && strings.HasSuffix(all[n-2], "theirs") && strings.HasSuffix(all[n-1], "ours") && all[n-1][:7] != all[n-2][:7]
			},
		},
		"a grade in a cycle that was closed": {
			ours: []func(*account.Client) error{graded(one, first, 3)}, theirs: []func(*account.Client) error{func(c *account.Client) error { c.Newest().Stage = account.Closed; return nil }},
			apart: []string{"Cycles[" + string(cycle) + "].Answers[" + string(one) + "][" + "00001.00001]"},
			holds: func(c account.Client) bool { return c.Newest().Stage == account.Closed },
		},
	} {
		t.Run(name, func(t *testing.T) {
			ours, theirs := changed(t, base, w.ours...), changed(t, base, w.theirs...)
			merged, apart := account.Reconcile(base, ours, theirs, theirsAlone)
			if !slices.Equal(apart, w.apart) {
				t.Errorf("apart are %q, want %q", apart, w.apart)
			}
			if !w.holds(merged) {
				t.Errorf("put together: %+v", account.Differences(&merged, base, merged))
			}
			for _, path := range apart {
				with, ok := account.Split{Base: base, Ours: ours, Theirs: theirs}.Mine(path)
				if !ok || reflect.DeepEqual(with, merged) {
					t.Errorf("ours cannot be chosen for %s", path)
				}
			}
		})
	}
}

// TestReconcilingLosesNothing takes any clients: what one side alone changed is
// taken as it is, no flaw comes in, and what was new here is there or apart.
func TestReconcilingLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) account.Client {
			return rapid.Custom(func(t *rapid.T) account.Client { return accounttest.Client(t, "c1") }).Draw(t, name)
		}
		base, ours := draw("base"), draw("ours")
		same := func(what string, got account.Client, apart []string, want account.Client) {
			if len(apart) > 0 || !reflect.DeepEqual(got.Tidy(), want.Tidy()) {
				t.Fatalf("%s: apart %q, differs in %+v", what, apart, account.Differences(&want, want, got))
			}
		}
		got, apart := account.Reconcile(base, ours, base, theirsAlone)
		same("changed here alone", got, apart, ours)
		got, apart = account.Reconcile(base, base, ours, theirsAlone)
		same("changed there alone", got, apart, ours)
		got, apart = account.Reconcile(base, ours, ours, theirsAlone)
		same("changed alike", got, apart, ours)
		theirs := draw("theirs")
		got, apart = account.Reconcile(base, ours, theirs, theirsAlone)
		had := len(theirs.Flaws())
		if flaws := got.Flaws(); len(flaws) > had {
			t.Fatalf("flaws came in: %+v", flaws)
		}
		if len(apart) == 0 {
			there := map[string]bool{}
			for _, s := range account.NewTexts(account.Client{}, got) {
				there[s] = true
			}
			for _, s := range account.NewTexts(base, ours) {
				if !there[s] {
					t.Fatalf("%q was new here and is gone", s)
				}
			}
		}
		_, _ = account.Reconcile(base, ours, theirs, func(string) bool { return true })
	})
}
