package due

import (
	"time"

	"kwi/internal/account"
)

// Soon is within how many days something is said to be near.
const Soon = 7

// Near reports whether a day is today or within the next days that are near.
func Near(on, today account.Date) bool { return on != "" && on >= today && on <= today.Add(Soon) }

// Week is the first day of the week that a day lies in, a Monday; "" for none.
func Week(on account.Date) account.Date {
	t, err := time.Parse(time.DateOnly, string(on))
	if err != nil {
		return ""
	}
	return on.Add(-(int(t.Weekday()) + 6) % 7)
}

// First is the day that asks for attention first: the oldest promise that is
// late, else the oldest that is late at all, else the soonest to come. Its kind
// is Nothing where none does.
func First(days []Day, today account.Date) (first Day) {
	for _, d := range days {
		if d.On != "" && !d.Past(today) && (first.Kind == Nothing || before(d, first, today)) {
			first = d
		}
	}
	return first
}

// before reports whether one day asks for attention before another.
func before(a, b Day, today account.Date) bool {
	switch {
	case a.Late(today) != b.Late(today):
		return a.Late(today)
	case a.Late(today) && a.Kind.Promised() != b.Kind.Promised():
		return a.Kind.Promised()
	case a.On != b.On:
		return a.On < b.On
	}
	return a.Kind == Session && b.Kind != Session // of one day, what everybody comes for
}

// Late counts the promises of which the day has passed.
func Late(days []Day, today account.Date) (n int) {
	for _, d := range days {
		if d.Kind.Promised() && d.Late(today) {
			n++
		}
	}
	return n
}

// Within are the items of which the day has passed, or comes within so many
// days. What has no day is due on none.
func (c *Client) Within(today account.Date, days int) (items []Item) {
	last := today.Add(days)
	for _, i := range c.Items {
		if d := i.Day(); d.On != "" && d.On <= last && !d.Past(today) {
			items = append(items, i)
		}
	}
	return items
}
