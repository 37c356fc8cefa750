package monitor

import (
	"kwi/internal/trace"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// traceAct leads to where the figure in hand comes from. It is among the keys that
// matter most here.
func (s Screen) traceAct(f *kit.Frame) kit.Act {
	act := kit.Act{ID: "trace", Looks: true, Keys: keys.Trace, Name: f.T("trace.act.short")}
	if t, _ := s.ThingInHand(*f); t.IsNone() {
		act.Why = f.T("trace.why.nothing")
	}
	return act
}

// ThingInHand implements kit.Traced: the figure in hand, or the question of an
// open KWI; among what was remarked the NPS.
func (s Screen) ThingInHand(f kit.Frame) (trace.Thing, string) {
	y := f.Y()
	if y == nil {
		return trace.Thing{}, ""
	}
	t := trace.Thing{Kind: trace.Score, Cycle: y.Name, KWI: s.code(&f, y)}
	switch {
	case s.deep && y.KWI(t.KWI) != nil && len(y.KWI(t.KWI).Questions) > 0:
		all := y.KWI(t.KWI).Questions
		t.Kind, t.Question = trace.Question, all[s.question.In(len(all))].Code
	case s.deep, s.side == scores, s.side == trendSide:
	case s.side == remarks:
		t = trace.Thing{Kind: trace.NPS, Cycle: y.Name}
	case s.side == actionsSide:
		all := agreed(&f, y)
		if len(all) == 0 {
			return trace.Thing{}, ""
		}
		one := all[s.actions.In(len(all))]
		t = trace.Thing{Kind: trace.Action, Cycle: one.Cycle, Number: one.Action.Number}
	default:
		t.KWI = 0
	}
	return t, ""
}
