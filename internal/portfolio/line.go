// Package portfolio is all clients at a glance: one line a client, made of
// what the client's records say, kept beside them so that ten thousand open
// at once. It is pure; it knows the domain and the scores, no store, no
// screen and no clock: a line holds days, never "overdue".
package portfolio

import (
	"cmp"
	"slices"

	"kwi/internal/account"
	"kwi/internal/score"
)

// Longest is how many cycles a line's trend goes back.
const Longest = 12

// Line is one client at a glance.
type Line struct {
	ID       string
	Name     string
	Kind     account.Kind
	Approach account.Approach
	PartOf   string
	Archived account.Date
	Cycle    account.CycleName // the newest; "" where there is none yet
	Stage    account.Stage
	Score    score.Figure   // of the newest cycle with answers
	Change   score.Change   // of that score
	Trend    []score.Figure // totals, oldest first, at most Longest; None where a cycle has none
	HasNPS   bool
	NPS      int
	Due      []account.Date // of open promises, soonest first
	Session  account.Date   // of the newest cycle
	Lists    int            // lists sent in the newest cycle and not back, while measuring
}

// Of makes a client's line.
func Of(c *account.Client) Line {
	l := Line{ID: c.ID, Name: c.Name, Kind: c.Kind, Approach: c.Approach, PartOf: c.PartOf, Archived: c.Archived, Score: score.None}
	y := c.Newest()
	if y == nil {
		return l
	}
	l.Cycle, l.Stage, l.Session = y.Name, y.Stage, y.Session
	h := score.HistoryOf(c)
	if t, ok := h.Newest(); ok {
		l.Score, l.Change = t.Total.Sums.Score(), h.Change(0, t.Cycle)
		l.HasNPS, l.NPS = t.NPS.OK(), t.NPS.Score()
	}
	for _, p := range h.Trend(0, y.Name) {
		l.Trend = append(l.Trend, p.Score)
	}
	l.Trend = l.Trend[max(0, len(l.Trend)-Longest):]
	for _, a := range c.OpenActions(y.Name) {
		if a.Action.Due != "" {
			l.Due = append(l.Due, a.Action.Due.Date())
		}
	}
	slices.Sort(l.Due)
	if y.Stage == account.Measure {
		for _, r := range c.ToCome(y) {
			if _, asked := y.WaitsSince(r.Initials); asked {
				l.Lists++
			}
		}
	}
	return l
}

// Overdue counts the promises whose day has passed.
func (l *Line) Overdue(today account.Date) int {
	n, _ := slices.BinarySearch(l.Due, today)
	return n
}

// Occasion is what a day in a line is about.
type Occasion byte

// The occasions; the zero one is that nothing is planned.
const (
	Nothing Occasion = iota
	PromiseLate
	PromiseDue
	SessionOn
)

// Next is the first thing that asks for attention: the oldest promise that is
// late, else the soonest of the session and the promises to come.
func (l *Line) Next(today account.Date) (Occasion, account.Date) {
	late := l.Overdue(today)
	if late > 0 {
		return PromiseLate, l.Due[0]
	}
	session := l.Session >= today && l.Stage != account.Closed && l.Session != ""
	if len(l.Due) > 0 && (!session || l.Due[0] < l.Session) {
		return PromiseDue, l.Due[0]
	}
	if session {
		return SessionOn, l.Session
	}
	return Nothing, ""
}

// Today is what all clients together ask for today.
type Today struct{ Late, Sessions, Lists int }

// On counts over the clients that are not archived: promises late, sessions
// within a week, and lists that are out.
func On(lines []Line, today account.Date) (t Today) {
	week := today.Add(7)
	for i := range lines {
		l := &lines[i]
		if l.Archived != "" {
			continue
		}
		t.Late += l.Overdue(today)
		t.Lists += l.Lists
		if l.Session >= today && l.Session <= week && l.Stage != account.Closed {
			t.Sessions++
		}
	}
	return t
}

// Sort orders lines by name, then by ID.
func Sort(lines []Line) {
	slices.SortFunc(lines, func(a, b Line) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
}
