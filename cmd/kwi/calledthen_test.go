package main

import (
	"strings"
	"testing"

	"kwi/internal/account"
)

// TestSomebodyIsRenamedWhileAnotherWindowTypes: what is typed of a respondent in one
// window is kept of the same respondent, whom another window has given other
// initials meanwhile, also where somebody new has the old ones by then; the list or
// the talk stays open, and nobody was first.
func TestSomebodyIsRenamedWhileAnotherWindowTypes(t *testing.T) {
	rename := func(c *account.Client) error { return c.RenameInitials("KK", "KX") }
	replace := func(c *account.Client) error {
		if err := rename(c); err != nil {
			return err
		}
		return c.AddRespondent(account.Respondent{Initials: "KK", Name: "Karel Kok"})
	}
	for _, d := range []struct {
		name, before, after string
		holds               func(c account.Client, y *account.Cycle) bool
	}{
		{"grades that are not kept yet", "9 8", "7", func(_ account.Client, y *account.Cycle) bool {
			return y.Given("KX") == 18 && y.Answers["KX"].Of(account.QuestionCode{KWI: 2, Serial: 5}).Grade == 9 && y.Answers["KX"].Of(account.QuestionCode{KWI: 3, Serial: 2}).Grade == 7
		}},
		{"a remark", "tab enter H a l", "l o esc", func(_ account.Client, y *account.Cycle) bool { return y.Remarks["KX"] == "Hallo" }},
		{"a talk", "esc 2 down down down down down enter H a l", "l o esc", func(_ account.Client, y *account.Cycle) bool {
			return len(y.Notes) == 1 && y.Notes[0].With == "KX" && y.Notes[0].Text == "Hallo"
		}},
		{"what is kept of a person", "esc 1 tab down down down down enter down enter ctrl+u J a n", "t j e esc", func(c account.Client, _ *account.Cycle) bool { return c.Respondent("KX").Function == "Jantje" }},
	} {
		for name, elsewhereDone := range map[string]func(*account.Client) error{"": rename, " of who has others now": replace} {
			t.Run(d.name+name, func(t *testing.T) {
				s := stocked(t)
				a := openWindow(t, s)
				for _, k := range strings.Fields("enter end enter") {
					a.press(k)
					a.settle()
				}
				for _, k := range strings.Fields(d.before) {
					if a.press(k); len(k) > 1 || k < "3" {
						a.settle()
					}
				}
				elsewhere(t, s, elsewhereDone)
				settleAll(t, s, a)
				if shown := a.screen(); strings.Contains(shown, "Iemand anders") || !strings.Contains(shown, "Kees Klant (K") {
					t.Fatalf("the other window shows\n%s", shown)
				}
				a.press(strings.Fields(d.after)...)
				settleAll(t, s, a)
				c := kept(t, s, "newmedia")
				if y := c.Newest(); !d.holds(c, y) || (c.Respondent("KK") == nil) != (name == "") || y.Given("KK") > 0 || c.Respondent("KX").Name != "Kees Klant" || len(c.Flaws()) > 0 || strings.Contains(a.screen(), "Iemand anders") {
					t.Errorf("%v %v %v %+v\n%s", y.Answers, y.Remarks, y.Notes, c.Respondents, a.screen())
				}
			})
		}
	}
}

// TestAKWIIsMergedWhileAnotherWindowTypes: what is half typed of a KWI never goes to
// the one in which it went on meanwhile.
func TestAKWIIsMergedWhileAnotherWindowTypes(t *testing.T) {
	for _, typed := range []string{"tab enter H a l", "tab down down down down enter H a l"} {
		s := stocked(t)
		a := openWindow(t, s)
		for _, k := range strings.Fields("enter end enter esc 2 down down down down down enter " + typed) {
			if a.press(k); len(k) > 1 || k == "2" {
				a.settle()
			}
		}
		if !strings.Contains(a.screen(), "Hal") {
			t.Fatal(a.screen())
		}
		elsewhere(t, s, func(c *account.Client) error {
			return c.PuttingAside(account.AllAnswers, "2026-11-21", "", func(c *account.Client) error {
				_, err := c.MergeKWIs("", account.Merging{From: []account.KWICode{1}, Into: 2, On: "2026-11-21"})
				return err
			})
		})
		settleAll(t, s, a)
		a.press("l")
		if shown := a.screen(); !strings.Contains(shown, "KWI-01") || strings.Contains(shown, "8,0l") {
			t.Errorf("it is not said:\n%s", shown)
		}
		a.press("esc")
		settleAll(t, s, a)
		c := kept(t, s, "newmedia")
		if k := c.Newest().KWI(2); k.Title != "Inspiratie" || strings.Contains(a.screen(), "Hal") {
			t.Errorf("%+v\n%s", k, a.screen())
		}
	}
}
