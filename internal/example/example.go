// Package example is the portfolio that `kwi demo` opens: a supplier with
// eight clients, each somewhere else in the method, told in Dutch or in
// English. Its days are counted from the day on which it is opened, so that
// it always has promises that are late, promises to come and sessions this
// week. People carry the names of the source's example or bare initials.
//
// It is pure: the same language and day give the same portfolio. It knows the
// domain and the portable file, and must not know a store, a screen or the
// clock.
package example

import (
	"time"

	"kwi/internal/account"
	"kwi/internal/portable"
)

// supplier is the organisation that the relationship manager works for.
const supplier = "BESTSELLER B.V."

// Portfolio is the example as it is on a day, in English for "en" and in
// Dutch for anything else.
func Portfolio(lang string, today account.Date) portable.File {
	b := book{english: lang == "en", today: today}
	f := portable.File{Supplier: supplier}
	for _, client := range []func() account.Client{
		b.newMedia, b.dorpstad, b.sociaal, b.facilitair, b.vonk, b.noordkaap, b.oeverland, b.laagveld,
	} {
		c := client()
		number(&c)
		f.Clients = append(f.Clients, c.Tidy())
	}
	return f
}

// book tells the stories in one language, from one day.
type book struct {
	english bool
	today   account.Date
}

// say is the text in the language of the book.
func (b book) say(nl, en string) string {
	if b.english {
		return en
	}
	return nl
}

// day is a working day about so many days from today: a weekend that lies
// behind becomes its Friday, one that lies ahead its Monday.
func (b book) day(n int) account.Date {
	d := b.today.Add(n)
	switch weekday := weekday(d); {
	case n > 0 && weekday == time.Saturday, n < 0 && weekday == time.Sunday:
		return d.Add(2 * sign(n))
	case n > 0 && weekday == time.Sunday, n < 0 && weekday == time.Saturday:
		return d.Add(sign(n))
	}
	return d
}

// due is such a day as an agreement has it, with the hour where it matters.
func (b book) due(n int, hour string) account.Moment {
	d := account.Moment(b.day(n))
	if hour != "" {
		d += account.Moment("T" + hour)
	}
	return d
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

func weekday(d account.Date) time.Weekday {
	t, _ := time.Parse(time.DateOnly, string(d)) // what is no day gives a Monday, and stays no day
	return t.Weekday()
}

// earlier is the working day so many half-years before a session. It falls in
// the half-year that is meant, whatever the length of the months.
func earlier(session account.Date, halfYears int) account.Date {
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
