package report_test

import (
	"bytes"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/internal/lang"
	"kwi/internal/report"
	"kwi/internal/report/markdown"
)

// TestWhatHasAnHourIsLateInDocumentsFromThatHourOn: where a document knows the hour
// at which it is made, as the screens do.
func TestWhatHasAnHourIsLateInDocumentsFromThatHourOn(t *testing.T) {
	c := example.Portfolio("en", "2026-11-20").Clients[0]
	y := c.Newest()
	y.Actions = []account.Action{{Number: "2026-90", Text: "Bring the drawings", For: "RM", Side: account.SupplierSide, Status: account.Open, Due: "2026-11-20T09:00"}}
	late := lang.For("en").T("report.overdue")
	for now, want := range map[account.Moment]bool{"": false, "2026-11-20T08:59": false, "2026-11-20T09:01": true, "2026-11-19T10:00": false} {
		var b bytes.Buffer
		if err := markdown.Monitor(&b, report.Monitor(&c, "", report.Options{Language: "en", Audience: report.Internal, Today: "2026-11-20", Now: now})); err != nil {
			t.Fatal(err)
		}
		told := false
		for line := range strings.Lines(b.String()) {
			told = told || strings.Contains(line, "2026-90") && strings.Contains(strings.ToLower(line), strings.ToLower(late))
		}
		if told != want {
			t.Errorf("made at %q it is late: %t", now, told)
		}
	}
}
