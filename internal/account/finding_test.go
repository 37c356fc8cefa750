package account_test

import (
	"slices"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// What colleagues answered to the questions of the analysis stands together, a
// proposal becomes one action, and either meets the gate.
func TestFindings(t *testing.T) {
	c := busy()
	y := c.Newest()
	y.Analysis = account.Analysis{}
	met := func(name account.CheckName) bool {
		return slices.ContainsFunc(c.Gate(c.Newest(), account.Measure, today), func(k account.Check) bool { return k.Name == name && k.Met })
	}
	said := account.Finding{Part: account.Surprise, By: "Jan", Text: "They know the portal"}
	refuses(t, c.AddFinding("", account.Finding{Part: account.Surprise, Text: " \n"}), fault.Missing)
	refuses(t, c.AddFinding("", account.Finding{Part: "else", Text: "x"}), fault.BadValue)
	succeeds(t, c.AddFinding("", account.Finding{Part: account.Surprise, By: " Jan ", Text: said.Text + "\n"}))
	refuses(t, c.AddFinding("", said), fault.Doubled)
	if !met(account.AnalysisDone) || met(account.MeasuresReady) {
		t.Errorf("%+v", c.Gate(c.Newest(), account.Measure, today))
	}
	more := account.Finding{Part: account.Proposals, By: "Jan", Text: "A tour"}
	succeeds(t, c.AddFinding("", more))
	succeeds(t, c.AddFinding("", account.Finding{Part: account.Proposals, By: "Bea", Text: "A tour"}))
	refuses(t, c.ChangeFinding("", more, func(d *account.Finding) { d.By = "Bea" }), fault.Doubled)
	if !met(account.MeasuresReady) || len(c.Newest().FindingsOn(account.Proposals)) != 2 {
		t.Errorf("%+v", c.Newest().Findings)
	}
	number, err := c.ActOnFinding("", more, account.Action{For: "Jan", KWI: c.Newest().KWIs[0].Code}, std, today)
	succeeds(t, err)
	if _, a := c.Action(number); a == nil || a.Text != "A tour" || c.Newest().Finding(more).Action != number {
		t.Errorf("%s: %+v", number, c.Newest().Findings)
	}
	_, err = c.ActOnFinding("", more, account.Action{}, std, today)
	refuses(t, err, fault.Doubled)
	succeeds(t, c.ChangeFinding("", more, func(d *account.Finding) { d.Text = "A tour of the stores" }))
	refuses(t, c.ChangeFinding("", more, func(d *account.Finding) { d.Text = "x" }), fault.Removed)
	succeeds(t, c.ChangeFinding("", more, func(d *account.Finding) { d.Text = "" }))
	succeeds(t, c.ChangeFinding("", said, func(d *account.Finding) { d.Text = " " }))
	if got := c.Newest().Findings; len(got) != 2 || got[0].Text != "A tour of the stores" || got[0].Action != number {
		t.Errorf("%+v", got)
	}
	c.Newest().Stage = account.Closed
	refuses(t, c.AddFinding("", said), fault.Frozen)
}
