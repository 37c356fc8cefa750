package account

import (
	"time"
	"unicode"
)

// Date is a calendar day, written 2026-11-27; "" is no day. Days compare as
// text.
type Date string

// Valid reports whether it is a day that exists, written in full.
func (d Date) Valid() bool {
	_, err := time.Parse(time.DateOnly, string(d))
	return err == nil
}

// Add is the day so many days later; no day stays no day, and what lies beyond
// the years 0001 to 9999 is none.
func (d Date) Add(days int) Date {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return ""
	}
	if t = t.AddDate(0, 0, days); t.Year() < 1 || t.Year() > 9999 {
		return ""
	}
	return Date(t.Format(time.DateOnly))
}

const secondsOfDay = 24 * 60 * 60 // a Duration ends after 292 years

// Until counts the days from d to other, negative when other lies before it;
// false where one of the two is no day.
func (d Date) Until(other Date) (days int, ok bool) {
	a, err1 := time.Parse(time.DateOnly, string(d))
	b, err2 := time.Parse(time.DateOnly, string(other))
	return int((b.Unix() - a.Unix()) / secondsOfDay), err1 == nil && err2 == nil
}

// Passed reports whether a day lies before today, so that what was due on it is
// late; no day never does.
func (d Date) Passed(today Date) bool { return d != "" && d < today }

// Moment is a day, or a day with an hour: 2026-11-27 or 2026-11-27T17:00.
type Moment string

// Valid reports whether it is a day, with or without an hour, that exists.
func (m Moment) Valid() bool {
	const full = "2006-01-02T15:04"
	if len(m) <= len(time.DateOnly) {
		return Date(m).Valid()
	}
	_, err := time.Parse(full, string(m))
	return err == nil && len(m) == len(full) // Parse takes T7:00 too
}

// Passed reports whether a moment lies before now: with an hour once that hour has
// come, without one once its day is over. Where of now only the day is known, an
// hour of that day has not passed.
func (m Moment) Passed(now Moment) bool {
	if len(m) > len(time.DateOnly) && len(now) > len(time.DateOnly) {
		return m < now
	}
	return m.Date().Passed(now.Date())
}

// Hour is the hour of the moment, 17:00, or "".
func (m Moment) Hour() string {
	if len(m) > len(time.DateOnly)+1 {
		return string(m[len(time.DateOnly)+1:])
	}
	return ""
}

// ValidHour reports whether it is an hour of a day, written in full, or none.
func ValidHour(hour string) bool {
	return hour == "" || Moment("2000-01-01T"+hour).Valid()
}

// MomentOf is the moment of a time, to the minute, where that time is.
func MomentOf(t time.Time) Moment { return Moment(t.Format("2006-01-02T15:04")) }

// Date is the day of the moment.
func (m Moment) Date() Date {
	if len(m) > 10 {
		return Date(m[:10])
	}
	return Date(m)
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
