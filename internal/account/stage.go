package account

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

// Skipped reports whether an approach passes a stage over.
func (s Stage) Skipped(a Approach) bool { return Draft < s && s < Draft.After(a) }

// After is the stage that follows; the simple approach has one contact, so it
// neither tests with others nor sends lists round.
func (s Stage) After(a Approach) Stage {
	if a == Simple && s == Draft {
		return Realise
	}
	return min(s+1, Closed)
}
