package account

import (
	"cmp"
	"slices"
)

// Going is how somebody says that it goes, asked in every conversation.
type Going string

// The answers; the empty one was not asked.
const (
	GoesWell  Going = "well"
	GoesSoSo  Going = "mixed"
	GoesBadly Going = "badly"
)

// Goings lists the answers, the best first.
func Goings() []Going { return []Going{GoesWell, GoesSoSo, GoesBadly} }

// Each respondent is visited once while the KWIs are worked on, and preferably
// twice or more.
const (
	VisitsAtLeast   = 1
	VisitsPreferred = 2
)

// Visited is how often a respondent was visited in a cycle, on a day: a
// conversation whose day or hour is still to come is planned and was not held.
type Visited struct {
	Who           Initials
	Held, Planned int
	Last          Date
	Next          Moment
	Goes          Going // the last time that they were asked
}

// Days is how many days ago the last conversation was; false where there was none.
func (v Visited) Days(today Date) (int, bool) { return v.Last.Until(today) }

// Short is how many conversations are missing of those that are preferred, the
// planned ones taken as held.
func (v Visited) Short() int { return max(VisitsPreferred-v.Held-v.Planned, 0) }

// Visited counts the conversations with a respondent in a cycle, as it is now.
func (y *Cycle) Visited(who Initials, now Moment) Visited {
	out := Visited{Who: who}
	asked := Date("")
	for _, v := range y.Visits {
		switch {
		case v.With != who:
		case v.Planned(now):
			out.Planned++
			if out.Next == "" || v.At() < out.Next {
				out.Next = v.At()
			}
		default:
			out.Held++
			out.Last = max(out.Last, v.Date)
			if v.Goes != "" && v.Date >= asked {
				asked, out.Goes = v.Date, v.Goes
			}
		}
	}
	return out
}

// VisitsWith are the conversations with a respondent in a cycle, newest first.
func (y *Cycle) VisitsWith(who Initials) (out []Visit) {
	for _, v := range y.Visits {
		if v.With == who {
			out = append(out, v)
		}
	}
	slices.SortStableFunc(out, func(a, b Visit) int { return cmp.Compare(b.At(), a.At()) })
	return out
}

// Rounds are the participants of a cycle with how often each was visited, whom
// nobody visited first and then who was asked longest ago.
func (c *Client) Rounds(y *Cycle, now Moment) (out []Visited) {
	for _, r := range c.Participants(y) {
		out = append(out, y.Visited(r.Initials, now))
	}
	slices.SortStableFunc(out, func(a, b Visited) int { return cmp.Compare(a.Last, b.Last) })
	return out
}
