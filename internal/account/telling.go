package account

import (
	"slices"

	"kwi/internal/fault"
)

// News is what a respondent is told of an agreement.
type News bool

// Beforehand one tells that something is worked on, and when it is done what
// came of it.
const (
	ItComes  News = false
	WhatCame News = true
)

// Telling is that a respondent was told of an agreement.
type Telling struct {
	Who  Initials
	On   Date
	Way  Way
	Done bool // what came of it, and not that it is coming
}

// Walk goes through the fields of a telling.
func (t *Telling) Walk(w Walker) {
	f := fields{w}
	f.respondent(needed("who"), &t.Who)
	f.date(needed("date"), &t.On)
	f.Choice(sparse("way"), (*string)(&t.Way), wayWords)
	f.Flag(sparse("done"), &t.Done)
}

func (t Telling) identity() string {
	if t.Done {
		return string(t.Who) + " done"
	}
	return string(t.Who)
}

// ToldTo is how a respondent was told of an agreement, and whether they were.
func (a *Action) ToldTo(who Initials, news News) (Telling, bool) {
	for _, t := range a.Tellings {
		if t.Who == who && t.Done == bool(news) {
			return t, true
		}
	}
	return Telling{}, false
}

// Hears are the respondents who are told of an agreement in a cycle: all that are
// awaited, but those to whom its KWI means nothing, since they judge none of its
// questions. Of what is between ourselves and of what the client does itself
// nobody is told.
func (c *Client) Hears(y *Cycle, a Action) (out []Initials) {
	if a.Internal || a.Side == ClientSide {
		return nil
	}
	for _, r := range c.Awaited(y) {
		k := y.KWI(a.KWI)
		wished := k != nil && (k.WishedBy == r.Initials || slices.Contains(k.SharedBy, r.Initials))
		if a.KWI == 0 || wished || len(y.Assigned[r.Initials]) == 0 || y.judges(r.Initials, a.KWI) {
			out = append(out, r.Initials)
		}
	}
	return out
}

// News reports which news of an agreement respondents should have now: that it is
// coming while it is open, where it is about a KWI, and once it is done what came
// of it. Of what was dropped there is none.
func (a *Action) News() (news News, any bool) {
	switch {
	case a.Internal || a.Side == ClientSide || a.Status == Dropped:
		return ItComes, false
	case a.Status == Done:
		return WhatCame, true
	}
	return ItComes, a.KWI != 0 || a.Announced != ""
}

// Untold are those who should have been told of an agreement and were not. Where
// it was announced before anybody noted to whom, nobody knows that, and it is
// taken to have been everybody. What was done is told to all at the session.
func (c *Client) Untold(y *Cycle, a Action, news News) (out []Initials) {
	if news == ItComes && a.Announced != "" && !slices.ContainsFunc(a.Tellings, func(t Telling) bool { return !t.Done }) {
		return nil
	}
	if news == WhatCame && y.Common() {
		return nil
	}
	for _, who := range c.Hears(y, a) {
		if _, told := a.ToldTo(who, news); !told {
			out = append(out, who)
		}
	}
	return out
}

// UntoldTo are the agreements of a cycle of which a respondent should have heard
// and did not, with the news that they miss.
func (c *Client) UntoldTo(cycle CycleName, who Initials) (coming, done []Action) {
	y := c.Cycle(cycle)
	if y == nil {
		return nil, nil
	}
	for _, a := range c.Agreements(y) {
		news, any := a.News()
		switch {
		case !any || !slices.Contains(c.Untold(y, a, news), who):
		case news == WhatCame:
			done = append(done, a)
		default:
			coming = append(coming, a)
		}
	}
	return coming, done
}

// TellAction notes that respondents were told of an agreement on a day. With the
// first who are told that it is coming it is announced.
func (c *Client) TellAction(number string, news News, who []Initials, on Date, way Way, std Standard, today Date) error {
	if err := c.known(who...); err != nil {
		return err
	}
	if !on.Valid() {
		return fault.New(fault.BadDate, string(on))
	}
	if err := checkOneOf(way, append(Ways(), "")...); err != nil {
		return err
	}
	return c.ChangeAction(number, std, today, func(a *Action) {
		told := slices.DeleteFunc(slices.Clone(a.Tellings), func(t Telling) bool { return t.Done == bool(news) && slices.Contains(who, t.Who) })
		for _, w := range who {
			told = append(told, Telling{Who: w, On: on, Way: way, Done: bool(news)})
		}
		a.Tellings = told
		if news == ItComes && (a.Announced == "" || on < a.Announced) {
			a.Announced = on
		}
	})
}

// UntellAction takes back that respondents were told of an agreement. With the
// last of those to whom it was announced it is announced no more.
func (c *Client) UntellAction(number string, news News, who []Initials, std Standard, today Date) error {
	return c.ChangeAction(number, std, today, func(a *Action) {
		left := slices.DeleteFunc(slices.Clone(a.Tellings), func(t Telling) bool { return t.Done == bool(news) && slices.Contains(who, t.Who) })
		any := slices.ContainsFunc(left, func(t Telling) bool { return !t.Done })
		if a.Tellings = left; news == ItComes && !any {
			a.Announced = ""
		}
	})
}

// settleTold holds what was told of an agreement to what else is known of it:
// where it is not announced nobody heard that it comes.
func (a *Action) settleTold() {
	if a.Announced != "" && !a.Internal {
		return
	}
	a.Tellings = slices.DeleteFunc(slices.Clone(a.Tellings), func(t Telling) bool { return !t.Done || a.Internal })
	if len(a.Tellings) == 0 {
		a.Tellings = nil
	}
}
