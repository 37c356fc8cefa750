// Package portfolio is all clients at a glance: one line a client, made of
// what the client's records say, kept beside them so that ten thousand open
// at once. It is pure; it knows the domain and the scores, no store, no
// screen and no clock: a line holds days, never "overdue".
package portfolio

import (
	"cmp"
	"slices"

	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/internal/score"
)

// Longest is how many cycles a line's trend goes back.
const Longest = 12

// Line is one client at a glance.
type Line struct {
	ID       string
	Name     string
	Damaged  bool // nothing else of them can be read
	Kind     account.Kind
	Approach account.Approach
	PartOf   string

	Responsible due.Person // who of the supplier answers for the client, or nobody

	Archived account.Date
	Cycle    account.CycleName // the newest; "" where there is none yet
	Stage    account.Stage
	Score    score.Figure      // of the newest cycle with answers
	By       account.AnswersBy // by group where that score has one decimal, else ""
	Change   score.Change      // of that score
	Trend    []score.Figure    // totals, oldest first, at most Longest; None where a cycle has none
	HasNPS   bool
	NPS      int
	Counted  score.NPS  // the answers behind it; where they are withheld only that they are
	Silent   int        // how many who take part did not answer it
	Due      []due.Day  // what is to be done, soonest first, without a day last
	Needs    []due.Need // what the stage needs first, day after day
	Kept     due.Kept   // of the promises that are no longer open
	Lists    int        // lists sent in the newest cycle and not back, while measuring
}

// Of makes a client's line.
func Of(c *account.Client) Line { return With(c, due.Of(c)) }

// With makes a client's line of what is to be done for them.
func With(c *account.Client, d due.Client) Line {
	l := Line{ID: c.ID, Name: c.Name, Kind: c.Kind, Approach: c.Approach, PartOf: c.PartOf, Archived: c.Archived, Score: score.None, Kept: d.Kept, Due: d.Days(), Needs: d.Needs}
	l.Responsible = d.Responsible
	for _, i := range d.Items {
		switch i.Kind {
		case due.Answers:
			l.Lists += i.Count
		case due.Reply:
			l.Lists++
		}
	}
	y := c.Newest()
	if y == nil {
		return l
	}
	l.Cycle, l.Stage = y.Name, y.Stage
	h := score.HistoryOf(c)
	if t, ok := h.Newest(); ok {
		l.Score, l.Change = t.Total.Sums.Score(), h.Change(0, t.Cycle)
		if t.AnswersBy == account.ByGroup {
			l.By = t.AnswersBy
		}
		l.HasNPS, l.NPS = t.NPS.OK(), t.NPS.Score()
		if l.Counted = t.NPS; t.NPS.Withheld {
			l.Counted = score.NPS{Withheld: true}
		} else if l.HasNPS {
			l.Silent = score.Silent(c, c.Cycle(t.Cycle))
		}
	}
	for _, p := range h.Trend(0, y.Name) {
		l.Trend = append(l.Trend, p.Score)
	}
	l.Trend = l.Trend[max(0, len(l.Trend)-Longest):]
	return l
}

// Counts is how much there is to do, by term.
func (l *Line) Counts(now account.Moment) due.Counts { return due.At(now).Count(l.Due) }

// Overdue counts what should have been done by now.
func (l *Line) Overdue(now account.Moment) int { return l.Counts(now).Overdue }

// Next is what is to be done before anything else, as the checklist of the stage
// says it too.
func (l *Line) Next(now account.Moment) due.Next { return due.NextOf(l.Due, l.Needs, now) }

// NeedOn is what the stage needs first on a day.
func (l *Line) NeedOn(today account.Date) due.Need { return due.NeedOn(l.Needs, today) }

// First is what is due first, whatever the stage needs.
func (l *Line) First(now account.Moment) due.Day { return due.First(l.Due, now) }

// Promises counts the promises that are open.
func (l *Line) Promises() (n int) {
	for _, d := range l.Due {
		if d.Kind.Promised() {
			n++
		}
	}
	return n
}

// Opens is the stage that a client opens at: the one that the newest cycle is
// in, or the first where there is no cycle or it is over.
func (l *Line) Opens() account.Stage {
	if l.Cycle == "" || l.Stage >= account.Closed {
		return account.Initialise
	}
	return l.Stage
}

// KeptOn is what became of the promises, on a day.
func (l *Line) KeptOn(today account.Date) due.Kept { return l.Kept.With(l.Due, today) }

// Today is what all clients together ask for today.
type Today struct {
	due.Counts
	Sessions, Lists int
}

// On counts over the clients that are not archived: what there is to do, sessions
// within a week, and lists that are out.
func On(lines []Line, now account.Moment) (t Today) {
	terms := due.At(now)
	for i := range lines {
		l := &lines[i]
		if l.Archived != "" {
			continue
		}
		t.Counts = t.Plus(terms.Count(l.Due))
		t.Lists += l.Lists
		for _, d := range l.Due {
			if d.Kind == due.Session && due.Near(d.On, now.Date()) {
				t.Sessions++
			}
		}
	}
	return t
}

// Recommended is the NPS over the clients that are not archived, each counted by
// its answers; what is withheld of a client is not in it.
func Recommended(lines []Line) (all score.Everywhere) {
	for i := range lines {
		if l := &lines[i]; l.Archived == "" {
			all = all.With(l.Counted, l.Silent)
		}
	}
	return all
}

// Sort orders lines by name, then by ID.
func Sort(lines []Line) {
	slices.SortFunc(lines, func(a, b Line) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
}
