package lang

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/text"
)

// hoursPatterns are how people type from when until when something is.
type hoursPatterns struct{ apart, between, lasting *regexp.Regexp }

var hoursTyped = sync.OnceValue(func() hoursPatterns {
	return hoursPatterns{
		apart:   regexp.MustCompile(`(\d)\s+(uur|uren|u|h|hours?|am|pm|min(?:uten|utes|uut)?)\b`),
		between: regexp.MustCompile(`^(?:(?:van|from)\s+)?(\S+?)\s*(?:-|\s(?:tot|to|until|t/m)\s)\s*(\S+)$`),
		lasting: regexp.MustCompile(`^([^\s,]+)[\s,]+(?:(\d{1,2}(?:[.,]\d{1,2})?)(?:uur|uren|u|h|hours?)|(\d{1,2})[uh](\d{2})|(\d{1,3})min(?:uten|utes|uut)?)$`),
	}
})

// ParseHours reads at which hour something begins and, where it is typed, until when
// it goes on or how long it takes: 16:00, 16u, 4pm, 16:00-17:30, 16 tot 17.30 uur,
// 16:00 1,5 uur, 16:00 90 min. Nothing is no hour. It ends on the same day; what
// cannot be hours is fault.BadHours.
func ParseHours(typed string) (from, until string, err error) {
	s := strings.ToLower(strings.Map(func(r rune) rune {
		if r == '–' || r == '—' || r == '−' {
			return '-'
		}
		return r
	}, text.Line(text.Narrow(typed))))
	for _, before := range []string{"om ", "at "} {
		s = strings.TrimPrefix(s, before)
	}
	if s == "" {
		return "", "", nil
	}
	s = hoursTyped().apart.ReplaceAllString(s, "$1$2")
	ok := false
	if m := hoursTyped().lasting.FindStringSubmatch(s); m != nil {
		from, ok = clockOf(m[1])
		until = later(from, lasts(m[2:]))
		ok = ok && until != ""
	} else if m := hoursTyped().between.FindStringSubmatch(s); m != nil {
		var good bool
		from, ok = clockOf(m[1])
		until, good = clockOf(m[2])
		ok = ok && good && until > from
	} else {
		from, ok = clockOf(s)
	}
	if !ok {
		return "", "", fault.New(fault.BadHours, strings.TrimSpace(typed))
	}
	return from, until, nil
}

// ParseDayHours reads a day with, where they are typed behind it, the hours as
// ParseHours reads them: 7 januari 14:00-16:00. What is no day is fault.BadDate.
func (w *Words) ParseDayHours(typed string, today account.Date) (day account.Date, from, until string, err error) {
	if day, err = w.ParseDate(typed, today); err == nil {
		return day, "", "", nil
	}
	words := strings.Fields(strings.ReplaceAll(typed, ",", " "))
	for n := len(words) - 1; n > 0; n-- {
		d, noDay := w.ParseDate(strings.Join(words[:n], " "), today)
		from, until, noHours := ParseHours(strings.Join(words[n:], " "))
		if noDay == nil && noHours == nil {
			return d, from, until, nil
		}
	}
	return "", "", "", err
}

// clockOf reads one hour of a day, also a bare number.
func clockOf(s string) (string, bool) {
	if digits(s) && len(s) <= 2 {
		s += ":00"
	}
	clock, is, ok := hourOf(s, true)
	return clock, is && ok
}

// lasts is how many minutes a length is: in hours, hours with minutes, or minutes.
func lasts(m []string) int {
	switch {
	case m[0] != "":
		hours, _ := strconv.ParseFloat(strings.Replace(m[0], ",", ".", 1), 64)
		return int(hours*60 + 0.5)
	case m[1] != "":
		hours, _ := strconv.Atoi(m[1])
		minutes, _ := strconv.Atoi(m[2])
		return hours*60 + minutes
	}
	minutes, _ := strconv.Atoi(m[3])
	return minutes
}

// later is an hour so many minutes on, "" where that is not on the same day.
func later(from string, minutes int) string {
	t, err := time.Parse("15:04", from)
	if err != nil || minutes <= 0 {
		return ""
	}
	if minutes += t.Hour()*60 + t.Minute(); minutes >= 24*60 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60)
}

// ShortHours are the hours of a session as a screen shows them, "" where none is
// set: 16:00 or 16:00–17:30.
func ShortHours(y *account.Cycle) string {
	switch {
	case y.SessionAt().Hour() == "":
		return ""
	case y.SessionEnd() == "":
		return y.SessionFrom
	}
	return y.SessionFrom + "–" + y.SessionUntil
}

// SessionDay is the day of a session as one writes it, with its hours where they are
// set: vrijdag 27 november 2026 van 16:00 tot 17:30 uur.
func (w *Words) SessionDay(y *account.Cycle) string {
	day := w.LongDate(y.Session)
	switch {
	case y.SessionAt().Hour() == "":
		return day
	case y.SessionEnd() == "":
		return w.T("session.day.at", day, y.SessionFrom)
	}
	return w.T("session.day.between", day, y.SessionFrom, y.SessionUntil)
}
