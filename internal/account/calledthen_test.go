package account_test

import (
	"reflect"
	"testing"

	"kwi/internal/account"
)

func TestAChangeKnowsPeopleByWhatTheyWereCalledThen(t *testing.T) {
	was := busy()
	now := was.Clone()
	succeeds(t, now.RenameInitials("AA", "AX"))
	renamed := account.RenamesOf(&was, &now)
	if want := (account.Renames{People: []account.Renaming{{Was: "AA", Is: "AX"}}}); !reflect.DeepEqual(renamed, want) {
		t.Fatalf("renamed are %v", renamed)
	}
	if back := account.RenamesOf(&now, &was); !reflect.DeepEqual(back, (account.Renames{People: []account.Renaming{{Was: "AX", Is: "AA"}}})) {
		t.Errorf("taken back it is %v", back)
	}
	q := now.Newest().Assigned["AX"][0]
	succeeds(t, now.AsCalledThen(renamed, func(c *account.Client) error {
		return c.Answer("", "AA", account.Answer{Question: q, Grade: 3}, today)
	}))
	if y := now.Newest(); y.Answers["AX"].Of(q).Grade != 3 || len(y.Answers["AA"]) > 0 {
		t.Errorf("answers %v", y.Answers)
	}
	if r := now.Respondent("AX"); !reflect.DeepEqual(r.Formerly, []account.Initials{"AA"}) {
		t.Errorf("formerly %v", r.Formerly)
	}
	succeeds(t, now.AsCalledThen(renamed, func(c *account.Client) error { return c.RenameInitials("AA", "AY") }))
	if now.Respondent("AY") == nil || now.Respondent("AX") != nil || now.KnownNow("AA") != "AY" || now.KnownNow("BB") != "BB" || now.KnownNow("QQ") != "QQ" {
		t.Errorf("respondents %+v", now.Respondents)
	}
	succeeds(t, holdsTogether(now))
}

// A change that was asked for of a cycle under the name that it had is done of the
// cycle that has another one now, and a calendar is where one knows it again.
func TestAChangeKnowsACycleByWhatItWasCalledThen(t *testing.T) {
	was := account.Client{Respondents: []account.Respondent{{Initials: "KK"}}, Cycles: []account.Cycle{{Name: "2026H1", Stage: account.Closed}, {Name: "2026H2"}}}
	now := was.Clone()
	succeeds(t, now.PlanSession("2026H2", "2027-02-02"))
	renamed := account.RenamesOf(&was, &now)
	if want := (account.Renames{Cycles: []account.CycleRenaming{{Was: "2026H2", Is: "2027H1"}}}); !reflect.DeepEqual(renamed, want) || now.NamedNow("2026H2") != "2027H1" || now.NamedNow("2026H1") != "2026H1" {
		t.Fatalf("renamed are %v, %s", renamed, now.NamedNow("2026H2"))
	}
	if back := account.RenamesOf(&now, &was); !reflect.DeepEqual(back, renamed.Back()) {
		t.Errorf("taken back it is %v", back)
	}
	succeeds(t, now.AsCalledThen(renamed, func(c *account.Client) error { return c.SetPlace("2026H2", "here") }))
	if y := now.Newest(); y.Place != "here" || y.Name != "2027H1" || y.Session != "2027-02-02" {
		t.Errorf("%+v", *y)
	}
	if then := now.CalledThen(renamed); then.Newest().Name != "2026H2" || then.Newest().Calendar != "" || now.Newest().Name != "2027H1" {
		t.Errorf("then it was %+v", *then.Newest())
	}
	more := now.Clone()
	succeeds(t, more.PlanSession("2027H1", "2027-08-02"))
	if more.NamedNow("2027H1") != "2027H2" || more.NamedNow("2026H2") != "2027H2" {
		t.Errorf("%s", more.NamedNow("2027H1"))
	}
	next := now.Clone()
	next.Newest().Stage = account.Closed
	if _, err := next.StartCycle("2027-03-01"); err != nil {
		t.Fatal(err)
	}
	if n := account.RenamesOf(&now, &next); !n.None() {
		t.Errorf("a cycle that began is %v", n)
	}
	people := account.Renames{People: []account.Renaming{{Was: "KK", Is: "AX"}}}
	for was, is := range map[string]string{"measure/2026H2/KK/remark": "measure/2027H1/AX/remark", "meet.kwi/2026H2/BB+KK/x": "meet.kwi/2027H1/AX+BB/x", "KKx/K": "KKx/K", "BB+KK+*": "AX+BB+*"} {
		if got := (account.Renames{People: people.People, Cycles: renamed.Cycles}).Place(was); got != is {
			t.Errorf("%s is %s", was, got)
		}
	}
}
