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

// TestWhoAnswersForTheClientStandsInReportAndBrief: in both languages, to both
// sides; nothing of it where nobody does.
func TestWhoAnswersForTheClientStandsInReportAndBrief(t *testing.T) {
	for language, want := range map[string]string{"nl": "verantwoordelijk", "en": "responsible"} {
		c := example.Portfolio(language, "2026-11-20").Clients[0]
		c.Colleagues = []account.Colleague{{Initials: "RM", Name: "Joe Bestseller", Role: "rolж"}}
		c.Responsible = "RM"
		papers := func() map[string]string {
			out := map[string]string{"brief": visitTo(t, &c, "", "AA", language)}
			for name, audience := range map[string]report.Audience{"ours": report.Internal, "theirs": report.ForClient} {
				var b bytes.Buffer
				if err := markdown.Monitor(&b, report.Monitor(&c, "", report.Options{Language: language, Audience: audience, Today: "2026-11-20", Supplier: "BESTSELLER B.V."})); err != nil {
					t.Fatal(err)
				}
				out[name] = b.String()
			}
			return out
		}
		line := func(paper string) string {
			for l := range strings.Lines(paper) {
				if strings.Contains(l, "Joe Bestseller, rolж") {
					return l
				}
			}
			return ""
		}
		for name, paper := range papers() {
			if l := line(paper); !strings.Contains(strings.ToLower(l), want) {
				t.Errorf("%s, %s: %q", language, name, l)
			}
		}
		c.Responsible = ""
		for name, paper := range papers() {
			if l := line(paper); l != "" {
				t.Errorf("%s, %s, nobody: %q", language, name, l)
			}
		}
	}
}
