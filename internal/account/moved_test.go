package account_test

import (
	"reflect"
	"testing"

	"kwi/internal/account"
)

func TestWhatBecameOfTheKWIs(t *testing.T) {
	kwi := func(code account.KWICode, title string, target account.Target) account.KWI {
		return account.KWI{Code: code, Title: title, Target: target}
	}
	c := account.Client{Cycles: []account.Cycle{
		{Name: "2026H1", KWIs: []account.KWI{kwi(1, "a", 0), kwi(2, "b", 0), kwi(3, "c", 700), kwi(4, "d", 0)}},
		{Name: "2026H2", KWIs: []account.KWI{kwi(1, "a", 0), kwi(2, "beter", 0), kwi(3, "c", 800), kwi(5, "e", 0)}},
	}}
	want := []account.MovedKWI{{1, "a", account.MovedOn}, {2, "beter", account.MovedSaid}, {3, "c", account.MovedSaid}, {4, "d", account.MovedOut}, {5, "e", account.MovedIn}}
	if got := c.Moved("2026H1"); !reflect.DeepEqual(got, want) {
		t.Errorf("moved %v, not %v", got, want)
	}
	if c.Moved("2026H2") != nil || c.Moved("1999H1") != nil {
		t.Error("what nothing follows moves")
	}
}
