package lang

import (
	"strconv"
	"strings"
	"time"

	"kwi/internal/account"
)

// Date writes a day in full: 27 nov 2026; "" for none.
func (w *Words) Date(d account.Date) string {
	t, ok := parseDay(d)
	if !ok {
		return string(d)
	}
	return w.dayMonth(t) + " " + strconv.Itoa(t.Year())
}

// LongDate writes a day as in a letter: donderdag 27 november 2026.
func (w *Words) LongDate(d account.Date) string {
	t, ok := parseDay(d)
	if !ok {
		return string(d)
	}
	return w.weekday("weekday.", t) + " " + strconv.Itoa(t.Day()) + " " + w.month("month.", t) + " " + strconv.Itoa(t.Year())
}

// ShortDate writes a day with its weekday, and its year only when that is not
// the year of today: do 27 nov.
func (w *Words) ShortDate(d, today account.Date) string {
	t, ok := parseDay(d)
	if !ok {
		return string(d)
	}
	s := w.weekday("weekday.short.", t) + " " + w.dayMonth(t)
	if now, ok := parseDay(today); !ok || now.Year() != t.Year() {
		s += " " + strconv.Itoa(t.Year())
	}
	return s
}

// SaidDate writes a day as one says it, with its year only when that is not the
// year of today: donderdag 27 november.
func (w *Words) SaidDate(d, today account.Date) string {
	said := w.LongDate(d)
	if t, ok := parseDay(d); ok && len(today) >= 4 && string(today[:4]) == strconv.Itoa(t.Year()) {
		return strings.TrimSuffix(said, " "+strconv.Itoa(t.Year()))
	}
	return said
}

// Moment writes a day and, where it has one, its hour: 27 nov 2026 17:00.
func (w *Words) Moment(m account.Moment) string { return w.Date(m.Date()) + hourOfMoment(m) }

// ShortMoment is ShortDate with the hour: do 27 nov 17:00.
func (w *Words) ShortMoment(m account.Moment, today account.Date) string {
	return w.ShortDate(m.Date(), today) + hourOfMoment(m)
}

// Ago says how many days ago something was; a negative number lies ahead.
func (w *Words) Ago(days int) string {
	switch {
	case days == 0:
		return w.T("date.today")
	case days == 1:
		return w.T("date.yesterday")
	case days == -1:
		return w.T("date.tomorrow")
	case days < 0:
		return w.N("date.ahead", -days)
	}
	return w.N("date.ago", days)
}

func (w *Words) dayMonth(t time.Time) string {
	return strconv.Itoa(t.Day()) + " " + w.month("month.short.", t)
}

func (w *Words) month(key string, t time.Time) string {
	return w.T(key + strconv.Itoa(int(t.Month())))
}

// weekday counts from 1, a Monday, as the calendar on the wall does.
func (w *Words) weekday(key string, t time.Time) string {
	return w.T(key + strconv.Itoa((int(t.Weekday())+6)%7+1))
}

func hourOfMoment(m account.Moment) string {
	if len(m) > 11 {
		return " " + string(m[11:])
	}
	return ""
}

func parseDay(d account.Date) (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, string(d))
	return t, err == nil
}
