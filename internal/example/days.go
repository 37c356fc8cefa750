package example

import (
	"fmt"
	"reflect"
	"time"

	"kwi/internal/account"
)

// moveClient moves all days of a client as far as today lies from the day on
// which the story was written. Cycles, agreements and plans take the names
// that go with their new days.
func moveClient(c *account.Client, today account.Date) {
	shift, _ := writtenOn.Until(today)
	newest := *c.Newest()
	to := workingDay(newest.Session.Add(shift), today)
	cycles := c.Cycles
	c.Cycles = nil
	moveDays(reflect.ValueOf(c).Elem(), shift, today)
	serial := map[int]int{}
	for i := range cycles {
		y := &cycles[i]
		by := shift
		if back := halfYears(y.Name, newest.Name); back > 0 && y.Session != "" && to != "" {
			by, _ = y.Session.Until(sessionBefore(to, back))
		}
		moveDays(reflect.ValueOf(y).Elem(), by, today)
		y.Name = moveName(y, by)
		for j := range y.Actions {
			serial[y.Name.Year()]++
			y.Actions[j].Number = fmt.Sprintf("%d-%02d", y.Name.Year(), serial[y.Name.Year()])
		}
	}
	c.Cycles = cycles
	movePlans(c, c.Newest().Name.Year()-newest.Name.Year())
}

// moveName returns the name of a cycle after its days have moved: that of its
// session's half-year, or where none is planned of its own half-year moved.
func moveName(y *account.Cycle, by int) account.CycleName {
	if y.Session != "" {
		return account.HalfYear(y.Session)
	}
	month := 4
	if y.Name[len(y.Name)-1] == '2' {
		month = 10
	}
	return account.HalfYear(account.Date(fmt.Sprintf("%04d-%02d-15", y.Name.Year(), month)).Add(by))
}

// halfYears counts the half-years from one cycle to a later one.
func halfYears(from, to account.CycleName) int {
	count := func(n account.CycleName) int { return 2*n.Year() + int(n[len(n)-1]-'1') }
	return count(to) - count(from)
}

func movePlans(c *account.Client, years int) {
	for i := range c.Plans {
		p := &c.Plans[i]
		p.Year += years
		numbers := map[int]account.YearNumbers{}
		for year, n := range p.Numbers {
			numbers[year+years] = n
		}
		p.Numbers = numbers
	}
}

// moveDays moves every day and moment in a value, wherever it lies.
func moveDays(v reflect.Value, by int, today account.Date) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			moveDays(v.Elem(), by, today)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			moveDays(v.Field(i), by, today)
		}
	case reflect.Slice:
		for i := range v.Len() {
			moveDays(v.Index(i), by, today)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			moved := reflect.New(v.Type().Elem()).Elem()
			moved.Set(v.MapIndex(key))
			moveDays(moved, by, today)
			v.SetMapIndex(key, moved)
		}
	case reflect.String:
		switch day := v.Interface().(type) {
		case account.Date:
			v.SetString(string(workingDay(day.Add(by), today)))
		case account.Moment:
			if day != "" {
				moved := workingDay(day.Date().Add(by), today)
				v.SetString(string(moved) + string(day[len(day.Date()):]))
			}
		}
	}
}

// workingDay returns the day itself, or of a weekend the Friday before it
// where it lies behind today and else the Monday after it.
func workingDay(d, today account.Date) account.Date {
	friday, monday := 0, 0
	switch weekdayOf(d) {
	case time.Saturday:
		friday, monday = -1, 2
	case time.Sunday:
		friday, monday = -2, 1
	default:
		return d
	}
	if d > today {
		return d.Add(monday)
	}
	return d.Add(friday)
}

func weekdayOf(d account.Date) time.Weekday {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Monday // what is no day stays no day
	}
	return t.Weekday()
}

// sessionBefore returns the working day so many half-years before a session.
// It falls in the half-year that is meant, whatever the length of the months.
func sessionBefore(session account.Date, halfYears int) account.Date {
	t, err := time.Parse(time.DateOnly, string(session))
	if err != nil {
		return ""
	}
	t = time.Date(t.Year(), t.Month()-time.Month(6*halfYears), min(t.Day(), 26), 0, 0, 0, 0, time.UTC)
	for t.Weekday() == time.Saturday || t.Weekday() == time.Sunday {
		t = t.AddDate(0, 0, 1)
	}
	return account.Date(t.Format(time.DateOnly))
}
