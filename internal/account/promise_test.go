package account_test

import (
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/fault"
)

// what happens to a cycle that binds it to what was promised.
var binding = map[string]func(*account.Client) error{
	"a list went out": func(c *account.Client) error { return c.Send("2010H2", "AA", "2010-11-20") },
	"a marked list": func(c *account.Client) error {
		return c.Issue("2010H2", "AA", account.Sending{Mark: oneMark, Date: "2010-11-20", Promise: c.Newest().Promise()})
	},
	"a grade": func(c *account.Client) error {
		return c.Answer("2010H2", "AA", account.Answer{Question: account.QuestionCode{KWI: 1, Serial: 1}, Grade: 7}, "2010-11-20")
	},
	"a recommendation": func(c *account.Client) error { return c.AnswerNPS("2010H2", "AA", &account.NPS{Score: 9}) },
	"a remark":         func(c *account.Client) error { return c.Remark("2010H2", "AA", "goed zo", false) },
}

func TestByGroupHoldsFromWhatWentOutOrCameIn(t *testing.T) {
	for name, happens := range binding {
		c := asked(account.ByGroup)
		if err := c.KeepBy("2010H2", account.ByName); err != nil {
			t.Fatal(err)
		}
		if err := c.KeepBy("2010H2", account.ByGroup); err != nil {
			t.Fatal(err)
		}
		if err := happens(&c); err != nil {
			t.Fatal(name, err)
		}
		if err := c.KeepBy("2010H2", account.ByName); !fault.Has(err, fault.Promised) || c.Newest().Named() {
			t.Errorf("%s: %v", name, err)
		}
		if err := c.KeepBy("2010H1", account.ByName); err != nil {
			t.Errorf("%s binds another cycle: %v", name, err)
		}
	}
}

func TestByNameMayBecomeByGroup(t *testing.T) {
	for name, happens := range binding {
		c := asked(account.ByName)
		if c.Newest().ToldByName() {
			t.Error("nobody was told anything")
		}
		if err := happens(&c); err != nil {
			t.Fatal(name, err)
		}
		if told := c.Newest().ToldByName(); told != (name == "a list went out" || name == "a marked list") {
			t.Errorf("%s: told %t", name, told)
		}
		before := c.Clone()
		if err := c.KeepBy("2010H2", account.ByGroup); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		now := c.Clone()
		if err := account.TakeBack(&now, before, c); err != nil || !now.Newest().Named() {
			t.Errorf("%s: a slip of the hand is not taken back: %v", name, err)
		}
	}
}

// TestNoWayBackIsAWayRoundThePromise: taking back the step that agreed on by
// group is refused once anything was told since, whoever did that.
func TestNoWayBackIsAWayRoundThePromise(t *testing.T) {
	for name, happens := range binding {
		before := asked(account.ByName)
		after := before.Clone()
		if err := after.KeepBy("2010H2", account.ByGroup); err != nil {
			t.Fatal(err)
		}
		now := after.Clone()
		if err := happens(&now); err != nil {
			t.Fatal(name, err)
		}
		if err := account.TakeBack(&now, before, after); !fault.Has(err, fault.UndoRefused) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestNobodyIsEverShownMoreThanWasPromised does anything in any order, forward
// and back, and asks of every list that ever went out by group.
func TestNobodyIsEverShownMoreThanWasPromised(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := asked(account.ByName)
		type step struct{ before, after account.Client }
		var steps []step
		promised := false
		for i := range rapid.IntRange(1, 12).Draw(t, "steps") {
			before := c.Clone()
			next := c.Clone()
			var err error
			switch rapid.SampledFrom([]string{"name", "group", "send", "grade", "back"}).Draw(t, "do") {
			case "name":
				err = next.KeepBy("2010H2", account.ByName)
			case "group":
				err = next.KeepBy("2010H2", account.ByGroup)
			case "send":
				err = next.Issue("2010H2", "AA", account.Sending{Mark: accounttest.MarkOf(account.Initials(rune('a' + i))), Date: "2010-11-20", Promise: next.Newest().Promise()})
			case "grade":
				err = binding["a grade"](&next)
			case "back":
				if len(steps) > 0 {
					s := steps[rapid.IntRange(0, len(steps)-1).Draw(t, "which")]
					err = account.TakeBack(&next, s.before, s.after)
				}
			}
			if err != nil {
				continue
			}
			c = next
			steps = append(steps, step{before, c.Clone()})
			promised = false
			for _, s := range c.Newest().Sendings["AA"] {
				promised = promised || s.Promise == account.ByGroup
			}
			if promised && c.Newest().Named() {
				t.Fatal("a list by group in a cycle by name")
			}
		}
	})
}

// TestNoStepBackPutsAListByGroupIntoACycleByName, not even one over the whole
// client, as an import makes.
func TestNoStepBackPutsAListByGroupIntoACycleByName(t *testing.T) {
	before, after := asked(account.ByName), asked(account.ByGroup)
	if err := after.Issue("2010H2", "AA", account.Sending{Mark: oneMark, Date: "2010-11-20", Promise: account.ByGroup}); err != nil {
		t.Fatal(err)
	}
	now := after.Clone()
	if err := account.TakeBack(&now, before, after); !fault.Has(err, fault.UndoRefused) {
		t.Errorf("%v, by name %t with %v", err, now.Newest().Named(), now.Newest().Sendings)
	}
}

// TestAReleaseIsOfTheWordsThatWereReleased: what somebody agreed to have read
// out are the words that they knew.
func TestAReleaseIsOfTheWordsThatWereReleased(t *testing.T) {
	for words, released := range map[string]bool{"goed zo": true, " goed  zo\n": true, "goed zo, maar duur": false, "": false} {
		c := asked(account.ByName)
		if err := c.Remark("2010H2", "AA", "goed zo", true); err != nil {
			t.Fatal(err)
		}
		if err := c.EditRemark("2010H2", "AA", func(r *account.Remark) { r.Text = words }); err != nil || c.Newest().IsReleased("AA") != released {
			t.Errorf("%q: released %t, %v", words, !released, err)
		}
		if err := c.EditRemark("2010H2", "AA", func(r *account.Remark) { r.Released = true }); err != nil || c.Newest().IsReleased("AA") != (words != "") {
			t.Errorf("%q: not released anew, %v", words, err)
		}
	}
}
