package report_test

import (
	"bytes"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/internal/report"
	"kwi/internal/report/markdown"
)

// besides is a client of whom we know something beside the figures.
func besides() account.Client {
	c := example.Portfolio("en", "2026-11-20").Clients[0]
	y := c.Newest()
	y.Circumstances = "The contract is being negotiated"
	y.Colouring = map[account.Initials]string{"AA": "An outage last week"}
	y.AnsweredByPhone = map[account.Initials]account.Date{"AA": "2026-11-18"}
	y.Excused, y.ExcusedWhy = map[account.Initials]account.Date{"BB": "2026-11-19"}, map[account.Initials]string{"BB": "ill until January"}
	y.Visits = append(y.Visits, account.Visit{Date: "2026-11-19", With: "AA", Goes: account.GoesSoSo}, account.Visit{Date: "2026-12-01", Hour: "14:30", With: "AA"})
	return c
}

// What colours the answers, who gave theirs by telephone and whose list was given up
// stands in our own report and before a visit, and never in what the client reads.
func TestWhatIsKnownBesideTheFigures(t *testing.T) {
	c := besides()
	known := []string{"The contract is being negotiated", "An outage last week", "by phone", "ill until January"}
	text := func(of report.Document) string {
		var b bytes.Buffer
		if err := markdown.Monitor(&b, of); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	ours := text(report.Monitor(&c, "", report.Options{Language: "en", Audience: report.Internal, Today: "2026-11-20"}))
	theirs := text(report.Monitor(&c, "", report.Options{Language: "en", Audience: report.ForClient, Today: "2026-11-20"}))
	for _, want := range known {
		if !strings.Contains(ours, want) {
			t.Errorf("our own report does not say %q", want)
		}
		if strings.Contains(theirs, want) {
			t.Errorf("the client reads %q", want)
		}
	}
	brief := visitTo(t, &c, "", "AA", "en")
	for _, want := range []string{"The contract is being negotiated", "Mind: An outage last week", "by phone", "Planned: Tue 1 Dec 14:30.", "It goes: so-so.", "Tell them"} {
		if !strings.Contains(brief, want) {
			t.Errorf("the page before a visit does not say %q:\n%s", want, brief)
		}
	}
	if strings.Contains(brief, "ill until") {
		t.Error("it tells of another")
	}
	c.Newest().AnswersBy = account.ByGroup
	if ours := text(report.Monitor(&c, "", report.Options{Language: "en", Audience: report.Internal, Today: "2026-11-20"})); strings.Contains(ours, "by phone") || !strings.Contains(ours, "An outage last week") {
		t.Error("by group it tells how somebody answered, or not what colours the answers")
	}
}
