package report_test

import (
	"fmt"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/internal/report"
)

// An internal agreement stands in what is made for ourselves, marked in the
// monitor, and in nothing that the client gets.
func TestAnInternalAgreementStandsInOurOwnDocumentsOnly(t *testing.T) {
	c := file(t, "newmedia.json")[0]
	y := c.Newest()
	y.Stage = account.Session
	y.Actions = append(y.Actions, account.Action{Number: "2011-99", Text: "Among ourselves", For: "us", Side: account.SupplierSide, Status: account.Open, Due: "2011-01-01", KWI: 1, Internal: true})
	text := func(d report.Document) string {
		var b strings.Builder
		told(d, func(s string) { b.WriteString(s + "\n") })
		return b.String()
	}
	for name, d := range map[string]report.Document{"monitor": made(&c, "", report.ForClient), "minutes": report.Minutes(&c, "", report.Options{Language: "nl", Today: today})} {
		if s := text(d); strings.Contains(s, "Among ourselves") || strings.Contains(s, "2011-99") {
			t.Errorf("%s for the client: %s", name, s)
		}
	}
	if s := text(made(&c, "", report.Internal)); !strings.Contains(s, "intern · Among ourselves") {
		t.Errorf("the monitor for ourselves: %s", s)
	}
	c.Plans = []account.Plan{{Year: y.Name.Year()}}
	plan, _ := report.PlanOf(&c, y.Name.Year(), report.Options{Language: "nl", Today: today})
	found := false
	for _, l := range plan.Blocks[report.KWIActionsBlock-1].Lines {
		found = found || strings.Contains(l.Text, "Among ourselves")
	}
	if !found {
		t.Error("the plan does without it")
	}
}

// What the figures say is for ourselves, and by group tells nothing of a
// person.
func TestWhatTheFiguresSayIsForOurselves(t *testing.T) {
	for _, c := range example.Portfolio("en", "2026-11-20").Clients {
		for i := range c.Cycles {
			y := &c.Cycles[i]
			part := func(a report.Audience) (all string) {
				for _, p := range made(&c, y.Name, a).Parts {
					if p.ID == "insight" {
						all = fmt.Sprint(p)
					}
				}
				return all
			}
			if part(report.ForClient) != "" {
				t.Errorf("%s %s: the client is told", c.ID, y.Name)
			}
			said := part(report.Internal)
			if said == "" {
				t.Errorf("%s %s: nothing is said", c.ID, y.Name)
			}
			for _, r := range c.Respondents {
				if !y.Named() && strings.Contains(said, r.Name) {
					t.Errorf("%s %s: by group %s is named", c.ID, y.Name, r.Name)
				}
			}
		}
	}
}
