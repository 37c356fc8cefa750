package portfolio

import (
	"kwi/internal/trace"
	"kwi/ui/kit"
)

// ThingInHand implements kit.Traced: the score of the client in hand.
func (s Screen) ThingInHand(f kit.Frame) (trace.Thing, string) {
	if l, ok := s.settled(&f).line(); ok && l.Score.OK() {
		return trace.Thing{Kind: trace.Score}, l.ID
	}
	return trace.Thing{}, ""
}
