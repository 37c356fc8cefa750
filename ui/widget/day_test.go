package widget

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/lang"
)

func TestADayThatLiesBehind(t *testing.T) {
	const today = account.Date("2026-11-20") // a Friday
	w := lang.For("nl")
	for typed, want := range map[string]account.Date{
		"vandaag": today, "gisteren": "2026-11-19", "-3": "2026-11-17", "18 nov": "2026-11-18", "20 nov": today, "21 nov": "2025-11-21",
		"vr": "2026-11-13", "do": "2026-11-19", "za": "2026-11-14", "2026-09-01": "2026-09-01", "1-9": "2026-09-01",
		"+3": "2026-11-23", "+7": "2026-11-27", "morgen": "2026-11-21", "2027-01-01": "2027-01-01",
	} {
		if got, err := parsePastDay(w, typed, today); err != nil || got != want {
			t.Errorf("%s: got %s %v, want %s", typed, got, err, want)
		}
	}
	if _, err := parsePastDay(w, "ooit", today); err == nil {
		t.Error("what is no day is a day")
	}
}
