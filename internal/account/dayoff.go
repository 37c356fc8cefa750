package account

import "time"

// DayOff is why a day is no day for a meeting or a promise; "" where it is one.
type DayOff string

// The days off, as they are kept in the Netherlands.
const (
	Weekend       DayOff = "weekend"
	NewYearsDay   DayOff = "newyear"
	GoodFriday    DayOff = "goodfriday"
	EasterDay     DayOff = "easter"
	KingsDay      DayOff = "king"
	LiberationDay DayOff = "liberation"
	AscensionDay  DayOff = "ascension"
	Whitsun       DayOff = "whitsun"
	ChristmasDay  DayOff = "christmas"
	NewYearsEve   DayOff = "newyearseve"
)

// DaysOff lists them.
func DaysOff() []DayOff {
	return []DayOff{Weekend, NewYearsDay, GoodFriday, EasterDay, KingsDay, LiberationDay, AscensionDay, Whitsun, ChristmasDay, NewYearsEve}
}

// DayOff is why a day is a day off.
func (d Date) DayOff() DayOff {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return ""
	}
	switch int(t.Sub(easter(t.Year())).Hours() / 24) {
	case -2:
		return GoodFriday
	case 0, 1:
		return EasterDay
	case 39:
		return AscensionDay
	case 49, 50:
		return Whitsun
	}
	king := 27
	if time.Date(t.Year(), time.April, king, 0, 0, 0, 0, time.UTC).Weekday() == time.Sunday {
		king--
	}
	switch month, day := t.Month(), t.Day(); {
	case month == time.January && day == 1:
		return NewYearsDay
	case month == time.April && day == king:
		return KingsDay
	case month == time.May && day == 5:
		return LiberationDay
	case month == time.December && (day == 25 || day == 26):
		return ChristmasDay
	case month == time.December && day == 31:
		return NewYearsEve
	case t.Weekday() == time.Saturday || t.Weekday() == time.Sunday:
		return Weekend
	}
	return ""
}

// Workday is the last day up to and with this one that is no day off.
func (d Date) Workday() Date {
	for d.DayOff() != "" {
		d = d.Add(-1)
	}
	return d
}

// easter is Easter Sunday of a year, by the reckoning of the Gregorian calendar.
func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	e := (32 + 2*(b%4) + 2*(c/4) - d - c%4) % 7
	m := (a + 11*d + 22*e) / 451
	return time.Date(year, time.Month((d+e-7*m+114)/31), (d+e-7*m+114)%31+1, 0, 0, 0, 0, time.UTC)
}
