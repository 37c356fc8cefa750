// Package due decides what is to be done for a client, and when: agreements,
// concepts that were promised, conversations, lists to send, answers to wait
// for, sessions to plan and to hold, what was caught to sort,
// ideas to answer. The portfolio, the list of promises, the
// calendar and `kwi due` ask here, so that they say the same.
//
// What is made of a client holds days and no "overdue": it stays true as long
// as they are not changed, and is kept beside them. What a day makes of it is asked
// with the day. The package is pure; it knows the domain and must not know a
// screen, a store, a sentence or a clock.
package due

import (
	"cmp"
	"slices"
	"strings"

	"kwi/internal/account"
)

// Kind is what an item is about.
type Kind byte

// The kinds, in the order in which they stand on one day.
const (
	Nothing  Kind = iota
	Action        // an agreement that is open
	Concept       // that a respondent was promised
	Visit         // a conversation owed to a respondent
	Planning      // a session that has no day yet
	Lists         // that are to go out
	Answers       // that are to come back
	Session
	Caught      // sentences that are to be sorted
	Inspiration // that a respondent was promised in the place of a concept
	Ideas       // whose givers wait for an answer
	Reply       // that a respondent said to send by a day
	Chase       // of who was asked and is silent
	Analysis    // of the answers, with colleagues
	Findings    // that propose something and are no agreement yet
	Talk        // a conversation that is planned
	kinds
)

var kindNames = [kinds]string{"", "action", "concept", "visit", "plan", "lists", "answers", "session", "caught", "inspiration", "ideas", "reply", "chase", "analysis", "findings", "talk"}

// String is the stable name of the kind.
func (k Kind) String() string { return kindNames[k] }

// Known reports whether it is one of the kinds.
func (k Kind) Known() bool { return k > Nothing && k < kinds }

// Promised reports whether somebody was given a word on it: an agreement or a
// concept. The rest is work that the method asks for.
func (k Kind) Promised() bool { return k == Action || k == Concept || k == Inspiration }

// Happens reports whether it is something that happens on its day, and not
// something to be done by it: once that day is over nobody need do anything.
func (k Kind) Happens() bool { return k == Session || k == Talk }

// Day is what asks for attention on a day.
type Day struct {
	Kind Kind
	Ours bool         // the supplier's to do, alone or together with the client
	On   account.Date // "" where it has no day
	Hour string       // on that day, 16:00, or ""
	// Internal is that it is an agreement of which the client hears nothing.
	Internal bool
	// Had is that it is a talk that was not noted beforehand: without an hour it was
	// had as soon as its day is there.
	Had bool
}

// At is the day with its hour.
func (d Day) At() account.Moment {
	if d.Hour == "" {
		return account.Moment(d.On)
	}
	return account.Moment(string(d.On) + "T" + d.Hour)
}

// Late reports whether the day has passed or, where it has one, its hour. A
// session has then been held.
func (d Day) Late(now account.Moment) bool {
	return !d.Kind.Happens() && d.At().Passed(now)
}

// Past reports whether there is nothing to do any more though nobody said so.
func (d Day) Past(now account.Moment) bool {
	return d.Kind.Happens() && (d.At().Passed(now) || d.Had && d.Hour == "" && d.On != "" && d.On <= now.Date())
}

// Item is one thing that is to be done.
type Item struct {
	Kind     Kind
	Cycle    account.CycleName
	At       account.Moment   // "" where it has no day
	Number   string           // of an agreement; of a talk what tells it from others with the same person
	Who      account.Initials // the respondent whom a concept or a conversation is for
	Name     string           // what they are called
	Side     account.Side     // of an agreement
	Internal bool             // an agreement of which the client hears nothing
	Had      bool             // of a talk, that it was not noted beforehand
	By       Person           // who does it; nobody where none was named
	Text     string           // the agreement in one line, cut where it is very long
	Count    int              // of lists, of answers, of what was caught, or of ideas
}

// Day is the item's day.
func (i *Item) Day() Day {
	return Day{Kind: i.Kind, Ours: i.Side != account.ClientSide, On: i.At.Date(), Hour: i.At.Hour(), Internal: i.Internal, Had: i.Had}
}

// ID is what the item is known by among those of its client.
func (i *Item) ID() string {
	if i.Kind == Action {
		return i.Number
	}
	if i.Kind == Talk {
		return string(i.Cycle) + "." + i.Kind.String() + "." + string(i.Who) + "." + i.Number
	}
	return strings.TrimSuffix(string(i.Cycle)+"."+i.Kind.String()+"."+string(i.Who), ".")
}

// Client is what is to be done for one client, soonest first, what has no day
// last.
type Client struct {
	ID       string
	Name     string
	Archived account.Date
	Approach account.Approach
	Team     []Person // who of the supplier works for them
	// Responsible is who of them answers for the client, or nobody. It is kept with
	// the line of the client.
	Responsible Person
	Kept        Kept // of all their cycles
	Items       []Item
	Needs       []Need // what the stage of their newest cycle needs first, day after day
}

// Days are the days of the items.
func (c *Client) Days() []Day {
	var days []Day
	for i := range c.Items {
		days = append(days, c.Items[i].Day())
	}
	return days
}

// sortItems puts items in order of their days.
func sortItems(items []Item) {
	slices.SortStableFunc(items, func(a, b Item) int { return CompareItems(&a, &b) })
}

// CompareItems orders items by day, then by kind.
func CompareItems(a, b *Item) int {
	if c := CompareMoments(a.At, b.At); c != 0 {
		return c
	}
	if c := cmp.Compare(a.Kind, b.Kind); c != 0 {
		return c
	}
	return strings.Compare(a.ID(), b.ID())
}

// CompareMoments orders moments; none is behind all.
func CompareMoments(a, b account.Moment) int {
	if (a == "") != (b == "") {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}
