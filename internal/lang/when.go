package lang

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/text"
)

// ParseDate reads a day as people type it, in either language, the day before
// the month: 27-11-2026, 27/11, 2026-11-27, 27 nov, nov 27 2026, vandaag,
// tomorrow, +14, +2w, vr, do 27 nov. A day without a year is the next such
// day from today on; a weekday alone is the next one after today. A weekday
// that does not belong to its date is refused: one of the two is a mistake,
// and a promise hangs on it. What cannot be a day is fault.BadDate.
func (w *Words) ParseDate(s string, today account.Date) (account.Date, error) {
	if d := dateOfTokens(tokens(s), today); d != "" {
		return d, nil
	}
	return "", fault.New(fault.BadDate, strings.TrimSpace(s))
}

// ParseTableDate reads a day as a table has it: as ParseDate, but with its year
// written, for nobody knows when the table was made; with the hour that a
// spreadsheet puts behind it; or as the number by which a spreadsheet keeps it.
func (w *Words) ParseTableDate(s string) (account.Date, bool) {
	s = text.Narrow(s)
	if n, err := strconv.Atoi(s); err == nil && len(s) == 5 && n > 0 {
		return account.Date("1899-12-30").Add(n), true
	}
	if len(s) >= 10 && account.Date(s[:10]).Valid() && isHour(s[10:]) {
		return account.Date(s[:10]), true
	}
	d, err := w.ParseDate(s, "")
	return d, err == nil
}

// ParseTableMoment is the same with the hour, where one stands behind the day that
// is not midnight: 2026-12-01 09:30:00, 1-12-2026 9:30, or a number with a fraction.
func (w *Words) ParseTableMoment(s string) (account.Moment, bool) {
	s = text.Narrow(s)
	if n, err := strconv.ParseFloat(s, 64); err == nil && n >= 10_000 && n < 100_000 && strings.Trim(s, "0123456789.") == "" {
		minutes := int(math.Round(n * 24 * 60))
		m := account.Moment(account.Date("1899-12-30").Add(minutes / (24 * 60)))
		if hour := minutes % (24 * 60); hour > 0 {
			m = account.Moment(fmt.Sprintf("%sT%02d:%02d", m, hour/60, hour%60))
		}
		return m, true
	}
	if len(s) >= 16 && isHour(s[10:]) && s[11:16] != "00:00" {
		if m := account.Moment(s[:10] + "T" + s[11:16]); m.Valid() {
			return m, true
		}
	}
	if d, ok := w.ParseTableDate(s); ok {
		return account.Moment(d), true
	}
	m, err := w.ParseMoment(s, "")
	return m, err == nil
}

// isHour reports whether nothing but an hour stands behind a day, as programs write
// it: T00:00:00, or 09:30, or nothing.
func isHour(s string) bool {
	return s == "" || (s[0] == 'T' || s[0] == ' ') && strings.Trim(s[1:], "0123456789:.Z") == "" && len(s) >= 6 && s[3] == ':'
}

// ParseMoment reads a day with or without an hour behind it: 27 nov 17:00,
// 27-11 17u, vr 17.30, tomorrow at 5pm. An hour alone is that hour today.
func (w *Words) ParseMoment(s string, today account.Date) (account.Moment, error) {
	return w.ParseMomentOver(s, today, today)
}

// ParseMomentOver is the same where a day stands already: an hour alone is that
// hour of it.
func (w *Words) ParseMomentOver(s string, today, stood account.Date) (account.Moment, error) {
	days, clock, ok := cutHour(s)
	d := account.Date("")
	switch {
	case ok && clock != "" && len(days) == 0 && today.Valid():
		d = stood
	case ok:
		d = dateOfTokens(days, today)
	}
	if d == "" {
		return "", fault.New(fault.BadDate, strings.TrimSpace(s))
	}
	if clock == "" {
		return account.Moment(d), nil
	}
	return account.Moment(string(d) + "T" + clock), nil
}

// dateOfTokens reads the tokens of a day; "" where they are none.
func dateOfTokens(parts []string, today account.Date) account.Date {
	if len(parts) == 0 {
		return ""
	}
	if len(parts) == 1 {
		if d, ok := relative(parts[0], today); ok {
			return d
		}
	}
	weekday, named := typedNames().weekdays[parts[0]]
	if named && len(parts) == 1 {
		return nextWeekday(weekday, today)
	}
	if named {
		parts = parts[1:]
	}
	y, m, d, ok := numbers(parts)
	switch {
	case !ok:
		return ""
	case y == 0:
		return nextDate(m, d, today, weekday)
	}
	return dateOnWeekday(y, m, d, weekday)
}

// numbers tells the year (0 for none), month and day of one to three tokens.
func numbers(parts []string) (y, m, d int, ok bool) {
	if len(parts) == 1 && parts[0] != "" && !strings.ContainsRune("-/.+", rune(parts[0][0])) {
		parts = strings.FieldsFunc(parts[0], func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	}
	if len(parts) < 2 || len(parts) > 3 {
		return 0, 0, 0, false
	}
	if len(parts) == 3 && len(parts[0]) == 4 && digits(parts[0]) { // 2026-11-27, 2026 nov 27
		parts = []string{parts[2], parts[1], parts[0]}
	}
	if _, first := parseMonth(parts[0]); first && !digits(parts[0]) { // nov 27
		parts = append([]string{parts[1], parts[0]}, parts[2:]...)
	}
	if !digits(parts[0]) || len(parts[0]) > 2 {
		return 0, 0, 0, false
	}
	d, _ = strconv.Atoi(parts[0])
	if m, ok = parseMonth(parts[1]); !ok || len(parts) == 2 {
		return 0, m, d, ok
	}
	if !digits(parts[2]) || len(parts[2]) != 2 && len(parts[2]) != 4 {
		return 0, 0, 0, false
	}
	y, _ = strconv.Atoi(parts[2])
	if len(parts[2]) == 2 {
		y += 2000
	}
	return y, m, d, y >= 1900 && y < 2200
}

// relative reads today, tomorrow, +14, +2w and their like.
func relative(s string, today account.Date) (account.Date, bool) {
	if days, ok := typedNames().relative[s]; ok {
		return today.Add(days), true
	}
	if len(s) < 2 || s[0] != '+' && s[0] != '-' {
		return "", false
	}
	step := 1
	count := strings.TrimRight(s[1:], "dw")
	switch s[1+len(count):] {
	case "", "d":
	case "w":
		step = 7
	default:
		return "", false
	}
	n, err := strconv.Atoi(count)
	if err != nil || !digits(count) || n > 3660 {
		return "", false
	}
	if s[0] == '-' {
		n = -n
	}
	return today.Add(n * step), true
}

// nextDate is the first such day from today on. With a weekday beside it, a
// day of this year that lies behind us is meant where only that one fits.
func nextDate(m, d int, today account.Date, weekday int) account.Date {
	now, ok := parseDay(today)
	if !ok {
		return ""
	}
	for y := now.Year(); y <= now.Year()+8; y++ {
		next := dateOnWeekday(y, m, d, 0)
		if next == "" || next < today {
			continue
		}
		if weekday == 0 || weekdayOf(next) == weekday {
			return next
		}
		break
	}
	if weekday == 0 {
		return ""
	}
	return dateOnWeekday(now.Year(), m, d, weekday)
}

func nextWeekday(weekday int, today account.Date) account.Date {
	for i := 1; i <= 7; i++ {
		if next := today.Add(i); next != "" && weekdayOf(next) == weekday {
			return next
		}
	}
	return ""
}

// dateOnWeekday is the day, if it exists and falls on the weekday (0 for any).
func dateOnWeekday(y, m, d, weekday int) account.Date {
	date := account.Date(fmt.Sprintf("%04d-%02d-%02d", y, m, d))
	if !date.Valid() || weekday != 0 && weekdayOf(date) != weekday {
		return ""
	}
	return date
}

func weekdayOf(d account.Date) int {
	t, _ := parseDay(d)
	return (int(t.Weekday())+6)%7 + 1
}
