package report_test

import (
	"bytes"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/internal/report/markdown"
)

// Our own report tells why one went on, who did and what was needed then, by name;
// the client's tells none of it.
func TestOurReportTellsWhyOneWentOn(t *testing.T) {
	c := recorded()
	c.Colleagues = append(c.Colleagues, account.Colleague{Initials: "RM", Name: "Rie"})
	c.Newest().Reasons = []account.Reason{{Date: "2026-11-01", Stage: account.Measure, Text: "De sessie stond", By: "RM", Open: []account.Lack{{Condition: account.ListsBack, Of: []account.Initials{"AA", "DD"}}, {Condition: account.AnalysisDone}}}}
	for language, want := range map[string][]string{
		"nl": {"De sessie stond", "Rie", "Toen nog nodig: de lijst van Anna en Dora; de analyse van de antwoorden."},
		"en": {"De sessie stond", "Rie", "Still needed then: the list from Anna and Dora; the analysis of the answers."},
	} {
		for _, internal := range []bool{true, false} {
			o := report.Options{Language: language, Audience: report.ForClient, Today: "2026-11-20"}
			if internal {
				o.Audience = report.Internal
			}
			var b bytes.Buffer
			if err := markdown.Monitor(&b, report.Monitor(&c, "", o)); err != nil {
				t.Fatal(err)
			}
			for _, said := range want {
				if said == "Rie" && !internal {
					continue // they may stand among our people
				}
				if strings.Contains(b.String(), said) != internal {
					t.Errorf("%s, internal %t: %q\n%s", language, internal, said, b.String())
				}
			}
		}
	}
}
