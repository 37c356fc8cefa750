package due_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/due"
)

// at is a day with an hour.
func at(day account.Date, hour string) due.Day {
	return due.Day{Kind: due.Action, Ours: true, On: day, Hour: hour}
}

// What has an hour is overdue from that hour on, what has none from the next day;
// a week ends with Sunday, whatever today is.
func TestTermsGoByTheHour(t *testing.T) {
	const thursday = account.Date("2026-11-26")
	for _, c := range []struct {
		day  due.Day
		now  account.Moment
		want due.Term
	}{
		{at(thursday, "10:00"), "2026-11-26T09:59", due.Today},
		{at(thursday, "10:00"), "2026-11-26T10:00", due.Today},
		{at(thursday, "10:00"), "2026-11-26T10:01", due.Overdue},
		{at(thursday, "10:00"), "2026-11-26", due.Today},
		{at(thursday, ""), "2026-11-26T23:59", due.Today},
		{at(thursday, ""), "2026-11-27T00:00", due.Overdue},
		{at("2026-11-29", ""), "2026-11-26T10:00", due.ThisWeek},
		{at("2026-11-30", ""), "2026-11-26T10:00", due.Later},
		{at("2026-11-30", ""), "2026-11-29T10:00", due.Later},
		{at("", ""), "2026-11-26T10:00", due.Undated},
		{on(due.Session, "2026-11-25"), "2026-11-26T10:00", due.Over},
	} {
		if got := due.At(c.now).Of(c.day); got != c.want {
			t.Errorf("%+v at %s: %d, not %d", c.day, c.now, got, c.want)
		}
	}
}

// Of one day what is due at ten asks for attention before what is due at four.
func TestOfOneDayTheEarlierHourComesFirst(t *testing.T) {
	day := today.Add(2)
	first := due.First([]due.Day{at(day, ""), at(day, "16:00"), at(day, "10:00")}, account.Moment(today))
	if first.Hour != "10:00" {
		t.Errorf("%+v", first)
	}
	if due.CompareMoments("2026-11-27T10:00", "2026-11-27T16:00") >= 0 {
		t.Error("16:00 comes first")
	}
}

// Every day is in one count, unless it is over.
func TestCountsAddUp(t *testing.T) {
	days := []due.Day{at(today, ""), at(today, "08:00"), at(today.Add(-1), ""), at(today.Add(1), ""), at(today.Add(30), ""), at("", ""), on(due.Session, today.Add(-1))}
	n := due.At(account.Moment(today) + "T12:00").Count(days)
	if n != (due.Counts{Overdue: 2, Today: 1, Week: 1, Later: 1, Undated: 1}) || n.Open() != len(days)-1 {
		t.Errorf("%+v", n)
	}
	if n.Plus(n).Open() != 2*n.Open() {
		t.Error("two of them are not twice as much")
	}
}
