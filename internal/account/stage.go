package account

import "slices"

// Stage is where a cycle is in the order of work.
type Stage uint8

// The seven stages, and the end of a cycle.
const (
	Initialise Stage = iota
	Draft
	Test
	Communicate
	Realise
	Measure
	Session
	Closed
)

var stageNames = [...]string{"initialise", "draft", "test", "communicate", "realise", "measure", "session", "closed"}

// String is the stage's name in files and code.
func (s Stage) String() string {
	if int(s) < len(stageNames) {
		return stageNames[s]
	}
	return ""
}

// ParseStage reads a stage's name.
func ParseStage(s string) (Stage, bool) {
	for i, n := range stageNames {
		if n == s {
			return Stage(i), true
		}
	}
	return 0, false
}

// Stages lists the seven stages in order.
func Stages() []Stage {
	return []Stage{Initialise, Draft, Test, Communicate, Realise, Measure, Session}
}

// Stages are the stages that an approach takes, in order. The simple one has
// one contact, so it has five steps: it neither tests with others nor sends
// lists round.
func (a Approach) Stages() []Stage {
	if a == Simple {
		return []Stage{Initialise, Draft, Realise, Measure, Session}
	}
	return Stages()
}

// In is the stage of an approach that a stage belongs to: testing and
// communicating belong to drafting where there is one contact, who asked the
// questions. So a client may change from one approach to the other at any time,
// and the cycle is where it was.
func (s Stage) In(a Approach) Stage {
	if a == Simple && (s == Test || s == Communicate) {
		return Draft
	}
	return s
}

// Skipped reports whether an approach passes a stage over.
func (s Stage) Skipped(a Approach) bool { return s.In(a) != s }

// Step is the number of a stage in an approach, from 1; 0 of one that is none.
func (s Stage) Step(a Approach) int { return slices.Index(a.Stages(), s.In(a)) + 1 }

// After is the stage that follows in an approach.
func (s Stage) After(a Approach) Stage {
	steps := a.Stages()
	if n := s.Step(a); 0 < n && n < len(steps) {
		return steps[n]
	}
	return Closed
}

// Before is the stage before one in an approach; the first has none but itself.
func (s Stage) Before(a Approach) Stage {
	steps := a.Stages()
	return steps[max(s.Step(a)-2, 0)]
}
