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
func First(days []Day, now account.Moment) (first Day) {
	for _, d := range days {
		if d.On != "" && !d.Past(now) && (first.Kind == Nothing || before(d, first, now)) {
			first = d
		}
	}
	return first
}

// before reports whether one day asks for attention before another.
func before(a, b Day, now account.Moment) bool {
	switch {
	case a.Late(now) != b.Late(now):
		return a.Late(now)
	case a.Late(now) && a.Kind.Promised() != b.Kind.Promised():
		return a.Kind.Promised()
	case a.On != b.On:
		return a.On < b.On
	case (a.Kind == Session) != (b.Kind == Session):
		return a.Kind == Session // of one day, what everybody comes for
	}
	return a.Hour != "" && (b.Hour == "" || a.Hour < b.Hour)
}

// Within are the items of which the day has passed, or comes within so many
// days. What has no day is due on none.
func (c *Client) Within(today account.Date, days int) (items []Item) {
	last := today.Add(days)
	for _, i := range c.Items {
		if d := i.Day(); d.On != "" && d.On <= last && !d.Past(account.Moment(today)) {
			items = append(items, i)
		}
	}
	return items
}
