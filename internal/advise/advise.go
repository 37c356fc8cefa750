// Package advise decides which words of the method stand beside the work: for a
// client, a cycle, a place and a day, what there is to say, ask, try or mind
// there, what is urgent first. Each text of the guide has a named moment, and
// the tables in this package say when that is.
//
// It knows the domain, what is due, the scores and the guide. It must not know
// a screen, the store or a clock, and it changes nothing. What it says of
// answers depends only on how many are in and on figures that may be shown.
package advise

import (
	"cmp"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/guide"
)

// The places that are no stage.
const (
	Monitor   = "monitor"
	Plan      = "plan"
	Portfolio = "portfolio"
	Promises  = "promises"
)

// Situation is where one is with what.
type Situation struct {
	Client *account.Client   // nil at a place that is about no client
	Cycle  account.CycleName // "" is the newest
	Place  string            // a stage by its name, or one of the places above
	Year   int               // of the plan
	Empty  bool              // there is nothing at a place that is about no client
	Today  account.Date
	Own    account.Shelf // what the supplier added to the library
}

// Advice is one line that fits now: what to do or say, and why. Behind is the ID
// of what guide.Reading has to read on, "" for nothing.
type Advice struct {
	Moment string
	When   string
	guide.Say
	Behind string
}

// rank is how much a moment asks for attention.
type rank byte

const (
	urgent rank = iota // something goes wrong if nobody does it
	next               // what the work asks for now
	good               // good to have in mind
)

// moment is when the lines of the guide under a name fit. Its place is what its
// name begins with, and those that are named beside it.
type moment struct {
	name   string
	rank   rank
	behind string
	when   func(*state) bool
	also   []string // other places
}

func (m *moment) at(place string) bool {
	first, _, _ := strings.Cut(m.name, ".")
	return first == place || slices.Contains(m.also, place)
}

// moments are all of them; within a rank the earlier ones come first.
func moments() []moment {
	return slices.Concat(initialising(), drafting(), checking(), realising(), measuring(), meeting(), planning())
}

// Of is what fits now, in order of urgency. What is only good to have in mind
// begins with another line every day, so that each has its turn.
func Of(g *guide.Guide, s Situation) []Advice {
	now, ok := stateOf(g, s)
	if !ok {
		return nil
	}
	var fitting []moment
	for _, m := range moments() {
		if m.at(s.Place) && !now.passesOver(m) && m.when(now) {
			fitting = append(fitting, m)
		}
	}
	slices.SortStableFunc(fitting, func(a, b moment) int { return cmp.Compare(a.rank, b.rank) })
	var out, mind []Advice
	for _, m := range fitting {
		if m.rank == good {
			mind = append(mind, lines(g, m)...)
		} else {
			out = append(out, lines(g, m)...)
		}
	}
	if n := len(mind); n > 0 {
		turn := turnOf(s, n)
		mind = append(mind[turn:n:n], mind[:turn]...)
	}
	return append(out, mind...)
}

// Rest is what fits at this place at other moments, in the order of the tables.
func Rest(g *guide.Guide, s Situation) (out []Advice) {
	now, ok := stateOf(g, s)
	if !ok {
		return nil
	}
	for _, m := range moments() {
		if m.at(s.Place) && !now.passesOver(m) && !m.when(now) {
			out = append(out, lines(g, m)...)
		}
	}
	return out
}

func lines(g *guide.Guide, m moment) (out []Advice) {
	at := g.Moment(m.name)
	for _, say := range at.Says {
		out = append(out, Advice{m.name, at.When, say, m.behind})
	}
	return out
}

// Wisdom is the saying of the day for a client, or for a place without one. The
// supplier's own sayings have their turn like those of the guide.
func Wisdom(g *guide.Guide, s Situation) string {
	all := slices.Clone(g.Wisdoms())
	for _, e := range s.Own {
		if e.Kind == account.OwnWisdom && e.Withdrawn == "" {
			all = append(all, e.Title)
		}
	}
	return all[turnOf(s, len(all))]
}

// turnOf is whose turn it is of n on a day: the next one every day, and for
// every client beginning elsewhere.
func turnOf(s Situation, n int) int {
	days, _ := account.Date("2000-01-01").Until(s.Today)
	seed := uint32(2166136261)
	if s.Client != nil {
		for _, b := range []byte(s.Client.ID) {
			seed = (seed ^ uint32(b)) * 16777619
		}
	}
	return int((int64(seed) + int64(max(days, 0))) % int64(n))
}

// Begins reports whether the work at a place has hardly begun: of the gate of
// the stage that the cycle is in no more than one condition is met, or there is
// nothing at all.
func Begins(s Situation) bool {
	if s.Client == nil {
		return s.Empty
	}
	if s.Place == Plan {
		return s.Client.Plan(s.Year) == nil
	}
	y := s.cycle()
	stage, ok := account.ParseStage(s.Place)
	if !ok || y == nil || y.Stage != stage {
		return false
	}
	met, gate := 0, s.Client.Gate(y, stage, s.Today)
	for _, c := range gate {
		if c.Met {
			met++
		}
	}
	return met <= 1 && met < len(gate)
}

func (s *Situation) cycle() *account.Cycle {
	if s.Client == nil {
		return nil
	}
	return s.Client.Cycle(s.Cycle)
}
