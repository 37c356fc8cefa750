package promises

import (
	"kwi/internal/trace"
	"kwi/ui/kit"
)

// ThingInHand implements kit.Traced: the agreement in hand, or the respondent or
// the session that is owed something.
func (s Screen) ThingInHand(f kit.Frame) (trace.Thing, string) {
	r, ok := s.settled(&f).row()
	if !ok {
		return trace.Thing{}, ""
	}
	t := trace.Thing{Cycle: r.at.Cycle}
	switch {
	case r.at.Number != "":
		t.Kind, t.Number = trace.Action, r.at.Number
	case r.at.Who != "":
		t.Kind, t.Who = trace.Person, r.at.Who
	case r.at.Cycle != "":
		t.Kind = trace.Session
	}
	return t, r.of.ID
}
