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
	renamed := account.Renamings(&was, &now)
	if want := []account.Renaming{{Was: "AA", Is: "AX"}}; !reflect.DeepEqual(renamed, want) {
		t.Fatalf("renamed are %v", renamed)
	}
	if back := account.Renamings(&now, &was); !reflect.DeepEqual(back, []account.Renaming{{Was: "AX", Is: "AA"}}) {
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
