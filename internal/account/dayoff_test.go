package account_test

import (
	"slices"
	"testing"

	"kwi/internal/account"
)

func TestDaysOff(t *testing.T) {
	for day, want := range map[account.Date]account.DayOff{
		"2026-12-25": account.ChristmasDay, "2026-12-26": account.ChristmasDay, "2026-12-24": "", "2026-12-31": account.NewYearsEve, "2027-01-01": account.NewYearsDay,
		"2026-04-03": account.GoodFriday, "2026-04-05": account.EasterDay, "2026-04-06": account.EasterDay, "2026-05-14": account.AscensionDay, "2026-05-24": account.Whitsun, "2026-05-25": account.Whitsun,
		"2027-03-29": account.EasterDay, "2024-03-31": account.EasterDay, "2038-04-25": account.EasterDay, "2026-04-27": account.KingsDay, "2025-04-26": account.KingsDay, "2025-04-27": account.Weekend,
		"2026-05-05": account.LiberationDay, "2026-11-21": account.Weekend, "2026-11-22": account.Weekend, "2026-11-23": "", "": "", "soon": "",
	} {
		if got := day.DayOff(); got != want {
			t.Errorf("%s is %q, not %q", day, got, want)
		}
		if want != "" && !slices.Contains(account.DaysOff(), want) {
			t.Errorf("%s is not listed", want)
		}
	}
}
