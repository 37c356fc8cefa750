package realise

import (
	"kwi/internal/trace"
	"kwi/ui/kit"
)

// ThingInHand implements kit.Traced: the agreement, the conversation or the idea
// in hand.
func (s Screen) ThingInHand(f kit.Frame) (trace.Thing, string) {
	y := f.Y()
	if y == nil {
		return trace.Thing{}, ""
	}
	switch s.part {
	case actionsSide:
		if a, ok := s.actions.In(&f); ok {
			return trace.Thing{Kind: trace.Action, Number: a.Number, Cycle: y.Name}, ""
		}
	case visits:
		s = s.held(&f)
		if talks := f.Y().VisitsWith(s.with); s.with != "" && len(talks) > 0 {
			v := talks[s.talks.In(len(talks))]
			return trace.Thing{Kind: trace.Visit, Who: v.With, Date: v.Date, Text: v.Note, Of: string(v.By), Cycle: y.Name}, ""
		}
	case broughtSide:
		if i, ok := s.ideaInHand(&f); ok {
			return trace.OfIdea(i.Place), ""
		}
	}
	return trace.Thing{}, ""
}
