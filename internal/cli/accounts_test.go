package cli_test

import (
	"slices"
	"testing"

	"kwi/internal/account"
	"kwi/internal/cli"
)

// TestOnlyTheUserIsCalledAsOnTheComputer: the steps under its name are nobody else's.
func TestOnlyTheUserIsCalledAsOnTheComputer(t *testing.T) {
	t.Parallel()
	getenv := func(name string) string { return map[string]string{"USER": "joe", "USERNAME": "joe"}[name] }
	me := account.User{Name: "Joe Bestseller"}
	for _, d := range []struct {
		p    account.Person
		want []string
	}{
		{account.Person{Name: "Bestseller, Joe", Ours: true}, []string{"joe"}},
		{account.Person{Name: "Joe Bestseller"}, nil},
		{account.Person{Name: "Ann Acre", Ours: true}, nil},
	} {
		if got := cli.Accounts(getenv, me, d.p); !slices.Equal(got, d.want) {
			t.Errorf("%+v is called %v", d.p, got)
		}
	}
}
