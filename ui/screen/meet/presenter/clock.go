package presenter

import (
	"slices"
	"time"

	"kwi/internal/account"
	"kwi/ui/kit"
)

// clock is how long each part of the session has taken.
type clock struct {
	item  account.AgendaItem // that is going on
	since time.Time          // when it was come to; zero where no time is known yet
	spent [8]time.Duration   // before that, by place on the agenda
}

// at is the clock at a moment, at a part of the session.
func (c clock) at(now time.Time, item account.AgendaItem) clock {
	if now.IsZero() || c.item == item && !c.since.IsZero() {
		return c
	}
	if i := itemPlace(c.item); i >= 0 && !c.since.IsZero() {
		c.spent[i] += now.Sub(c.since)
	}
	c.item, c.since = item, now
	return c
}

// minutes is how many whole minutes a part of the session has taken.
func (c clock) minutes(now time.Time, item account.AgendaItem) int {
	i := itemPlace(item)
	if i < 0 {
		return 0
	}
	spent := c.spent[i]
	if item == c.item && !c.since.IsZero() && now.After(c.since) {
		spent += now.Sub(c.since)
	}
	return int(spent / time.Minute)
}

// text is how long a part takes of what was planned for it.
func (c clock) text(f *kit.Frame, item account.AgendaItem) string {
	planned := 0
	for _, p := range f.Y().Agenda() {
		if p.Item == item {
			planned = p.Minutes
		}
	}
	if planned == 0 {
		return ""
	}
	return "   " + f.T("meet.session.clock", f.Words.Int(c.minutes(f.Now, item)), f.Words.Int(planned))
}

func itemPlace(item account.AgendaItem) int { return slices.Index(account.AgendaItems(), item) }
