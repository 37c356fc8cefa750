package account_test

import (
	"slices"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

func TestCatching(t *testing.T) {
	c := busy()
	refuses(t, c.Catch(account.Caught{Text: " \n "}), fault.Missing)
	refuses(t, c.Catch(account.Caught{Text: "x", With: "ZZ"}), fault.Removed)
	refuses(t, c.Catch(account.Caught{Text: "x", KWI: 99}), fault.Removed)
	refuses(t, c.Catch(account.Caught{Text: "x", Date: "soon"}), fault.BadDate)
	was := account.Caught{Date: today, Text: "He wants one door", With: "AA"}
	succeeds(t, c.Catch(account.Caught{Date: today, Text: " He wants one door ", With: "AA"}))
	if !slices.Equal(c.Caught, []account.Caught{was}) {
		t.Fatalf("%+v", c.Caught)
	}
	refuses(t, c.RemoveRespondent("AA"), fault.KeepsAnswers)
	succeeds(t, c.ChangeCaught(was, func(x *account.Caught) { x.Shared = true }))
	refuses(t, c.ChangeCaught(was, func(x *account.Caught) { x.Shared = false }), fault.Removed)
	was.Shared = true
	refuses(t, c.ChangeCaught(was, func(x *account.Caught) { x.Text = "" }), fault.Missing)
	succeeds(t, c.DropCaught(was))
	succeeds(t, c.DropCaught(was))
	if len(c.Caught) > 0 {
		t.Errorf("%+v", c.Caught)
	}
}

// What was caught goes where it belongs in the cycle that runs, once.
func TestSortingWhatWasCaught(t *testing.T) {
	caught := account.Caught{Date: "2026-06-01", Text: "He wants one door", With: "AA", Shared: true}
	for name, sort := range map[string]func(*account.Client) error{
		"note": func(c *account.Client) error { return c.SortToNote(caught, "AA", account.Business) },
		"KWI": func(c *account.Client) error {
			_, err := c.SortToKWI(caught, "One door", "", std)
			return err
		},
		"action": func(c *account.Client) error {
			_, err := c.SortToAction(caught, account.Action{Text: caught.Text, For: "RM"}, std, today)
			return err
		},
		"visit":        func(c *account.Client) error { return c.SortToVisit(caught, "AA", "") },
		"not expected": func(c *account.Client) error { return c.SortToNotExpected(caught, "AA") },
	} {
		c := busy()
		succeeds(t, c.Catch(caught))
		succeeds(t, sort(&c))
		if len(c.Caught) > 0 {
			t.Errorf("%s: it is still to be sorted", name)
		}
		refuses(t, sort(&c), fault.Removed)
		y := c.Newest()
		there := map[string]bool{
			"note": slices.ContainsFunc(y.Notes, func(n account.Note) bool {
				return n.Text == caught.Text && n.With == "AA" && n.Date == caught.Date && slices.Equal(n.Heard, []account.Initials{"AA"})
			}),
			"KWI":          slices.ContainsFunc(y.KWIs, func(k account.KWI) bool { return k.Title == "One door" && k.Expectation == caught.Text }),
			"action":       slices.ContainsFunc(y.Actions, func(a account.Action) bool { return a.Text == caught.Text && a.For == "RM" }),
			"visit":        slices.ContainsFunc(y.Visits, func(v account.Visit) bool { return v.Note == caught.Text && v.With == "AA" && v.Date == caught.Date }),
			"not expected": y.NotExpected["AA"] != "" && y.NotExpected["AA"][len(y.NotExpected["AA"])-len(caught.Text):] == caught.Text,
		}
		for what, is := range there {
			if is != (what == name) {
				t.Errorf("sorted to a %s: %s is %v", name, what, is)
			}
		}
	}
	c := busy()
	succeeds(t, c.Catch(caught))
	c.Newest().Stage = account.Closed
	refuses(t, c.SortToNote(caught, "AA", ""), fault.Frozen)
	if len(c.Caught) != 1 {
		t.Error("it is lost")
	}
}
