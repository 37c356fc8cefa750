package measure

import (
	"kwi/internal/trace"
	"kwi/ui/kit"
)

// ThingInHand implements kit.Traced: an answer on an open list, the session that
// is planned, or what a colleague found in the analysis.
func (s Screen) ThingInHand(f kit.Frame) (trace.Thing, string) {
	y := f.Y()
	switch {
	case y == nil:
	case s.sheet != nil && !s.sheet.words:
		if code, ok := s.sheet.question(&f); ok {
			return trace.Thing{Kind: trace.Answer, Question: code, KWI: code.KWI, Who: s.sheet.who, Cycle: y.Name}, ""
		}
	case s.sheet == nil && s.part == planSide:
		return trace.Thing{Kind: trace.Session, Cycle: y.Name}, ""
	case s.sheet == nil && s.part == analysis:
		if _, d := s.question(&f); d != nil {
			return trace.Thing{Kind: trace.Finding, Of: string(d.Part), Number: d.By, Text: d.Text, Cycle: y.Name}, ""
		}
		return trace.Thing{Kind: trace.Score, Cycle: y.Name}, ""
	}
	return trace.Thing{}, ""
}
