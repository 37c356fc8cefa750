package initialise

import (
	"strings"
	"testing"
)

// A year that was typed wrong is told on leaving the field, and kept all the same;
// what is refused stays refused.
func TestAWrongYearIsTold(t *testing.T) {
	p := at(t, 77, 20, "nl", fresh(), "down", "down", "down", "enter", "20-11-2016", "enter")
	if !strings.HasPrefix(p.Notice, "Die dag is meer dan een jaar geleden.") || p.Bad || p.Client().Cycles[0].Go != "2016-11-20" {
		t.Errorf("GO: %q, %s", p.Notice, p.Client().Cycles[0].Go)
	}
	p = at(t, 77, 20, "en", typical("en"), "tab", "enter", "down", "down", "down", "down", "down", "down", "enter", "ctrl+u", "12-10-2016", "enter")
	if !strings.HasPrefix(p.Notice, "That day is more than a year ago.") || now(p).Respondent("KK").Willing != "2016-10-12" {
		t.Errorf("willing: %q", p.Notice)
	}
	p = at(t, 77, 20, "nl", typical("nl"), "tab", "tab", "enter", "ctrl+u", "1-3-2029", "enter")
	if !strings.HasPrefix(p.Notice, "Die dag ligt meer dan een jaar vooruit.") || now(p).Newest().Kickoff.Date != "2029-03-01" {
		t.Errorf("kick-off: %q, %s\n%s", p.Notice, now(p).Newest().Kickoff.Date, p.View())
	}
	p = at(t, 77, 20, "en", fresh(), "tab", "n", "Kees", "tab", "tab", "tab", "tab", "tab", "tab", "20-11-2015", "ctrl+s")
	if !strings.HasPrefix(p.Notice, "That day is more than a year ago.") || now(p).Respondent("K") != nil {
		t.Errorf("somebody new: %q", p.Notice)
	}
	if p.Press("ctrl+s"); now(p).Respondent("K") == nil {
		t.Error("the hint is in the way")
	}
}
