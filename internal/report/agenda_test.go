package report_test

import (
	"bytes"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/internal/report/markdown"
	"kwi/internal/report/pdf"
)

// TestAgenda: when and where, and each part with the hour at which it begins or, where
// that is not known, with its minutes.
func TestAgenda(t *testing.T) {
	c := recorded()
	y := c.Newest()
	y.Stage, y.SessionFrom, y.SessionUntil = account.Measure, "16:00", "17:30"
	y.Meeting.Agenda = []account.PlannedItem{{Item: account.LookBack, Minutes: 20}, {Item: account.Onwards}}
	text := func(language string) string {
		var b bytes.Buffer
		d := report.Agenda(&c, "", report.Options{Language: language, Supplier: "Leverancier", Today: "2026-11-01", Audience: report.Internal})
		if err := markdown.Monitor(&b, d); err != nil {
			t.Fatal(err)
		}
		if err := pdf.Minutes(&bytes.Buffer{}, d); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	for language, all := range map[string][]string{
		"nl": {"# Agenda van de sessie · Klant", "vrijdag 20 november 2026 van 16:00 tot 17:30 uur, Utrecht", "| 16:00 | Welkom |", "| 16:05 | Terugblik |", "| 16:25 | Wat is bereikt |", "| 16:55 | Afsluiting |"},
		"en": {"# Agenda of the session · Klant", "| 16:00 | Welcome |", "| 16:05 | Looking back |", "| 16:25 | What was achieved |", "| 16:55 | Closing |"},
	} {
		got := text(language)
		for _, want := range all {
			if !strings.Contains(got, want) {
				t.Errorf("%q is not told in\n%s", want, got)
			}
		}
		for _, never := range []string{"GEHEIM", "Verder", "Onwards", "Anna", "7,67"} {
			if strings.Contains(got, never) {
				t.Errorf("%q is told in\n%s", never, got)
			}
		}
	}
	y.Session, y.SessionFrom, y.SessionUntil, y.Place = "", "", "", ""
	if got := text("nl"); !strings.Contains(got, "De dag is nog niet bekend") || !strings.Contains(got, "| Minuten |") || !strings.Contains(got, "| 20 | Terugblik |") {
		t.Errorf("without a day it is\n%s", got)
	}
}
