package lang_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/lang"
)

func TestParseHours(t *testing.T) {
	for typed, want := range map[string][2]string{
		"": {}, "  ": {}, "16:00": {"16:00", ""}, "16.30": {"16:30", ""}, "16": {"16:00", ""}, "9u": {"09:00", ""}, "om 16 uur": {"16:00", ""}, "4pm": {"16:00", ""},
		"16:00-17:30": {"16:00", "17:30"}, "16:00 – 17:30": {"16:00", "17:30"}, "16:00–17:30": {"16:00", "17:30"}, "16 tot 17.30 uur": {"16:00", "17:30"}, "van 9 tot 11": {"09:00", "11:00"},
		"from 4pm to 5:30pm": {"16:00", "17:30"}, "16:00 1,5 uur": {"16:00", "17:30"}, "16:00 1.5 hours": {"16:00", "17:30"}, "16:00, 90 min": {"16:00", "17:30"},
		"16u 1u30": {"16:00", "17:30"}, "１６:００": {"16:00", ""}, "23:00 59 minuten": {"23:00", "23:59"},
	} {
		from, until, err := lang.ParseHours(typed)
		if err != nil || from != want[0] || until != want[1] {
			t.Errorf("%q is read as %q until %q, %v", typed, from, until, err)
		}
	}
	for _, typed := range []string{"25:00", "16:60", "17:30-16:00", "16:00-16:00", "23:00 2 uur", "middag", "16:00 0 min", "-17:00", "16:00 en dan", "27-11", "16:00-17:30-18:00"} {
		if from, until, err := lang.ParseHours(typed); !fault.Has(err, fault.BadHours) {
			t.Errorf("%q is read as %q until %q, %v", typed, from, until, err)
		}
	}
}

// TestParseDayHours: a day and the hours of it in one line, in any way in which
// either is read alone.
func TestParseDayHours(t *testing.T) {
	for typed, want := range map[string][3]string{
		"7 januari": {"2027-01-07"}, "7 januari 14:00": {"2027-01-07", "14:00"}, "7 jan 14:00-16:00": {"2027-01-07", "14:00", "16:00"}, "7 jan 2027, 14:00 - 16:00": {"2027-01-07", "14:00", "16:00"},
		"vr om 16 uur": {"2026-11-27", "16:00"}, "morgen van 9 tot 11": {"2026-11-27", "09:00", "11:00"}, "27-11-2026 16u": {"2026-11-27", "16:00"}, "+14 16:00": {"2026-12-10", "16:00"},
	} {
		day, from, until, err := lang.For("nl").ParseDayHours(typed, "2026-11-26")
		if got := [3]string{string(day), from, until}; err != nil || got != want {
			t.Errorf("%q is read as %q, %v", typed, got, err)
		}
	}
	for _, typed := range []string{"", "14:00", "ooit 14:00", "7 januari 25:00", "7 januari 16:00-14:00", "7 januari bij hen"} {
		if day, _, _, err := lang.For("nl").ParseDayHours(typed, "2026-11-26"); !fault.Has(err, fault.BadDate) {
			t.Errorf("%q is read as %q, %v", typed, day, err)
		}
	}
}

func TestASessionIsSaidWithItsHours(t *testing.T) {
	y := account.Cycle{Session: "2026-11-27"}
	for _, e := range []struct{ from, until, nl, en, short string }{
		{"", "", "vrijdag 27 november 2026", "Friday 27 November 2026", ""},
		{"16:00", "", "vrijdag 27 november 2026 om 16:00 uur", "Friday 27 November 2026 at 16:00", "16:00"},
		{"16:00", "17:30", "vrijdag 27 november 2026 van 16:00 tot 17:30 uur", "Friday 27 November 2026 from 16:00 to 17:30", "16:00–17:30"},
		{"16:00", "15:00", "vrijdag 27 november 2026 om 16:00 uur", "Friday 27 November 2026 at 16:00", "16:00"},
	} {
		y.SessionFrom, y.SessionUntil = e.from, e.until
		if nl, en, short := lang.For("nl").SessionDay(&y), lang.For("en").SessionDay(&y), lang.ShortHours(&y); nl != e.nl || en != e.en || short != e.short {
			t.Errorf("%q %q %q", nl, en, short)
		}
	}
}
