package session

import (
	"kwi/internal/trace"
	"kwi/ui/kit"
)

// ThingInHand implements kit.Traced: the outcome or the agreement in hand, and
// else the session.
func (s Screen) ThingInHand(f kit.Frame) (trace.Thing, string) {
	y := f.Y()
	if y == nil {
		return trace.Thing{}, ""
	}
	t := trace.Thing{Kind: trace.Session, Cycle: y.Name}
	switch {
	case s.part == results && len(y.KWIs) > 0:
		t.Kind, t.KWI = trace.Score, s.KWIInHand(f)
	case s.part == agreementsSide:
		if a, ok := s.actions.In(&f); ok {
			t.Kind, t.Number = trace.Action, a.Number
		}
	}
	return t, ""
}
