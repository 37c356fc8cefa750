package lang

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"kwi/internal/text"
)

// dateNames are the names that a typed day may hold, of all languages at once.
type dateNames struct {
	months   [12][]string // in full; three letters of one are enough
	weekdays map[string]int
	relative map[string]int
}

var typedNames = sync.OnceValue(func() dateNames {
	k := dateNames{
		weekdays: map[string]int{"tues": 2, "thur": 4, "thurs": 4},
		relative: map[string]int{"overmorgen": 2, "eergisteren": -2},
	}
	for _, w := range All() {
		for i := range 12 {
			for _, key := range []string{"month.", "month.short."} {
				k.months[i] = append(k.months[i], strings.ToLower(w.T(key+strconv.Itoa(i+1))))
			}
		}
		for i := 1; i <= 7; i++ {
			k.weekdays[strings.ToLower(w.T("weekday."+strconv.Itoa(i)))] = i
			k.weekdays[strings.ToLower(w.T("weekday.short."+strconv.Itoa(i)))] = i
		}
		k.relative[w.T("date.today")] = 0
		k.relative[w.T("date.tomorrow")] = 1
		k.relative[w.T("date.yesterday")] = -1
	}
	return k
})

// parseMonth reads a number or at least three letters of a name.
func parseMonth(s string) (int, bool) {
	if digits(s) {
		n, _ := strconv.Atoi(s)
		return n, len(s) <= 2 && n >= 1 && n <= 12
	}
	if len(s) < 3 {
		return 0, false
	}
	for i, full := range typedNames().months {
		for _, name := range full {
			if strings.HasPrefix(name, s) {
				return i + 1, true
			}
		}
	}
	return 0, false
}

// tokens cuts typed text into words and numbers: lower case, 27nov apart, and
// without the commas, points behind a name and endings of 27th and 27e.
func tokens(s string) []string {
	s = strings.ToLower(text.Narrow(s))
	var parts []string
	for _, p := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' }) {
		p = strings.TrimRight(p, ".")
		i := strings.IndexFunc(p, unicode.IsLetter)
		if i > 0 && digits(p[:i]) {
			parts = append(parts, p[:i])
			switch p = p[i:]; p {
			case "st", "nd", "rd", "th", "e":
				continue
			}
		}
		if p != "" {
			parts = append(parts, p)
		}
	}
	return parts
}

// cutHour takes the hour off the end of what was typed: 17:00, 17.30, 17u,
// 17 uur, 17u30, 5pm, with om or at before it. ok is false where an hour is
// begun but impossible.
func cutHour(s string) (days []string, clock string, ok bool) {
	words := strings.Fields(strings.ToLower(text.Narrow(s)))
	if len(words) == 1 && len(words[0]) == 16 && words[0][10] == 't' { // 2026-11-27T17:00
		words = []string{words[0][:10], words[0][11:]}
	}
	last := len(words) - 1
	if last >= 1 && (words[last] == "uur" || words[last] == "u" || words[last] == "h" || words[last] == "am" || words[last] == "pm") {
		words = append(words[:last-1:last-1], words[last-1]+words[last])
		last--
	}
	if last < 0 {
		return nil, "", false
	}
	clock, isHour, ok := hourOf(words[last], last > 0)
	if !isHour {
		return tokens(s), "", true
	}
	words = words[:last]
	if n := len(words); n > 0 && (words[n-1] == "om" || words[n-1] == "at") {
		words = words[:n-1]
	}
	return tokens(strings.Join(words, " ")), clock, ok
}

// hourOf reads one token as an hour. A point makes an hour only behind a day,
// for 27.11 alone is a day.
func hourOf(s string, behind bool) (clock string, isHour, ok bool) {
	shift, marked := 0, false
	for _, end := range []string{"uur", "u", "h", "am", "pm"} {
		if t, cut := strings.CutSuffix(s, end); cut {
			s, marked = t, true
			if end == "pm" {
				shift = 12
			}
			if (end == "am" || end == "pm") && (s == "12" || strings.HasPrefix(s, "12:") || strings.HasPrefix(s, "12.")) {
				shift -= 12
			}
			break
		}
	}
	hours, minutes, cut := strings.Cut(s, ":")
	if !cut {
		hours, minutes, cut = strings.Cut(s, "u")
	}
	if !cut {
		hours, minutes, cut = strings.Cut(s, "h")
	}
	pointed := !cut && (behind || marked) && strings.Contains(s, ".")
	if pointed {
		hours, minutes, cut = strings.Cut(s, ".")
	}
	if !digits(hours) || cut && !digits(minutes) || !cut && !marked {
		return "", false, true
	}
	h, _ := strconv.Atoi(hours)
	m, _ := strconv.Atoi(minutes)
	h += shift
	if len(hours) > 2 || cut && len(minutes) != 2 || h < 0 || h > 23 || m > 59 {
		return "", !pointed || marked, pointed && !marked // vr 27.11 is a day after all
	}
	return fmt.Sprintf("%02d:%02d", h, m), true, true
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
