package promises

import (
	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/internal/text"
	"kwi/ui/kit"
)

// groupKey is what a group of rows is about. Groups stand in order of rank, and
// of those of one rank in order of name.
type groupKey struct {
	rank int
	name string // folded, or the first day of a week
	id   string // of the client
}

// The ranks of weeks and of persons.
const (
	lateRank = iota
	today
	thisWeek
	nextWeek
	laterWeek
	undated
)

const (
	myRank = iota
	ourRank
	clientRank
	nobodyRank
)

// grouper tells to which group rows belong. Of many that name the same it works
// that out once.
type grouper struct {
	f     *kit.Frame
	by    grouping
	names map[string]string // folded
	weeks map[account.Date]account.Date
	terms due.Terms
	next  account.Date // the week after that of today
}

func (g *grouper) fold(name string) string {
	folded, known := g.names[name]
	if !known {
		folded = text.Search(name)
		g.names[name] = folded
	}
	return folded
}

func (g *grouper) weekOf(on account.Date) account.Date {
	week, known := g.weeks[on]
	if !known {
		week = due.Week(on)
		g.weeks[on] = week
	}
	return week
}

func (g *grouper) groupOf(r *listRow) groupKey {
	switch g.by {
	case byClient:
		return groupKey{name: g.fold(r.of.Name), id: r.of.ID}
	case byPerson:
		return g.personGroup(r.at.By)
	}
	day := r.at.Day()
	switch g.terms.Of(day) {
	case due.Undated:
		return groupKey{rank: undated}
	case due.Overdue:
		return groupKey{rank: lateRank}
	case due.Today:
		return groupKey{rank: today}
	case due.ThisWeek:
		return groupKey{rank: thisWeek}
	}
	switch week := g.weekOf(day.On); {
	case week == g.next:
		return groupKey{rank: nextWeek}
	default:
		return groupKey{rank: laterWeek, name: string(week)}
	}
}

func (g *grouper) personGroup(p due.Person) groupKey {
	rank := ourRank
	switch {
	case !p.Named():
		rank = nobodyRank
	case p.Client:
		rank = clientRank
	case p.Is(g.f.Me):
		return groupKey{rank: myRank}
	}
	return groupKey{rank: rank, name: g.fold(p.Called())}
}
