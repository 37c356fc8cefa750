package account_test

import (
	"reflect"
	"testing"

	"kwi/internal/account"
)

// A cycle keeps when it left each stage and by whom, and going back is kept too.
func TestAPassageIsKept(t *testing.T) {
	c := ready(t)
	c.Newest().Go = ""
	succeeds(t, c.GoOn("2026-04-01", "RM", "The GO comes on Monday."))
	succeeds(t, c.GoBack("2026-04-02", "Joe"))
	if y := c.Newest(); y.Stage != account.Initialise || y.IsPast(account.Initialise, account.Extended) {
		t.Errorf("in %s", y.Stage)
	}
	if _, left := c.Newest().Left(account.Initialise, account.Extended); left {
		t.Error("a stage that one is in was not left behind")
	}
	c.Newest().Go = "2026-04-03"
	succeeds(t, c.GoOn("2026-04-03", "RM", ""))
	want := []account.Passage{
		{Date: "2026-04-01", From: account.Initialise, To: account.Draft, By: "RM"},
		{Date: "2026-04-02", From: account.Draft, To: account.Initialise, By: "Joe"},
		{Date: "2026-04-03", From: account.Initialise, To: account.Draft, By: "RM"},
	}
	y := c.Newest()
	if !reflect.DeepEqual(y.Passages, want) {
		t.Errorf("kept %v", y.Passages)
	}
	if p, left := y.Left(account.Initialise, account.Extended); !left || p != want[2] {
		t.Errorf("left with %v", p)
	}
	reasons := y.ReasonsAt(account.Initialise, account.Extended)
	if len(reasons) != 1 || reasons[0].By != "RM" || !reflect.DeepEqual(reasons[0].Open, []account.Lack{{Condition: account.HasGo}}) {
		t.Errorf("the reason is kept as %+v", reasons)
	}
	if got := y.ReasonsAt(account.Draft, account.Extended); got != nil {
		t.Errorf("another stage has %v", got)
	}
}

// What was lacking names people and things apart, and whoever goes is named no
// more.
func TestWhatWasLackingForgetsWhoGoes(t *testing.T) {
	c := account.Client{Colleagues: []account.Colleague{{Initials: "RM"}}, Respondents: []account.Respondent{{Initials: "AA"}, {Initials: "BB"}}, Cycles: []account.Cycle{{Name: "2026H1", Stage: account.Communicate}}}
	succeeds(t, c.GoOn("2026-04-01", "", "We go on."))
	before := c.Clone()
	lack := c.Newest().Reasons[0].Open
	if len(lack) != 3 || lack[0].Condition != account.SentToAll || len(lack[0].Of) != 2 || lack[2].Condition != account.ColleaguesKnow || lack[2].Check().Missing[0] != "RM" {
		t.Fatalf("lacked %+v", lack)
	}
	succeeds(t, c.RemoveRespondent("AA"))
	succeeds(t, c.RemoveColleague("RM"))
	lack = c.Newest().Reasons[0].Open
	if len(lack[0].Of) != 1 || lack[0].Of[0] != "BB" || len(lack[2].Of) != 0 {
		t.Errorf("still lacks %+v", lack)
	}
	if len(before.Newest().Reasons[0].Open[0].Of) != 2 {
		t.Error("it changed in place")
	}
	if k := (account.Check{Name: account.KWIsActed, Missing: []string{"KWI-02"}}); !reflect.DeepEqual(k.Lack().Check(), k) {
		t.Errorf("%+v becomes %+v", k, k.Lack().Check())
	}
}

// What met a condition is told with its days and with whom.
func TestWhatMetAGate(t *testing.T) {
	c := ready(t)
	for stage, want := range map[account.Stage]map[account.CheckName]account.Date{
		account.Initialise: {account.HasGo: c.Newest().Go},
		account.Realise:    {account.VisitedAll: c.Newest().Visits[len(c.Newest().Visits)-1].Date},
	} {
		settled := c.Settled(c.Newest(), stage, "2026-04-30")
		if len(settled) != len(c.Gate(c.Newest(), stage, "2026-04-30")) {
			t.Errorf("%s: %v", stage, settled)
		}
		for _, s := range settled {
			if on, ask := want[s.Name]; ask && s.On() != on {
				t.Errorf("%s was met on %q, not %q: %+v", s.Name, s.On(), on, s.Facts)
			}
		}
	}
	names := map[account.CheckName]bool{}
	for _, a := range []account.Approach{account.Extended, account.Simple} {
		c.Approach = a
		for _, stage := range a.Stages() {
			for _, s := range c.Settled(c.Newest(), stage, "2026-04-30") {
				names[s.Name] = true
			}
			if on, by := c.SettledOn(c.Newest(), stage, "2026-04-30"); on != "" && !on.Valid() || by != "" {
				t.Errorf("%s is done on %q by %q", stage, on, by)
			}
		}
	}
	if len(names) != len(account.Conditions()) {
		t.Errorf("%d of %d conditions are asked for", len(names), len(account.Conditions()))
	}
}
