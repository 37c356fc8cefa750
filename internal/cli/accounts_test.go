package cli_test

import (
	"slices"
	"testing"

	"kwi/internal/account"
	"kwi/internal/cli"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/settings"
)

// TestOnlyTheUserIsCalledAsOnTheComputer: the steps under its name are nobody else's.
func TestOnlyTheUserIsCalledAsOnTheComputer(t *testing.T) {
	t.Parallel()
	getenv := func(name string) string { return map[string]string{"USER": "joe", "USERNAME": "joe"}[name] }
	set := settings.Settings{Me: account.User{Name: "Joe Bestseller", Initials: "JB"}, Lists: "/lists", Returns: "/lists"}
	c := account.Client{ID: "x", Name: "X", Respondents: []account.Respondent{{Initials: "J", Name: "Joe Bestseller"}},
		Colleagues: []account.Colleague{{Initials: "JB", Name: "Bestseller, Joe"}, {Initials: "AA", Name: "Ann Acre"}}}
	for who, want := range map[account.Initials][]string{"JB": {"joe"}, "J": nil, "AA": nil, "": {"joe"}} {
		e, told, err := cli.EraseOrder{Client: c, Who: who, Also: " Jo ,, "}.Erasing(lang.For("en"), set, getenv)
		if err != nil || !slices.Equal(e.Accounts, want) {
			t.Errorf("%q is called %v, %v", who, e.Accounts, err)
		}
		if told.Self != (who == "JB") {
			t.Errorf("%q is told to be the user: %v", who, told.Self)
		}
		if e.Everywhere != (who == "") || e.Unseen != "[name removed]" || e.What == "" || e.Why == "" || !slices.Equal(e.Also, []string{"Jo"}) || !slices.Equal(told.Folders, []string{"/lists"}) {
			t.Errorf("%q: %+v %+v", who, e, told)
		}
	}
	if _, _, err := (cli.EraseOrder{Client: c, Who: "ZZ"}).Erasing(lang.For("en"), set, getenv); !fault.Has(err, fault.Removed) {
		t.Error(err)
	}
	if _, _, err := (cli.EraseOrder{}).Erasing(lang.For("en"), settings.Settings{}, getenv); err == nil {
		t.Error("nobody is erased")
	}
}
