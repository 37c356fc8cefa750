package initialise

import (
	"kwi/internal/trace"
	"kwi/ui/kit"
)

// ThingInHand implements kit.Traced: the respondent in hand.
func (s Screen) ThingInHand(f kit.Frame) (trace.Thing, string) {
	y := f.Y()
	if y == nil || s.side != peopleSide {
		return trace.Thing{}, ""
	}
	if r := s.inHand(&f); r.who != "" && !r.colleague {
		return trace.Thing{Kind: trace.Person, Who: r.who, Cycle: y.Name}, ""
	}
	return trace.Thing{}, ""
}
