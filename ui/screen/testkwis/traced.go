package testkwis

import (
	"kwi/internal/trace"
	"kwi/ui/kit"
)

// ThingInHand implements kit.Traced: the question or the KWI of the row.
func (s Screen) ThingInHand(f kit.Frame) (trace.Thing, string) {
	c, ok := s.in(&f)
	switch {
	case !ok:
		return trace.Thing{}, ""
	case c.whole():
		return trace.Thing{Kind: trace.KWI, KWI: c.kwi, Cycle: f.Y().Name}, ""
	}
	return trace.Thing{Kind: trace.Question, Question: c.q, KWI: c.kwi, Cycle: f.Y().Name}, ""
}
